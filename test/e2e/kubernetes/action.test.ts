import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { commitStack, copyAction, runAct } from '../../support/act.ts'
import { cluster } from '../../support/cluster.ts'
import type { ClusterStack } from '../../support/cluster-stack.ts'
import { openLightStack } from '../../support/light-stack.ts'
import { readMachine } from '../../support/machine.ts'
import { fencedBlocks } from '../../support/snippets.ts'
import { mustEnd, type ToolRun } from '../../support/tool.ts'
import { workloadsOf } from '../../support/workloads.ts'

// The README's workflow, line by line, by act and on the cluster: the kubeconfig is a secret of the repository, handed over as a text.

const home = mkdtempSync(join(tmpdir(), 'mcp-e2e-act-'))
const released = join(home, 'released')

/** The first workflow of the README, as people copy it. */
function readmeWorkflow(): string {
  const blocks = fencedBlocks('yaml').filter(
    ({ name, text }) => name.startsWith('README') && text.includes('uses: ibm/'),
  )
  const [block] = blocks
  if (block === undefined) throw new Error('the README shows no workflow')
  return block.text
}

describe.skipIf(cluster === null)('the action on a cluster', () => {
  let stack: ClusterStack
  let kubeconfig: string

  beforeAll(async () => {
    stack = await openLightStack('action')
    mkdirSync(released)
    copyAction(released)
    commitStack(stack.folder)
    // As YAML: act's file of secrets has no way to write a double quote.
    kubeconfig = stringify(JSON.parse(readFileSync(stack.kubeconfig, 'utf8')))
  })

  afterAll(() => {
    stack?.close()
    rmSync(home, { recursive: true, force: true })
  })

  test('deploys with a kubeconfig that is a secret, of which nothing is shown or left', async () => {
    const run = mustEnd(await job(), 0)
    expect(run.stdout).toMatch(/deploy succeeded.*release 1/)
    const workloads = await workloadsOf(stack.namespace)
    expect(Object.keys(workloads).sort()).toEqual(['mcp-plugin-alpha', 'mcp-plugin-beta', 'mcpgateway'])
    for (const line of kubeconfig.split('\n').filter((text) => /(?:token|-data):/.test(text))) {
      const value = line.slice(line.indexOf(':') + 1).trim()
      expect(run.stdout.includes(value), line.slice(0, 20)).toBe(false)
    }
  })

  test('a second run has nothing to do', async () => {
    expect(mustEnd(await job(), 0).stdout).toContain('= nothing to do')
  })

  function job(): Promise<ToolRun> {
    // The cluster's own kubectl, as a runner has one, and the Node of an action.
    const path = [readMachine().pipelines?.node24, stack.env['PATH']].join(delimiter)
    const secrets = { API_KEY: stack.env['API_KEY'] ?? '', KUBECONFIG: kubeconfig }
    return runAct(stack.folder, readmeWorkflow(), { home, environment: { PATH: path }, secrets, released })
  }
})
