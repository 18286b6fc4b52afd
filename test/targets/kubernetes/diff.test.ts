import { expect, test } from 'vitest'
import { diffStack } from '../../../src/targets/kubernetes/diff.ts'
import { gateway, running } from '../values.ts'
import { deployed, kubeBundle, liveObject, liveWith, object, objectsOf, plugin, releaseOf } from './values.ts'

const [opa, pii, gate] = [plugin('OPA'), plugin('PII'), gateway()]
const account = object('ServiceAccount', 'mcp-stack', 'stack', { wave: -1 })
const whole = kubeBundle([opa, pii, gate], account)

const actions = (changes: ReturnType<typeof diffStack>) =>
  changes.filter(({ action }) => action !== 'unchanged').map(({ action, component }) => `${action} ${component}`)

test('in an empty namespace everything is created, in waves', () => {
  const live = liveWith([], whole, { objects: [], namespaceExists: false }, [])
  const namespace = object('Namespace', 'demo', 'stack', { wave: -2 })
  const changes = diffStack(kubeBundle([opa, pii, gate], account, namespace), live)
  expect(changes.map(({ action, service, wave }) => [service, wave, action])).toEqual([
    ['Namespace/demo', -2, 'create'],
    ['ServiceAccount/mcp-stack', -1, 'create'],
    ['opa', 1, 'create'],
    ['pii', 1, 'create'],
    ['mcpgateway', 2, 'create'],
  ])
  expect(changes[2]?.objects).toEqual([
    { object: 'Deployment/opa', action: 'create' },
    { object: 'Service/opa', action: 'create' },
  ])
})

test('what was written and not touched is unchanged, also where Secrets cannot be listed', () => {
  const secret = object('Secret', 'opa-env-0123456789', 'OPA', { contentNamed: true, wave: -1 })
  const bundle = kubeBundle([opa, pii, gate], account, secret)
  expect(actions(diffStack(bundle, deployed(bundle)))).toEqual([])
  const unlisted = deployed(bundle)
  const objects = (unlisted.kubernetes?.objects ?? []).filter(({ kind }) => kind !== 'Secret')
  expect(actions(diffStack(bundle, deployed(bundle, { secretsListed: false, objects })))).toEqual([])
  expect(actions(diffStack(bundle, deployed(bundle, { objects })))).toEqual(['update OPA'])
})

test('a changed plugin says what changed, and the gateway rolls because of it in words', () => {
  const newer = { ...opa, hash: 'new', fields: { image: 'OPA:2' } }
  const rolled = { ...gate, hash: 'rolled', fields: { ...gate.fields, plugins: 'b' } }
  const live = deployed(kubeBundle([opa, pii, { ...gate, fields: { ...gate.fields } }], account))
  const changes = diffStack(kubeBundle([newer, pii, rolled], account), live)
  expect(actions(changes)).toEqual(['update OPA', 'update gateway'])
  expect(changes[0]?.reasons).toEqual([{ field: 'image', before: 'OPA:1', after: 'OPA:2' }])
  expect(changes[2]?.reasons).toEqual([
    { field: 'plugin restarted', why: 'plugin OPA restarts; calls through it fail closed until the gateway is back' },
  ])
})

test('another number of pods, or another Service, is no restart', () => {
  const live = deployed(kubeBundle([opa, pii, { ...gate }], account))
  const [deployment, service] = objectsOf(opa)
  const bundle = kubeBundle([{ ...opa, fields: { ...opa.fields, replicas: '2' } }, pii, gate], account)
  const objects = (bundle.kubernetes?.objects ?? []).map((one) =>
    one.key === deployment?.key || one.key === service?.key ? { ...one, hash: 'other' } : one,
  )
  const changes = diffStack({ ...bundle, kubernetes: { objects, unnamed: [] } }, live)
  expect(actions(changes)).toEqual(['update OPA'])
  expect(changes[0]).toMatchObject({
    reasons: [{ field: 'replicas', after: '2' }],
    objects: [
      { object: 'Deployment/opa', action: 'update' },
      { object: 'Service/opa', action: 'update' },
    ],
  })
})

test('drift is named field by field; what only looks touched is left alone', () => {
  const [deployment, service] = [objectsOf(gate)[0]?.key ?? '', objectsOf(opa)[1]?.key ?? '']
  const live = deployed(whole)
  const objects = live.kubernetes?.objects.map((one) =>
    one.key === deployment || one.key === service ? { ...one, resourceVersion: '99' } : one,
  )
  const findings = {
    [deployment]: { kind: 'drift' as const, fields: [{ field: 'spec.replicas', before: '5', after: '2' }] },
    [service]: { kind: 'same' as const },
  }
  const changes = diffStack(whole, deployed(whole, { ...(objects && { objects }), findings }))
  expect(actions(changes)).toEqual(['update gateway'])
  const why = 'drift: Deployment/mcpgateway was changed since release 3 wrote it'
  expect(changes.at(-1)?.reasons).toEqual([{ field: 'spec.replicas', before: '5', after: '2', why }])
})

