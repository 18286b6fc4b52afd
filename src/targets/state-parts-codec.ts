import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import { StackError } from '../errors.ts'
import type { StoredObject } from '../model/kubernetes.ts'
import type { Release, StackState, StoredVariable } from '../model/live.ts'
import { Secret } from '../model/secret.ts'
import { type Head, parseHead, refuseNewer, sha256, stateSchema } from './state-codec.ts'
import { restoreState, revealAll, type StoredRelease, type StoredState } from './stored-state-codec.ts'

/** One half of the state, as a Kubernetes Secret holds it. */
export interface StatePart {
  /** Hash of the content: equal ones need no write. */
  readonly sha256: string
  /** The Secret's data by key, base64: `head` is JSON, `body` is compressed JSON. */
  readonly data: Secret
  /** Bytes of the compressed body. */
  readonly bytes: number
}

export interface StateParts {
  /** What opens everything: hash key, CA, leaves, generated secrets. */
  readonly state: StatePart
  /** The releases, equal values of theirs stored once. */
  readonly history: StatePart
}

export type PartName = keyof StateParts

/** Bytes a Secret may hold, with room for its head. */
const largestPart = 1_040_000

/**
 * State → the two halves. Texts that were kept literally leave releases older than the two newest good ones; should the history
 * still not fit into a Secret, the oldest releases leave too.
 *
 * @throws StackError NOT_SUPPORTED when a half is larger than a Secret.
 */
export function encodeParts(state: StackState, sequences: Readonly<Record<PartName, number>>): StateParts {
  const { releases, fresh: _derived, ...rest } = state
  const writtenBy = releases.at(-1)?.toolVersion
  const head = (name: PartName) => ({ sequence: sequences[name], ...(writtenBy === undefined ? {} : { writtenBy }) })
  const secrets = encodePart(JSON.stringify(sortKeys(revealAll(rest))), head('state'))
  if (secrets.bytes > largestPart) throw tooLarge('keys and certificates', secrets.bytes)
  let kept = withoutOldTexts(releases)
  for (;;) {
    const history = encodePart(pool(state.stack, kept), head('history'))
    if (history.bytes <= largestPart) return { state: secrets, history }
    if (kept.length <= 2) throw tooLarge('history', history.bytes)
    // Releases are about as long as one another.
    const fitting = Math.floor((kept.length * largestPart) / history.bytes)
    kept = kept.slice(-Math.max(2, Math.min(fitting, kept.length - 1)))
  }
}

/** One half as it was read; undefined where there is none. */
export type ReadPart = { readonly head: Head; readonly content: unknown } | undefined

/**
 * A Secret's `data` → its half.
 *
 * @throws StackError STATE_NEWER; STATE_UNREADABLE when its checksum does not hold.
 */
export function decodePart(name: string, data: Readonly<Record<string, string>>): NonNullable<ReadPart> {
  const head = parseHead(Buffer.from(data['head'] ?? '', 'base64').toString('utf8'))
  if (head === undefined) throw damaged(name)
  refuseNewer(head)
  const body = decompress(name, Buffer.from(data['body'] ?? '', 'base64'))
  if (head.sha256 !== sha256(body)) throw damaged(name)
  return { head, content: JSON.parse(body) }
}

/** Both halves → the state; without a history there are no releases. */
export function decodeParts(state: NonNullable<ReadPart>, history: ReadPart): StackState {
  const rest = state.content as Omit<StoredState, 'releases'>
  return restoreState({ ...rest, releases: history === undefined ? [] : unpool(history.content as PooledHistory) })
}

function encodePart(body: string, about: { readonly sequence: number; readonly writtenBy?: string }): StatePart {
  const head: Head = { schema: stateSchema, sha256: sha256(body), ...about }
  const compressed = compress(body)
  const data = {
    head: Buffer.from(JSON.stringify(head)).toString('base64'),
    body: compressed.toString('base64'),
  }
  return { sha256: head.sha256, data: new Secret('state', JSON.stringify(data)), bytes: compressed.length }
}

/** Releases without what they share: an index into `values` stands for each component, object, content and inventory entry. */
interface PooledHistory {
  readonly stack: string
  readonly values: readonly unknown[]
  readonly releases: readonly PooledRelease[]
}

type Pooled = 'components' | 'objects' | 'inventory' | 'contents'
type PooledRelease = Omit<StoredRelease, Pooled> & {
  readonly components: readonly number[]
  readonly contents: Readonly<Record<string, number>>
  readonly objects?: readonly number[]
  readonly inventory?: readonly number[]
}

