import { expect, test } from 'vitest'
import { diffStack } from '../../src/targets/compose/diff.ts'
import { bundle, component, gateway, live, release, running, state } from './values.ts'

const [opa, pii] = [component('OPA'), component('PII')]
const gate = gateway()
const recorded = state(release(3, [opa, pii, gate]))

const actions = (changes: ReturnType<typeof diffStack>) =>
  Object.fromEntries(changes.map(({ component: name, action }) => [name, action]))

test('on an empty engine everything is created, in waves', () => {
  const postgres = component('postgres', { role: 'postgres', wave: 0 })
  const changes = diffStack(bundle(gate, pii, opa, postgres), live(state()))
  expect(changes.map(({ service, wave, action }) => [service, wave, action])).toEqual([
    ['postgres', 0, 'create'],
    ['opa', 1, 'create'],
    ['pii', 1, 'create'],
    ['mcpgateway', 2, 'create'],
  ])
})

test('what runs as it should is unchanged', () => {
  const changes = diffStack(bundle(opa, pii, gate), live(recorded, running(opa), running(pii), running(gate, 20)))
  expect(actions(changes)).toEqual({ OPA: 'unchanged', PII: 'unchanged', gateway: 'unchanged' })
})

test('a changed plugin says what changed, and the gateway rolls because of it', () => {
  const fields = { image: 'OPA:2', 'env.TOKEN': 'secret:bb', 'env.LEVEL': 'debug' }
  const before = { ...opa, fields: { image: 'OPA:1', 'env.TOKEN': 'secret:aa' } }
  const remembered = state(release(3, [before, pii, gate]))
  const wanted = bundle({ ...opa, hash: 'new', fields }, pii, gate)
  const changes = diffStack(wanted, live(remembered, running(opa), running(pii), running(gate, 20)))
  expect(changes).toMatchObject([
    {
      component: 'OPA',
      action: 'update',
      reasons: [
        { field: 'env.LEVEL', after: 'debug' },
        { field: 'env.TOKEN', secret: true, why: 'changed' },
        { field: 'image', before: 'OPA:1', after: 'OPA:2' },
      ],
    },
    { component: 'PII', action: 'unchanged' },
    {
      component: 'gateway',
      action: 'restart',
      reasons: [
        {
          field: 'plugin restarted',
          why: 'plugin OPA restarts; calls through it fail closed until the gateway is back',
        },
      ],
    },
  ])
  expect(JSON.stringify(changes)).not.toContain('secret:')
})

test('a plugin that is not wanted any more goes last', () => {
  const changes = diffStack(bundle(opa, gate), live(recorded, running(opa), running(pii), running(gate, 20)))
  expect(changes.at(-1)).toMatchObject({ component: 'PII', service: 'pii', action: 'delete', wave: 3 })
  expect(actions(changes)['gateway']).toBe('unchanged')
})

test('what is pending changes, and says when it will be known', () => {
  const wanted = component('OPA', { pending: [{ pending: 'image', key: 'abc' }] })
  const [change] = diffStack(bundle(wanted, gate), live(recorded, running(opa), running(gate, 20)))
  expect(change).toMatchObject({ action: 'update', pending: [{ key: 'abc' }] })
  expect(change?.reasons[0]).toEqual({ field: 'image', why: 'known after build' })
})

test('what runs and no release made is drift; so is a missing or a doubled container', () => {
  const foreign = running(opa, 10, { hash: 'by hand' })
  expect(diffStack(bundle(opa, gate), live(recorded, foreign, running(gate, 20)))[0]).toMatchObject({
    action: 'update',
    reasons: [{ field: 'drift', why: 'what runs is not what release 3 made' }],
  })
  expect(diffStack(bundle(opa), live(recorded))[0]).toMatchObject({ action: 'create', reasons: [{ field: 'drift' }] })
  const doubled = running(opa, 10, { containers: [...running(opa).containers, ...running(opa).containers] })
  expect(diffStack(bundle(opa), live(recorded, doubled))[0]).toMatchObject({
    action: 'restart',
    reasons: [{ field: 'drift' }],
  })
})

test.each(['failed', 'stopped'] as const)('the right thing that has %s is started again', (readiness) => {
  const ill = running(opa, 10, { readiness, message: 'exited (1)' })
  const changes = diffStack(bundle(opa, gate), live(recorded, ill, running(gate, 20)))
  expect(changes).toMatchObject([
    { component: 'OPA', action: 'restart', reasons: [{ field: 'drift', why: 'exited (1)' }] },
    { component: 'gateway', action: 'restart' },
  ])
})

test('a gateway that is older than a plugin has lost its sessions: a run was killed between the two', () => {
  const changes = diffStack(bundle(opa, gate), live(recorded, running(opa, 30), running(gate, 20)))
  expect(changes[1]).toMatchObject({
    action: 'restart',
    reasons: [{ field: 'plugin restarted', why: 'plugin OPA started after the gateway did' }],
  })
})

test('a changed database does not roll the gateway', () => {
  const postgres = component('postgres', { role: 'postgres', wave: 0, hash: 'new' })
  const old = running({ ...postgres, hash: 'old' })
  const changes = diffStack(bundle(postgres, gate), live(state(), old, running(gate, 5)))
  expect(actions(changes)).toEqual({ postgres: 'update', gateway: 'unchanged' })
})
