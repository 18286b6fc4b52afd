import { StackError } from '../errors.ts'
import type { CertificateAuthority, CertificateState } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import { isPending } from '../model/pending.ts'
import type { Problem } from '../model/problem.ts'
import { type Judged, keep, postpone, replaceAll } from './judged.ts'
import { findStrangers } from './share-trust.ts'
import { toCertificate } from './to-certificate.ts'

/** Has everything signed that has a mismatch; the rest is kept. */
export async function issueMismatched(
  judged: readonly Judged[],
  authority: CertificateAuthority,
  io: Io,
): Promise<readonly CertificateState[]> {
  const wanted = judged.filter(({ mismatch }) => mismatch !== undefined)
  const answers = await authority.issue(
    wanted.map(({ request }) => request),
    io.clock.now(),
  )
  const answerOf = new Map(wanted.map(({ request }, index) => [request, answers[index]]))
  return judged.map((entry) => {
    if (entry.mismatch === undefined) return keep(entry)
    const answer = answerOf.get(entry.request)
    if (answer === undefined || isPending(answer)) return postpone(entry)
    io.redactor.add(answer.keyPem)
    return { request: entry.request, certificate: toCertificate(answer), how: 'issued', reason: entry.mismatch.reason }
  })
}

/**
 * The same for an authority whose root is known only when it has answered: a new root signs everything anew, for what another
 * one signed would not be trusted beside it.
 *
 * @throws StackError AUTHORITY_FAILED when it signs under several roots.
 */
export async function issueTogether(
  judged: readonly Judged[],
  authority: CertificateAuthority,
  io: Io,
): Promise<readonly CertificateState[]> {
  const first = await issueMismatched(judged, authority, io)
  if (strangersIn(first).length === 0) return first
  const kept = judged.filter(({ mismatch }) => mismatch === undefined)
  const again = await issueMismatched(kept.map(replaceAll), authority, io)
  const states = first.map((state) => again.find(({ request }) => request === state.request) ?? state)
  const strangers = strangersIn(states)
  if (strangers.length === 0) return states
  throw new StackError({
    code: 'AUTHORITY_FAILED',
    message: `the signer answered under several roots, so not every component would trust ${strangers.join(', ')}`,
    hint: 'Give all of its roots in certificates.external.ca_file, or have it sign under one.',
  })
}

/** A signer whose root nobody had named before: who has its old certificate and who has a new one refuse one another. */
export function tellAnotherRoot(
  judged: readonly Judged[],
  states: readonly CertificateState[],
  now: Date,
): readonly Problem[] {
  const had = judged.flatMap(({ found }) => found?.certificate ?? []).filter(({ notAfter }) => new Date(notAfter) > now)
  const has = states.flatMap(({ certificate }) => certificate ?? [])
  if (findStrangers([...had, ...has]).length === 0) return []
  return [
    {
      severity: 'warning',
      code: 'CERTIFICATE_EXPIRING',
      message: `the signer answered under another root than before, so it signed ${has.length === 1 ? 'the certificate' : `all ${has.length} certificates`} anew`,
      hint: 'Calls between gateway and plugins fail until both have theirs. Where certificates.external.ca_file names its root, the CA changes in phases.',
    },
  ]
}

function strangersIn(states: readonly CertificateState[]): readonly string[] {
  return findStrangers(states.flatMap(({ certificate }) => certificate ?? []))
}
