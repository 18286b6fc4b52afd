import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { planStack } from '../../../src/plan/plan-stack.ts'
import type { Place } from '../../../src/targets/kubernetes/api.ts'
import { isLocalOnly, loadCommand, loadImages } from '../../../src/targets/kubernetes/load-images.ts'
import { comparePlatforms } from '../../../src/targets/kubernetes/platforms.ts'
import { neededRights, roleFor } from '../../../src/targets/kubernetes/rights.ts'
import { edge } from '../../certificates/fixtures.ts'
import { stackConfig } from '../../plan/stack-config.ts'
import { component } from '../values.ts'

const folder = mkdtempSync(join(tmpdir(), 'load-images-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** kind, k3d and minikube are not on this machine: a stand-in on PATH writes down how it was called. */
function standIn(program: string, exitCode = 0): string {
  const calls = join(folder, `${program}.calls`)
  const script = `#!/bin/sh\necho "$@" >> ${calls}\necho "no such cluster" >&2\nexit ${exitCode}\n`
  writeFileSync(join(folder, program), script)
  chmodSync(join(folder, program), 0o755)
  return calls
}

function placeOf(context: string): Place {
  const io = edge(new Date(), { PATH: `${folder}${delimiter}${process.env['PATH']}` })
  const kubectl = { program: 'kubectl', args: ['--context', context, '--namespace', 'x'] }
  // No request is made to the cluster here.
  return { io, kubectl, namespace: 'x', stack: 'demo', api: Object(undefined) }
}

const local = component('A', { image: 'sha256:1', tag: 'mcp-stack/demo/a:1' })

test.each([
  ['kind', 'kind-dev', 'load docker-image --name dev mcp-stack/demo/a:1'],
  ['k3d', 'k3d-dev', 'image import --cluster dev mcp-stack/demo/a:1'],
  ['minikube', 'minikube', '--profile minikube image load mcp-stack/demo/a:1'],
])('%s loads what only the local engine has', async (program, context, expected) => {
  const calls = standIn(program)
  const pulled = component('B', { image: 'r.io/b@sha256:2', tag: 'r.io/b:2' })
  expect(await loadImages(placeOf(context), [local, pulled])).toEqual([])
  expect(readFileSync(calls, 'utf8').trim()).toBe(expected)
})

test('an image that cannot be loaded is a failure of its component', async () => {
  standIn('kind', 1)
  expect(await loadImages(placeOf('kind-dev'), [local])).toEqual([
    expect.objectContaining({ component: 'A', reason: expect.stringContaining('no such cluster') }),
  ])
})

test('other clusters load nothing', () => {
  expect(loadCommand('production', ['x'])).toBeUndefined()
  expect(isLocalOnly({ image: 'r.io/b@sha256:2', tag: 'r.io/b:2' })).toBe(false)
})

const node = (architecture: string, more: object = {}) => ({
  metadata: { name: architecture, labels: { 'kubernetes.io/arch': architecture } },
  status: { nodeInfo: { architecture, operatingSystem: 'linux' } },
  ...more,
})
const placed = (platforms: readonly string[] = [], nodeSelector = {}) => [{ component: 'A', platforms, nodeSelector }]

test.each([
  ['equal', [node('amd64')], placed(['linux/amd64']), []],
  ['unknown', [node('amd64')], placed(undefined), []],
  ['a variant', [node('arm64')], placed(['linux/arm64/v8']), []],
  ['none', [node('arm64')], placed(['linux/amd64']), ['error']],
  ['some', [node('arm64'), node('amd64')], placed(['linux/amd64']), ['warning']],
  ['chosen', [node('arm64'), node('amd64')], placed(['linux/amd64'], { 'kubernetes.io/arch': 'amd64' }), []],
  ['cordoned', [node('arm64', { spec: { unschedulable: true } }), node('amd64')], placed(['linux/amd64']), []],
])('platforms: %s', (_what, nodes, components, severities) => {
  expect(comparePlatforms(nodes, components).map(({ severity }) => severity)).toEqual(severities)
})

test('secrets are never listed, and read by name only', () => {
  for (const command of ['plan', 'verify', 'deploy'] as const) {
    const secrets = neededRights(command, []).filter(({ resource }) => resource === 'secrets')
    expect(secrets.flatMap(({ verbs }) => verbs)).not.toContain('list')
    for (const { verbs, names } of secrets) if (verbs.includes('get')) expect(names).toHaveLength(2)
  }
})

test('who plans writes nothing, who verifies enters pods', () => {
  const verbs = (command: 'plan' | 'verify') =>
    neededRights(command, []).flatMap((right) => right.verbs.map((verb) => `${verb} ${right.resource}`))
  expect(verbs('plan').filter((one) => !/^(get|list) /.test(one))).toEqual([])
  expect(verbs('verify').filter((one) => !/^(get|list) /.test(one))).toEqual(['create pods/exec'])
})

test('a Role for one namespace', async () => {
  const objects = await roleFor(planStack(stackConfig({ type: 'kubernetes' })), 'deploy')
  expect(objects.map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Role', 'RoleBinding'])
})
