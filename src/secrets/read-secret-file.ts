import type { Io } from '../model/io.ts'
import type { SecretAnswer } from '../model/secrets.ts'
import { mostBytes, type SecretText, toSecretText } from './secret-text.ts'

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
  const read = await readTextFile(path, io)
  if (read === undefined) return { answer: { kind: 'absent' } }
  if ('text' in read) return read
  const { why, hint } = read
  const message = `secret ${name}: ${path} ${why}`
  return { answer: { kind: 'failed', problem: { severity: 'error', code: 'SECRET_INVALID', message, hint } } }
}

/** The same without words about a secret; undefined where no file is. */
export async function readTextFile(path: string, io: Io): Promise<SecretText | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await io.files.readBytes(path)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
    return code === 'ENOENT' || code === 'ENOTDIR' ? undefined : unreadable(code, cause)
  }
  if (bytes.length > mostBytes) return { why: 'is larger than 1 MiB', hint: 'Is it the right file? Secrets are small' }
  return toSecretText(bytes)
}

function unreadable(code: string | undefined, cause: unknown): SecretText {
  const ordinary = 'Name an ordinary file of 1 MiB at most'
  if (code === 'EISDIR') return { why: 'is a folder', hint: ordinary }
  // Of a socket.
  if (code === 'ENXIO') return { why: 'is not a file', hint: ordinary }
  if (code === 'EACCES' || code === 'EPERM')
    return { why: `cannot be read (${code})`, hint: 'Give this user the right to read the file' }
  if (code !== undefined) return { why: `cannot be read (${code})`, hint: 'Look at it by hand, as the same user' }
  return { why: `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, hint: ordinary }
}
