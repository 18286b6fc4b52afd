import type { Io } from '../model/io.ts'
import type { SecretAnswer } from '../model/secrets.ts'

/** A secret is a password, a key, a chain of certificates; what is larger is another file. */
const mostBytes = 1024 * 1024

/**
 * Reads one value from a file: UTF-8, without the one line end that editors and `echo` put behind it.
 *
 * @returns the text, or what to answer instead.
 */
export async function readSecretFile(
  path: string,
  name: string,
  io: Io,
): Promise<{ readonly text: string } | { readonly answer: SecretAnswer }> {
  const failed = (why: string, hint: string): { readonly answer: SecretAnswer } => ({
    answer: {
      kind: 'failed',
      problem: { severity: 'error', code: 'SECRET_INVALID', message: `secret ${name}: ${path} ${why}`, hint },
    },
  })
  let bytes: Uint8Array
  try {
    bytes = await io.files.readBytes(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    if (code === 'ENOENT' || code === 'ENOTDIR') return { answer: { kind: 'absent', where: path } }
    return failed(`cannot be read (${code})`, 'Give this user the right to read the file')
  }
  if (bytes.length > mostBytes) return failed('is larger than 1 MiB', 'A file holds one secret and nothing else')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text: text.replace(/\r?\n$/, '') }
  } catch {
    return failed('is not UTF-8 text', 'Encode it, as base64 for example')
  }
}
