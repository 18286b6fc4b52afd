import { expect, test } from 'vitest'
import { Secret } from '../../src/model/secret.ts'
import { decodeState, encodeState } from '../../src/targets/state-codec.ts'
import { component, release, state } from './values.ts'

const full = {
  ...state({
    ...release(1, [component('OPA')]),
    variables: {
      MCPS_1: {
        parts: [
          { kind: 'kept' as const, text: new Secret('MCPS_1', 'postgresql://') },
          { kind: 'reference' as const, secret: 'DB', encoding: 'url' as const },
        ],
      },
    },
  }),
  authority: { certificatePem: 'CA', keyPem: new Secret('key of the CA', 'CA KEY') },
  certificates: [
    {
      component: 'OPA',
      kind: 'server' as const,
      chainPem: 'CHAIN',
      keyPem: new Secret('key of OPA', 'LEAF KEY'),
      trustBundlePem: 'CA',
      fingerprint: 'aa',
      issuer: 'bb',
      dnsNames: ['opa'],
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2026-04-01T00:00:00.000Z',
    },
  ],
  rollOver: { phase: 'leaves' as const, oldTrustPem: 'CA', newTrustPem: 'CA 2', startedAt: '2026-03-01T00:00:00.000Z' },
  generated: { JWT_SECRET_KEY: new Secret('JWT_SECRET_KEY', 'generated value') },
}

test('a state comes back as it was, secrets too', () => {
  const text = encodeState({ sequence: 7, state: full })
  const record = decodeState(text)
  expect(record?.sequence).toBe(7)
  expect(record?.state).toEqual(full)
  expect(record?.state.generated['JWT_SECRET_KEY']?.reveal()).toBe('generated value')
  expect(record?.state.authority?.keyPem.reveal()).toBe('CA KEY')
  expect(record?.state.certificates[0]?.keyPem.reveal()).toBe('LEAF KEY')
})

test('any text that was cut off is no state', () => {
  const text = encodeState({ sequence: 7, state: full })
  for (let length = 0; length < text.length - 1; length += 1) expect(decodeState(text.slice(0, length))).toBeUndefined()
})

test('a changed byte is no state', () => {
  expect(decodeState(encodeState({ sequence: 7, state: full }).replace('CHAIN', 'CHAIR'))).toBeUndefined()
})

test('a newer schema is refused with the version that wrote it', () => {
  const text = encodeState({ sequence: 7, state: full }).replace('"schema":1', '"schema":2')
  expect(() => decodeState(text)).toThrow(
    expect.objectContaining({ code: 'STATE_NEWER', message: expect.stringContaining('0.1.0') }),
  )
})
