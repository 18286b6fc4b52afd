import type { CertificateAuthority, CertificateOutcome, CertificateState, OpenRequest } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { type Judged, keep, postpone } from './judged.ts'
import { findOpen, stillOpen } from './open-requests.ts'

/** Why a certificate is not there yet, or is still the one of before. */
export const waits = 'its request waits for a signature'

/**
 * The outcome with a signer that answers another day: what still works is used until then, what is missing or broken is pending.
 * Requests are made once; `dry` makes none.
 */
export async function awaitSignatures(
  judged: readonly Judged[],
  authority: CertificateAuthority & { readonly openRequests: readonly OpenRequest[] },
  { dry }: { readonly dry: boolean },
  problems: readonly Problem[],
  io: Io,
): Promise<CertificateOutcome> {
  const inUse = judged.flatMap(({ found }) => found?.certificate ?? [])
  const open = stillOpen(
    authority.openRequests,
    judged.map(({ request }) => request),
    inUse,
  )
  const certificates = judged.map((entry) => stateOf(entry, open))
  const waiting = certificates.filter((state) => state.waiting === true)
  const all = waiting.length === 0 ? problems : [...problems, tell(waiting)]
  if (dry) return { certificates, problems: all }

  const due = judged.filter(({ mismatch }) => mismatch !== undefined).map(({ request }) => request)
  const answers = await authority.issue(due, io.clock.now())
  const asked = answers.flatMap((answer) => ('openRequest' in answer ? [answer.openRequest] : []))
  for (const { keyPem } of asked) io.redactor.add(keyPem)
  const openRequests = [...new Set([...open, ...asked])].toSorted((a, b) => (a.component < b.component ? -1 : 1))
  return { certificates, openRequests, problems: all }
}

function stateOf(entry: Judged, open: readonly OpenRequest[]): CertificateState {
  const { request, found, mismatch } = entry
  if (mismatch === undefined) {
    // Asked for anew, although it is still good: `certs --force`.
    return findOpen(request, open) === undefined ? keep(entry) : { ...keep(entry), waiting: true, reason: waits }
  }
  const reason = `${mismatch.reason}; ${waits}`
  if (found === undefined || mismatch.urgent) return { ...postpone(entry), waiting: true, reason }
  return { ...keep(entry), waiting: true, reason }
}

function tell(waiting: readonly CertificateState[]): Problem {
  const names = waiting.map(({ request }) => request.component)
  const used = waiting.filter(({ certificate }) => certificate !== undefined).length
  const until = used === waiting.length ? '; what runs is used until then' : ''
  return {
    severity: 'warning',
    code: 'WORK_PENDING',
    message: `somebody has to sign the ${names.length === 1 ? 'request' : 'requests'} of ${names.join(', ')}${until}`,
    hint: 'Have the requests signed, then: mcp-deploy certs import DIR',
  }
}
