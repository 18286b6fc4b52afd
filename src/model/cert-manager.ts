import { createHash } from 'node:crypto'
import { objectLabels } from './kubernetes.ts'
import type { CertificateRequest } from './plan.ts'
import type { Secret } from './secret.ts'
import type { IssuerReference } from './stack.ts'

export const certManagerGroup = 'cert-manager.io'

/** What is asked of cert-manager: one object per component; it keeps the answer in the Secret of the same name. */
export const certificateKind = { apiVersion: `${certManagerGroup}/v1`, kind: 'Certificate' } as const

/** Name of a component's Certificate and of its Secret: it never changes, for cert-manager writes the Secret again. */
export function leafSecret(service: string): string {
  return `${service}-certs`
}

export function isCertificate({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean {
  return apiVersion === certificateKind.apiVersion && kind === certificateKind.kind
}

/** A Certificate, or its metadata alone, that asks for a component's leaf: the user's own, from extra manifests, carry no mark. */
export function asksForLeaf(object: {
  readonly apiVersion?: unknown
  readonly kind?: unknown
  readonly metadata?: unknown
}): boolean {
  const { annotations } = Object(object.metadata) as { readonly annotations?: Readonly<Record<string, unknown>> }
  return (
    object.apiVersion === certificateKind.apiVersion &&
    object.kind === certificateKind.kind &&
    annotations?.[objectLabels.request] !== undefined
  )
}

/** A leaf that the target's own authority made and keeps, as it was last seen there. Nothing of it is in our state. */
export interface KeptLeaf {
  readonly component: string
  /** The Secret that holds it; pods mount it under this name. */
  readonly secretName: string
  /** What it was asked for (`requestMark`); absent on one that somebody else asked for. */
  readonly request?: string
  /** Absent: the authority has not answered yet. `trustBundlePem` is empty where the issuer says no CA. */
  readonly answer?: { readonly chainPem: string; readonly keyPem: Secret; readonly trustBundlePem: string }
}

/** Says in an annotation what a certificate was asked for, so that another wish is seen whatever patches add to the object. */
export function requestMark(request: CertificateRequest, issuer: IssuerReference | undefined): string {
  const { commonName, dnsNames, keyAlgorithm, kind, validityDays } = request
  const wish = [issuer?.group, issuer?.kind, issuer?.name, kind, commonName, dnsNames, keyAlgorithm]
  return createHash('sha256')
    .update(JSON.stringify([...wish, validityDays, wholeRenewDays(request)]))
    .digest('hex')
    .slice(0, 16)
}

/** Its `renewBefore` in days; 0 leaves it to cert-manager, which takes a third of the life. Another number would be another wish. */
export function wholeRenewDays({
  renewBeforeDays,
  validityDays,
}: Pick<CertificateRequest, 'renewBeforeDays' | 'validityDays'>): number {
  return renewBeforeDays ?? Math.floor(validityDays / 3)
}
