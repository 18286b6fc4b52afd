import { closest } from '../../model/closest.ts'
import type { Grammar, Refusal } from '../finding.ts'

/** The name part of a label's or annotation's key, and a label's value. */
const word = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
const maxWord = 63
const maxSubdomain = 253

/** Refuses what cannot be the name of most objects: a lower-case DNS subdomain. */
export function checkObjectName(text: string): Refusal | undefined {
  if (text === '') return { message: 'must not be empty' }
  if (text.length > maxSubdomain) return { message: `has ${text.length} characters, ${maxSubdomain} at most` }
  if (subdomain.test(text)) return undefined
  return { message: 'is not a name of an object: lower-case letters, digits, "-" and "."' }
}

/** Refuses what cannot be the name of a volume: a DNS label. */
export function checkVolumeName(text: string): Refusal | undefined {
  if (text.length <= maxWord && subdomain.test(text) && !text.includes('.')) return undefined
  return { message: `is not a name of a volume: at most ${maxWord} lower-case letters, digits and "-"` }
}

/** Refuses what is no key of a label: `[prefix/]name`. */
export function checkQualifiedName(text: string): Refusal | undefined {
  const [first = '', second, ...more] = text.split('/')
  const name = second ?? first
  const isPrefixFine = second === undefined || (subdomain.test(first) && first.length <= maxSubdomain)
  if (more.length === 0 && isPrefixFine && word.test(name) && name.length <= maxWord) return undefined
  return { message: `is not [prefix/]name: a DNS name, and at most ${maxWord} letters, digits, "-", "_" and "."` }
}

/** Refuses keys that select our pods, or that every tool reads as ours. */
export function checkLabelKey(text: string): Refusal | undefined {
  return checkQualifiedName(text) ?? checkOurs(text, ['mcp-stack.dev', 'app.kubernetes.io'])
}

export function checkAnnotationKey(text: string): Refusal | undefined {
  return checkQualifiedName(text) ?? checkOurs(text, ['mcp-stack.dev'])
}

function checkOurs(text: string, prefixes: readonly string[]): Refusal | undefined {
  const found = prefixes.find((prefix) => text.startsWith(`${prefix}/`))
  if (found === undefined) return undefined
  return { message: `belongs to this program: it writes what begins with ${found}/`, hint: 'Choose another prefix' }
}

export function checkLabelValue(text: string): Refusal | undefined {
  if (text === '' || (text.length <= maxWord && word.test(text))) return undefined
  return { message: `is not a value of a label: at most ${maxWord} letters, digits, "-", "_" and "."` }
}

/** Refuses what is no kind of object: `Deployment`. */
export function checkKind(text: string): Refusal | undefined {
  if (/^[A-Z][A-Za-z0-9]*$/.test(text)) return undefined
  return { message: 'is not a kind: a word that begins with a capital letter', hint: 'For example Deployment' }
}

/** A kubeconfig context may be nearly anything: `arn:aws:eks:…`, `default/api-crc-testing:6443/kubeadmin`. */
export function checkContext(text: string): Refusal | undefined {
  if (text.trim() === '') return { message: 'must not be empty' }
  if (text.startsWith('-')) return { message: 'begins with "-", which programs read as an option' }
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  return /[\u0000-\u001f\u007f]/.test(text) ? { message: 'holds a control character' } : undefined
}

/** Refuses what is no path of a URL. */
export function checkUrlPath(text: string): Refusal | undefined {
  if (/^\/[\w./~%:@!$&'()*+,;=-]*$/.test(text)) return undefined
  return { message: 'is not a path of a URL: it begins with "/" and has no space, "?" or "#"' }
}

/** Refuses what is no JSON pointer (RFC 6901). */
export function checkPointer(text: string): Refusal | undefined {
  if (text === '' || (text.startsWith('/') && !/~(?![01])/.test(text))) return undefined
  return { message: 'is not a JSON pointer: it begins with "/"', hint: 'For example /spec/template/spec/hostNetwork' }
}

/** Docker's configuration writes `user:password`. */
export function checkUsername(text: string): Refusal | undefined {
  if (text === '') return { message: 'must not be empty' }
  return /[:\s]/.test(text) ? { message: 'must not hold ":" or a space' } : undefined
}

export function checkPresent(text: string): Refusal | undefined {
  return text === '' ? { message: 'must not be empty' } : undefined
}

/** Refuses names that the Kubernetes API does not have at this place. */
export function oneOf(fields: readonly string[], of: string): Grammar {
  return (name) => {
    if (fields.includes(name)) return undefined
    const near = closest(name, fields)
    return {
      message: `is no field of ${of}`,
      hint: near === undefined ? `Known here: ${fields.join(', ')}` : `Did you mean ${near}?`,
    }
  }
}
