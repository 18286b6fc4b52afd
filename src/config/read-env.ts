import { relative } from 'node:path/posix'
import type { Io } from '../model/io.ts'
import type { Variable, Variables } from './component-env.ts'
import { literal } from './component-env.ts'
import { type EnvFile, parseEnvFile } from './env-file.ts'
import { findInside } from './files.ts'
import { type Finding, note, wrong } from './finding.ts'
import { type Variables as Environment, flatten, type Missing } from './interpolate.ts'
import { reasonOf } from './load.ts'
import { childOf, findNode, type Node, newSource, type Path } from './node.ts'
import { decodeText } from './read-text.ts'
import type { ComponentSubject } from './subject.ts'

export interface ComponentEnvironments {
  readonly variables: ReadonlyMap<string, Variables>
  /** Names that their texts refer to. */
  readonly referred: ReadonlySet<string>
  readonly findings: readonly Finding[]
  readonly missing: readonly Missing[]
}

/** Reads the env files and lays env_vars over them. One file that many components name is read once. */
export async function readEnvironments(
  components: readonly ComponentSubject[],
  root: Node,
  folder: string,
  environment: Environment,
  io: Io,
): Promise<ComponentEnvironments> {
  const findings: Finding[] = []
  const missing: Missing[] = []
  const variables = new Map<string, Variables>()
  const referred = new Set<string>()
  const files = new Map<string, Promise<EnvFile>>()
  for (const component of components) {
    const merged = new Map<string, Variable>()
    const { env_file: file } = component.config
    if (file !== undefined) {
      const path = [...component.path, 'env_file']
      const reading = files.get(file) ?? readEnvFile(file, path, folder, environment, io)
      files.set(file, reading)
      const read = await reading
      findings.push(...read.findings)
      missing.push(...read.missing)
      for (const entry of read.entries)
        merged.set(entry.name, { ...entry, path: [...component.path, 'env_vars', entry.name] })
    }
    for (const variable of envVars(component, root)) merged.set(variable.name, variable)
    for (const { text } of merged.values()) {
      for (const piece of text) if (piece.kind === 'variable') referred.add(piece.name)
    }
    if (component.plugin === undefined) findings.push(...adaptGateway(merged))
    variables.set(component.name, merged)
  }
  return { variables, referred, findings, missing }
}

async function readEnvFile(
  file: string,
  path: Path,
  folder: string,
  environment: Environment,
  io: Io,
): Promise<EnvFile> {
  const refuse = (message: string, hint?: string): EnvFile => ({
    entries: [],
    missing: [],
    findings: [wrong(path, message, hint)],
  })
  const found = await findInside(io, folder, file, 'the folder of the stack file')
  if (!found.ok) return refuse(found.refusal.message, found.refusal.hint)
  if (found.kind === 'folder') return refuse(`names ${file}, which is a directory`, 'Name a file')
  let bytes: Uint8Array
  try {
    bytes = await io.files.readBytes(found.path)
  } catch (cause) {
    return refuse(`names ${file}, which cannot be read: ${reasonOf(cause)}`)
  }
  const decoded = decodeText(bytes, { yaml: false })
  const source = newSource(relative(folder, found.path), decoded.text, 'file')
  if (!decoded.ok) {
    const origin = { source, start: decoded.offset, end: decoded.offset }
    const finding = wrong(path, `names ${file}: ${decoded.refusal.message}`, decoded.refusal.hint, {
      code: 'ENV_FILE_INVALID',
      origin,
    })
    return { entries: [], missing: [], findings: [finding] }
  }
  return parseEnvFile(source, path, environment)
}

/** env_vars with their texts: what the shape check refused is not among them. */
function envVars(component: ComponentSubject, root: Node): readonly Variable[] {
  const map = findNode(root, [...component.path, 'env_vars'])
  if (map?.kind !== 'map') return []
  return Object.keys(component.config.env_vars).flatMap((name) => {
    const node = childOf(map, name)
    if (node?.kind !== 'scalar' || node.value === null) return []
    const text = node.text ?? literal(typeof node.value === 'string' ? node.value : node.raw)
    return [{ name, text, path: [...component.path, 'env_vars', name], origin: node.origin }]
  })
}

/** What the gateway needs and users do not write: the psycopg driver, and a cache type beside a Redis. Both are said. */
function adaptGateway(variables: Map<string, Variable>): readonly Finding[] {
  const findings: Finding[] = []
  const database = variables.get('DATABASE_URL')
  const [first, ...rest] = database?.text ?? []
  const start = first === undefined ? undefined : first.kind === 'literal' ? first.text : (first.value ?? '')
  if (database !== undefined && first !== undefined && start !== undefined && /^postgres(?:ql)?:\/\//.test(start)) {
    const text = start.replace(/^postgres(?:ql)?:\/\//, 'postgresql+psycopg://')
    const secret = first.kind === 'literal' ? first.secret : true
    variables.set('DATABASE_URL', { ...database, text: [{ kind: 'literal', text, secret }, ...rest] })
    findings.push({
      ...note(database.path, 'becomes postgresql+psycopg://…: the driver that the gateway has'),
      origin: database.origin,
    })
  }
  const redis = variables.get('REDIS_URL')
  if (redis !== undefined && flatten(redis.text) !== '' && !variables.has('CACHE_TYPE')) {
    variables.set('CACHE_TYPE', { ...redis, name: 'CACHE_TYPE', text: literal('redis') })
    findings.push({
      ...note(redis.path, 'sets CACHE_TYPE=redis too: without it the gateway never uses Redis'),
      origin: redis.origin,
    })
  }
  return findings
}
