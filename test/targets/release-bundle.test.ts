import { expect, test } from 'vitest'
import { Secret } from '../../src/model/secret.ts'
import { restoreCompose } from '../../src/render/restore-compose.ts'
import { component, gateway, release, state } from './values.ts'

test('a release is a bundle again, with the certificates of today', () => {
  const certificate = {
    component: 'OPA',
    kind: 'server' as const,
    chainPem: 'TODAY',
    keyPem: new Secret('key', 'TODAY KEY'),
    trustBundlePem: 'CA',
    fingerprint: 'aa',
    issuer: 'bb',
    dnsNames: [],
    notBefore: '',
    notAfter: '',
  }
  const stored = {
    ...release(2, [component('OPA'), gateway()]),
    contents: {
      'demo_opa-certs-1': { component: 'OPA', kind: 'certificates' as const, mountPath: '/app/certs/mcp', files: {} },
      'demo_gateway-config-1': {
        component: 'gateway',
        kind: 'config' as const,
        mountPath: '/c',
        files: { 'plugins.yaml': 'a' },
      },
    },
    variables: { MCPS_1: { parts: [{ kind: 'reference' as const, secret: 'TOKEN', encoding: 'none' as const }] } },
  }
  const made = restoreCompose(stored, { ...state(stored), certificates: [certificate] })
  expect(made.files).toEqual([{ path: 'compose.yaml', text: 'services: {}' }])
  expect(made.components.map(({ name, wave, contents }) => [name, wave, contents])).toEqual([
    ['OPA', 1, ['demo_opa-certs-1']],
    ['gateway', 2, ['demo_gateway-config-1']],
  ])
  expect(made.contents[0]?.files).toEqual({
    'server.crt': 'TODAY',
    'server.key': certificate.keyPem,
    'ca.crt': 'CA',
  })
  expect(made.contents[1]?.files).toEqual({ 'plugins.yaml': 'a' })
  expect(made.variables['MCPS_1']).toEqual({
    kind: 'secret',
    parts: [{ kind: 'reference', secret: 'TOKEN', encoding: 'none' }],
  })
})
