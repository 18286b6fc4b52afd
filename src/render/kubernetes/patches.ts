import { StackError } from '../../errors.ts'
import { objectLabels, type UnnamedObject } from '../../model/kubernetes.ts'
import type { Json, JsonObject, PatchConfig } from '../../model/stack.ts'
import { objectAt, podTemplatePath, stableText } from './json.ts'
import { jsonPatch } from './json-patch.ts'
import { openSlot } from './slots.ts'
import { strategicMerge } from './strategic-merge.ts'

/**
 * The user's patches on the rendered objects, in order.
 * @throws StackError CONFIG_INVALID for one that finds nothing, that breaks, or that takes away what we find our objects by.
 */
export function applyPatches(
  objects: readonly UnnamedObject[],
  patches: readonly PatchConfig[],
): readonly UnnamedObject[] {
  return patches.reduce<readonly UnnamedObject[]>((patched, patch, index) => {
    const path = `patches[${index}]`
    const found = patched.filter((object) => matches(object, patch.target))
    if (found.length === 0) throw notFound(path, patch, patched)
    const targets = new Set(found)
    return patched.map((object) => (targets.has(object) ? patchObject(object, patch, path) : object))
  }, objects)
}

function matches(object: UnnamedObject, { kind, name, component }: PatchConfig['target']): boolean {
  if (object.kind !== kind) return false
  if (component !== undefined && object.component !== component) return false
  return name === undefined || stableName(object) === name
}

/** A plugin's name without its slot: what the user knows it by. */
function stableName({ name }: UnnamedObject): string {
  return name.endsWith(`-${openSlot}`) ? name.slice(0, -1 - openSlot.length) : name
}

function patchObject(object: UnnamedObject, { merge, json6902 }: PatchConfig, path: string): UnnamedObject {
  const manifest = inPlace(path, object, () => {
    const merged = merge === undefined ? object.manifest : strategicMerge(object.kind, object.manifest, merge)
    return json6902 === undefined ? merged : jsonPatch(merged, json6902)
  })
  const broken = findBroken(object, manifest)
  if (broken === undefined) return { ...object, manifest }
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: `${path} would change ${broken} of ${object.kind} ${stableName(object)}, by which it is found again`,
    hint: 'Use extra_manifests for an object of your own',
  })
}

function inPlace(path: string, object: UnnamedObject, patch: () => JsonObject): JsonObject {
  try {
    return patch()
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    const { code, message, hint, cause } = error
    throw new StackError({ code, message: `${path} on ${object.kind} ${stableName(object)}: ${message}`, hint, cause })
  }
}

/** What must stay as it was, and is not. */
function findBroken({ manifest: before, kind }: UnnamedObject, after: JsonObject): string | undefined {
  const metadata = (manifest: JsonObject) => objectAt(manifest, 'metadata')
  const fixed: readonly (readonly [string, (manifest: JsonObject) => Json | undefined])[] = [
    ['apiVersion', (manifest) => manifest['apiVersion']],
    ['kind', (manifest) => manifest['kind']],
    ['metadata.name', (manifest) => metadata(manifest)['name']],
    ['metadata.namespace', (manifest) => metadata(manifest)['namespace']],
    ['the labels', (manifest) => ourLabels(manifest)],
    ['the selector', (manifest) => objectAt(manifest, 'spec')['selector']],
    ['the pods’ labels', (manifest) => ourLabels(objectAt(manifest, ...(podTemplatePath(kind) ?? ['none'])))],
    ['the Secret', (manifest) => (kind === 'Certificate' ? objectAt(manifest, 'spec')['secretName'] : null)],
    [
      'the values',
      (manifest) => (kind === 'Secret' ? [manifest['data'] ?? null, manifest['stringData'] ?? null] : null),
    ],
  ]
  return fixed.find(([, read]) => stableText(read(before)) !== stableText(read(after)))?.[0]
}

function ourLabels(manifest: JsonObject): JsonObject {
  const labels = objectAt(manifest, 'metadata', 'labels')
  const own = new Set<string>([...Object.values(objectLabels), 'app.kubernetes.io/name'])
  return Object.fromEntries(Object.entries(labels).filter(([name]) => own.has(name)))
}

function notFound(path: string, { target }: PatchConfig, objects: readonly UnnamedObject[]): StackError {
  const { kind, name, component } = target
  const wanted = [kind, name, component === undefined ? undefined : `of ${component}`].filter(isText).join(' ')
  const sameKind = objects.filter((object) => object.kind === kind)
  const there =
    sameKind.length === 0
      ? `Kinds are: ${[...new Set(objects.map((object) => object.kind))].sort().join(', ')}`
      : `There are: ${sameKind.map(stableName).slice(0, 12).join(', ')}${sameKind.length > 12 ? ' …' : ''}`
  return new StackError({ code: 'CONFIG_INVALID', message: `${path} finds no ${wanted}`, hint: there })
}

const isText = (text: string | undefined): text is string => text !== undefined
