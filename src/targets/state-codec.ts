import { createHash } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { Certificate } from '../model/certificate.ts'
import type { Release, StackState, StoredVariable } from '../model/live.ts'
import { Secret } from '../model/secret.ts'

/** The schema number this version reads and writes. */
export const stateSchema = 1

/** One stored copy of the state. Two files take turns, so that a write that was cut off never costs the copy before. */
export interface StateRecord {
  /** Grows by one with every write; the higher one is the newer one. */
  readonly sequence: number
  readonly state: StackState
}

/** The state before anything was stored. */
export function freshState(stack: string): StackState {
  return {
    schema: stateSchema,
    stack,
    hashKey: new Secret('hash key', ''),
    certificates: [],
    generated: {},
    releases: [],
    fresh: true,
  }
}

/** State → a head line that says what follows, and the body; secrets revealed: it goes nowhere but into the tar stream of the state volume. */
export function encodeState({ sequence, state }: StateRecord): string {
  const { fresh: _derived, ...stored } = state
  const body = JSON.stringify(reveal(stored))
  const head = { schema: stateSchema, sequence, sha256: sha256(body), writtenBy: state.releases.at(-1)?.toolVersion }
  return `${JSON.stringify(head)}\n${body}\n`
}

/**
 * Text → record; undefined when the text was cut off or damaged (its checksum does not hold).
 *
 * @throws StackError STATE_NEWER when a newer version of this program wrote it.
 */
export function decodeState(text: string): StateRecord | undefined {
  const end = text.indexOf('\n')
  const head = parseHead(text.slice(0, end))
  const body = text.slice(end + 1, -1)
  if (head === undefined || head.sha256 !== sha256(body)) return undefined
  if (head.schema > stateSchema) throw newer(head)
  // Schema 1 is the first: what older ones need to become this one goes here, step by step.
  const stored: StoredState = JSON.parse(body)
  return { sequence: head.sequence, state: restore(stored) }
}

/** The first line of a stored copy. */
interface Head {
  readonly schema: number
  readonly sequence: number
  readonly sha256: string
  /** Version of this program; absent before the first release. */
  readonly writtenBy?: string
}

/** The state as JSON has it: texts where Secrets were. */
interface StoredState {
  readonly stack: string
  readonly hashKey: string
  readonly authority?: { readonly certificatePem: string; readonly keyPem: string }
  readonly certificates: readonly (Omit<Certificate, 'keyPem'> & { readonly keyPem: string })[]
  readonly generated: Readonly<Record<string, string>>
  readonly releases: readonly (Omit<Release, 'variables'> & {
    readonly variables: Readonly<Record<string, { readonly parts: readonly StoredPart[] }>>
  })[]
}

type StoredPart = Exclude<Part, { kind: 'kept' }> | { readonly kind: 'kept'; readonly text: string }
type Part = StoredVariable['parts'][number]

function restore(stored: StoredState): StackState {
  const { authority } = stored
  return {
    schema: stateSchema,
    stack: stored.stack,
    hashKey: new Secret('hash key', stored.hashKey),
    ...(authority === undefined
      ? {}
      : { authority: { ...authority, keyPem: new Secret('key of the CA', authority.keyPem) } }),
    certificates: stored.certificates.map((certificate) => ({
      ...certificate,
      keyPem: new Secret(`key of ${certificate.component}`, certificate.keyPem),
    })),
    generated: Object.fromEntries(
      Object.entries(stored.generated).map(([name, value]) => [name, new Secret(name, value)]),
    ),
    releases: stored.releases.map((release) => ({ ...release, variables: restoreVariables(release.variables) })),
    fresh: false,
  }
}

function restoreVariables(variables: StoredState['releases'][number]['variables']): Release['variables'] {
  return Object.fromEntries(
    Object.entries(variables).map(([name, { parts }]) => [
      name,
      { parts: parts.map((part) => restorePart(name, part)) },
    ]),
  )
}

function restorePart(name: string, part: StoredPart): Part {
  return part.kind === 'kept' ? { kind: 'kept', text: new Secret(name, part.text) } : part
}

/** The same value with every Secret as its text. */
function reveal(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal()
  if (Array.isArray(value)) return value.map(reveal)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, reveal(part)]))
}

function newer(head: Head): StackError {
  const by = head.writtenBy === undefined ? '' : ` (written by ${head.writtenBy})`
  return new StackError({
    code: 'STATE_NEWER',
    message: `the stack's state has schema ${head.schema}${by}, this version reads up to ${stateSchema}`,
    hint: 'Use the version of mcp-deploy that made the last deploy, or a newer one',
  })
}

function parseHead(text: string): Head | undefined {
  try {
    const head: Head | null = JSON.parse(text)
    return typeof head?.schema === 'number' && typeof head.sequence === 'number' ? head : undefined
  } catch {
    return undefined
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
