import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { addAction, runAct } from '../../support/act.ts'
import { cluster } from '../../support/cluster.ts'
import type { ClusterStack } from '../../support/cluster-stack.ts'
import { openLightStack } from '../../support/light-stack.ts'
import { readMachine } from '../../support/machine.ts'
import { mustEnd, type ToolRun } from '../../support/tool.ts'
import { workloadsOf } from '../../support/workloads.ts'

// The action on the cluster, by act: the kubeconfig is a secret of the repository, handed over as a text.

const home = mkdtempSync(join(tmpdir(), 'mcp-e2e-act-'))

describe.skipIf(cluster === null)('the action on a cluster', () => {
  let stack: ClusterStack
  let kubeconfig: string

  beforeAll(async () => {
    stack = await openLightStack('action')
    addAction(stack.folder)
    // As YAML: act's file of secrets has no way to write a double quote.
    kubeconfig = stringify(JSON.parse(readFileSync(stack.kubeconfig, 'utf8')))
    mkdirSync(join(home, 'temporary'))
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
    const workflow = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./
        env:
          RUNNER_TEMP: ${join(home, 'temporary')}
          API_KEY: \${{ secrets.API_KEY }}
        with:
          kubeconfig: \${{ secrets.KUBECONFIG_TEXT }}
`
    // The cluster's own kubectl, as a runner has one, and the Node of an action.
    const path = [readMachine().pipelines?.node24, stack.env['PATH']].join(delimiter)
    const secrets = { API_KEY: stack.env['API_KEY'] ?? '', KUBECONFIG_TEXT: kubeconfig }
    return runAct(stack.folder, workflow, { home, environment: { PATH: path }, secrets })
  }
})
