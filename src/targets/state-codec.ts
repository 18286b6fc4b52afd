import { createHash } from 'node:crypto'
import { StackError } from '../errors.ts'
import type { StackState } from '../model/live.ts'
import { Secret } from '../model/secret.ts'
import { restoreState, revealAll, type StoredState } from './stored-state-codec.ts'

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

/** Compose: state → a head line that says what follows, and the body; secrets revealed: it goes nowhere but into the tar stream of the state volume. */
export function encodeState({ sequence, state }: StateRecord): string {
  const { fresh: _derived, ...stored } = state
  const body = JSON.stringify(revealAll(stored))
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
  refuseNewer(head)
  // Schema 1 is the first: what older ones need to become this one goes here, step by step.
  const stored: StoredState = JSON.parse(body)
  return { sequence: head.sequence, state: restoreState(stored) }
}

/** What a stored copy says of itself before it is read: the first line, or beside a compressed body. */
export interface Head {
  readonly schema: number
  readonly sequence: number
  readonly sha256: string
  /** Version of this program; absent before the first release. */
  readonly writtenBy?: string
}

/** @throws StackError STATE_NEWER with the version that wrote it. */
export function refuseNewer(head: Head): void {
  if (head.schema <= stateSchema) return
  const by = head.writtenBy === undefined ? '' : ` (written by ${head.writtenBy})`
  throw new StackError({
    code: 'STATE_NEWER',
    message: `the stack's state has schema ${head.schema}${by}, this version reads up to ${stateSchema}`,
    hint: 'Use the version of mcp-deploy that made the last deploy, or a newer one',
  })
}

export function parseHead(text: string): Head | undefined {
  try {
    const head: Head | null = JSON.parse(text)
    return typeof head?.schema === 'number' && typeof head.sequence === 'number' ? head : undefined
  } catch {
    return undefined
  }
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
