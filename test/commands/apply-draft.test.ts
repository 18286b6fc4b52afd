import { describe, expect, test } from 'vitest'
import { applyDraft } from '../../src/commands/apply-draft.ts'
import type { DeployOptions } from '../../src/commands/deploy-options.ts'
import type { Draft } from '../../src/commands/draft.ts'
import type { StackState } from '../../src/model/live.ts'
import type { ApplyInput, ApplyOutcome, Connection } from '../../src/model/target.ts'
import { compose } from '../../src/targets/compose/compose.ts'
import { component, gateway, live, release, running, state } from '../targets/values.ts'
import { draft, idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const options: DeployOptions = {
  dryRun: false,
  skipBuild: false,
  skipCertificates: false,
  caFromEnv: false,
  frozen: false,
  requirePinned: false,
  wait: true,
  verify: false,
  timeoutSeconds: 60,
}
const ok: ApplyOutcome = { ok: true, seconds: { opa: 2 } }
const broken: ApplyOutcome = {
  ok: false,
  seconds: {},
  failures: [
    { component: 'OPA', service: 'opa', reason: 'exited (1) 3 times', lastLog: ['no module'], hint: 'mcp-deploy logs' },
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
  return { fake, applied, order, statuses }
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

describe('when a component does not come up', () => {
  test('the release before is applied again', async () => {
    const target = connection(broken, ok)
    const { session: own, said } = session(now)
    const applied = await applyDraft(own, target.fake, draft({}, {}, before), compose, options)
    expect(applied).toMatchObject({ status: 'failed', release: { revision: 2, status: 'rolled-back' } })
    expect(applied.problems.map(({ code }) => code)).toEqual(['COMPONENT_FAILED'])
    expect(applied.problems[0]).toMatchObject({ message: 'OPA (opa): exited (1) 3 times', frame: '  | no module' })
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
      ['APPLY_FAILED', 'note'],
    ])
    expect(applied.problems[1]?.message).toContain('there is no release before this one')
    expect(target.statuses()).toEqual(['1 applying', '1 failed'])
  })

  test('roll_back: false leaves it too, and says why', async () => {
    const target = connection(broken)
    const applied = await run(keepGoing(draft({}, {}, before)), target)
    expect(applied.status).toBe('failed')
    expect(applied.problems[1]?.message).toContain('roll_back is false')
    expect(target.statuses()).toEqual(['1 live, 2 applying', '1 live, 2 failed'])
  })

  test('a roll-back that fails too is unhealthy, with the reasons of both', async () => {
    const target = connection(broken, broken)
    const applied = await run(draft({}, {}, before), target)
    expect(applied).toMatchObject({ status: 'unhealthy', release: { status: 'failed' } })
    expect(applied.problems.map(({ code }) => code)).toEqual(['COMPONENT_FAILED', 'ROLL_BACK_INCOMPLETE'])
    expect(target.statuses().at(-1)).toBe('1 live, 2 failed')
  })
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
