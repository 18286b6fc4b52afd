import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cluster } from '../../support/cluster.ts'
import type { ClusterStack } from '../../support/cluster-stack.ts'
import { openLightStack } from '../../support/light-stack.ts'
import { callDuring, openLoad } from '../../support/load.ts'
import { openRequestStack } from '../../support/request-stack.ts'
import { mustEnd, reportOf } from '../../support/tool.ts'
import { podNames, rolled } from '../../support/workloads.ts'

// The CA of a real stack changes while it is called, and whoever changes it is killed in every phase. In this order.

const [gateway, wordguard, beta] = ['mcpgateway', 'mcp-plugin-wordguard', 'mcp-plugin-beta'] as const
const leastCalls = 2000
/** On two busy cores a gateway answers three calls in a second; more callers would only take what its start needs. */
const limits = { seconds: 1500, callers: 2 }

describe.skipIf(cluster === null)('the CA of a real stack on Kubernetes', () => {
  let stack: ClusterStack

  beforeAll(async () => {
    stack = await openRequestStack('rollover')
    stack.change((file) => {
      file.ci_cd.deploy['rolling'] = 'parallel'
      // The calls take what the gateways need for their start.
      file.ci_cd.deploy['timeout'] = 900
      file.gateway.env_vars['RATE_LIMITING_ENABLED'] = 'false'
    })
    mustEnd(await stack.run('deploy'), 0)
    openLoad(stack.namespace)
  })

  afterAll(() => {
    stack?.close()
  })

  test('a CA that rolls over under load loses no call, killed in each of its phases and run again', {
    timeout: 1_800_000,
  }, async () => {
    const planned = reportOf(mustEnd(await stack.run('certs rotate', '--ca', '--dry-run', '--json'), 0))
    expect(planned.problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/phase 1 of 3: .* rolls gateway, WordGuard, MailMask/),
    )
    const [old] = await authorities()
    const before = await podNames(stack.namespace)
    const token = mustEnd(await stack.run('token'), 0).stdout.trim()

    const work = async () => {
      // Plugins are on their way; the gateway is; everything is on its way or has come.
      await killIn(1, (name) => name.startsWith(wordguard))
      await killIn(2, (name) => name === gateway)
      expect(await authorities()).toHaveLength(2)
      const refused = mustEnd(await stack.run('rollback', '--json'), 1)
      expect(reportOf(refused).problems).toContainEqual(
        expect.objectContaining({ code: 'ROLL_BACK_REFUSED', message: expect.stringContaining('phase 2 of 3') }),
      )
      await killIn(3, () => true)
      // Any deploy goes on with it.
      return await stack.run('deploy', '--json')
    }
    const { load, result } = await callDuring(stack.namespace, token, leastCalls, work, limits)
    console.info(
      `a CA rolled over under load: ${JSON.stringify(load.counts)} in ${load.seconds.toFixed(0)} s; the first of each: ${JSON.stringify(load.examples)}`,
    )
    expect(reportOf(mustEnd(result, 0)).verification?.outcome).toBe('passed')
    expect(load.examples).toEqual({ blocked: expect.any(String), allowed: expect.any(String) })
    expect(Object.values(load.counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(leastCalls)

    const now = await authorities()
    expect(now).toHaveLength(1)
    expect(now).not.toContain(old)
    const after = await podNames(stack.namespace)
    expect(rolled(before, after)).toEqual(expect.arrayContaining([gateway]))
    expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
  })

  /** Starts the change of the CA and kills it, without a chance to clean up, when a workload of that name rolls in that phase. */
  async function killIn(phase: number, isMeant: (name: string) => boolean): Promise<void> {
    const running = stack.start('certs rotate', '--ca')
    let said = ''
    running.child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    running.child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const over = running.ended.then(() => true)
    const waitFor = async (what: () => Promise<boolean> | boolean) => {
      while (!(await what())) {
        if (await Promise.race([over, sleep(200, false)])) throw new Error(`ended before phase ${phase}:\n${said}`)
      }
    }
    await waitFor(() => said.includes(`phase ${phase} of 3`))
    const before = await podNames(stack.namespace)
    await waitFor(async () => rolled(before, await podNames(stack.namespace)).some(isMeant))
    running.child.kill('SIGKILL')
    expect((await running.ended).exitCode).toBe(137)
  }

  /** Fingerprints of the CAs that components trust, by what is stored. */
  async function authorities(): Promise<readonly (string | undefined)[]> {
    const { certificates } = reportOf(await stack.run('certs check', '--stored-only', '--json'))
    return certificates.filter(({ kind }) => kind === 'ca').map(({ fingerprint }) => fingerprint)
  }
})

describe.skipIf(cluster === null)('one certificate of a stack on Kubernetes', () => {
  let stack: ClusterStack

  beforeAll(async () => {
    stack = await openLightStack('rotate')
    mustEnd(await stack.run('deploy'), 0)
  })

  afterAll(() => {
    stack?.close()
  })

  test('one certificate issued anew, or due, rolls its plugin and the gateway only', async () => {
    const touched = async (exitCode: number, command: string, ...flags: readonly string[]) => {
      const before = await podNames(stack.namespace)
      const report = reportOf(mustEnd(await stack.run(command, ...flags, '--json'), exitCode))
      const issued = report.certificates
        .filter(({ how, kind }) => how === 'issued' && kind !== 'ca')
        .map(({ component }) => component)
      const names = rolled(before, await podNames(stack.namespace))
      return { issued, rolled: [...new Set(names.map((name) => name.replace(/-r\d$/, '')))] }
    }
    const only = { issued: ['Beta'], rolled: [beta, gateway] }
    stack.change((file) => {
      file['certificates'] = { validity_days: 20, renew_before_days: 5 }
    })
    // It proves what it made, whatever the file says, and these images answer nobody.
    expect(await touched(4, 'certs rotate', '--plugin', 'Beta')).toEqual(only)
    // The twenty days that it has begin with its window; the others have ninety.
    stack.change((file) => {
      file['certificates'] = { validity_days: 21, renew_before_days: 20 }
    })
    expect(await touched(0, 'deploy')).toEqual(only)
    expect(await touched(0, 'deploy')).toEqual({ issued: [], rolled: [] })
  })
})
