import { describe, expect, test } from 'vitest'
import { applyDraft } from '../../src/commands/apply-draft.ts'
import type { DeployOptions } from '../../src/commands/deploy-options.ts'
import type { Draft } from '../../src/commands/draft.ts'
import type { DatabaseRevision, Release, StackState } from '../../src/model/live.ts'
import { codes } from '../../src/model/problem.ts'
import type { ApplyInput, ApplyOutcome, Connection } from '../../src/model/target.ts'
import { compose } from '../../src/targets/compose/compose.ts'
import { component, gateway, live, release, running, state } from '../targets/values.ts'
import { clusterBundle, clusterLive, object, there, written } from './cluster-values.ts'
import { draft, idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const options: DeployOptions = {
  dryRun: false,
  skipBuild: false,
  skipCertificates: false,
  caFromEnv: false,
  externalPki: false,
  frozen: false,
  requirePinned: false,
  wait: true,
  verify: false,
  timeoutSeconds: 60,
  permissions: {},
}
const ok: ApplyOutcome = { ok: true, seconds: { opa: 2 } }
const broken: ApplyOutcome = {
  ok: false,
  seconds: {},
  failures: [
    {
      component: 'OPA',
      service: 'opa',
      reason: 'exited (1) 3 times',
      lastLog: ['no module'],
      events: ['Warning BackOff Pod/opa-1'],
      hint: 'mcp-deploy logs',
    },
  ],
}

/** A target whose applies end as told. */
function connection(...outcomes: readonly ApplyOutcome[]) {
  const applied: ApplyInput[] = []
  const saved: StackState[] = []
  const order: string[] = []
  const fake: Connection = {
    ...idleConnection,
    observe: () => Promise.resolve(live(saved.at(-1) ?? state(), running(gateway()))),
    saveState: async (value) => {
      order.push('save')
      saved.push(value)
    },
    apply: async (input) => {
      order.push('apply')
      applied.push(input)
      const outcome = outcomes[applied.length - 1]
      if (outcome === undefined) throw new Error('applied once too often')
      return outcome
    },
  }
  const statuses = () =>
    saved.map(({ releases }) => releases.map(({ revision, status }) => `${revision} ${status}`).join(', '))
  return { fake, applied, saved, order, statuses }
}

const before = state(release(1, [gateway(), component('Old')]))
const keepGoing = (made: Draft): Draft => ({
  ...made,
  plan: { ...made.plan, deploy: { ...made.plan.deploy, rollBack: false } },
})

const run = (made: Draft, target: ReturnType<typeof connection>, changes: Partial<DeployOptions> = {}) =>
  applyDraft(session(now).session, target.fake, made, compose, { ...options, ...changes })

test('the state is stored before anything is started, and again when it is live', async () => {
  const target = connection(ok)
  const applied = await run(draft({}, {}, before), target)
  expect(target.order).toEqual(['save', 'apply', 'save'])
  expect(target.statuses()).toEqual(['1 live, 2 applying', '1 superseded, 2 live'])
  expect(applied).toMatchObject({
    status: 'succeeded',
    problems: [],
    seconds: { opa: 2 },
    release: { revision: 2, status: 'live', endedAt: now.toISOString() },
  })
})

test('what was asked for reaches the target', async () => {
  const target = connection(ok)
  const made = draft({}, {}, before)
  await run(made, target, { wait: false, timeoutSeconds: 7 })
  expect(target.applied[0]).toMatchObject({ wait: false, timeoutSeconds: 7, changes: made.changes })
  expect(target.applied[0]?.bundle).toBe(made.bundle)
})

describe('on a cluster', () => {
  const deployment = object('Deployment', 'mcpgateway')
  const secret = object('Secret', 'opa-env-2', { component: 'OPA' })
  const first = { ...release(1, [gateway()]), inventory: [written(deployment, { generation: 1 })] }
  const made = () => draft({ bundle: clusterBundle(deployment, secret) }, {}, state(first))
  const inventories = (of: StackState | undefined) =>
    of?.releases.map(({ inventory }) => inventory?.map(({ generation, key }) => `${key} ${generation}`))

  test('what will be written is listed before, and its versions afterwards', async () => {
    const target = connection({ ok: true, seconds: {}, inventory: [written(deployment)] })
    await run(made(), target, { permissions: { forceConflicts: true } })
    expect(inventories(target.saved[0])?.[1]).toEqual([`${deployment.key} undefined`, `${secret.key} undefined`])
    expect(inventories(target.saved.at(-1))?.[1]).toEqual([`${deployment.key} 2`])
    expect(target.applied[0]).toMatchObject({ forceConflicts: true })
    expect(target.applied[0]?.live).toBeDefined()
  })

  test('a release that failed keeps the list of what it may have written', async () => {
    const target = connection(broken)
    await run(keepGoing(made()), target)
    expect(inventories(target.saved.at(-1))?.[1]).toEqual([`${deployment.key} undefined`, `${secret.key} undefined`])
  })

  test('one that changed nothing is not gone back from: today’s Secrets may be refused again', async () => {
    const target = connection(broken)
    const seen = clusterLive([there(deployment)], {}, live(state(first), running(gateway())))
    target.fake = { ...target.fake, observe: () => Promise.resolve(seen) }
    const { session: own, said } = session(now)
    const applied = await applyDraft(own, target.fake, made(), compose, options)
    expect(applied).toMatchObject({ status: 'failed', release: { revision: 2, status: 'rolled-back' } })
    expect(applied.problems.map(({ code }) => code)).toEqual(['COMPONENT_FAILED'])
    expect(target.applied.length).toBe(1)
    expect(target.statuses().at(-1)).toBe('1 live, 2 rolled-back')
    expect(said).toContain('Release 1 is still live, nothing of it was changed; release 2 is not')
  })
})

describe('when a component does not come up', () => {
  test('the release before is applied again', async () => {
    const target = connection(broken, ok)
    const { session: own, said } = session(now)
    const applied = await applyDraft(own, target.fake, draft({}, {}, before), compose, options)
    expect(applied).toMatchObject({ status: 'failed', release: { revision: 2, status: 'rolled-back' } })
    expect(applied.problems.map(({ code }) => code)).toEqual(['COMPONENT_FAILED'])
    expect(applied.problems[0]).toMatchObject({
      message: 'OPA (opa): exited (1) 3 times',
      frame: '  | no module',
      events: ['Warning BackOff Pod/opa-1'],
    })
    expect(target.statuses()).toEqual(['1 live, 2 applying', '1 live, 2 rolled-back'])
    const [, second] = target.applied
    expect(second?.bundle.components.map(({ name }) => name)).toEqual(['gateway', 'Old'])
    expect(second?.changes.map(({ component: name, action }) => [name, action])).toContainEqual(['Old', 'create'])
    expect(second?.wait).toBe(true)
    expect(said).toContain('Release 1 is live again; release 2 is not')
  })

  test('not to a release that never was live', async () => {
    const history = state(release(1, [gateway()]), { ...release(2, []), status: 'failed' })
    const target = connection(broken, ok)
    await run(draft({}, {}, history), target)
    expect(target.applied[1]?.bundle.components.map(({ name }) => name)).toEqual(['gateway'])
    expect(target.statuses().at(-1)).toBe('1 live, 2 failed, 3 rolled-back')
  })

  test('a first deploy is left for a person to look at', async () => {
    const target = connection(broken)
    const applied = await run(draft(), target)
    expect(applied).toMatchObject({ status: 'failed', release: { status: 'failed' } })
    expect(applied.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['COMPONENT_FAILED', 'error'],
      ['CONFIG_NOTE', 'note'],
    ])
    expect(applied.problems[1]?.message).toContain('there is no release before this one')
    expect(target.statuses()).toEqual(['1 applying', '1 failed'])
  })

  describe('where it stays', () => {
    const rollOver = { phase: 'trust', oldTrustPem: '', newTrustPem: '', startedAt: now.toISOString() } as const
    const reasons: readonly (readonly [string, () => Draft, RegExp])[] = [
      ['roll_back: false', () => keepGoing(draft({}, {}, before)), /roll_back is false/],
      ['a CA phase', () => draft({}, {}, { ...before, rollOver }), /phase 1 of 3/],
    ]

    test.each(reasons)('%s: something new is live, and the reason is told', async (_why, made, reason) => {
      const target = connection(broken)
      target.fake = {
        ...target.fake,
        observe: () => Promise.resolve(live(before, running(gateway()), running(component('OPA')))),
      }
      const applied = await run(made(), target)
      expect(applied.status).toBe('unhealthy')
      expect(applied.problems[1]?.message).toMatch(reason)
      expect(target.statuses()).toEqual(['1 live, 2 applying', '1 live, 2 failed'])
    })

    test.each(reasons)('%s: what never came to be is not live', async (_why, made, reason) => {
      const target = connection(broken)
      const applied = await run(made(), target)
      expect(applied.status).toBe('failed')
      expect(applied.problems[1]?.message).toMatch(reason)
    })
  })

  test('a roll-back that fails too is unhealthy, with the reasons of both', async () => {
    const target = connection(broken, broken)
    const applied = await run(draft({}, {}, before), target)
    expect(applied).toMatchObject({ status: 'unhealthy', release: { status: 'failed' } })
    expect(applied.problems.map(({ code }) => code)).toEqual(['COMPONENT_FAILED', 'ROLL_BACK_INCOMPLETE'])
    expect(target.statuses().at(-1)).toBe('1 live, 2 failed')
  })
})

