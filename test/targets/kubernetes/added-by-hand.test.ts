import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addedByHand, takenOver } from '../../../src/targets/kubernetes/added-by-hand.ts'
import { joinFields, splitFields } from '../../../src/targets/kubernetes/field-sets.ts'
import type { KubeObject } from '../../../src/targets/kubernetes/kube-objects.ts'

/** What test/recorded/kubernetes/README.md tells the origin of. */
const touched: Readonly<Record<'deployment' | 'service', KubeObject>> = JSON.parse(
  readFileSync(new URL('../../recorded/kubernetes/by-hand.json', import.meta.url), 'utf8'),
)

const container = {
  name: 'app',
  image: 'localhost/e2e-k8s/busybox:1',
  imagePullPolicy: 'IfNotPresent',
  command: ['sleep', '100000'],
  ports: [{ name: 'https', containerPort: 8000 }],
  env: [
    { name: 'KEPT', value: 'ours' },
    { name: 'OTHER', value: 'ours' },
  ],
}
const template = { metadata: { labels: { app: 'app' } }, spec: { enableServiceLinks: false, containers: [container] } }
const deployment = { spec: { replicas: 1, selector: { matchLabels: { app: 'app' } }, template } }
const service = { spec: { selector: { app: 'app' }, ports: [{ name: 'https', port: 8000, targetPort: 'https' }] } }

const pod = 'spec.template.spec'
const hand = '(added by hand)'
const removed = { after: '(removed)' }

test('what was added by hand is named, a restart and a label are not, no word of it is shown', () => {
  const added = addedByHand(touched.deployment, deployment, { own: false })
  expect(added).toEqual([
    { field: `${pod}.containers[app].args`, before: hand, ...removed },
    { field: `${pod}.containers[app].ports[8000]`, before: hand, ...removed },
    { field: `${pod}.containers[app].securityContext.runAsUser`, before: '1000', ...removed },
    { field: `${pod}.containers[app].env[LOG_LEVEL]`, before: hand, ...removed },
    { field: `${pod}.containers[app].env[OTHER].valueFrom.fieldRef`, before: hand, ...removed },
    { field: `${pod}.containers[sidecar]`, before: hand, ...removed },
    { field: `${pod}.terminationGracePeriodSeconds`, before: '5', ...removed },
  ])
  expect(JSON.stringify(added)).not.toMatch(/TRACE|password|s3cret/)
  expect(addedByHand(touched.service, service, { own: false }).map(({ field }) => field)).toEqual([
    'spec.ports[9000]',
    'spec.sessionAffinity',
    'spec.sessionAffinityConfig.clientIP.timeoutSeconds',
  ])
})

test('what we want besides is nobody’s addition', () => {
  const wanted = { spec: { template: { spec: { ...template.spec, terminationGracePeriodSeconds: 9 } } } }
  const fields = addedByHand(touched.deployment, wanted, { own: false }).map(({ field }) => field)
  expect(fields).not.toContain(`${pod}.terminationGracePeriodSeconds`)
})

test('what other managers added is theirs', () => {
  const as = (change: object): KubeObject => {
    const managedFields = (touched.deployment.metadata.managedFields ?? []).map((entry) =>
      entry.manager?.startsWith('kubectl') === true ? { ...entry, ...change } : entry,
    )
    return { ...touched.deployment, metadata: { name: 'app', managedFields } }
  }
  const added = (live: KubeObject) => addedByHand(live, deployment, { own: true })
  for (const change of [
    { manager: 'vpa-updater' },
    { manager: 'kubectl-client-side-apply' },
    { operation: 'Apply' },
    { subresource: 'scale' },
    { apiVersion: 'apps/v2' },
  ])
    expect(added(as(change))).toEqual([])
  expect(takenOver(as({ manager: 'vpa-updater' }), deployment)).toBeUndefined()
})

test('taken over: ours and nobody’s else, the rest stays where it is, and it is found again', () => {
  const managedFields = takenOver(touched.deployment, deployment) ?? []
  const of = (manager: string) => managedFields.find((entry) => entry.manager === manager)
  expect(of('mcp-stack-deploy')).toMatchObject({ operation: 'Apply', fieldsType: 'FieldsV1', time: expect.any(String) })
  expect(JSON.stringify(of('mcp-stack-deploy')?.fieldsV1)).toMatch(/LOG_LEVEL.*sidecar/)
  // The value of a wanted variable is a conflict, which the apply takes over.
  expect(JSON.stringify(of('kubectl-set')?.fieldsV1)).toMatch(/KEPT/)
  expect(JSON.stringify(of('kubectl-set')?.fieldsV1)).not.toMatch(/LOG_LEVEL/)
  for (const gone of ['kubectl-patch', 'kubectl-edit']) expect(of(gone)).toBeUndefined()
  const before = touched.deployment.metadata.managedFields ?? []
  for (const kept of ['kubectl-rollout', 'kubectl-label', 'kube-controller-manager'])
    expect(of(kept)).toEqual(before.find(({ manager }) => manager === kept))

  const between = { ...touched.deployment, metadata: { ...touched.deployment.metadata, managedFields } }
  expect(addedByHand(between, deployment, { own: false })).toEqual([])
  const fields = (live: KubeObject) =>
    addedByHand(live, deployment, { own: true })
      .map(({ field }) => field)
      .toSorted()
  expect(fields(between)).toEqual(fields(touched.deployment))
  expect(takenOver(between, deployment)).toBeUndefined()
})

test('sets of fields: what has something below it is a member only with a dot', () => {
  expect(joinFields({ 'f:a': {} }, { 'f:a': { 'f:b': {} }, 'f:c': {} })).toEqual({
    'f:a': { '.': {}, 'f:b': {} },
    'f:c': {},
  })
  const items = { 'f:x': { 'v:"a"': {}, 'v:"b"': {}, 'k:{"port":1,"protocol":"UDP"}': { '.': {} } } }
  expect(splitFields(items, { x: ['a'] })).toEqual({
    named: { 'f:x': { 'v:"a"': {} } },
    unnamed: { 'f:x': { 'v:"b"': {}, 'k:{"port":1,"protocol":"UDP"}': { '.': {} } } },
  })
})
