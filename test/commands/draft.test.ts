import { beforeAll, describe, expect, test } from 'vitest'
import { type DraftInput, makeDraft } from '../../src/commands/draft.ts'
import type { Bundle } from '../../src/model/bundle.ts'
import { hasWork } from '../../src/model/change.ts'
import type { Live } from '../../src/model/live.ts'
import type { Problem } from '../../src/model/problem.ts'
import { Secret } from '../../src/model/secret.ts'
import type { Target } from '../../src/model/target.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { loadTemplates, type Templates } from '../../src/render/templates.ts'
import { diffStack } from '../../src/targets/compose/diff.ts'
import { stackConfig } from '../plan/stack-config.ts'
import { sourceOf } from '../support/secret-source.ts'
import { live, state } from '../targets/values.ts'
import { session } from './draft-values.ts'

const { session: run } = session(new Date('2026-11-23T08:00:00.000Z'))
let templates: Templates = {}
beforeAll(async () => {
  templates = (await loadTemplates('compose', undefined, run.io)).templates
})

const conflict: Problem = {
  severity: 'error',
  code: 'FIELD_CONFLICT',
  message: 'kubectl set spec.replicas',
  hint: '--f',
}
const seen = live(state())
const examined: Live = { ...live(state()), contents: ['looked at'] }

/** Keeps what it was asked, in order. */
function world() {
  const asked: [string, Bundle, Live][] = []
  const target: Target = {
    type: 'compose',
    connect: () => Promise.reject(new Error('nobody connects')),
    diff: (bundle, now) => {
      asked.push(['diff', bundle, now])
      return diffStack(bundle, now)
    },
    problems: (bundle, now) => {
      asked.push(['problems', bundle, now])
      return [conflict]
    },
  }
  const connection: DraftInput['connection'] = {
    examine: (bundle, now) => {
      asked.push(['examine', bundle, now])
      return Promise.resolve(examined)
    },
  }
  const plan = planStack(stackConfig())
  const images = [{ component: 'gateway', reference: 'sha256:g', tag: 'g:1', how: 'resolved', seconds: 0 } as const]
  return { asked, connection, input: { plan, live: seen, target, images, templates, dry: true } }
}

test('a closer look comes between rendering and comparing, which sees what it found', async () => {
  const { asked, connection, input } = world()
  const draft = await makeDraft(run, { ...input, connection })
  expect(asked).toEqual([
    ['examine', draft.bundle, seen],
    ['diff', draft.bundle, examined],
    ['problems', draft.bundle, examined],
  ])
  expect(draft.live).toBe(examined)
  expect(draft.obstacles).toEqual([conflict])
  expect(hasWork(draft)).toBe(true)
})

test('text alone needs no closer look', async () => {
  const { asked, input } = world()
  expect((await makeDraft(run, input)).live).toBe(seen)
  expect(asked.map(([what]) => what)).toEqual(['diff', 'problems'])
})

test('what is permitted stands in nobody’s way', async () => {
  const { input } = world()
  const { obstacles } = await makeDraft(run, { ...input, permissions: { forceConflicts: true } })
  expect(obstacles).toMatchObject([{ severity: 'note', code: 'FIELD_CONFLICT' }])
})

describe('values of secrets', () => {
  const withSecret = (name: string, value: string) => {
    const { session: own } = session(new Date('2026-11-23T08:00:00.000Z'))
    const io = { ...own.io, environment: { API_KEY: value } }
    const { input } = world()
    const config = stackConfig({
      deployment: { name },
      gateway: {
        env: { API_KEY: { kind: 'secret', parts: [{ kind: 'reference', secret: 'API_KEY', encoding: 'none' }] } },
      },
    })
    return { run: { ...own, io, secretSource: sourceOf(io) }, input: { ...input, plan: planStack(config) } }
  }

  test.each([
    ['my-company-mcp-stack', 'the project name'],
    ['mcp/gateway-image-of-us', "the name of gateway's image"],
    ['gateway-image-of-us', "the name of gateway's image"],
  ])('%s, which is %s, is no secret; what names it leaks nothing', async (value, what) => {
    const { input, run: own } = withSecret('my-company-mcp-stack', value)
    const tag = `${value.startsWith('mcp/') ? '' : 'registry.example:5000/'}mcp/gateway-image-of-us:1`
    const drafting = makeDraft(own, { ...input, images: input.images.map((image) => ({ ...image, tag })) })
    await expect(drafting).rejects.toMatchObject({
      code: 'SECRET_INVALID',
      message: `the value of API_KEY equals ${what}, which everybody may read`,
      hint: 'Choose another value',
    })
    expect(own.io.leaksIn([{ path: 'stderr', text: value }])).toEqual([])
  })

  test('a word that is one by chance is left alone', async () => {
    const { input, run: own } = withSecret('demo-stack', 'demo-stack')
    expect((await makeDraft(own, input)).obstacles).toEqual([conflict])
  })

  test('a short one is warned about once', async () => {
    const { input, run: own } = withSecret('demo', 'Sh0rt')
    const { problems } = await makeDraft(own, input)
    expect(problems.filter(({ message }) => message.includes('API_KEY')).map(({ message }) => message)).toEqual([
      'secret API_KEY: too short to be found in output, so only kept out of it where it is passed',
    ])
  })
})

test('without a kept hash key, manifests of two runs are the same', async () => {
  const secret = {
    kind: 'secret',
    parts: [{ kind: 'literal', text: new Secret('TOKEN', 'a literal secret value') }],
  } as const
  const plan = planStack(stackConfig({ type: 'kubernetes', gateway: { env: { TOKEN: secret } } }))
  const { templates: own } = await loadTemplates('kubernetes', undefined, run.io)
  const { input } = world()
  const fresh = { ...seen, state: { ...state(), fresh: true } }
  const make = async (keptKeyOnly: boolean) => {
    const target: Target = { ...input.target, type: 'kubernetes', diff: () => [] }
    const draft = await makeDraft(run, { ...input, plan, target, live: fresh, templates: own, keptKeyOnly })
    return draft.bundle.files
  }
  expect(await make(true)).toEqual(await make(true))
  expect(await make(false)).not.toEqual(await make(false))
})
