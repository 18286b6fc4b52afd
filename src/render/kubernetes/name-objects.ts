import { type BundleObject, objectKey, objectLabels, type UnnamedObject } from '../../model/kubernetes.ts'
import type { Pending } from '../../model/pending.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { type Content, type ContentSources, contentName, readContent } from './contents.ts'
import { changeAt, isObject, objectAt, podTemplatePath, shortHash, textOf } from './json.ts'
import { keptCertificates, markPods, pendingSecrets } from './mark-certificates.ts'
import { hashReferenced, referencedAnnotation } from './referenced-keys.ts'
import { listReferences, type Renamed, renameReferences } from './references.ts'
import { fillSlots, openSlot } from './slots.ts'

export interface NamingInput extends ContentSources {
  /** `SECRET#KEY` of somebody else's Secret → keyed hash of its value. */
  readonly referenced?: ReadonlyMap<string, string>
  /** Component → what its image waits for. */
  readonly images?: ReadonlyMap<string, Pending>
  /** False for a repository: which certificate cert-manager keeps must not change a file. */
  readonly marksCertificates?: boolean
  /** `rolling: parallel`: the slot for a plugin with this pod-template hash; `r1` when absent. */
  readonly slotOf?: ((plugin: string, hash: string) => string) | undefined
}

/** An object with the values that its name or hash was made of. */
export interface NamedObject {
  readonly object: BundleObject
  /** Name before its content named it. */
  readonly logicalName: string
  readonly content: Content
}

/** Annotation of the gateway's pods: changes with every plugin's pod template, since a gateway does not survive their restart. */
export const pluginsAnnotation = 'mcp-stack.dev/plugins'

interface Draft {
  readonly unnamed: UnnamedObject
  readonly content: Content
  readonly manifest: JsonObject
}

/**
 * Gives ConfigMaps and Secrets names that their content decides, rewrites who refers to them, closes open slots, and writes
 * hashes. Pure: equal input gives equal objects, also from a release that was stored.
 */
export function nameObjects(unnamed: readonly UnnamedObject[], input: NamingInput): readonly NamedObject[] {
  const kept = input.marksCertificates === false ? new Map() : keptCertificates(unnamed, input.certificate)
  const read = unnamed.map((object): Draft => {
    const draft = { unnamed: object, content: readContent(object, input), manifest: object.manifest }
    return markReferenced(withManifest(draft, markPods(object.manifest, object, kept)), input)
  })
  const slots = chooseSlots(read, input)
  const drafts = read.map((draft) => withManifest(draft, fillSlots(draft.manifest, slots)))
  const renamed = nameContents(drafts)
  const waiting = new Map([
    ...pendingSecrets(kept),
    ...drafts.flatMap(({ unnamed: { kind }, content, manifest }) =>
      content.pending.length === 0 ? [] : [[`${kind}/${finalName(kind, manifest, renamed)}`, content.pending] as const],
    ),
  ])
  const referring = drafts.map((draft) => withManifest(draft, complete(draft, renamed)))
  const plugins = referring.filter(isPluginInPlace).map((draft) => ({ draft, hash: hashTemplate(draft) }))
  const hashes = new Map(plugins.map(({ draft, hash }) => [draft, hash]))
  const mark = plugins.map(({ draft, hash }): [string, string] => [nameOf(draft.manifest), hash])
  return referring.map((draft) => {
    const marked = markGateway(draft, mark)
    return finish(marked, isOurs(marked) ? (hashes.get(draft) ?? hashTemplate(marked)) : undefined, input, waiting)
  })
}

function withManifest(draft: Draft, manifest: JsonObject): Draft {
  if (manifest === draft.manifest) return draft
  return { ...draft, manifest, unnamed: { ...draft.unnamed, manifest } }
}

/** The hash of an open plugin's pod template answers which slot it gets; nothing in the template depends on the slot. */
function chooseSlots(drafts: readonly Draft[], { slotOf }: NamingInput): ReadonlyMap<string, string> {
  const open = drafts.filter(
    ({ unnamed: { kind }, manifest }) => podTemplatePath(kind) !== undefined && slotOfObject(manifest) === openSlot,
  )
  if (open.length === 0) return new Map()
  const renamed = nameContents(drafts)
  return new Map(
    open.map(({ unnamed: { kind, component }, manifest }): [string, string] => {
      const template = templateOf(renameReferences(manifest, kind, renamed), kind)
      const service = nameOf(manifest).slice(0, -`-${openSlot}`.length)
      return [service, slotOf?.(component, templateHash(template)) ?? 'r1']
    }),
  )
}

function nameContents(drafts: readonly Draft[]): Renamed {
  return new Map(
    drafts
      .filter(({ unnamed }) => unnamed.contentNamed)
      .map(({ unnamed, content }): [string, string] => [
        `${unnamed.kind}/${unnamed.name}`,
        contentName(unnamed, content),
      ]),
  )
}