describe('the gateway’s database', () => {
  const older: DatabaseRevision = { revision: 'a1', database: 'sqlite' }
  const newer: DatabaseRevision = { revision: 'b2', database: 'sqlite' }
  /** Release 1 with the gateway image that runs; the draft brings another one. */
  const first = release(1, [gateway()])
  const newImage = (history: StackState) => {
    const made = draft({}, {}, history)
    const [, ...others] = made.bundle.components
    return {
      ...made,
      live: live(history, running(gateway(), 10, { role: 'gateway', image: 'sha256:gateway' })),
      bundle: { ...made.bundle, components: [gateway({ image: 'sha256:new' }), ...others] },
    }
  }
  /** Answers in this order, and keeps who was asked: the running gateway, or one of a bundle. */
  function asked(target: ReturnType<typeof connection>, ...answers: readonly (DatabaseRevision | undefined)[]) {
    const questions: string[] = []
    target.fake = {
      ...target.fake,
      databaseRevision: (input) => {
        questions.push(input === undefined ? 'running' : 'bundle')
        return Promise.resolve(answers[questions.length - 1])
      },
    }
    return questions
  }
  const revisions = (releases: readonly Release[] | undefined) =>
    releases?.map(({ revision, databaseRevision }) => `${revision} ${databaseRevision?.revision}`)

  test('is not asked where the gateway’s image stays', async () => {
    const target = connection(broken, ok)
    const questions = asked(target)
    const made = newImage(state(first))
    await run({ ...made, bundle: { ...made.bundle, components: [gateway(), component('OPA')] } }, target)
    expect(questions).toEqual([])
  })

  test('is noted with every release of the image that is left, before anything is started', async () => {
    const history = state({ ...first, status: 'superseded' }, release(2, [gateway()]), {
      ...release(3, [gateway({ name: 'x' })]),
      status: 'failed',
    })
    const target = connection(ok)
    const questions = asked(target, older)
    await run(newImage(history), target)
    expect(questions).toEqual(['running'])
    expect(revisions(target.saved[0]?.releases)).toEqual(['1 a1', '2 a1', '3 undefined', '4 undefined'])
    expect(revisions(target.saved.at(-1)?.releases)).toEqual(['1 a1', '2 a1', '3 undefined', '4 undefined'])
  })

  test('that was migrated by the release that failed is not left to the older gateway: exit 4 with the choices', async () => {
    const target = connection(broken)
    asked(target, older, newer)
    const applied = await run(newImage(state(first)), target)
    expect(applied).toMatchObject({ status: 'unhealthy', release: { revision: 2, status: 'failed' } })
    expect(applied.problems.map(({ code }) => [code, codes[code]])).toEqual([
      ['COMPONENT_FAILED', 1],
      ['DATABASE_MIGRATED', 4],
    ])
    expect(applied.problems[1]).toMatchObject({
      message: expect.stringMatching(/ from a1 to b2, .* release 1 /),
      hint: expect.stringMatching(/mcp-deploy deploy \S+;.*backup.*mcp-deploy rollback \S+ --to 1$/),
    })
    expect(target.applied.length).toBe(1)
    expect(target.statuses()).toEqual(['1 live, 2 applying', '1 live, 2 failed'])
  })

  test('that was migrated by a release that failed earlier is remembered', async () => {
    const history = state(
      { ...first, databaseRevision: older },
      { ...release(2, [gateway({ name: 'b' })]), status: 'failed' },
    )
    const made = newImage(history)
    const target = connection(broken)
    const questions = asked(target, newer)
    const b = { ...made, live: live(history, running(gateway(), 10, { role: 'gateway', image: 'sha256:b' })) }
    expect((await run(b, target)).status).toBe('unhealthy')
    expect(questions).toEqual(['bundle'])
  })

  test.each([
    ['that did not move', older, older],
    ['that cannot be asked before', undefined, newer],
    ['that cannot be asked afterwards', older, undefined],
    ['of the failed release that is another one', older, { revision: 'b2', database: 'postgres' }],
  ])('%s lets the roll-back go on', async (_name, told, toldAfterwards) => {
    const target = connection(broken, ok)
    asked(target, told, toldAfterwards)
    const applied = await run(newImage(state(first)), target)
    expect(applied).toMatchObject({ status: 'failed', release: { status: 'rolled-back' } })
    expect(target.applied.length).toBe(2)
  })
})