/** @returns JSON of a PooledHistory; put together from the values' own, for they are many and equal. */
function pool(stack: string, releases: readonly Release[]): string {
  const texts: string[] = []
  const byText = new Map<string, number>()
  // Releases that were read together share their values.
  const byValue = new Map<object, number>()
  const indexOf = (value: object): number => {
    const seen = byValue.get(value)
    if (seen !== undefined) return seen
    const text = JSON.stringify(plain(value))
    const index = byText.get(text) ?? texts.push(text) - 1
    byText.set(text, index)
    byValue.set(value, index)
    return index
  }
  // One after another all versions of one thing: close together they compress to their differences.
  for (const { value } of releases.flatMap(valuesOf).toSorted((a, b) => compare(a.key, b.key))) indexOf(value)
  const pooled = releases.map(({ components, contents, objects, inventory, ...release }) => ({
    ...revealAll(release),
    components: components.map(indexOf),
    contents: Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, indexOf(content)])),
    ...(objects === undefined ? {} : { objects: objects.map(indexOf) }),
    ...(inventory === undefined ? {} : { inventory: inventory.map(indexOf) }),
  }))
  return `{"stack":${JSON.stringify(stack)},"values":[${texts.join(',')}],"releases":${JSON.stringify(sortKeys(pooled))}}`
}

/** An object's secret values are its last key, as they are after it was read: equal objects have an equal text. */
function plain(value: object): object {
  if (!('values' in value)) return value
  const { values, ...rest } = value
  return { ...rest, values: revealAll(values) }
}

/** Keys in the order of the alphabet: what was put together in another order is no other state. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([a], [b]) => compare(a, b))
  return Object.fromEntries(entries.map(([name, part]) => [name, sortKeys(part)]))
}

function valuesOf({ components, contents, objects = [], inventory = [] }: Release) {
  return [
    ...components.map((value) => ({ key: `1 ${value.service}`, value })),
    ...objects.map((value) => ({ key: `2 ${value.kind} ${value.name}`, value })),
    ...inventory.map((value) => ({ key: `3 ${value.key}`, value })),
    ...Object.entries(contents).map(([name, value]) => ({ key: `4 ${name}`, value })),
  ]
}

function unpool({ values, releases }: PooledHistory): readonly StoredRelease[] {
  const at = (index: number) => values[index]
  return releases.map(
    ({ components, contents, objects, inventory, ...release }) =>
      ({
        ...release,
        components: components.map(at),
        contents: Object.fromEntries(Object.entries(contents).map(([name, index]) => [name, at(index)])),
        ...(objects === undefined ? {} : { objects: objects.map(at) }),
        ...(inventory === undefined ? {} : { inventory: inventory.map(at) }),
      }) as StoredRelease,
  )
}

function withoutOldTexts(releases: readonly Release[]): readonly Release[] {
  const good = releases.flatMap(({ status }, index) => (status === 'live' || status === 'superseded' ? [index] : []))
  const from = good.at(-2) ?? 0
  return releases.map((release, index) => (index < from ? dropTexts(release) : release))
}

function dropTexts({ variables, objects, ...release }: Release): Release {
  return {
    ...release,
    variables: dropAll(variables),
    ...(objects === undefined ? {} : { objects: objects.map(dropFromObject) }),
  }
}

function dropFromObject(object: StoredObject): StoredObject {
  const { values } = object
  if (values?.kind === 'env') return { ...object, values: { ...values, env: dropAll(values.env) } }
  if (values?.kind !== 'pull') return object
  const credentials = values.credentials.map((one) => ({ ...one, password: drop(one.password) }))
  return { ...object, values: { ...values, credentials } }
}

function dropAll(variables: Readonly<Record<string, StoredVariable>>): Record<string, StoredVariable> {
  return Object.fromEntries(Object.entries(variables).map(([name, variable]) => [name, drop(variable)]))
}

function drop({ parts }: StoredVariable): StoredVariable {
  return {
    parts: parts.map((part) =>
      part.kind === 'kept' ? { kind: 'kept', text: new Secret(part.text.name, ''), dropped: true } : part,
    ),
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function compress(body: string): Buffer {
  return brotliCompressSync(body, {
    params: {
      // Beyond 5 it takes many times as long for a few per cent.
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

function decompress(name: string, bytes: Buffer): string {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: 512 * 1024 * 1024 }).toString('utf8')
  } catch {
    throw damaged(name)
  }
}

function damaged(name: string): StackError {
  return new StackError({
    code: 'STATE_UNREADABLE',
    message: `the state in Secret ${name} cannot be read: its checksum does not hold`,
    hint: 'Restore the Secret from a backup; or remove it, and with it the CA and all generated secrets: mcp-deploy destroy --volumes --force',
  })
}

function tooLarge(what: string, bytes: number): StackError {
  return new StackError({
    code: 'NOT_SUPPORTED',
    message: `the ${what} of this stack take ${Math.ceil(bytes / 1024)} KiB, and a Secret holds 1024`,
    hint: 'Use certificates.key_algorithm: ecdsa-p256, whose keys are the smallest, or divide the plugins among several stacks',
  })
}
