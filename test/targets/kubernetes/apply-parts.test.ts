import { expect, test } from 'vitest'
import { StackError } from '../../../src/errors.ts'
import type { BundleObject, SecretDatum } from '../../../src/model/kubernetes.ts'
import { Secret } from '../../../src/model/secret.ts'
import { chooseHint } from '../../../src/targets/hints.ts'
import { wholeLines } from '../../../src/targets/kubernetes/evidence.ts'
import { signs } from '../../../src/targets/kubernetes/failure.ts'
import type { KubeObject, Pod } from '../../../src/targets/kubernetes/kube-objects.ts'
import { choosePods, prefixOf } from '../../../src/targets/kubernetes/logs.ts'
import { oneOffPod } from '../../../src/targets/kubernetes/one-off.ts'
import { explainRefusal, inPlace } from '../../../src/targets/kubernetes/refusal.ts'
import { requestBody } from '../../../src/targets/kubernetes/secret-contents.ts'
import { reduce } from '../../../src/targets/kubernetes/watch.ts'
import { oneSecret } from '../../support/kubernetes-bundle.ts'

const object = (data?: BundleObject['data']): BundleObject => ({
  key: 'v1/Secret/x',
  apiVersion: 'v1',
  kind: 'Secret',
  name: 'x',
  component: 'x',
  wave: -1,
  contentNamed: true,
  manifest: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x' } },
  hash: 'h',
  pending: [],
  ...(data === undefined ? {} : { data }),
})
const value = { kind: 'secret', parts: [{ kind: 'reference', secret: 'TOKEN', encoding: 'none' }] } as const
const decode = (text: unknown) => Buffer.from(String(text), 'base64').toString()

test('the values of a Secret are in a body that does not show itself', () => {
  const data: Readonly<Record<string, SecretDatum>> = {
    plain: { kind: 'text', text: 'a certificate' },
    key: { kind: 'text', text: new Secret('key', 'private') },
    TOKEN: { kind: 'env', name: 'TOKEN', value },
    '.dockerconfigjson': { kind: 'pull', credentials: [{ registry: 'r.io', username: 'u', password: value }] },
  }
  const body = requestBody(object(data), oneSecret('the token'))
  expect(String(body)).toBe('[secret body of v1/Secret/x]')
  const parsed = JSON.parse(body instanceof Secret ? body.reveal() : body)
  expect(decode(parsed.data.plain)).toBe('a certificate')
  expect(decode(parsed.data.key)).toBe('private')
  expect(decode(parsed.data.TOKEN)).toBe('the token')
  expect(JSON.parse(decode(parsed.data['.dockerconfigjson']))).toEqual({
    auths: { 'r.io': { username: 'u', password: 'the token', auth: Buffer.from('u:the token').toString('base64') } },
  })
  expect(requestBody(object(), oneSecret())).toBe('{"apiVersion":"v1","kind":"Secret","metadata":{"name":"x"}}')
})

test('what is pending is never applied', () => {
  const pending = { kind: 'pending', pending: { pending: 'certificate', key: 'k' } } as const
  expect(() => requestBody(object({ key: pending }), oneSecret())).toThrow(StackError)
})

const refusals: readonly (readonly [number, object, RegExp, RegExp])[] = [
  [
    409,
    {
      message: 'Apply failed with 2 conflicts',
      details: {
        causes: [
          { reason: 'FieldManagerConflict', message: 'conflict with "robot" using apps/v1', field: '.spec.replicas' },
          { reason: 'FieldManagerConflict', message: 'conflict with "robot" using apps/v1', field: '.spec.paused' },
        ],
      },
    },
    /^Deployment\/x: robot set spec.replicas, spec.paused, which/,
    /--force-conflicts/,
  ],
  [
    422,
    { message: 'x', details: { causes: [{ field: 'spec.selector', message: 'Invalid value: field is immutable' }] } },
    /spec\.selector cannot be changed/,
    /kubectl delete deployment\/x/,
  ],
  [422, { message: 'spec.x: Required value' }, /Required value/, /generate/],
  [403, { message: 'services "x" is forbidden: exceeded quota: small' }, /exceeded quota/, /resourcequota/],
  [403, { message: 'cannot patch resource' }, /cannot patch/, /mcp-deploy rbac/],
  [404, { message: 'not found' }, /no such kind/, /api-resources/],
  [500, { message: 'webhook failed' }, /answered 500: webhook failed/, /mcp-deploy plan/],
]
test.each(refusals)('%s %o', (status, body, reason, hint) => {
  const refusal = explainRefusal('Deployment/x', { status, body: { ...body }, text: '' })
  expect(refusal.reason).toMatch(reason)
  expect(refusal.hint).toMatch(hint)
})

