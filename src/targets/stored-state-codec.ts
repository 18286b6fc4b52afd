import type { Certificate, OpenRequest } from '../model/certificate.ts'
import type { StoredObject } from '../model/kubernetes.ts'
import type { Release, StackState, StoredVariable } from '../model/live.ts'
import { Secret } from '../model/secret.ts'

/** A value as JSON has it: texts where Secrets were. A manifest is JSON already. */
export type Stored<T> = T extends Secret
  ? string
  : T extends object
    ? { readonly [K in keyof T]: K extends 'manifest' ? T[K] : Stored<T[K]> }
    : T

export type StoredState = Stored<Omit<StackState, 'fresh'>>
export type StoredRelease = Stored<Release>

/** The same value with every Secret as its text. */
export function revealAll<T>(value: T): Stored<T>
export function revealAll(value: unknown): unknown {
  if (value instanceof Secret) return value.reveal()
  if (Array.isArray(value)) return value.map((one) => revealAll(one))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]: [string, unknown]) => [name, revealAll(part)]))
}

/** Every Secret in a value, for the redactor; a manifest has none, and releases share what is in them. */
export function secretsIn(value: unknown): ReadonlySet<Secret> {
  const found = new Set<Secret>()
  const seen = new Set<object>()
  const visit = (one: unknown): void => {
    if (typeof one !== 'object' || one === null || seen.has(one)) return
    seen.add(one)
    if (one instanceof Secret) found.add(one)
    else for (const [name, part] of Object.entries(one)) if (name !== 'manifest') visit(part)
  }
  visit(value)
  return found
}

/** The value that `revealAll` was given; `fresh` aside, which is not stored. */
export function restoreState(stored: StoredState): StackState {
  const { authority, formerRoots, namespaceCreated, openRequests, rollOver } = stored
  return {
    schema: 1,
    stack: stored.stack,
    hashKey: new Secret('hash key', stored.hashKey),
    ...(authority === undefined
      ? {}
      : { authority: { ...authority, keyPem: new Secret('key of the CA', authority.keyPem) } }),
    certificates: stored.certificates.map(restoreCertificate),
    ...(openRequests === undefined ? {} : { openRequests: openRequests.map(restoreRequest) }),
    generated: mapValues(stored.generated, (value, name) => new Secret(name, value)),
    releases: restoreReleases(stored.releases),
    fresh: false,
    ...(namespaceCreated === undefined ? {} : { namespaceCreated }),
    ...(rollOver === undefined ? {} : { rollOver }),
    ...(formerRoots === undefined ? {} : { formerRoots }),
  }
}

function restoreCertificate(stored: Stored<Certificate>): Certificate {
  return { ...stored, keyPem: new Secret(`key of ${stored.component}`, stored.keyPem) }
}

function restoreRequest(stored: Stored<OpenRequest>): OpenRequest {
  return { ...stored, keyPem: new Secret(`key of ${stored.component}`, stored.keyPem) }
}

function restoreReleases(stored: readonly StoredRelease[]): readonly Release[] {
  // Releases share their objects: they are to share them afterwards too.
  const restored = new Map<Stored<StoredObject>, StoredObject>()
  const once = (object: Stored<StoredObject>) => {
    const known = restored.get(object) ?? restoreObject(object)
    restored.set(object, known)
    return known
  }
  return stored.map(({ objects, variables, ...release }) => ({
    ...release,
    variables: mapValues(variables, restoreVariable),
    ...(objects === undefined ? {} : { objects: objects.map(once) }),
  }))
}

function restoreObject({ values, ...stored }: Stored<StoredObject>): StoredObject {
  if (values === undefined) return stored
  if (values.kind === 'certificates') return { ...stored, values }
  if (values.kind === 'env') return { ...stored, values: { ...values, env: mapValues(values.env, restoreVariable) } }
  const credentials = values.credentials.map((one) => ({
    ...one,
    password: restoreVariable(one.password, 'kept'),
  }))
  return { ...stored, values: { ...values, credentials } }
}

function restoreVariable({ parts }: Stored<StoredVariable>, name: string): StoredVariable {
  return {
    parts: parts.map((part) => (part.kind === 'kept' ? { ...part, text: new Secret(name, part.text) } : part)),
  }
}

function mapValues<V, R>(
  record: Readonly<Record<string, V>>,
  change: (value: V, name: string) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]))
}
