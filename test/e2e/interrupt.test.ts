import { afterAll, beforeAll, expect, test } from 'vitest'
import { identities } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { lastScreen, mustEnd, type RunningTool, reportOf, type ToolRun } from '../support/tool.ts'

// Runs that are killed, stopped or doubled; the next one converges.

let example: Example

beforeAll(async () => {
  example = await openExample('interrupt')
  mustEnd(await example.run('build'), 0)
})

afterAll(async () => {
  await example.close()
})

const converged = { components: ['ready', 'ready', 'ready'], verified: 0, second: 'unchanged', restarted: false }

// Somewhere in: the lock and the first state, certificates and volumes, plugins starting, the gateway migrating.
test.each([1.5, 3, 5, 9])('a first deploy that is killed after %d s is finished by the next one', async (seconds) => {
  mustEnd(await example.run('destroy', '--force', '--volumes'), 0)
  await killAfter(example.start('deploy'), seconds)
  expect(await converge()).toEqual(converged)
})

test.each([0.5, 0.5])('an update that is killed at a random moment is finished by the next one', async (least) => {
  const running = example.start('deploy', '--set', `gateway.env_vars.LOG_LEVEL=DEBUG`)
  await killAfter(running, least + Math.random() * 12)
  expect(await converge()).toEqual(converged)
})

// The engine goes on stopping the old gateway after the next run has seen it running.
test.each([0.6, 1])(
  'an update that is killed %d s after it began to deploy is finished by the next one',
  async (seconds) => {
    const running = example.start('deploy', '--set', `gateway.env_vars.LOG_LEVEL=DEBUG`)
    await saying(running, 'Deploying')
    await killAfter(running, seconds)
    expect(await converge()).toEqual(converged)
  },
)

test('SIGTERM ends a run with 143 and the command that resumes it', async () => {
  const running = example.start('deploy', '--set', 'plugins[0].env_vars.ROUND=1')
  await sleep(4)
  running.child.kill('SIGTERM')
  const run = mustEnd(await running.ended, 143)
  expect(lastScreen(run)).toMatch(/mcp-deploy deploy/)
  expect(await converge()).toEqual(converged)
})

test('of two runs at once the second waits or says who holds the lock', async () => {
  const runs = await Promise.all([2, 3].map((n) => example.run('deploy', '--set', `plugins[1].env_vars.ROUND=${n}`)))
  const outcomes = runs.map(outcomeOf)
  expect(outcomes).toContain('done')
  expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'lock held')).toEqual([])
  expect(await converge()).toEqual(converged)
})

/** One more run brings the file about, verified; the run after it has nothing to do. */
async function converge(): Promise<typeof converged> {
  const report = reportOf(mustEnd(await example.run('deploy', '--json'), 0))
  const before = identities(example.project)
  const verified = await example.run('verify')
  const second = reportOf(mustEnd(await example.run('deploy', '--json'), 0))
  return {
    components: report.components.map(({ readiness }) => readiness),
    verified: verified.exitCode,
    second: second.status,
    restarted: JSON.stringify(identities(example.project)) !== JSON.stringify(before),
  }
}

function outcomeOf(run: ToolRun): string {
  if (run.exitCode === 0) return 'done'
  return run.exitCode === 1 && /holds? the lock|lock is held/i.test(lastScreen(run)) ? 'lock held' : lastScreen(run)
}

async function saying({ child, ended }: RunningTool, text: string): Promise<void> {
  let said = ''
  const seen = new Promise<void>((resume) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.includes(text)) resume()
    })
  })
  await Promise.race([seen, ended.then(() => Promise.reject(new Error(`never said ${text}: ${said}`)))])
}

async function killAfter(running: RunningTool, seconds: number): Promise<void> {
  await Promise.race([sleep(seconds), running.ended])
  running.child.kill('SIGKILL')
  await running.ended
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, seconds * 1000)
  })
}
