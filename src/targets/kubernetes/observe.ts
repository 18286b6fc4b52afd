import { StackError } from '../../errors.ts'
import { certificateKind } from '../../model/cert-manager.ts'
import type { LiveObject } from '../../model/kubernetes.ts'
import type { Live, LiveComponent, StackState } from '../../model/live.ts'
import type { Place } from './api.ts'
import { formerKindProblem } from './former-kinds.ts'
import type { Pod, Workload } from './kube-objects.ts'
import { toComponents } from './live-components.ts'
import { pathOf } from './paths.ts'
import { readLeaves } from './read-leaves.ts'
import { type Kind, listObjects, needObjects, toLiveObject } from './read-objects.ts'
import type { StateStore } from './state-store.ts'

/** Kinds of which metadata is enough; Secrets are listed apart, since not everybody may. */
export const plainKinds: readonly Kind[] = [
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'v1', kind: 'ServiceAccount' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
]
export const workloadKinds: readonly Kind[] = [
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'apps/v1', kind: 'StatefulSet' },
]
export const secretKind: Kind = { apiVersion: 'v1', kind: 'Secret' }
export const podKind: Kind = { apiVersion: 'v1', kind: 'Pod' }

const whole = { ours: true, metadataOnly: false }
const metadata = { ours: true, metadataOnly: true }

/**
 * What runs now and what is remembered: a dozen reads side by side, whatever the number of components is; with cert-manager one
 * more for each certificate.
 *
 * @param certManager  Whether it keeps the certificates; those of an earlier release are found all the same.
 * @throws StackError STACK_CONFLICT, STATE_UNREADABLE, STATE_NEWER, RIGHTS_MISSING, ENGINE_UNREACHABLE.
 */
export async function observeStack(
  place: Place,
  store: Pick<StateStore, 'read'>,
  { certManager }: { readonly certManager: boolean } = { certManager: false },
): Promise<Live> {
  const [state, { components, workloads }, plain, secrets] = await Promise.all([
    store.read(),
    readWorkloads(place),
    Promise.all(plainKinds.map((kind) => needObjects(place, kind, metadata))),
    listObjects(place, secretKind, metadata),
  ])
  // Which further kinds there may be is known from the history only; an ordinary stack has none.
  const kinds = furtherKinds(state, certManager ? [certificateKind] : [])
  const further = (await Promise.all(kinds.map((kind) => needFurther(place, kind)))).flat()
  const leaves = await readLeaves(place, further, certManager)
  const objects = [...workloads, ...plain.flat(), ...(secrets ?? []), ...further].map(toLiveObject)
  return {
    components,
    state,
    contents: objects.flatMap(({ kind, name }) => (kind === 'ConfigMap' || kind === 'Secret' ? [name] : [])),
    ...(certManager || leaves.length > 0 ? { leaves } : {}),
    kubernetes: {
      namespaceExists: await findNamespace(place, state, objects),
      objects,
      secretsListed: secrets !== undefined,
    },
  }
}

/** What `status` asks for. @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE */
export async function readComponents(place: Place): Promise<readonly LiveComponent[]> {
  const { components } = await readWorkloads(place)
  return components
}

async function readWorkloads(place: Place) {
  const [pods, ...lists] = await Promise.all([
    needObjects<Pod>(place, podKind, whole),
    ...workloadKinds.map((kind) => needObjects<Workload>(place, kind, whole)),
  ])
  const workloads = lists.flat()
  return { workloads, components: toComponents(workloads, pods) }
}

/** Of a kind that the configuration has, too, `namingAllMissing` says so: the rights of what it has are asked for one by one. */
async function needFurther(place: Place, kind: Kind) {
  const objects = await listObjects(place, kind, metadata)
  if (objects === undefined) throw new StackError(formerKindProblem(place, kind, ['list']))
  return objects
}

/** Kinds that some release wrote beside the usual ones: Ingress, HTTPRoute, Route, extra manifests. Pure. */
export function furtherKinds(state: StackState, also: readonly Kind[] = []): readonly Kind[] {
  const usual = [...plainKinds, ...workloadKinds, secretKind, podKind, { apiVersion: 'v1', kind: 'Namespace' }]
  const known = new Set(usual.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`))
  const keys = state.releases.flatMap(({ inventory = [] }) => inventory.map(({ key }) => key))
  // `apps/v1/Deployment/mcpgateway`: no part but the group's version holds a slash.
  const written = new Set([
    ...keys.map((key) => key.slice(0, key.lastIndexOf('/'))),
    ...also.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`),
  ])
  return [...written]
    .filter((key) => !known.has(key))
    .toSorted()
    .map((key) => ({ apiVersion: key.slice(0, key.lastIndexOf('/')), kind: key.slice(key.lastIndexOf('/') + 1) }))
}

/** Asked only where nothing else says so; who may not ask has been given a namespace. */
async function findNamespace(place: Place, state: StackState, objects: readonly LiveObject[]): Promise<boolean> {
  if (!state.fresh || objects.length > 0) return true
  const { status } = await place.api.get(pathOf('v1', 'Namespace', place.namespace, place.namespace))
  return status !== 404
}
