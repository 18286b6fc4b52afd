import type { AwsPlace } from '../../model/aws-place.ts'
import type { Redactor } from '../../model/io.ts'
import type { Code, Problem } from '../../model/problem.ts'
import { Secret } from '../../model/secret.ts'
import type { SecretAnswer } from '../../model/secrets.ts'
import type { AwsReading } from './open-reader.ts'

/** Who asks: at a place of its own, or for a name that another provider may have. */
export interface Asking {
  readonly name: string
  readonly isPlain: boolean
}

/** The value at a place: the whole string, or one key of the JSON document in it. */
export function pickValue(
  { text, version }: Exclude<AwsReading, { problem: unknown }>,
  { secret, key }: AwsPlace,
  { name, isPlain }: Asking,
  redactor: Pick<Redactor, 'add'>,
): SecretAnswer {
  const where = key === undefined ? secret : `${secret}#${key}`
  const found = (value: Secret): SecretAnswer => ({
    kind: 'found',
    value,
    where,
    ...(version === undefined ? {} : { version }),
  })
  if (key === undefined) return found(new Secret(name, text.reveal()))

  const document = parse(text)
  if (document === undefined) {
    return failed(
      'SECRET_INVALID',
      `secret ${name}: aws:${secret} is no JSON object, so it has no key ${key}`,
      `Write aws:${secret} for the whole text, or store {"${key}": "…"}`,
    )
  }
  hideNeighbours(document, secret, redactor)
  if (!Object.hasOwn(document, key)) {
    if (isPlain) return { kind: 'absent' }
    return failed(
      'SECRET_MISSING',
      `secret ${name}: aws:${secret} has no key ${key}; it has ${showKeys(document)}`,
      'Correct the key in `from`, or add it to the JSON document of the secret',
    )
  }
  const value = document[key]
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return found(new Secret(name, String(value)))
  return failed(
    'SECRET_INVALID',
    `secret ${name}: ${where} holds ${value === null ? 'null' : 'a list or an object'}, not one value`,
    'Store text there',
  )
}

function parse(text: Secret): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.reveal())
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** What a database's own secret says of it beside the password (user guide, "JSON structure of secrets"); words like `postgres`. */
const plainOfDatabases = /^(?:engine|host|port|dbname|username|dbInstanceIdentifier|dbClusterIdentifier|masterarn)$/

function hideNeighbours(document: object, secret: string, redactor: Pick<Redactor, 'add'>): void {
  for (const [key, value] of Object.entries(document)) {
    if (typeof value === 'string' && !plainOfDatabases.test(key))
      redactor.add(new Secret(`aws:${secret}#${key}`, value), { needle: false })
  }
}

const mostKeys = 20

function showKeys(document: object): string {
  const keys = Object.keys(document).toSorted()
  if (keys.length === 0) return 'none'
  return keys.length <= mostKeys
    ? keys.join(', ')
    : `${keys.slice(0, mostKeys).join(', ')} and ${keys.length - mostKeys} more`
}

function failed(code: Code, message: string, hint: string): SecretAnswer {
  const problem: Problem = { severity: 'error', code, message, hint }
  return { kind: 'failed', problem }
}
