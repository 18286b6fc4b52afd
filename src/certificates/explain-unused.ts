import type { OpenRequest } from '../model/certificate.ts'
import type { Problem } from '../model/problem.ts'
import { fingerprintOf } from './read-certificate.ts'
import { nameOf, type SignedCertificate } from './read-signed.ts'

interface Unused {
  readonly folder: string
  readonly certificates: readonly SignedCertificate[]
  /** Whom the stack has each certificate for, by fingerprint. */
  readonly owners: ReadonlyMap<string, string>
  /** Nobody has signed them yet. */
  readonly remaining: readonly OpenRequest[]
  /** Nothing was taken from the folder. */
  readonly none: boolean
}

/** Why requests still wait although a folder was given: it is empty, has the answers of the last time, or one under a wrong name. */
export function explainUnused({ folder, certificates, owners, remaining, none }: Unused): readonly Problem[] {
  if (remaining.length === 0) return []
  const leaves = certificates.filter(({ certificate }) => !certificate.ca)
  if (leaves.length === 0 && none) {
    return certificates.length === 0
      ? [warning(`${folder} holds no certificate`, 'One that is read ends in .crt, .cert, .cer, .pem or .der.')]
      : [warning(`${folder} holds certificates of CAs only`, 'Put what was signed beside them, as NAME.crt.')]
  }
  const had = leaves.flatMap(({ certificate, file }) => {
    const owner = owners.get(fingerprintOf(certificate))
    return owner === undefined ? [] : [{ file, owner }]
  })
  const misnamed = had.flatMap(({ file, owner }) => {
    const named = remaining.find(({ component }) => component === nameOf(file) && component !== owner)
    if (named === undefined) return []
    const what = `${file} is the certificate of ${owner}, which it has already, and not one of ${named.component}`
    return [warning(what, `Have the request of ${named.component} signed.`)]
  })
  if (!none || misnamed.length > 0 || had.length === 0) return misnamed
  const files = had.map(({ file }) => file).join(', ')
  return [
    warning(
      `${folder} holds only certificates that the stack has already: ${files}`,
      'Give the answers to these requests.',
    ),
  ]
}

function warning(message: string, hint: string): Problem {
  return { severity: 'warning', code: 'WORK_PENDING', message, hint }
}
