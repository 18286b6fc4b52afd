import { X509Certificate } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { splitPem } from './read-certificate.ts'

/** A certificate and the file it was found in. */
export interface SignedCertificate {
  readonly certificate: X509Certificate
  /** As it is named under the folder: `opa.crt`, `opa/tls.crt`. */
  readonly file: string
}

const endings = /\.(?:crt|cert|cer|pem|der)$/i
const wrapped = /\.(?:p7b|p7c|p12|pfx)$/i

/**
 * Every certificate in a folder and in the folders in it, PEM or DER.
 *
 * @throws StackError USAGE when the folder is not there.
 */
export async function readSigned(
  folder: string,
  io: Io,
): Promise<{ readonly certificates: readonly SignedCertificate[]; readonly problems: readonly Problem[] }> {
  const certificates: SignedCertificate[] = []
  const problems: Problem[] = []
  for (const file of await filesIn(folder, io)) {
    if (wrapped.test(file)) problems.push(wrong(file, 'is a PKCS #7 or PKCS #12 container, not PEM', unwrap(file)))
    if (!endings.test(file)) continue
    let bytes: Buffer
    try {
      bytes = Buffer.from(await io.files.readBytes(join(folder, file)))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      problems.push(
        wrong(file, `cannot be read: ${reason}`, 'Put the certificate itself there, as a file, or remove it.'),
      )
      continue
    }
    try {
      certificates.push(...parse(bytes).map((certificate) => ({ certificate, file })))
    } catch {
      problems.push(wrong(file, 'holds no certificate that can be read', 'Give it as PEM, complete, or as DER.'))
    }
  }
  return { certificates, problems }
}

/** `opa.crt`, `opa/tls.crt` → `opa` */
export function nameOf(file: string): string {
  const folder = dirname(file)
  return folder === '.' ? basename(file).replace(/\.[^.]+$/, '') : basename(folder)
}

async function filesIn(folder: string, io: Io): Promise<readonly string[]> {
  const list = async (path: string) => {
    try {
      return await io.files.list(path)
    } catch {
      return undefined
    }
  }
  const names = await list(folder)
  if (names === undefined) {
    throw new StackError({
      code: 'USAGE',
      message: `${folder} is not a folder that can be read`,
      hint: 'Name the folder that holds the signed certificates: mcp-deploy certs import DIR',
    })
  }
  const found: string[] = []
  for (const name of names) {
    const inner = endings.test(name) || wrapped.test(name) ? undefined : await list(join(folder, name))
    found.push(...(inner === undefined ? [name] : inner.map((one) => join(name, one))))
  }
  return found
}

/** A file with keys in it is read for its certificates alone. */
function parse(bytes: Buffer): readonly X509Certificate[] {
  const text = bytes.toString('latin1')
  if (!text.includes('-----BEGIN')) return [new X509Certificate(bytes)]
  const found = splitPem(text).map((pem) => new X509Certificate(pem))
  if (found.length === 0) throw new Error('no certificate')
  return found
}

function wrong(file: string, what: string, hint: string): Problem {
  return { severity: 'error', code: 'CERTIFICATE_INVALID', message: `${file} ${what}`, hint }
}

function unwrap(file: string): string {
  const pem = file.replace(wrapped, '.pem')
  return /\.p7/i.test(file)
    ? `openssl pkcs7 -print_certs -in ${file} -out ${pem} (with -inform DER where it is not text)`
    : `openssl pkcs12 -nokeys -in ${file} -out ${pem}`
}
