import { type EnvValue, referencesOf, wholeReference } from '../model/env-value.ts'
import type { ComponentPlan, SecretRequest } from '../model/plan.ts'
import type { PullCredential, SecretDeclaration } from '../model/stack.ts'
import { gatewaySecrets } from './contract/gateway.ts'
import { postgresPassword } from './database.ts'

type Made = Pick<SecretRequest, 'shape' | 'opensVolume'>

/** Secrets we may make ourselves, by name; asked of the providers first. */
const makeable: ReadonlyMap<string, Made> = new Map<string, Made>([
  ...gatewaySecrets.map(({ name, shape, opensVolume }): [string, Made] => [name, { shape, opensVolume }]),
  [postgresPassword, { shape: 'password', opensVolume: true }],
])

/**
 * Every secret that some environment or pull credential refers to, once, sorted by name. One that is declared and used by nothing is not asked for.
 *
 * @param declared  Those that say where they are: asked for there, never made.
 * @param given  Names the user's own environment refers to: they have to be there, so they are never made.
 */
export function planSecrets(
  components: readonly ComponentPlan[],
  given: ReadonlySet<string>,
  pulls: readonly PullCredential[],
  declared: readonly SecretDeclaration[] = [],
): readonly SecretRequest[] {
  const declarations = new Map(declared.map((declaration) => [declaration.name, declaration]))
  const users = usersBySecret(components, pulls)
  const copies = copiesBySecret(components, pulls)
  const strengths = strengthsBySecret(components)
  return [...users.keys()].sort().map((name) => {
    const { from, place } = declarations.get(name) ?? {}
    const made = given.has(name) || from !== undefined ? undefined : makeable.get(name)
    const strength = strengths.get(name)
    return {
      name,
      origin: made === undefined ? 'declared' : 'generated',
      opensVolume: made?.opensVolume ?? false,
      usedBy: users.get(name) ?? [],
      ...(copies.has(name) ? { copiedTo: copies.get(name) ?? [] } : {}),
      ...(from === undefined ? {} : { from }),
      ...(place === undefined ? {} : { place }),
      ...(made?.shape === undefined ? {} : { shape: made.shape }),
      ...(strength === undefined ? {} : { strength }),
    }
  })
}

function usersBySecret(
  components: readonly ComponentPlan[],
  pulls: readonly PullCredential[],
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>()
  const add = (user: string, value: EnvValue): void => {
    for (const name of referencesOf(value)) users.set(name, [...(users.get(name) ?? []), user])
  }
  for (const component of components) {
    for (const [variable, value] of Object.entries(component.env)) add(`${component.name}.${variable}`, value)
  }
  for (const { registry, password } of pulls) add(`pull.${registry}`, password)
  return users
}

/** Users that need the value itself: to put it into a longer text, or into a file for the kubelet. */
function copiesBySecret(
  components: readonly ComponentPlan[],
  pulls: readonly PullCredential[],
): ReadonlyMap<string, readonly string[]> {
  const variables = components.flatMap(({ name, env }) =>
    Object.entries(env)
      .filter(([, value]) => wholeReference(value) === undefined)
      .map(([variable, value]) => ({ user: `${name}.${variable}`, value })),
  )
  const copies = new Map<string, string[]>()
  for (const { user, value } of [
    ...variables,
    ...pulls.map(({ registry, password }) => ({ user: `the pull credentials of ${registry}`, value: password })),
  ]) {
    for (const name of referencesOf(value)) copies.set(name, [...(copies.get(name) ?? []), user])
  }
  return copies
}

/** A secret that alone is the value of a variable the gateway checks, must be strong enough for it. */
function strengthsBySecret(components: readonly ComponentPlan[]): ReadonlyMap<string, 'gateway' | 'administrator'> {
  const gateway = components.find((component) => component.role === 'gateway')
  const pairs = gatewaySecrets.flatMap(({ name, strength }): [string, 'gateway' | 'administrator'][] => {
    const secret = wholeReference(gateway?.env[name])
    return secret === undefined || strength === undefined ? [] : [[secret, strength]]
  })
  return new Map(pairs)
}
