import type { Condition, KubeObject } from './kube-objects.ts'

/** cert-manager's `Certificate`, in the parts that are read here. */
export interface CertificateObject extends KubeObject {
  readonly status?: { readonly conditions?: readonly ObservedCondition[] }
}

/** Its `CertificateRequest`: one attempt to have a certificate signed. */
export interface CertificateRequestObject extends KubeObject {
  readonly status?: { readonly conditions?: readonly Condition[] }
}

interface ObservedCondition extends Condition {
  /** Generation of the object that it is about. */
  readonly observedGeneration?: number
}

export interface CertificateLook {
  readonly state: 'ready' | 'progressing' | 'failed'
  readonly message: string
}

/** How long an issuer that is not there or not ready may take to come, in seconds: it may have been made a moment ago. */
export const issuerGraceSeconds = 20

/**
 * Where a Certificate stands: ready for its newest generation, failed for good, or on its way with the last words of whoever
 * is asked. Pure.
 *
 * @param requests  All of the namespace, or undefined where they may not be listed.
 */
export function lookAtCertificate(
  certificate: CertificateObject,
  requests: readonly CertificateRequestObject[] | undefined,
  waitedSeconds: number,
): CertificateLook {
  const { metadata, status } = certificate
  const find = (type: string) => status?.conditions?.find((condition) => condition.type === type)
  const [ready, issuing] = [find('Ready'), find('Issuing')]
  const isCurrent = (ready?.observedGeneration ?? 0) >= (metadata.generation ?? 0)
  if (ready?.status === 'True' && isCurrent && issuing?.status !== 'True') return { state: 'ready', message: 'issued' }

  const attempt = latestOf(requests ?? [], metadata.name)
  const refused = refusalOf(attempt)
  if (refused !== undefined) return { state: 'failed', message: refused }
  if (hasFailed(certificate)) return { state: 'failed', message: issuing?.message ?? 'it failed' }

  const waits = attempt?.status?.conditions?.find(({ type }) => type === 'Ready')
  const message = waits?.message ?? issuing?.message ?? ready?.message ?? 'cert-manager has not seen it yet'
  const isIssuers = waits?.reason === 'Pending' && /not found|Ready status condition|not ready/i.test(message)
  return { state: isIssuers && waitedSeconds >= issuerGraceSeconds ? 'failed' : 'progressing', message }
}

/** The last attempt failed; cert-manager waits an hour and more before the next one of the same wish. Pure. */
export function hasFailed({ status }: CertificateObject): boolean {
  const issuing = status?.conditions?.find(({ type }) => type === 'Issuing')
  return issuing?.status === 'False' && issuing.reason !== undefined && issuing.reason !== 'Issued'
}

function refusalOf(attempt: CertificateRequestObject | undefined): string | undefined {
  const conditions = attempt?.status?.conditions ?? []
  const said = conditions.find(
    ({ status, type }) => status === 'True' && (type === 'Denied' || type === 'InvalidRequest'),
  )
  if (said !== undefined)
    return `${said.type === 'Denied' ? 'denied' : 'invalid'}: ${said.message ?? said.reason ?? ''}`
  const ready = conditions.find(({ type }) => type === 'Ready')
  return ready?.status === 'False' && ready.reason === 'Failed' ? (ready.message ?? 'it failed') : undefined
}

/** The newest attempt for a Certificate. */
function latestOf(requests: readonly CertificateRequestObject[], name: string): CertificateRequestObject | undefined {
  const revision = ({ metadata }: KubeObject) =>
    Number(metadata.annotations?.['cert-manager.io/certificate-revision'] ?? 0)
  return requests
    .filter(({ metadata }) => metadata.annotations?.['cert-manager.io/certificate-name'] === name)
    .toSorted((a, b) => revision(b) - revision(a))[0]
}
