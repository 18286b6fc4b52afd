import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { ExternalConfig } from '../model/stack.ts'
import { isRoot } from './build-chain.ts'
import type { AnswerTrust } from './check-answer.ts'
import { readCertificates } from './read-certificate.ts'

const source = 'certificates.external.ca_file'

/** @throws StackError CERTIFICATE_INVALID when it cannot be read or holds no root. */
export async function readTrustFile({ caFile }: ExternalConfig, io: Io): Promise<AnswerTrust | undefined> {
  if (caFile === undefined) return undefined
  if (!(await io.files.exists(caFile))) throw wrong(`does not exist: ${caFile}`)
  const pem = await io.files.read(caFile)
  if (!readCertificates(pem, source).some(isRoot)) throw wrong('holds no root certificate, and a chain ends at one')
  return { pem, source }
}

function wrong(what: string): StackError {
  return new StackError({
    code: 'CERTIFICATE_INVALID',
    message: `${source} ${what}`,
    hint: "Give the company's root certificate as PEM, or leave ca_file out: then the root that comes with a chain is taken.",
  })
}
