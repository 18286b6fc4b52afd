import type { Io } from './io.ts'
import { Secret } from './secret.ts'
import { isSecretName } from './secret-names.ts'

/** What the redactor searches for, in bytes; shorter values are in ordinary text. */
const shortest = 8

/**
 * Tells the redactor what the environment holds to log in with. A program that is started has all of it, and may say it: call this
 * before any of its words is shown.
 */
export function hideCredentials({ environment, redactor }: Pick<Io, 'environment' | 'redactor'>): void {
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && isCredential(name, value)) redactor.add(new Secret(name, value), { needle: false })
  }
}

/**
 * Whether a variable is one to hide wherever its value is met: by its name, and not a path, a switch or a plain word, which would make
 * other lines unreadable.
 */
export function isCredential(name: string, value: string): boolean {
  if (Buffer.byteLength(value) < shortest || !isSecretName(name, value) || isPath(value)) return false
  // DB_PASSWORD=correcthorse is a password, SECRET_STORE=kubernetes is none.
  const lastWord = name.split(/[^A-Za-z\d]/).at(-1) ?? name
  return !(isSecretName(lastWord) ? switchWord : ordinary).test(value)
}

/** Of `shortest` bytes or more. */
const switchWord = /^(?:disabled|required|optional|undefined)$/i

/** Words, numbers and host names under 16 bytes; an address that nobody logs in with by knowing it. */
const ordinary = /^(?:(?=.{1,15}$)(?:[a-z]+(?:[-_. ][a-z]+)*|\d+)|https?:\/\/[^\s@?#]+)$/i

/** Base64 begins with a slash once in 64 times, and AWS keys are base64. */
function isPath(value: string): boolean {
  return /^(?:~|\.{1,2})?\/\S*$/.test(value) && !value.split('/').some(looksRandom)
}

function looksRandom(word: string): boolean {
  return word.length >= 16 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word)
}
