import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/commands/draft.ts'
import {
  checkFences,
  checkImages,
  checkLive,
  freezePlan,
  parseFrozenPlan,
  writeFrozenPlan,
} from '../../src/commands/frozen-plan.ts'
import { frozenPlanSchema, toJsonSchema } from '../../src/commands/report-schema.ts'
import { StackError } from '../../src/errors.ts'
import { stateNames } from '../../src/model/kubernetes.ts'
import { component, gateway, live, release, running, state } from '../targets/values.ts'
import { clusterLive, object, there } from './cluster-values.ts'
import { change, draft, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

/** What the fences say; undefined when they hold. */
function refusal(later: Draft, frozen = freezePlan(draft(), now), at = now): string | undefined {
  try {
    checkFences(frozen, later, at)
    return undefined
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    expect(error.code).toBe('PLAN_STALE')
    expect(error.hint).toContain('mcp-deploy plan -o')
    return error.message
  }
}

test('freezing keeps the fences and nothing else', () => {
  const frozen = freezePlan(draft({}, {}, state(release(3, []))), now)
  expect(frozen).toEqual({
    apiVersion: 'mcp-stack-deploy/v1',
    kind: 'Plan',
    toolVersion: '0.1.0',
    createdAt: now.toISOString(),
    stack: { name: 'demo', target: 'compose' },
    configDigest: 'd'.repeat(64),
    liveRevision: 3,
    live: { mcpgateway: 'hash of gateway' },
    wanted: { mcpgateway: 'hash of gateway', opa: 'hash of OPA' },
    images: [
      { component: 'gateway', source: 'sha256:g' },
      { component: 'OPA', source: 'k1', revision: 'c0ffee' },
    ],
    certificates: [],
    changes: [
      { component: 'gateway', action: 'unchanged' },
      { component: 'OPA', action: 'create' },
    ],
  })
})

test('a frozen plan keeps to its schema and reads back as it was', () => {
  const frozen = freezePlan(draft(), now)
  const text = JSON.stringify(frozen, null, 2)
  expect(parseFrozenPlan(text, 'plan.json')).toEqual(frozen)
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    toJsonSchema(frozenPlanSchema, 'Plan'),
  )
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true)
})

test('a plan that holds a secret is written nowhere', async () => {
  const { session: run, said } = session(new Date('2026-11-23T08:00:00.000Z'))
  const folder = await run.io.files.temporaryFolder('frozen')
  const problem = { severity: 'error', message: 'm', hint: 'h' } as const
  await writeFrozenPlan(run, draft({ obstacles: [{ ...problem, code: 'SECRET_LEAKED' }] }), `${folder}/refused.json`)
  // What stands in the way on the target may be gone when the plan is acted on.
  await writeFrozenPlan(run, draft({ obstacles: [{ ...problem, code: 'FIELD_CONFLICT' }] }), `${folder}/plan.json`)
  expect([await run.io.files.list(folder), said]).toEqual([['plan.json'], [`wrote ${folder}/plan.json`]])
})

test('what is not ours is counted as foreign', () => {
  const { hash: _hash, ...stranger } = running(gateway())
  expect(freezePlan(draft({ live: live(state(), stranger) }), now).live).toEqual({ mcpgateway: 'foreign' })
})

test.each([
  '',
  'plugins: []',
  'null',
  '[]',
  '"Plan"',
  '{"kind":"Plan"}',
  '{"apiVersion":"mcp-stack-deploy/v2","kind":"Plan","images":[]}',
])('not a plan: %s', (text) => {
  expect(() => parseFrozenPlan(text, 'p.json')).toThrow(
    expect.objectContaining({ code: 'PLAN_STALE', message: 'p.json is not a plan of mcp-stack-deploy/v1' }),
  )
})

