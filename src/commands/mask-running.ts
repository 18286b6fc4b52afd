import { StackError } from '../errors.ts'
import { type EnvValue, wholeReference } from '../model/env-value.ts'
import { objectKey } from '../model/kubernetes.ts'
import type { StackState } from '../model/live.ts'
import { isPending, type Maybe } from '../model/pending.ts'
import type { Plan } from '../model/plan.ts'
import type { Secret } from '../model/secret.ts'
import type { Connection, RunningSecrets } from '../model/target.ts'
import { composeValue } from '../secrets/compose-value.ts'
import { keyedHash } from '../secrets/keyed-hash.ts'
import { passwordsOf, takeApart } from '../secrets/take-apart.ts'
import type { Session } from './session.ts'

/** Component → variable that is secret → how today's plan puts it together; undefined where only the history has it. */
type Variables = ReadonlyMap<string, ReadonlyMap<string, EnvValue | undefined>>

/**
 * What the components run with is masked from now on: between a rotation and the deploy after it, no provider has it any more.
 *
 * @returns names of what runs and cannot be known here.
 */
export async function maskRunning(
  session: Pick<Session, 'io' | 'secretSource'>,
  plan: Plan,
  connection: Pick<Connection, 'runningSecrets'>,
  state: StackState,
): Promise<readonly string[]> {
  const variables = secretVariables(plan, state)
  const running = await connection.runningSecrets((component, name) => variables.get(component)?.has(name) === true)
  const today = await valuesOfToday(session, plan, state)
  const unknown = new Set<string>()
  for (const { component, variable, value } of running.values) {
    const drawn = variables.get(component)?.get(variable)
    const parts = drawn === undefined ? [] : takeApart(drawn, value)
    // What stands beside secrets in a Secret, or is one no longer, may be plain configuration.
    for (const one of [...(parts ?? []), ...passwordsOf(value), value]) {
      session.io.redactor.add(one, { needle: false })
    }
    const now = drawn === undefined ? undefined : today(drawn, `${component}.${variable}`)
    const same = isKnown(now) && keyedHash(state.hashKey, now) === keyedHash(state.hashKey, value)
    // The whole is hidden in either case, but a part may be printed alone.
    if (parts === undefined && !same) unknown.add(`${component}.${variable}`)
  }
  for (const one of running.unread) for (const name of namesOf(one, variables, state, today)) unknown.add(name)
  return [...unknown].sort()
}

/** Of today's plan and of every release that is remembered: which of them a container is of, it does not say. */
function secretVariables(plan: Plan, { releases }: StackState): Variables {
  const all = new Map<string, Map<string, EnvValue | undefined>>()
  const add = (component: string, name: string, value: EnvValue | undefined) =>
    all.set(component, (all.get(component) ?? new Map<string, EnvValue | undefined>()).set(name, value))
  for (const { components } of releases) {
    for (const { name, fields } of components) {
      for (const [field, text] of Object.entries(fields)) {
        const [, variable] = /^env\.(.+)$/.exec(field) ?? []
        if (variable !== undefined && /^(?:secret|kubernetes):/.test(text)) add(name, variable, undefined)
      }
    }
  }
  for (const { env, name } of [plan.gateway, ...plan.plugins, ...plan.infrastructure]) {
    for (const [variable, value] of Object.entries(env)) if (value.kind === 'secret') add(name, variable, value)
  }
  return all
}

type Today = (value: EnvValue, name: string) => Maybe<Secret> | undefined

/** Values as they would be deployed now; undefined where one cannot be had or put together. */
async function valuesOfToday({ secretSource }: Pick<Session, 'secretSource'>, plan: Plan, { generated }: StackState) {
  const found = await secretSource?.find(plan.secrets)
  const get = (name: string): Maybe<Secret> => {
    const finding = found?.get(name)
    const given = finding !== undefined && 'value' in finding ? finding.value : undefined
    return given ?? generated[name] ?? { pending: 'secret', key: name }
  }
  const today: Today = (value, name) => {
    try {
      return composeValue(value, name, get)
    } catch (error) {
      if (error instanceof StackError) return undefined
      throw error
    }
  }
  return today
}

const isKnown = (value: Maybe<Secret> | undefined): value is Secret => value !== undefined && !isPending(value)

/** What one unread Secret may have given; not what is the same today, as the live release's keyed hashes say. */
function namesOf(
  { component, secret, variable }: RunningSecrets['unread'][number],
  variables: Variables,
  { hashKey, releases }: StackState,
  today: Today,
): readonly string[] {
  const key = objectKey({ apiVersion: 'v1', kind: 'Secret', name: secret })
  const own = releases.findLast(({ inventory = [] }) => inventory.some((entry) => entry.key === key))
  const fields = own?.components.find(({ name }) => name === component)?.fields ?? {}
  const taken = Object.entries(fields).flatMap(([field, text]) =>
    field.startsWith('env.') && text.startsWith('secret:') ? [field.slice(4)] : [],
  )
  const names = variable === undefined ? taken : [variable]
  // Somebody else's, or of a component that the release has under another name.
  if (names.length === 0) return [`the keys of the Secret ${secret}`]
  return names.flatMap((name) => {
    const value = variables.get(component)?.get(name)
    const now = value === undefined ? undefined : today(value, `${component}.${name}`)
    const same = isKnown(now) && fields[`env.${name}`] === `secret:${keyedHash(hashKey, now)}`
    return same ? [] : [wholeReference(value) ?? `${component}.${name}`]
  })
}
