import { StackError } from '../errors.ts'
import type { AuthorityKind } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import { Secret } from '../model/secret.ts'
import { openSigner, reviewSigner } from './signer.ts'
import { signerAuthority } from './signer-authority.ts'

/**
 * A CA that CI passes in: `CA_CERT` and `CA_KEY`, as PEM, as PEM with its line ends written `\n` (which survive one-line
 * variables), or as base64 of the PEM. The key is never written anywhere.
 */
export const envAuthority: AuthorityKind = {
  name: 'env',

  async open(_known, { io }) {
    const certificate = io.environment['CA_CERT']
    const key = io.environment['CA_KEY']
    if (isEmpty(certificate) && isEmpty(key)) return undefined
    if (isEmpty(certificate) || isEmpty(key)) throw halfGiven(isEmpty(key) ? 'CA_KEY' : 'CA_CERT')

    const what = 'CA_CERT and CA_KEY'
    const keyPem = registerKey(key, io)
    const signer = openSigner({ certificatePem: toPem(certificate), keyPem }, what, io.clock.now())
    return signerAuthority('env', signer, { problems: await reviewSigner(signer, what) })
  },
}

function isEmpty(value: string | undefined): value is undefined {
  return value === undefined || value.trim() === ''
}

/** Both forms are secret: the one in the environment and the PEM in it. */
function registerKey(given: string, io: Io): Secret {
  io.redactor.add(new Secret('CA_KEY', given))
  const keyPem = new Secret('CA_KEY', toPem(given))
  io.redactor.add(keyPem)
  return keyPem
}

function toPem(given: string): string {
  const text = given.includes('-----BEGIN') ? given : Buffer.from(given, 'base64').toString('utf8')
  return `${text.replaceAll('\\r', '').replaceAll('\\n', '\n').replaceAll('\r\n', '\n').trim()}\n`
}

function halfGiven(missing: string): StackError {
  return new StackError({
    code: 'SECRET_MISSING',
    message: `${missing} is not set, but the other half of the CA is`,
    hint: `Pass both to the step: CA_CERT and CA_KEY, as PEM or base64 of it.`,
  })
}
