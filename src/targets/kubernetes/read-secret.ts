import { Secret } from '../../model/secret.ts'
import type { TargetSecret } from '../../model/secrets.ts'
import { away, reasonOf } from './answers.ts'
import type { Place } from './api.ts'
import type { ObjectMeta } from './kube-objects.ts'
import { pathOf } from './paths.ts'

/**
 * A Secret that is not ours, by name. Every value of it is hidden, also those that nobody asks for.
 *
 * @throws StackError ENGINE_UNREACHABLE
 */
export async function readSecret(place: Place, name: string): Promise<TargetSecret> {
  const found = await fetchSecret(place, name)
  for (const value of found.kind === 'found' ? found.values.values() : []) {
    if (value !== undefined) place.io.redactor.add(value, { needle: false })
  }
  return found
}

/** As readSecret, with nothing hidden yet: for who has better names for the values. */
export async function fetchSecret(place: Place, name: string): Promise<TargetSecret> {
  const answer = await place.api.get(pathOf('v1', 'Secret', place.namespace, name))
  if (answer.status === 404) return { kind: 'absent' }
  if (answer.status === 403) return { kind: 'forbidden', reason: place.io.redactor.redact(reasonOf(answer)) }
  if (answer.status !== 200) throw away(place.io.redactor.redact(reasonOf(answer)))
  const { immutable, metadata, data = {} } = answer.body as unknown as SecretBody
  const values = new Map(Object.entries(data).map(([key, text]) => [key, decode(`${name}#${key}`, text)]))
  const changedAt = immutable === true ? undefined : lastWrite(metadata)
  const { resourceVersion = '' } = metadata
  return { kind: 'found', values, resourceVersion, ...(changedAt === undefined ? {} : { changedAt }) }
}

/** Times of the API server have one length, and sort as text. */
function lastWrite({ creationTimestamp, managedFields = [] }: ObjectMeta): string | undefined {
  const times = [creationTimestamp, ...managedFields.map(({ time }) => time)]
  return times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1)
}

interface SecretBody {
  readonly metadata: ObjectMeta
  readonly immutable?: boolean
  readonly data?: Readonly<Record<string, string>>
}

/** undefined for bytes that are no text. */
function decode(name: string, base64: string): Secret | undefined {
  try {
    return new Secret(name, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64')))
  } catch {
    return undefined
  }
}
