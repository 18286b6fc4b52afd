import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cluster, needCluster } from '../../support/cluster.ts'
import type { ClusterStack } from '../../support/cluster-stack.ts'
import { openLightStack } from '../../support/light-stack.ts'
import { variableOf } from '../../support/namespace.ts'
import { mustEnd, type RunningTool, reportOf } from '../../support/tool.ts'
import { workloadsOf } from '../../support/workloads.ts'

// Runs that are killed, doubled or cut off from the API server; one clean run converges.

/** MCP_E2E_SEED repeats the moments of an earlier run. */
const seed = Number(process.env['MCP_E2E_SEED'] ?? Date.now() % 1_000_000)
/** Side by side, because most of a round is waiting: 30 kills in all. */
const [stacks, rounds] = [3, 10]
/** Every fifth round begins with nothing, so that a first deploy is killed too. */
const fresh = (round: number) => round % 5 === 0

describe.skipIf(cluster === null)('a deploy on Kubernetes that is cut short', () => {
  let stack: ClusterStack
  let foreign: string

  beforeAll(async () => {
    stack = await openLightStack('interrupt')
    foreign = stack.foreign()
    mustEnd(await stack.run('deploy'), 0)
  })

  afterAll(() => {
    stack?.close()
  })

  test(`${stacks * rounds} runs killed at random moments (MCP_E2E_SEED=${seed}): one clean run each converges`, async () => {
    const names = Array.from({ length: stacks }, (_, index) => `kill-${index}`)
    const ends = await Promise.all(names.map((name, index) => killAndConverge(name, randomFrom(seed + index))))
    expect(ends).toEqual(names.map(() => rounds))
  })

  test('of two runs at once one waits, and both are fine', async () => {
    const runs = await Promise.all(
      ['101', '102'].map((value) => stack.run('deploy', '--json', '--set', `gateway.env_vars.ROUND=${value}`)),
    )
    for (const run of runs) mustEnd(run, 0)
    const [last] = runs.toSorted((a, b) => b.endedAt.getTime() - a.endedAt.getTime())
    expect(runs.map((run) => reportOf(run).status)).toEqual(['succeeded', 'succeeded'])
    const value = runs.indexOf(last ?? mustEnd(await stack.run('status'), 0)) === 0 ? '101' : '102'
    expect(await variableOf(stack.namespace, 'mcpgateway', 'ROUND')).toBe(value)
  })

  test('an API server that does not answer for 10 s in the middle of a deploy', async ({ skip }) => {
    const server = apiServer()
    // Another one's cluster is not stopped.
    if (server === undefined) return skip('the API server is not one that set-up started')
    stack.change((file) => {
      for (const component of [file.gateway, ...file.plugins]) component.env_vars['ROUND'] = '200'
    })
    const running = stack.start('deploy', '--json')
    await sleep(2000)
    process.kill(server, 'SIGSTOP')
    try {
      await sleep(10_000)
    } finally {
      process.kill(server, 'SIGCONT')
    }
    mustEnd(await running.ended, 0)
    expect(await converged(stack, 200)).toEqual(convergedAs(200))
  })

  test('SIGTERM ends a run with 143 and leaves a stack that the next run completes', async () => {
    stack.change((file) => {
      for (const component of [file.gateway, ...file.plugins]) component.env_vars['ROUND'] = '300'
    })
    const running = stack.start('deploy')
    await sleep(1500)
    running.child.kill('SIGTERM')
    const run = await running.ended
    expect([0, 143]).toContain(run.exitCode)
    mustEnd(await stack.run('deploy'), 0)
    expect(await converged(stack, 300)).toEqual(convergedAs(300))
    expect(stack.foreign()).toBe(foreign)
  })
})

/** @returns how many rounds converged. */
async function killAndConverge(name: string, random: () => number): Promise<number> {
  const stack = await openLightStack(name)
  const foreign = stack.foreign()
  /** How long an undisturbed run takes here: the moments lie within it. */
  let seconds = 6
  for (let round = 0; round < rounds; round++) {
    if (fresh(round)) mustEnd(await stack.run('destroy', '--force', '--volumes'), 0)
    stack.change((file) => {
      for (const component of [file.gateway, ...file.plugins]) component.env_vars['ROUND'] = String(round)
    })
    const moment = 0.2 + random() * seconds
    await killAfter(stack.start('deploy'), moment)
    const told = { name, round, moment }
    await sleep(2000)
    expect({ ...told, proxies: proxiesOf(stack.namespace) }).toEqual({ ...told, proxies: [] })

    const clean = await stack.run('deploy', '--json')
    const said = clean.exitCode === 0 ? '' : clean.stdout + clean.stderr
    expect({ ...told, exitCode: clean.exitCode, said }).toEqual({ ...told, exitCode: 0, said: '' })
    seconds = Math.max(3, Math.min(15, clean.seconds))
    expect({ ...told, ...(await converged(stack, round)) }).toEqual({ ...told, ...convergedAs(round) })
  }
  expect(stack.foreign()).toBe(foreign)
  stack.close()
  return rounds
}

/** What runs, and that a further run has nothing to do. */
async function converged(stack: ClusterStack, round: number): Promise<object> {
  const workloads = await workloadsOf(stack.namespace)
  const names = ['mcpgateway', 'mcp-plugin-alpha', 'mcp-plugin-beta']
  const values = await Promise.all(names.map((name) => variableOf(stack.namespace, name, 'ROUND')))
  return {
    ready: Object.fromEntries(Object.entries(workloads).map(([name, { ready }]) => [name, ready])),
    rounds: values.map(Number),
    next: reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status,
    round,
  }
}

function convergedAs(round: number): object {
  return {
    ready: { mcpgateway: 2, 'mcp-plugin-alpha': 1, 'mcp-plugin-beta': 1 },
    rounds: [round, round, round],
    next: 'unchanged',
    round,
  }
}

async function killAfter(running: RunningTool, seconds: number): Promise<void> {
  await Promise.race([sleep(seconds * 1000), running.ended])
  running.child.kill('SIGKILL')
  await running.ended
}

/** Command lines of `kubectl proxy` of runs in the namespace: our KUBECONFIG's path holds its name. */
function proxiesOf(namespace: string): readonly string[] {
  return processes().flatMap(({ pid, command }) => {
    if (!/kubectl.* proxy/.test(command)) return []
    return textOf(pid, 'environ').includes(namespace) || command.includes(namespace) ? [command] : []
  })
}

/** The API server's pid where set-up started the cluster for these tests alone. */
function apiServer(): number | undefined {
  const { auditLog, ours } = needCluster()
  if (auditLog === null || !(ours || process.env['MCP_E2E_STOP_API'] === '1')) return undefined
  return processes().find(({ command }) => command.startsWith('kube-apiserver') && command.includes(auditLog))?.pid
}

function processes(): readonly { readonly pid: number; readonly command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), command: textOf(Number(name), 'cmdline') }))
}

function textOf(pid: number, file: 'cmdline' | 'environ'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ')
  } catch {
    // It ended meanwhile.
    return ''
  }
}

/** mulberry32: 0 to 1, the same row for the same seed. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
