import { createHash } from 'node:crypto'
import type { BundleComponent, Content } from '../model/bundle.ts'
import type { Image } from '../model/image.ts'
import { isPending, type Maybe, type Pending } from '../model/pending.ts'
import type { ComponentPlan, Role } from '../model/plan.ts'
import type { Service } from './check-compose.ts'
import { hashLabel } from './compose-service.ts'
import { type Field, readableFields, readableText } from './readable-fields.ts'
import { readRecord } from './record.ts'

/** 0 what others store in, 1 plugins, 2 the gateway: a wave is ready before the next one starts (CONTRACT §6). */
const waves: Readonly<Record<Role, number>> = { postgres: 0, redis: 0, plugin: 1, gateway: 2 }

export interface ComponentParts {
  readonly component: ComponentPlan
  readonly service: Service
  readonly image: Image
  readonly contents: readonly Content[]
  /** Variable of the environment → keyed hash of its secret value. */
  readonly digests: ReadonlyMap<string, Maybe<string>>
}

/** What the target compares and reports: taken from the rendered service, so that an overridden template counts too. */
export function describeComponent(parts: ComponentParts): BundleComponent {
  const { component, image, contents } = parts
  const shown = flattenService(parts, readableFields, readableText)
  return {
    name: component.name,
    role: component.role,
    service: component.service,
    wave: waves[component.role],
    image: image.reference,
    tag: image.tag,
    ...(image.revision === undefined ? {} : { revision: image.revision }),
    // One container on Compose: a plugin keeps its sessions in one process.
    replicas: 1,
    hash: hashFields(flattenService(parts, (key, value) => [[key, show(value)]], show)),
    fields: shown,
    contents: contents.map(({ name }) => name),
    pending: findPending(parts),
  }
}

/**
 * The service as flat text: `env.NAME` for each variable, each mount by what it carries, every other key as `showKey` has it.
 * A secret is `secret:<keyed hash>`, so its number among the MCPS_n does not matter.
 */
function flattenService(
  { service, contents, digests }: ComponentParts,
  showKey: (key: string, value: unknown) => readonly Field[],
  showValue: (value: unknown) => string,
): Readonly<Record<string, string>> {
  const { environment, labels, volumes, ...rest } = service
  const variables = Object.entries(readRecord(environment)).map(([name, value]): Field => {
    const digest = digests.get(name)
    return [`env.${name}`, digest === undefined ? undouble(show(value)) : showDigest(digest)]
  })
  const others = Object.entries({ ...rest, labels: withoutHash(readRecord(labels)) })
    .flatMap(([key, value]) => showKey(key, value))
    .map(([key, text]): Field => [key, undouble(text)])
  const mounts = (Array.isArray(volumes) ? volumes : []).map((mount) =>
    flattenMount(readRecord(mount), contents, showValue),
  )
  return Object.fromEntries([...others, ...mounts, ...variables].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const contentFields: Readonly<Record<Content['kind'], string>> = {
  certificates: 'certificates',
  config: 'plugins-config.yaml',
  shim: 'runtime shim',
}

/** What a person calls the packet of files that is mounted there, and its content's hash; other mounts by their path. */
function flattenMount(
  mount: Readonly<Record<string, unknown>>,
  contents: readonly Content[],
  showValue: (value: unknown) => string,
): Field {
  const { source, target, ...rest } = mount
  const content = contents.find(({ name }) => name === source)
  if (content === undefined) return [`mount ${show(target)}`, undouble(showValue({ source, ...rest }))]
  return [contentFields[content.kind], content.name.slice(content.name.lastIndexOf('-') + 1)]
}

function showDigest(digest: Maybe<string>): string {
  return isPending(digest) ? `secret:pending:${digest.key}` : `secret:${digest}`
}

function withoutHash(labels: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { [hashLabel]: _hash, ...rest } = labels
  return rest
}

/** `$$` is how compose writes a dollar; people read one. */
function undouble(text: string): string {
  return text.replaceAll('$$', '$')
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(sortKeys(value))
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sortKeys(item)]),
  )
}

function hashFields(fields: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

function findPending({ image, contents, digests }: ComponentParts): readonly Pending[] {
  const certificates = contents.flatMap(({ files }) => Object.values(files)).filter((file) => isPending(file))
  const all = [image.reference, ...certificates, ...digests.values()].filter((value) => isPending(value))
  return [...new Map(all.map((pending) => [`${pending.pending} ${pending.key}`, pending])).values()]
}