describe('fences', () => {
  test('hold when nothing moved', () => {
    expect(refusal(draft())).toBeUndefined()
    expect(refusal(draft(), freezePlan(draft(), now), hoursLater(167))).toBeUndefined()
  })

  const base = draft()
  const [first, second] = base.images
  if (first === undefined || second === undefined) throw new Error('the draft has two images')
  test.each<[string, Draft]>([
    ['the stack', { ...base, plan: { ...base.plan, stack: { ...base.plan.stack, name: 'other' } } }],
    ['the stack', { ...base, plan: { ...base.plan, config: { ...base.plan.config, environment: 'production' } } }],
    ['the configuration', { ...base, plan: { ...base.plan, config: { ...base.plan.config, digest: 'e'.repeat(64) } } }],
    ['the live release (0, now 4)', { ...base, live: live(state(release(4, [])), running(gateway())) }],
    ['what runs now', { ...base, live: live(state(), running(gateway({ hash: 'changed by hand' }))) }],
    ['what runs now', { ...base, live: live(state()) }],
    ['what runs now', { ...base, live: live(state(), running(gateway()), running(component('Other'))) }],
    [
      'the source of OPA (k1, now k2)',
      { ...base, images: [first, { ...second, sourceKey: 'k2', reference: { pending: 'image', key: 'k2' } }] },
    ],
    [
      'the source of gateway (sha256:g, now sha256:h)',
      { ...base, images: [{ ...first, reference: 'sha256:h' }, second] },
    ],
    ['the source of New (none, now sha256:g)', { ...base, images: [...base.images, { ...first, component: 'New' }] }],
    [
      'the changes (gateway: unchanged, now update)',
      { ...base, changes: [change('gateway', 'update'), change('OPA', 'create')] },
    ],
    ['the changes (OPA: create, now none)', { ...base, changes: base.changes.slice(0, 1) }],
    ['the changes (their order)', { ...base, changes: base.changes.toReversed() }],
  ])('%s', (fence, later) => {
    expect(refusal(later)).toBe(`the plan does not hold any more: ${fence} changed since it was made`)
  })

  describe('of a cluster', () => {
    const objects = [
      there(object('Deployment', 'mcpgateway')),
      there(object('Service', 'mcpgateway')),
      there(object('Secret', 'mcpgateway-env-1')),
      there(object('PersistentVolumeClaim', 'mcpgateway-data')),
    ]
    const seen = (...more: Parameters<typeof clusterLive>[0]) =>
      draft({ live: clusterLive(more, {}, live(state(), running(gateway()))) })
    const frozen = freezePlan(seen(...objects), now)
    const [deployment, service, secret, claim] = objects
    if (!deployment || !service || !secret || !claim) throw new Error('there are four')

    test('are generations, else resource versions; contents and claims are only there', () => {
      expect(frozen.objects).toEqual({
        'Deployment/mcpgateway': '2',
        'PersistentVolumeClaim/mcpgateway-data': 'uid of mcpgateway-data',
        'Secret/mcpgateway-env-1': 'there',
        'Service/mcpgateway': '7',
      })
    })

    const moved = { resourceVersion: '8' }
    test.each([
      ['Deployment/mcpgateway', seen({ ...deployment, generation: 3 }, service, secret, claim)],
      ['Service/mcpgateway', seen(deployment, { ...service, ...moved }, secret, claim)],
      ['Secret/mcpgateway-env-1', seen(deployment, service, claim)],
      ['Secret/new-2', seen(...objects, there(object('Secret', 'new-2')))],
    ])('name the live object that moved: %s', (name, later) => {
      const message = `the plan does not hold any more: the live object ${name} changed since it was made`
      expect(refusal(later, frozen)).toBe(message)
      expect(() => checkLive(frozen, later.live)).toThrow(expect.objectContaining({ code: 'PLAN_STALE', message }))
    })

    test('hold while only statuses and our own records move', () => {
      const records = Object.values(stateNames).map((name) => there(object('Secret', name)))
      const later = seen({ ...deployment, ...moved }, service, secret, { ...claim, ...moved }, ...records)
      expect(refusal(later, frozen)).toBeUndefined()
      expect(() => checkLive(frozen, later.live)).not.toThrow()
    })
  })

  test('a secret that has another value now is not what was planned', () => {
    const [planned] = base.bundle.components
    if (planned === undefined) throw new Error('there is a gateway')
    const components = [{ ...planned, hash: 'other secret' }, ...base.bundle.components.slice(1)]
    expect(refusal({ ...base, bundle: { ...base.bundle, components } })).toContain('what mcpgateway shall be')
    // What had still to be made could not be known.
    const pending = [{ ...planned, pending: [{ pending: 'image' as const, key: 'k' }] }]
    const frozen = freezePlan({ ...base, bundle: { ...base.bundle, components: pending } }, now)
    expect(frozen.wanted).toEqual({})
    expect(refusal(base, frozen)).toBeUndefined()
  })

  test('an image that was built meanwhile is the same source', () => {
    const built = { ...second, reference: 'sha256:built', how: 'reused' as const }
    expect(refusal({ ...base, images: [first, built] })).toBeUndefined()
  })

  test('hold for what was built then, or name what moved meanwhile', () => {
    const frozen = freezePlan(base, now)
    const built = { ...second, reference: 'sha256:built', how: 'built' as const }
    expect(() => checkImages(frozen, [first, built])).not.toThrow()
    expect(() =>
      checkImages(frozen, [
        { ...first, reference: 'sha256:h' },
        { ...built, sourceKey: 'k2' },
      ]),
    ).toThrow(
      expect.objectContaining({
        code: 'PLAN_STALE',
        message: expect.stringContaining(
          'the source of gateway (sha256:g, now sha256:h), the source of OPA (k1, now k2)',
        ),
      }),
    )
  })

  test('a week is the longest that an approval holds', () => {
    const frozen = freezePlan(base, now)
    expect(refusal(base, frozen, hoursLater(168))).toContain('its age (168 hours, 168 at most)')
    expect(refusal(base, { ...frozen, createdAt: 'yesterday' })).toContain('its age')
  })

  test('all that moved is named at once', () => {
    const later: Draft = {
      ...base,
      plan: { ...base.plan, config: { ...base.plan.config, digest: 'e'.repeat(64) } },
      changes: [],
    }
    const message = refusal(later, freezePlan(base, now), hoursLater(200))
    for (const fence of ['the configuration', 'the changes', 'its age (200 hours']) expect(message).toContain(fence)
  })
})
