import { expect, test } from 'vitest'
import * as paths from '../../../src/targets/kubernetes/paths.ts'

test.each([
  ['apps/v1', 'Deployment', 'mcpgateway', '/apis/apps/v1/namespaces/x/deployments/mcpgateway'],
  ['v1', 'Service', undefined, '/api/v1/namespaces/x/services'],
  ['v1', 'Namespace', 'x', '/api/v1/namespaces/x'],
  ['v1', 'Node', undefined, '/api/v1/nodes'],
  ['networking.k8s.io/v1', 'Ingress', 'a', '/apis/networking.k8s.io/v1/namespaces/x/ingresses/a'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'a', '/apis/networking.k8s.io/v1/namespaces/x/networkpolicies/a'],
  ['coordination.k8s.io/v1', 'Lease', 'a', '/apis/coordination.k8s.io/v1/namespaces/x/leases/a'],
])('%s %s %s', (apiVersion, kind, name, path) => {
  expect(paths.pathOf(apiVersion, kind, 'x', name)).toBe(path)
})

test('a kind of the same name in another group is another kind', () => {
  expect(paths.knownResource('serving.knative.dev/v1', 'Service')).toBeUndefined()
  expect(() => paths.pathOf('serving.knative.dev/v1', 'Service', 'x')).toThrow('serving.knative.dev/v1 Service')
})

test('of an unknown kind the server says the plural', () => {
  const resources = [
    { name: 'services/status', kind: 'Service', namespaced: true },
    { name: 'services', kind: 'Service', namespaced: true },
  ]
  const found = paths.discoveredResource('serving.knative.dev/v1', 'Service', { resources })
  expect(found && paths.resourcePath(found, 'x', 'a')).toBe('/apis/serving.knative.dev/v1/namespaces/x/services/a')
  expect(paths.discoveryPath('serving.knative.dev/v1')).toBe('/apis/serving.knative.dev/v1')
  expect(paths.discoveredResource('a/v1', 'Service', {})).toBeUndefined()
})

test('queries are encoded, what is not said is left out', () => {
  expect(paths.listPath('v1', 'Pod', 'x', { labelSelector: 'mcp-stack.dev/stack=a,b', limit: 5 })).toBe(
    '/api/v1/namespaces/x/pods?labelSelector=mcp-stack.dev%2Fstack%3Da%2Cb&limit=5',
  )
  expect(paths.logPath('x', 'p-1', { container: 'c', tailLines: 20, previous: true })).toBe(
    '/api/v1/namespaces/x/pods/p-1/log?container=c&tailLines=20&previous=true',
  )
  expect(paths.withQuery('/a?b=1', { c: 2 })).toBe('/a?b=1&c=2')
})

const accepted = (path: string, groups?: readonly string[]) =>
  paths.acceptPaths('mcp', groups).some((one) => new RegExp(one).test(path))

test.each([
  '/version',
  '/api/v1/namespaces/mcp',
  '/api/v1/namespaces/mcp/pods/a/log',
  '/apis/apps/v1/namespaces/mcp/deployments',
  '/apis/apps/v1',
  '/api/v1/nodes',
  '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
])('the proxy lets %s through', (path) => {
  expect(accepted(path, paths.knownGroups)).toBe(true)
  expect(accepted(path)).toBe(true)
})

test.each([
  '/api/v1/namespaces',
  '/api/v1/namespaces/other/secrets',
  '/api/v1/namespaces/mcp2/secrets',
  '/api/v1/secrets',
  '/api/v1/nodes/a/proxy/metrics',
  '/apis/apps/v1/namespaces/other/deployments',
  '/apis/apps/v1/deployments',
  '/apis/authorization.k8s.io/v1/subjectaccessreviews',
])('and not %s', (path) => {
  expect(accepted(path, paths.knownGroups)).toBe(false)
  expect(accepted(path)).toBe(false)
})

test('groups nobody uses stay closed; every pattern is one word of a list with commas', () => {
  expect(accepted('/apis/example.org/v1/namespaces/mcp/things', paths.knownGroups)).toBe(false)
  expect(accepted('/apis/example.org/v1/namespaces/mcp/things')).toBe(true)
  expect(paths.acceptPaths('mcp', paths.knownGroups).join('')).not.toContain(',')
})

test('of the cluster’s issuers only the one that signs', () => {
  const path = (name: string) => `/apis/cert-manager.io/v1/clusterissuers/${name}`
  const open = (issuer?: string) => (one: string) =>
    paths.acceptPaths('mcp', paths.knownGroups, issuer).some((pattern) => new RegExp(pattern).test(path(one)))
  expect(['corp.ca', 'corp-ca', 'other'].map(open('corp.ca'))).toEqual([true, false, false])
  expect(open()('corp.ca')).toBe(false)
  expect(paths.pathOf('cert-manager.io/v1', 'ClusterIssuer', 'mcp', 'corp.ca')).toBe(path('corp.ca'))
})

test('the path of an object in kubectl’s words', () => {
  expect(paths.resourceArgument(paths.pathOf('apps/v1', 'Deployment', 'mcp', 'mcpgateway'))).toBe(
    'deployments.v1.apps/mcpgateway',
  )
  expect(paths.resourceArgument(paths.pathOf('v1', 'Service', 'mcp', 'mcpgateway'))).toBe('services/mcpgateway')
})
