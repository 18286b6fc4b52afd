import { StackError } from '../errors.ts'
import { isRecord } from './record.ts'
import { variableHint } from './scalar.ts'

/** What the rendered file has to be about; the plan's names. */
export interface Expected {
  readonly project: string
  readonly services: readonly string[]
  readonly networks: readonly string[]
  readonly volumes: readonly string[]
  readonly variables: ReadonlySet<string>
}

/** A rendered compose file, read back. */
export interface ComposeFile {
  readonly name: string
  readonly services: Readonly<Record<string, Service>>
}

export type Service = Readonly<Record<string, unknown>>

/**
 * Reads rendered text back and compares it with the plan: an override, or a value that broke out of its place, shows here.
 *
 * @throws StackError RENDER_INVALID for text that is no YAML, other object names, or a `${…}` that is not ours.
 */
export async function readBack(text: string, expected: Expected): Promise<ComposeFile> {
  const file = await parseText(text)
  const services = record(file['services'])
  sameNames('services', Object.keys(services), expected.services)
  sameNames('networks', Object.keys(record(file['networks'])), expected.networks)
  sameNames('volumes', Object.keys(record(file['volumes'])), expected.volumes)
  if (file['name'] !== expected.project)
    throw invalid(`the project is called ${String(file['name'])}, not ${expected.project}`)
  checkText(file, expected.variables, '')
  return {
    name: expected.project,
    services: Object.fromEntries(Object.entries(services).map(([name, service]) => [name, record(service)])),
  }
}

/**
 * Parses one YAML 1.2 document; aliases, duplicate keys, unknown tags and a second document are errors.
 * js-yaml and not yaml, which the config is read with: it needs a quarter of the time for a large stack, and knows nothing
 * of what the writer assumed.
 */
export async function parseText(text: string): Promise<Readonly<Record<string, unknown>>> {
  const { load } = await import('js-yaml')
  return record(parse(() => load(text, { maxAliases: 0 })))
}

function parse(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    // The lines after the first quote the text.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
    throw invalid(`the text is not YAML: ${message}`, error)
  }
}

function sameNames(what: string, found: readonly string[], expected: readonly string[]): void {
  const [has, wants] = [new Set(found), new Set(expected)]
  const missing = expected.filter((name) => !has.has(name))
  const extra = found.filter((name) => !wants.has(name))
  if (missing.length + extra.length === 0) return
  const parts = [...missing.map((name) => `${name} is missing`), ...extra.map((name) => `${name} is not in the plan`)]
  throw invalid(`${what}: ${parts.join(', ')}`)
}

/** Every `$` is doubled, or begins one of our variables that stands alone. */
function checkText(value: unknown, variables: ReadonlySet<string>, path: string): void {
  if (typeof value === 'string') {
    if (!value.includes('$')) return
    const own = /^\$\{(MCPS_\d+):\?([\w -]+)\}$/.exec(value)
    if (own !== null && variables.has(own[1] ?? '') && own[2] === variableHint) return
    if (value.replaceAll('$$', '').includes('$')) throw invalid(`${path}: a $ is not doubled, compose would replace it`)
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) checkText(item, variables, path === '' ? key : `${path}.${key}`)
}

/** An absent section has no names; one that is no mapping is wrong. */
function record(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {}
  if (isRecord(value)) return value
  throw invalid('a mapping was expected')
}

function invalid(message: string, cause?: unknown): StackError {
  return new StackError({
    code: 'RENDER_INVALID',
    message: `the rendered compose.yaml is wrong: ${message}`,
    hint: 'If you override templates with templates_dir, correct yours; else this is our bug: please report it',
    cause,
  })
}
