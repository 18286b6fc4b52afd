import type { TargetSecret } from '../../model/secrets.ts'
import type { RunningSecrets } from '../../model/target.ts'
import type { Place } from './api.ts'
import type { Pod } from './kube-objects.ts'
import { nameOf, readPods } from './logs.ts'
import { fetchSecret } from './read-secret.ts'

/** A Secret that a component's pod takes one variable from, or all of its keys. */
interface Use {
  readonly component: string
  readonly secret: string
  readonly optional: boolean
  readonly one?: { readonly variable: string; readonly key: string }
  /** When the pod read it. */
  readonly at?: string
}

/**
 * What the pods took from Secrets, ours and others: those are read by the names that the pods have. One that may not be read, is
 * gone, or was changed since the pod started, says nothing about what runs.
 *
 * @throws StackError RIGHTS_MISSING (pods), ENGINE_UNREACHABLE
 */
export async function readRunningSecrets(place: Place): Promise<RunningSecrets> {
  const uses = (await readPods(place)).flatMap(usesOf)
  const names = [...new Set(uses.map(({ secret }) => secret))]
  const found = new Map(await Promise.all(names.map(async (name) => [name, await fetchSecret(place, name)] as const)))
  const read = uses.map((use) => ({ use, ...readUse(use, found.get(use.secret)) }))
  return {
    values: read.flatMap(({ values }) => values),
    unread: read.flatMap(({ use: { component, secret, one }, known }) =>
      known ? [] : [{ component, secret, ...(one === undefined ? {} : { variable: one.variable }) }],
    ),
  }
}

/** Pure. */
export function usesOf(pod: Pod): readonly Use[] {
  const component = nameOf(pod)
  const at = pod.status?.startTime
  const when = at === undefined ? {} : { at }
  const { containers, initContainers = [] } = pod.spec
  return [...initContainers, ...containers].flatMap(({ env = [], envFrom = [] }) => [
    ...envFrom.flatMap(({ secretRef }): Use[] =>
      secretRef === undefined
        ? []
        : [{ component, secret: secretRef.name, optional: secretRef.optional === true, ...when }],
    ),
    ...env.flatMap(({ name: variable, valueFrom }): Use[] => {
      const { key, name, optional } = valueFrom?.secretKeyRef ?? {}
      if (key === undefined || name === undefined) return []
      return [{ component, secret: name, optional: optional === true, one: { variable, key }, ...when }]
    }),
  ])
}

function readUse(
  { at, component, one, optional }: Use,
  answer: TargetSecret | undefined,
): { readonly values: RunningSecrets['values']; readonly known: boolean } {
  if (answer?.kind === 'absent') return { values: [], known: optional }
  if (answer?.kind !== 'found') return { values: [], known: false }
  const values = [...answer.values].flatMap(([key, value]) =>
    value === undefined || (one !== undefined && one.key !== key)
      ? []
      : [{ component, variable: one?.variable ?? key, value }],
  )
  const { changedAt } = answer
  return { values, known: at === undefined || changedAt === undefined || Date.parse(changedAt) <= Date.parse(at) }
}