test('a release whose secrets are gone is not brought back, and both reasons are told', async () => {
  const variables = {
    MCPS_1: { parts: [{ kind: 'reference' as const, secret: 'GONE_SECRET', encoding: 'none' as const }] },
  }
  const target = connection(broken)
  const applied = await run(draft({}, {}, state({ ...release(1, [gateway()]), variables })), target)
  expect(applied.status).toBe('unhealthy')
  expect(applied.problems.map(({ code }) => code)).toEqual(['COMPONENT_FAILED', 'ROLL_BACK_INCOMPLETE'])
  expect(applied.problems[1]?.message).toContain('GONE_SECRET')
  expect(target.statuses().at(-1)).toBe('1 live, 2 failed')
})

describe('ci_cd.deploy.before', () => {
  const withBefore = (...command: readonly string[]) => {
    const made = draft({}, {}, before)
    const { plan } = made
    return {
      ...made,
      plan: { ...plan, config: { ...plan.config, folder: '/' }, deploy: { ...plan.deploy, before: command } },
    }
  }

  test('runs first', async () => {
    const target = connection(ok)
    expect((await run(withBefore(process.execPath, '-e', '0'), target)).status).toBe('succeeded')
  })

  test('stops everything when it fails: nothing is stored, nothing applied', async () => {
    const target = connection()
    const failing = withBefore(process.execPath, '-e', 'console.error("first\\nno space"); process.exit(3)')
    await expect(run(failing, target)).rejects.toMatchObject({
      code: 'COMMAND_FAILED',
      message: expect.stringMatching(/ended with 3: no space$/),
    })
    expect(target.order).toEqual([])
  })
})