test('a command in a hint goes to the cluster and the namespace that are meant', () => {
  const place = { kubectl: { program: 'kubectl', args: ['--context', 'e2e', '--namespace', 'demo'] } }
  const hint = 'Make it again: kubectl delete deployment/x, or mcp-deploy rbac | kubectl apply -f -'
  expect(inPlace(place, hint)).toBe(
    'Make it again: kubectl --context e2e --namespace demo delete deployment/x, or mcp-deploy rbac | kubectl apply -f -',
  )
})

test('a StatefulSet keeps its data when it is made again', () => {
  const body = { message: 'Forbidden: updates to statefulset spec for fields other than replicas are forbidden' }
  expect(explainRefusal('StatefulSet/postgres', { status: 422, body, text: '' }).hint).toContain('--cascade=orphan')
})

test.each([
  ['its pods cannot be made: exceeded quota: small, requested: pods=1', /quota/],
  ['no node can take it: 0/1 nodes are available: 1 Insufficient memory.', /memory_request/],
  ['no node can take it: 1 node(s) didn’t match Pod’s node affinity/selector', /node_selector/],
  ['cannot be configured: secret "absent" not found', /not there/],
  ['cannot be configured: container has runAsNonRoot and image has non-numeric user (app)', /run_as_user/],
  ['image x cannot be pulled: access denied', /pull_credentials/],
  ['image x cannot be pulled: not found', /mcp-deploy build/],
  ['image x cannot be pulled: dial tcp: timeout', /registry:/],
  ['exited (1) and restarted once', /^The whole log/],
])('%s', (text, hint) => {
  expect(chooseHint('failed-x', text, signs)).toMatch(hint)
})

test('a watch’s events one by one', () => {
  const known = new Map<string, KubeObject>()
  const event = (type: 'ADDED' | 'DELETED' | 'BOOKMARK', name: string) => ({ type, object: { metadata: { name } } })
  expect(reduce(known, event('ADDED', 'a'))).toBe(true)
  expect(reduce(known, event('BOOKMARK', ''))).toBe(false)
  expect([...known.keys()]).toEqual(['a'])
  expect(reduce(known, event('DELETED', 'a'))).toBe(true)
  expect(reduce(known, event('DELETED', 'a'))).toBe(false)
})

test('a log that is cut loses the line that may be half', () => {
  expect(wholeLines('a\n\nb\n')).toEqual(['a', 'b'])
  expect(wholeLines(`half\n${'x'.repeat(20_000)}\nb`)).toEqual(['x'.repeat(20_000), 'b'])
  expect(wholeLines(Array.from({ length: 1000 }, (_, at) => `${at}`).join('\n'))[0]).toBe('1')
})

const pod = (name: string, component: string): Pod => ({
  metadata: {
    name,
    labels: { 'app.kubernetes.io/name': `mcp-plugin-${component.toLowerCase()}` },
    annotations: { 'mcp-stack.dev/name': component },
  },
  spec: { containers: [{ name: 'main' }] },
})

test('logs are told apart by component, and by pod where there are several', () => {
  const pods = [pod('mcp-plugin-opa-1-bbb', 'OPA'), pod('mcp-plugin-opa-1-aaa', 'OPA'), pod('mcp-plugin-x-1-c', 'X')]
  const chosen = choosePods(pods, [])
  expect(chosen.map((one) => prefixOf(one, chosen))).toEqual(['OPA/aaa', 'OPA/bbb', 'X'])
  expect(choosePods(pods, ['mcp-plugin-x']).map(({ metadata }) => metadata.name)).toEqual(['mcp-plugin-x-1-c'])
  expect(() => choosePods(pods, ['absent'])).toThrow('no pod of absent is there')
})

test('a pod for one question is like the gateway’s but serves nobody', () => {
  const container = { name: 'main', image: 'i', args: ['serve'], ports: [{}], readinessProbe: {}, env: [{ name: 'A' }] }
  const spec = { containers: [container], serviceAccountName: 'mcp-stack' }
  const template = { metadata: { labels: { 'app.kubernetes.io/name': 'mcpgateway' } }, spec }
  const attempt = { name: 'run', template, program: 'p', timeoutSeconds: 10, python: 'python3' }
  const made = JSON.parse(JSON.stringify(oneOffPod(attempt, { 'mcp-stack.dev/stack': 'demo' })))
  expect(made.metadata.labels).toEqual({ 'mcp-stack.dev/stack': 'demo', 'mcp-stack.dev/role': 'gateway' })
  expect(made.spec).toMatchObject({ restartPolicy: 'Never', serviceAccountName: 'mcp-stack' })
  expect(Object.keys(made.spec.containers[0]).toSorted()).toEqual(['command', 'env', 'image', 'name', 'volumeMounts'])
  expect(JSON.stringify(made)).not.toContain('"p"')
  const asking = JSON.parse(JSON.stringify(oneOffPod({ ...attempt, gateway: '10.0.0.7' }, {})))
  expect(asking.spec.containers[0].env).toEqual([{ name: 'A' }, { name: 'MCP_STACK_GATEWAY', value: '10.0.0.7' }])
})
