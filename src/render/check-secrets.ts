import { StackError } from '../errors.ts'
import type { BundleFile } from '../model/bundle.ts'
import type { Secret } from '../model/secret.ts'
import type { VariableUse } from './variables.ts'

/**
 * Looks for every secret text that is known here (literals of the config) and for any private key in the files of the bundle.
 * Texts under 16 characters are left out: they meet by chance.
 *
 * @throws StackError RENDER_INVALID naming the secret and the file, never the value.
 */
export function checkSecrets(files: readonly BundleFile[], uses: readonly VariableUse[]): void {
  for (const { path, text } of files) {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) throw leaked('a private key', path)
    const secret = uses.flatMap(literalsOf).find((literal) => literal.isIn(text))
    if (secret !== undefined) throw leaked(`the value of ${secret.name}`, path)
  }
}

function literalsOf({ value }: VariableUse): readonly Secret[] {
  if (value.kind === 'plain') return []
  return value.parts.flatMap((part) =>
    part.kind === 'literal' && part.text.matches(/^[\s\S]{16,}$/) ? [part.text] : [],
  )
}

function leaked(what: string, path: string): StackError {
  return new StackError({
    code: 'RENDER_INVALID',
    message: `${what} would stand in ${path} in plain text`,
    hint: 'The same text is in a key that is not secret: name that key in secret_env, or refer to the secret by name',
  })
}
