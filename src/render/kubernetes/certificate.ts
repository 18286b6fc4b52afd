import { certificateKind, requestMark, wholeRenewDays } from '../../model/cert-manager.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import type { CertificateRequest } from '../../model/plan.ts'
import type { CertificatesConfig, IssuerReference, JsonObject } from '../../model/stack.ts'
import type { Sketch } from './draw.ts'
import type { Words } from './labels.ts'

type Metadata = {
  readonly name: string
  readonly namespace: string
  readonly labels: Words
  readonly annotations: Words
}

/** Our profile in cert-manager's words: one usage, so that a plugin's certificate does not pass as a client's (CONTRACT §4). */
const usages = {
  client: ['digital signature', 'client auth'],
  server: ['digital signature', 'server auth'],
} as const

/** A `Certificate` as its template sees it; the Secret of the same name is cert-manager's. */
export function viewCertificate(
  request: CertificateRequest,
  issuer: IssuerReference,
  { annotations, ...metadata }: Metadata,
): Pick<Sketch, 'template' | 'apiVersion' | 'kind' | 'view'> {
  const { commonName, dnsNames, keyAlgorithm, kind, validityDays } = request
  const renewDays = wholeRenewDays(request)
  const view = {
    ...metadata,
    annotations: { ...annotations, [objectLabels.request]: requestMark(request, issuer) },
    commonName,
    dnsNames,
    duration: days(validityDays),
    // It wants five minutes at least, and takes a third of the life where nothing is said.
    renewBefore: renewDays === 0 ? undefined : days(renewDays),
    usages: usages[kind],
    privateKey: { ...algorithms[keyAlgorithm], encoding: 'PKCS8', rotationPolicy: 'Always' },
    issuer,
  }
  return { template: 'certificate', ...certificateKind, view }
}

const algorithms: Readonly<Record<CertificatesConfig['keyAlgorithm'], JsonObject>> = {
  'ecdsa-p256': { algorithm: 'ECDSA', size: 256 },
  'rsa-2048': { algorithm: 'RSA', size: 2048 },
  'rsa-3072': { algorithm: 'RSA', size: 3072 },
  'rsa-4096': { algorithm: 'RSA', size: 4096 },
}

/** As Go writes a duration: what the server stores is then what was sent. */
function days(count: number): string {
  return `${count * 24}h0m0s`
}
