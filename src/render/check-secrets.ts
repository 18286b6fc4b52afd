import { StackError } from '../errors.ts'
import type { BundleFile } from '../model/bundle.ts'
import type { CertificateState } from '../model/certificate.ts'
import type { Secret } from '../model/secret.ts'
import type { VariableUse } from './variables.ts'

/**
 * Looks for every secret text that is known here (literals of the config, private keys) in the files of the bundle.
 * Texts under 16 characters are left out: they meet by chance.
 *
 * @throws StackError RENDER_INVALID naming the secret and the file, never the value.
 */
export function checkSecrets(
  files: readonly BundleFile[],
  uses: readonly VariableUse[],
  certificates: readonly CertificateState[],
): void {
  const keys = certificates.flatMap(({ certificate }) => (certificate === undefined ? [] : [certificate.keyPem]))
  for (const secret of [...keys, ...uses.flatMap(literalsOf)]) {
    if (!secret.matches(/^[\s\S]{16,}$/)) continue
    const file = files.find(({ text }) => secret.isIn(text))
    if (file === undefined) continue
    throw new StackError({
      code: 'RENDER_INVALID',
      message: `the value of ${secret.name} would stand in ${file.path} in plain text`,
      hint: 'The same text is in a key that is not secret: name that key in secret_env, or refer to the secret by name',
    })
  }
}

function literalsOf({ value }: VariableUse): readonly Secret[] {
  if (value.kind === 'plain') return []
  return value.parts.flatMap((part) => (part.kind === 'literal' ? [part.text] : []))
}
