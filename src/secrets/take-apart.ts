import type { EnvValue } from '../model/env-value.ts'
import { Secret } from '../model/secret.ts'
import { passwordsIn } from './url-password.ts'

/**
 * The secrets that a value was put together from, as it runs: `Bearer ${TOKEN}` is printed whole, and the token alone.
 *
 * @returns undefined where it was put together in another way, or its parts cannot be told from one another.
 */
export function takeApart(value: EnvValue, running: Secret): readonly Secret[] | undefined {
  const references = value.kind === 'plain' ? [] : value.parts.filter((part) => part.kind === 'reference')
  if (value.kind === 'plain' || references.length === 0 || running.matches(/^$/)) return []
  const match = (any: string) => {
    const parts = value.parts.map((part) => (part.kind === 'literal' ? escape(part.text.reveal()) : any))
    return new RegExp(`^${parts.join('')}$`).exec(running.reveal())?.slice(1)
  }
  // Where the shortest first and the longest first are not the same, another split may be the right one.
  const [short, long] = [match('([\\s\\S]+?)'), match('([\\s\\S]+)')]
  if (short === undefined || short.some((text, index) => text !== long?.[index])) return undefined
  return references.flatMap(({ encoding, secret }, index) => {
    const text = short[index] ?? ''
    return [text, ...(encoding === 'url' ? decode(text) : [])].map((one) => new Secret(secret, one))
  })
}

/** Of a URL, whoever put it together. */
export function passwordsOf(running: Secret): readonly Secret[] {
  return passwordsIn(running.reveal()).map((text) => new Secret(running.name, text))
}

function decode(text: string): readonly string[] {
  try {
    return [decodeURIComponent(text)]
  } catch {
    return []
  }
}

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
