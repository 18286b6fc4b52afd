import type { AwsPlace } from '../../model/aws-place.ts'
import { parseExactly } from '../../model/exact-json.ts'
import type { Redactor } from '../../model/io.ts'
import type { Code, Problem } from '../../model/problem.ts'
import { Secret } from '../../model/secret.ts'
import type { SecretAnswer } from '../../model/secrets.ts'
import { hideTexts, showKeys, storeText, toText } from '../json-document.ts'
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
  const parsed = parse(text)
  hideNeighbours(parsed, secret, redactor)
  if (key === undefined) return found(new Secret(name, text.reveal()))

  const document = toDocument(parsed)
  if (document === undefined) {
    return failed(
      'SECRET_INVALID',
      `secret ${name}: aws:${secret} is no JSON object, so it has no key ${key}`,
      `Write aws:${secret} for the whole text, or store {"${key}": "…"}`,
    )
  }
  if (!Object.hasOwn(document, key)) {
    if (isPlain) return { kind: 'absent' }
    return failed(
      'SECRET_MISSING',
      `secret ${name}: aws:${secret} has no key ${key}; it has ${showKeys(document)}`,
      'Correct the key in `from`, or add it to the JSON document of the secret',
    )
  }
  const value = toText(document[key])
  if ('why' in value) return failed('SECRET_INVALID', `secret ${name}: ${where} ${value.why}`, storeText)
  return found(new Secret(name, value.text))
}

function parse(text: Secret): unknown {
  try {
    return parseExactly(text.reveal())
  } catch {
    return undefined
  }
}

function toDocument(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

/** What a database's own secret says of it beside the password (user guide, "JSON structure of secrets"); words like `postgres`. */
const plainOfDatabases = /^(?:engine|host|port|dbname|username|dbInstanceIdentifier|dbClusterIdentifier|masterarn)$/

function hideNeighbours(document: unknown, secret: string, redactor: Pick<Redactor, 'add'>): void {
  if (typeof document !== 'object' || document === null) return
  for (const [key, value] of Object.entries(document)) {
    if (!plainOfDatabases.test(key)) hideTexts(value, `aws:${secret}#${key}`, redactor)
  }
}

function failed(code: Code, message: string, hint: string): SecretAnswer {
  const problem: Problem = { severity: 'error', code, message, hint }
  return { kind: 'failed', problem }
}
