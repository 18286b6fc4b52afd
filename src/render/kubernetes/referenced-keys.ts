import type { EnvValue } from '../../model/env-value.ts'
import { isPending, type Maybe } from '../../model/pending.ts'
import type { JsonObject, SecretKey } from '../../model/stack.ts'
import type { VariableUse } from '../variables.ts'
import { invalid } from './form.ts'
import { listAt, objectAt, podTemplatePath, shortHash } from './json.ts'

/** Annotation of pods: changes with the values of the Secrets of others that they refer to, which are read at their start only. */
export const referencedAnnotation = 'mcp-stack.dev/secrets'

/** A variable that is a key of a Secret of somebody else's. */
export interface ReferencedUse extends VariableUse {
  readonly reference: SecretKey
}

/** What is to be referred to, apart from what we put in. */
export function splitReferenced(
  uses: readonly VariableUse[],
  referenceOf: (value: EnvValue) => SecretKey | undefined = () => undefined,
): { readonly own: readonly VariableUse[]; readonly referenced: readonly ReferencedUse[] } {
  const own: VariableUse[] = []
  const referenced: ReferencedUse[] = []
  for (const use of uses) {
    const reference = referenceOf(use.value)
    if (reference === undefined) own.push(use)
    else referenced.push({ ...use, reference })
  }
  return { own, referenced }
}

/** `env` of the container; it wins over `envFrom`. */
export function viewReferenced(uses: readonly ReferencedUse[]): readonly JsonObject[] {
  return uses.map(({ name, reference: { secret, key } }) => ({
    name,
    valueFrom: { secretKeyRef: { name: secret, key } },
  }))
}

/** `SECRET#KEY` → keyed hash of the value; without an entry where it is not known. */
export function digestReferenced(
  uses: readonly ReferencedUse[],
  digest: (value: EnvValue, name: string) => Maybe<string>,
): ReadonlyMap<string, string> {
  return new Map(
    uses.flatMap(({ component, name, value, reference }): [string, string][] => {
      const found = digest(value, `${component}.${name}`)
      return isPending(found) ? [] : [[placeOf(reference), found]]
    }),
  )
}

/** The keys of Secrets that a workload's pods refer to by `secretKeyRef`, and cannot start without. */
export function listSecretKeys(manifest: JsonObject, kind: string): readonly SecretKey[] {
  const path = podTemplatePath(kind)
  if (path === undefined) return []
  return listAt(manifest, ...path, 'spec', 'containers').flatMap((container) =>
    listAt(container, 'env').flatMap((entry) => {
      const { name, key, optional } = objectAt(entry, 'valueFrom', 'secretKeyRef')
      return typeof name === 'string' && typeof key === 'string' && optional !== true ? [{ secret: name, key }] : []
    }),
  )
}

/** One hash over all that a workload refers to and that is known; undefined where nothing is. */
export function hashReferenced(
  manifest: JsonObject,
  kind: string,
  digests: ReadonlyMap<string, string>,
): string | undefined {
  const known = listSecretKeys(manifest, kind).flatMap((reference) => {
    const place = placeOf(reference)
    const digest = digests.get(place)
    return digest === undefined ? [] : [[place, digest] as const]
  })
  return known.length === 0 ? undefined : shortHash(Object.fromEntries(known), 16)
}

/** An overridden template of an earlier version would leave the variables out. @throws StackError RENDER_INVALID */
export function checkReferenced(
  uses: readonly ReferencedUse[],
  objects: readonly { readonly kind: string; readonly component: string; readonly manifest: JsonObject }[],
): void {
  const written = new Set(
    objects.flatMap(({ kind, component, manifest }) =>
      listSecretKeys(manifest, kind).map((reference) => `${component} ${placeOf(reference)}`),
    ),
  )
  const lost = uses.find(({ component, reference }) => !written.has(`${component} ${placeOf(reference)}`))
  if (lost === undefined) return
  throw invalid(
    'deployment',
    `the variable ${lost.name} of ${lost.component} is not in it: write {{y container.env}} as env of the container`,
  )
}

export function placeOf({ secret, key }: SecretKey): string {
  return `${secret}#${key}`
}