test('an object that somebody removed comes back, and is named', () => {
  const live = deployed(whole)
  const objects = live.kubernetes?.objects.filter(({ key }) => key !== 'v1/Service/opa')
  const changes = diffStack(whole, deployed(whole, { ...(objects && { objects }) }))
  expect(actions(changes)).toEqual(['update OPA'])
  expect(changes[0]?.reasons).toEqual([{ field: 'Service/opa', why: 'it is not there (release 3 is live)' }])
})

test('a plugin that is not wanted any more goes last, with all that is its own', () => {
  const certificates = object('Secret', 'pii-certs-0123456789', 'PII', { contentNamed: true })
  const before = kubeBundle([opa, pii, gate], account, certificates)
  const changes = diffStack(kubeBundle([opa, gate], account), deployed(before))
  expect(actions(changes)).toEqual(['delete PII'])
  expect(changes.at(-1)).toMatchObject({
    service: 'pii',
    wave: 3,
    // Its certificates stay until two releases have passed.
    objects: [
      { object: 'Deployment/pii', action: 'delete' },
      { object: 'Service/pii', action: 'delete' },
    ],
  })
})

test('only what an inventory lists is removed', () => {
  const before = kubeBundle([opa, pii, gate], account)
  const foreign = liveObject(object('ConfigMap', 'by-hand', 'PII'))
  const live = deployed(before)
  const objects = [...(live.kubernetes?.objects ?? []), foreign]
  const changes = diffStack(kubeBundle([opa, gate], account), deployed(before, { objects }))
  expect(changes.at(-1)?.objects?.map((one) => one.object)).toEqual(['Deployment/pii', 'Service/pii'])
})

test('a plugin that started after a gateway pod, and a component that is broken, restart', () => {
  const components = [running(opa, 30), running(pii, 10), running(gate, 20)]
  const changes = diffStack(whole, deployed(whole, {}, components))
  expect(actions(changes)).toEqual(['restart gateway'])
  expect(changes.at(-1)?.reasons).toEqual([
    { field: 'plugin restarted', why: 'plugin OPA started after the gateway did' },
  ])
  const broken = running(pii, 10, { readiness: 'failed', message: 'exited (1) and restarted 4 times' })
  const ill = diffStack(whole, deployed(whole, {}, [running(opa), broken, running(gate, 20)]))
  expect(actions(ill)).toEqual(['restart PII', 'restart gateway'])
})

test('a gateway that only gets more pods restarts all the same when a plugin did', () => {
  const components = [running(opa, 30), running(pii, 10), running(gate, 20)]
  const more = { ...gate, fields: { ...gate.fields, replicas: '3' } }
  const bundle = kubeBundle([opa, pii, more], account)
  const objects = (bundle.kubernetes?.objects ?? []).map((one) => {
    return one.key === 'apps/v1/Deployment/mcpgateway' ? { ...one, hash: 'three' } : one
  })
  const changes = diffStack({ ...bundle, kubernetes: { objects, unnamed: [] } }, deployed(whole, {}, components))
  expect(changes.at(-1)).toMatchObject({
    action: 'restart',
    reasons: [{ field: 'replicas', after: '3' }, { field: 'plugin restarted' }],
    objects: [{ object: 'Deployment/mcpgateway', action: 'update' }],
  })
})

test('rolling: parallel moves a plugin beside its old revision, and no call fails', () => {
  const [old, next] = [
    plugin('OPA', { service: 'mcp-plugin-opa-r1' }),
    plugin('OPA', { service: 'mcp-plugin-opa-r2', hash: 'new', fields: { image: 'OPA:2' } }),
  ]
  const before = kubeBundle([old, gate], account)
  const changes = diffStack(kubeBundle([next, { ...gate, hash: 'moved' }], account), deployed(before))
  expect(changes).toMatchObject([
    {
      component: 'OPA',
      service: 'mcp-plugin-opa-r2',
      action: 'update',
      reasons: [{ field: 'image', before: 'OPA:1', after: 'OPA:2' }],
      objects: [
        { object: 'Deployment/mcp-plugin-opa-r2', action: 'create' },
        { object: 'Service/mcp-plugin-opa-r2', action: 'create' },
        { object: 'Deployment/mcp-plugin-opa-r1', action: 'delete' },
        { object: 'Service/mcp-plugin-opa-r1', action: 'delete' },
      ],
    },
    {
      component: 'gateway',
      action: 'update',
      reasons: [
        {
          field: 'plugin moved',
          why: 'plugin OPA moves to revision r2; the old one serves until the gateway has moved',
        },
      ],
    },
  ])
})

test('what a killed run left behind goes with the next change', () => {
  const current = plugin('OPA', { service: 'mcp-plugin-opa-r2' })
  const left = plugin('OPA', { service: 'mcp-plugin-opa-r1' })
  const bundle = kubeBundle([current, gate], account)
  const objects = [...(bundle.kubernetes?.objects ?? []), ...objectsOf(left)].map((one) => liveObject(one))
  const failed = releaseOf(2, kubeBundle([left, gate], account), { status: 'interrupted' })
  const live = liveWith([failed, releaseOf(3, bundle)], bundle, { objects })
  const changes = diffStack(bundle, live)
  expect(actions(changes)).toEqual(['update OPA'])
  expect(changes[0]?.reasons).toContainEqual({
    field: 'Deployment/mcp-plugin-opa-r1',
    why: 'it is not wanted any more',
  })
})
