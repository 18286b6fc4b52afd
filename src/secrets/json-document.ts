import type { Redactor } from '../model/io.ts'
import { Secret } from '../model/secret.ts'

/** What Vault and AWS keep under one key, read by parseExactly, as a value; or why it is none: words to follow its place. */
export function toText(value: unknown): { readonly text: string } | { readonly why: string } {
  if (typeof value === 'string') return { text: value }
  if (typeof value === 'boolean') return { text: String(value) }
  return { why: `holds ${describe(value)}, not one value` }
}

export const storeText = 'Store text there; JSON between quotes is text, too'

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value !== 'object' || value === null) return 'null'
  return Object.keys(value).length === 0 ? 'an empty object' : `an object with the keys ${showKeys(value)}`
}

const mostKeys = 20

export function showKeys(document: object): string {
  const keys = Object.keys(document).toSorted()
  if (keys.length === 0) return 'none'
  return keys.length <= mostKeys
    ? keys.join(', ')
    : `${keys.slice(0, mostKeys).join(', ')} and ${keys.length - mostKeys} more`
}

/** The neighbours of what was asked for are hidden too, however deep they are; they may be plain configuration elsewhere. */
export function hideTexts(value: unknown, place: string, redactor: Pick<Redactor, 'add'>): void {
  if (typeof value === 'string') redactor.add(new Secret(place, value), { needle: false })
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) hideTexts(inner, place, redactor)
}
