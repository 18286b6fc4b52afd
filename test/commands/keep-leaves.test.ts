import { expect, test } from 'vitest'
import { keepLeaves } from '../../src/commands/keep-leaves.ts'
import type { Certificate, CertificateState } from '../../src/model/certificate.ts'
import { Secret } from '../../src/model/secret.ts'
import { component, gateway, release, state } from '../targets/values.ts'

const leaf = (name: string, fingerprint: string): Certificate => ({
  component: name,
  kind: 'server',
  chainPem: '',
  keyPem: new Secret('key', 'k'),
  trustBundlePem: '',
  fingerprint,
  issuer: 'CN=ca',
  dnsNames: [],
  notBefore: '2026-11-23T08:00:00.000Z',
  notAfter: '2027-02-21T08:00:00.000Z',
})

const issued = (certificate: Certificate): CertificateState => ({
  request: {
    component: certificate.component,
    kind: 'server',
    commonName: '',
    dnsNames: [],
    keyAlgorithm: 'ecdsa-p256',
    validityDays: 90,
    renewBeforeDays: 30,
  },
  certificate,
  how: 'issued',
})

test('a plugin that left the configuration keeps its leaf while a release could bring it back', () => {
  const stored = {
    ...state(release(1, [gateway(), component('Gone')])),
    certificates: [leaf('Gone', 'old'), leaf('Stays', 'old'), leaf('Forgotten', 'old')],
  }
  const kept = keepLeaves(stored, { certificates: [issued(leaf('Stays', 'new'))], problems: [] })
  expect(kept.map(({ component: name, fingerprint }) => `${name} ${fingerprint}`)).toEqual(['Stays new', 'Gone old'])
})

test('what the target keeps is not stored; a leaf of before is, while a release mounts it', () => {
  const mounts = (revision: number, name: string) => ({
    ...release(revision, [gateway(), component(name)]),
    objects: [
      {
        apiVersion: 'v1',
        kind: 'Secret',
        name: `${name}-certs`,
        component: name,
        wave: -1,
        contentNamed: true,
        manifest: {},
        values: { kind: 'certificates' as const, component: name },
      },
    ],
  })
  const moved = (name: string): CertificateState => ({
    ...issued(leaf(name, 'elsewhere')),
    secretName: `${name}-certs`,
  })
  const stored = {
    ...state(mounts(1, 'Before'), release(2, [gateway(), component('Never')])),
    certificates: [leaf('Before', 'old'), leaf('Never', 'old')],
  }
  const kept = keepLeaves(stored, { certificates: [moved('Before'), moved('Never')], problems: [] })
  expect(kept.map(({ component: name, fingerprint }) => `${name} ${fingerprint}`)).toEqual(['Before old'])
})