/** The manifest under its name, with its references. */
function complete({ unnamed: { kind, contentNamed }, manifest }: Draft, renamed: Renamed): JsonObject {
  const referring = renameReferences(manifest, kind, renamed)
  if (!contentNamed) return referring
  const named = changeAt(referring, ['metadata', 'name'], () => finalName(kind, manifest, renamed))
  return { ...named, immutable: true }
}

function finalName(kind: string, manifest: JsonObject, renamed: Renamed): string {
  const name = nameOf(manifest)
  return renamed.get(`${kind}/${name}`) ?? name
}

function isPluginInPlace({ unnamed: { kind }, manifest }: Draft): boolean {
  const { [objectLabels.role]: role } = objectAt(manifest, 'metadata', 'labels')
  return role === 'plugin' && podTemplatePath(kind) !== undefined && slotOfObject(manifest) === undefined
}

function markGateway(draft: Draft, plugins: readonly (readonly [string, string])[]): Draft {
  const { manifest, unnamed } = draft
  const path = podTemplatePath(unnamed.kind)
  const { [objectLabels.role]: role } = objectAt(manifest, 'metadata', 'labels')
  if (role !== 'gateway' || path === undefined || plugins.length === 0) return draft
  const marked = changeAt(manifest, [...path, 'metadata', 'annotations', pluginsAnnotation], () =>
    shortHash(Object.fromEntries(plugins), 16),
  )
  return withManifest(draft, marked)
}

function markReferenced(draft: Draft, { referenced }: NamingInput): Draft {
  const { manifest, unnamed } = draft
  const path = podTemplatePath(unnamed.kind)
  const hash = path === undefined ? undefined : hashReferenced(manifest, unnamed.kind, referenced ?? new Map())
  if (path === undefined || hash === undefined) return draft
  const annotation = [...path, 'metadata', 'annotations', referencedAnnotation]
  return withManifest(
    draft,
    changeAt(manifest, annotation, () => hash),
  )
}

/** Hashes in their places: of the pod template on the pods, of the whole on the object. */
function finish(
  draft: Draft,
  podHash: string | undefined,
  input: NamingInput,
  waiting: ReadonlyMap<string, readonly Pending[]>,
): NamedObject {
  const { unnamed, content } = draft
  const { apiVersion, kind, component, wave, contentNamed } = unnamed
  const path = podTemplatePath(kind)
  const template = podHash === undefined ? undefined : templateOf(draft.manifest, kind)
  const stamped =
    podHash === undefined || path === undefined
      ? draft.manifest
      : changeAt(draft.manifest, [...path, 'metadata', 'labels', objectLabels.hash], () => podHash)

  // A pod template is the greater part of its object: it is hashed once. What its hash leaves out is in the object's name too.
  const hashed = podHash === undefined || path === undefined ? stamped : changeAt(stamped, path, () => podHash)
  const hash = shortHash([hashed, content.identity], 16)
  const name = nameOf(stamped)
  const references = template === undefined ? [] : listReferences(template)
  const image = template === undefined ? undefined : input.images?.get(component)
  const pending = [
    ...content.pending,
    ...(image === undefined ? [] : [image]),
    ...references.flatMap((reference) => waiting.get(reference) ?? []),
  ]
  return {
    logicalName: unnamed.name,
    content,
    object: {
      key: objectKey({ apiVersion, kind, name }),
      apiVersion,
      kind,
      name,
      component,
      wave,
      contentNamed,
      manifest: changeAt(stamped, ['metadata', 'annotations', objectLabels.hash], () => hash),
      hash,
      ...(content.data === undefined ? {} : { data: content.data }),
      pending: [...new Map(pending.map((entry) => [`${entry.pending} ${entry.key}`, entry])).values()],
    },
  }
}

/** A component's workload, and not a Job among the user's own manifests. */
function isOurs({ manifest, unnamed: { kind } }: Draft): boolean {
  return podTemplatePath(kind) !== undefined && objectLabels.role in objectAt(manifest, 'metadata', 'labels')
}

export function templateOf(manifest: JsonObject, kind: string): JsonObject {
  return objectAt(manifest, ...(podTemplatePath(kind) ?? []))
}

function hashTemplate({ manifest, unnamed: { kind } }: Draft): string {
  return templateHash(templateOf(manifest, kind))
}

/** Without what only says which revision it is. */
function templateHash(template: JsonObject): string {
  const {
    [objectLabels.revision]: _slot,
    [objectLabels.hash]: _hash,
    ...labels
  } = objectAt(template, 'metadata', 'labels')
  return shortHash(
    changeAt(template, ['metadata', 'labels'], () => labels),
    16,
  )
}

function slotOfObject(manifest: JsonObject): Json | undefined {
  return objectAt(manifest, 'metadata', 'labels')[objectLabels.revision]
}

function nameOf(manifest: JsonObject): string {
  const { metadata } = manifest
  return isObject(metadata) ? textOf(metadata['name']) : ''
}
