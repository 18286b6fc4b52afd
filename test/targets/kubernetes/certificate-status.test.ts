import { expect, test } from 'vitest'
import {
  type CertificateObject,
  type CertificateRequestObject,
  hasFailed,
  issuerGraceSeconds,
  lookAtCertificate,
} from '../../../src/targets/kubernetes/certificate-status.ts'

// Conditions as cert-manager 1.20 writes them.

type Conditions = NonNullable<NonNullable<CertificateObject['status']>['conditions']>

const certificate = (conditions: Conditions, generation = 1): CertificateObject => ({
  metadata: { name: 'a-certs', generation },
  status: { conditions },
})
const attempt = (revision: number, conditions: Conditions, name = 'a-certs'): CertificateRequestObject => ({
  metadata: {
    name: `${name}-${revision}`,
    annotations: { 'cert-manager.io/certificate-name': name, 'cert-manager.io/certificate-revision': `${revision}` },
  },
  status: { conditions },
})

const ready = {
  type: 'Ready',
  status: 'True',
  reason: 'Ready',
  message: 'Certificate is up to date',
  observedGeneration: 1,
}
const notReady = {
  ...ready,
  status: 'False',
  reason: 'DoesNotExist',
  message: 'Issuing certificate as Secret does not exist',
}
const issuing = {
  type: 'Issuing',
  status: 'True',
  reason: 'DoesNotExist',
  message: 'Issuing certificate as Secret does not exist',
}
const failed = {
  type: 'Issuing',
  status: 'False',
  reason: 'Failed',
  message: 'The certificate request has failed to complete and will be retried: no',
}

test.each([
  ['ready', certificate([ready])],
  ['progressing', certificate([])],
  ['progressing', { metadata: { name: 'a-certs', generation: 1 } }],
  ['progressing', certificate([notReady, issuing])],
  // Of the object before it was changed.
  ['progressing', certificate([ready], 2)],
  ['progressing', certificate([ready, issuing])],
  ['failed', certificate([notReady, failed])],
] as const)('%s: %j', (state, object) => {
  expect(lookAtCertificate(object, undefined, 0).state).toBe(state)
})

test('the newest attempt of its own tells why', () => {
  const denied = { type: 'Denied', status: 'True', reason: 'policy.cert-manager.io', message: 'not in this namespace' }
  const requests = [attempt(2, [denied]), attempt(1, []), attempt(3, [], 'b-certs')]
  expect(lookAtCertificate(certificate([notReady, issuing]), requests, 0)).toEqual({
    state: 'failed',
    message: 'denied: not in this namespace',
  })
  const refused = { type: 'Ready', status: 'False', reason: 'Failed', message: 'the CA said no' }
  expect(lookAtCertificate(certificate([notReady]), [attempt(1, [refused])], 0)).toEqual({
    state: 'failed',
    message: 'the CA said no',
  })
})

test('an issuer that is not there is waited for a little, and then it is the error', () => {
  const message = 'Referenced "ClusterIssuer" not found: clusterissuer.cert-manager.io "nowhere" not found'
  const requests = [attempt(1, [{ type: 'Ready', status: 'False', reason: 'Pending', message }])]
  const look = (seconds: number) => lookAtCertificate(certificate([notReady, issuing]), requests, seconds)
  expect(look(issuerGraceSeconds - 1)).toEqual({ state: 'progressing', message })
  expect(look(issuerGraceSeconds)).toEqual({ state: 'failed', message })
})

test('a slow signer is no missing issuer', () => {
  const requests = [
    attempt(1, [{ type: 'Ready', status: 'False', reason: 'Pending', message: 'Waiting on certificate issuance' }]),
  ]
  expect(lookAtCertificate(certificate([notReady, issuing]), requests, 200).state).toBe('progressing')
})

test('only an attempt that came to nothing has failed', () => {
  expect(hasFailed(certificate([notReady, failed]))).toBe(true)
  expect(hasFailed(certificate([notReady, issuing]))).toBe(false)
  expect(hasFailed(certificate([ready]))).toBe(false)
})
