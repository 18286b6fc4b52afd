import type { Certificate, Issued, OpenRequest } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { type AnswerTrust, checkAnswer } from './check-answer.ts'
import { explainUnused } from './explain-unused.ts'
import { importKey, isSameKey, publicKeyInfo } from './key.ts'
import { findOpen } from './open-requests.ts'
import { endOf, fingerprintOf, showName } from './read-certificate.ts'
import { nameOf, readSigned, type SignedCertificate } from './read-signed.ts'
import { refuseAnswers } from './refuse-answers.ts'
import { findStrangers } from './share-trust.ts'
import { toCertificate } from './to-certificate.ts'

export interface ImportInput {
  readonly folder: string
  /** What the plan asks for today. */
  readonly requests: readonly CertificateRequest[]
  readonly open: readonly OpenRequest[]
  /** What is stored now. */
  readonly current: readonly Certificate[]
  readonly trust: AnswerTrust | undefined
}

export interface Imported {
  readonly issued: readonly Issued[]
  /** Nobody has signed them yet. */
  readonly remaining: readonly OpenRequest[]
  /** What a person should know about good answers. */
  readonly problems: readonly Problem[]
}

/**
 * Matches what was signed to the open requests by public key, and checks all of it: one wrong certificate, and none is taken.
 *
 * @throws StackError CERTIFICATE_INVALID with everything that is wrong; USAGE when the folder is not there.
 */
export async function importSigned(input: ImportInput, now: Date, io: Io): Promise<Imported> {
  const { folder, requests, open, current, trust } = input
  const { certificates, problems: unreadable } = await readSigned(folder, io)
  const wanted = requests.flatMap((request) => {
    const found = findOpen(request, open)
    return found === undefined ? [] : [{ request, entry: found }]
  })
  const matched = wanted.map(({ request, entry }) => ({ request, entry, answer: newestFor(entry, certificates) }))
  const answered = matched.flatMap(({ answer, ...rest }) => (answer === undefined ? [] : [{ ...rest, answer }]))

  const cas = certificates.filter(({ certificate }) => certificate.ca).map(({ certificate }) => certificate.toString())
  const checked = await Promise.all(
    answered.map(({ request, entry, answer }) =>
      checkAnswer(
        { request, keyPem: entry.keyPem, pem: [answer.certificate.toString(), ...cas].join('\n'), source: answer.file },
        trust,
        now,
      ),
    ),
  )
  const stranger = findUnmatched(certificates, input)
  const problems = [...unreadable, ...checked.flatMap((one) => one.problems), ...stranger]
  const issued = checked.flatMap((one) => one.issued ?? [])
  const errors = problems.filter(({ severity }) => severity === 'error')
  const apart = errors.length > 0 ? [] : findApart(issued, current, requests, now)
  const hint = 'Nothing was taken over. Correct it and import again: the requests are as they were.'
  if (errors.length + apart.length > 0) throw refuseAnswers([...problems, ...apart], hint)

  const done = new Set(answered.map(({ entry }) => entry))
  const remaining = wanted.map(({ entry }) => entry).filter((entry) => !done.has(entry))
  const owners = new Map(current.map(({ fingerprint, component }) => [fingerprint, component]))
  const unused = explainUnused({ folder, certificates, owners, remaining, none: issued.length === 0 })
  return { issued, remaining, problems: [...problems, ...unused] }
}

/** Signed twice: the one that lives longer. */
function newestFor(entry: OpenRequest, certificates: readonly SignedCertificate[]): SignedCertificate | undefined {
  const key = publicKeyInfo(importKey(entry.keyPem))
  return certificates
    .filter(({ certificate }) => isSameKey(certificate, key))
    .toSorted((a, b) => endOf(b.certificate).getTime() - endOf(a.certificate).getTime())[0]
}

/** Leaves for a key that nobody here has; what was imported before is no stranger. */
function findUnmatched(
  certificates: readonly SignedCertificate[],
  { open, current, requests }: ImportInput,
): readonly Problem[] {
  const today = requests.flatMap((request) => findOpen(request, open) ?? [])
  const known = new Set(current.map(({ fingerprint }) => fingerprint))
  const keys = open.map((entry) => ({ entry, key: publicKeyInfo(importKey(entry.keyPem)) }))
  return certificates.flatMap(({ certificate, file }): readonly Problem[] => {
    if (certificate.ca || known.has(fingerprintOf(certificate))) return []
    const owner = keys.find(({ key }) => isSameKey(certificate, key))?.entry
    if (owner !== undefined && today.includes(owner)) return []
    const named = today.find(({ component }) => component === nameOf(file))
    const names = today.map(({ component }) => component).join(', ')
    return [
      {
        severity: 'error',
        code: 'CERTIFICATE_INVALID',
        message:
          owner !== undefined
            ? `${file} answers a request of ${owner.component} that is not the one of today: its names or key kind changed since`
            : named !== undefined
              ? `${file} is for another key than the request of ${named.component} (subject ${showName(certificate.subject)})`
              : `${file} is for a key that no open request has (subject ${showName(certificate.subject)})`,
        hint: `Have the requests signed as they are; open: ${names === '' ? 'none' : names}.`,
      },
    ]
  })
}

/** A root that the other certificates do not know would cut the stack in two. */
function findApart(
  issued: readonly Issued[],
  current: readonly Certificate[],
  requests: readonly CertificateRequest[],
  now: Date,
): readonly Problem[] {
  const fresh = issued.map(toCertificate)
  const stay = current.filter(
    ({ component, notAfter }) =>
      requests.some((request) => request.component === component) &&
      !fresh.some((one) => one.component === component) &&
      new Date(notAfter) > now,
  )
  const apart = findStrangers([...fresh, ...stay])
  if (apart.length === 0) return []
  const others = stay.map(({ component }) => component).join(', ')
  return [
    {
      severity: 'error',
      code: 'CERTIFICATE_INVALID',
      message:
        stay.length === 0
          ? `these certificates end at different roots, so the components would not trust one another: ${apart.join(', ')}`
          : `these certificates end at another root than those that ${others} have, and they would not trust one another`,
      hint:
        stay.length === 0
          ? 'Have all of them signed under one root, or give every root in certificates.external.ca_file.'
          : 'Have all of them signed by the new CA and import them together: `mcp-deploy certs --force` makes the requests.',
    },
  ]
}
