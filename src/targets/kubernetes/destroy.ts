import { StackError } from '../../errors.ts'
import { asksForLeaf, certificateKind } from '../../model/cert-manager.ts'
import { objectKey, objectLabels, stateNames } from '../../model/kubernetes.ts'
import type { StackState } from '../../model/live.ts'
import { forgetStack } from '../forget-stack.ts'
import type { Place } from './api.ts'
import { inParallel } from './in-parallel.ts'
import type { KubeObject, Pod } from './kube-objects.ts'
import { findLeftovers } from './leftovers.ts'
import { locate } from './locate.ts'
import { furtherKinds, plainKinds, podKind, secretKind, workloadKinds } from './observe.ts'
import { ownerOf } from './owner.ts'
import { pathOf } from './paths.ts'
import { removeLeaf } from './prune.ts'
import { type Kind, listObjects } from './read-objects.ts'
import type { StateStore } from './state-store.ts'

export interface DestroyOptions {
  readonly volumes: boolean
  /** Generated secrets that open what is in the kept volumes. */
  readonly keepSecrets: readonly string[]
}

/** How long pods are given to end; what takes longer is gone a little later all the same. */
const podsGoneSeconds = 60

const claimKind = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }

/** The state goes last, by whoever keeps it; the lock is given back by its holder. */
const own: readonly string[] = Object.values(stateNames)

/** Who leans on whom: the gateway goes before what it calls. */
const order = ['gateway', 'plugin', 'redis', 'postgres']

/**
 * Removes what can be made again. Without `volumes` the data stays, and with it the secrets that open it; with them the
 * namespace goes too, where we made it and nobody else has anything in it. Where nothing is there, nothing is done.
 *
 * @returns what was removed, as lines for people.
 * @throws StackError APPLY_FAILED when something could not be removed: the state is kept, and the next run goes on.
 */
export async function destroyStack(
  place: Place,
  store: StateStore,
  options: DestroyOptions,
): Promise<readonly string[]> {
  const state = await store.read()
  const listed = new Set(state.releases.flatMap(({ inventory = [] }) => inventory.map(({ key }) => key)))
  const workloads = await listOurs(place, workloadKinds, listed)
  const role = ({ metadata }: KubeObject) => order.indexOf(metadata.labels?.[objectLabels.role] ?? '')
  for (const workload of workloads.toSorted((a, b) => role(a) - role(b))) await remove(place, [workload])
  await waitForPods(place)

  const rest = await listOurs(place, [...plainKinds, secretKind, ...furtherKinds(state, [certificateKind])], listed)
  const others = rest.filter(({ kind, metadata }) => kind !== claimKind.kind && !own.includes(metadata.name))
  await remove(place, others)
  await inParallel(others.filter(asksForLeaf), ({ metadata }) => removeLeaf(place, metadata.name))
  await removeUnlisted(place, state)

  const claims = await findClaims(place)
  if (options.volumes) await remove(place, claims)
  const keep = !options.volumes && claims.length > 0 && !state.fresh
  if (keep) await store.write(forgetStack(state, options.keepSecrets))
  else await store.remove()

  return [
    ...[...workloads, ...others].map(({ kind = '', metadata }) => `${kind}/${metadata.name}`),
    ...(options.volumes ? claims.map(({ metadata }) => `PersistentVolumeClaim/${metadata.name} and its data`) : []),
    ...(keep || state.fresh ? [] : ['the stack’s state: CA, generated secrets, history']),
    ...(options.volumes && state.namespaceCreated === true ? [await removeNamespace(place)] : []),
  ]
}

/** With our label, and written by us: an inventory lists it, or it carries our hash. No other tool keeps it. */
async function listOurs(
  place: Place,
  kinds: readonly Kind[],
  listed: ReadonlySet<string>,
): Promise<readonly KubeObject[]> {
  const lists = await Promise.all(kinds.map((kind) => listObjects(place, kind, { ours: true, metadataOnly: true })))
  return lists
    .flatMap((list) => list ?? [])
    .filter(({ apiVersion = '', kind = '', metadata }) => {
      const written = metadata.annotations?.[objectLabels.hash] !== undefined
      const key = objectKey({ apiVersion, kind, name: metadata.name })
      return ownerOf(metadata) === undefined && (written || listed.has(key))
    })
}

/** Secrets that may not be listed are known from what was written, by name and uid. */
async function removeUnlisted(place: Place, state: StackState): Promise<void> {
  const entries = state.releases.flatMap(({ inventory = [] }) => inventory)
  const secrets = new Map(entries.filter(({ key }) => key.startsWith('v1/Secret/')).map((entry) => [entry.key, entry]))
  await inParallel([...secrets.values()], async ({ key, uid }) => {
    const path = pathOf('v1', 'Secret', place.namespace, key.slice('v1/Secret/'.length))
    await place.api.remove(path, uid === undefined ? {} : { uid })
  })
}

/**
 * Claims with our label that we wrote, and those that a StatefulSet of ours made from its template: `data-postgres-0`, with the
 * labels of its selector. A label alone is not enough to remove somebody's data.
 */
async function findClaims(place: Place): Promise<readonly KubeObject[]> {
  const claims = (await listObjects(place, claimKind, { ours: true, metadataOnly: true })) ?? []
  return claims.filter(({ metadata }) => {
    if (metadata.annotations?.[objectLabels.hash] !== undefined) return true
    const ordinal = metadata.name.replace(`data-${metadata.labels?.['app.kubernetes.io/name']}-`, '')
    return /^\d+$/.test(ordinal)
  })
}

/** All of them are tried. @throws StackError APPLY_FAILED naming those that are still there. */
async function remove(place: Place, objects: readonly KubeObject[]): Promise<void> {
  const left: string[] = []
  await inParallel(objects, async ({ apiVersion = '', kind = '', metadata }) => {
    const path = await locate(place, { apiVersion, kind, name: metadata.name })
    const { status } = await place.api.remove(path, metadata.uid === undefined ? {} : { uid: metadata.uid })
    // 404 and 409: it went by itself, or somebody has made another one.
    if (status >= 300 && status !== 404 && status !== 409) left.push(`${kind}/${metadata.name} (HTTP ${status})`)
  })
  if (left.length === 0) return
  throw new StackError({
    code: 'APPLY_FAILED',
    message: `these objects in ${place.namespace} could not be removed: ${left.sort().join(', ')}`,
    hint: 'The others that were tried are gone. Look at the rights (HTTP 403): mcp-deploy rbac; then destroy again',
  })
}

async function waitForPods(place: Place): Promise<void> {
  const { clock, signal, progress } = place.io
  const start = clock.now().getTime()
  for (;;) {
    const all = (await listObjects<Pod>(place, podKind, { ours: true, metadataOnly: true })) ?? []
    const pods = all.filter(({ metadata }) => metadata.labels?.[objectLabels.hash] !== undefined)
    if (pods.length === 0 || signal.aborted) return
    if (clock.now().getTime() - start > podsGoneSeconds * 1000) {
      progress.line(`${pods.length} pods are still ending: ${pods.map(({ metadata }) => metadata.name).join(', ')}`)
      return
    }
    await clock.sleep(300, signal)
  }
}

/** @returns what became of it, as a line. */
async function removeNamespace(place: Place): Promise<string> {
  const { api, namespace } = place
  const left = await findLeftovers(place)
  if (left === undefined) return `not the namespace ${namespace}: what else is in it may not be listed`
  if (left.length > 0) return `not the namespace ${namespace}: ${left.slice(0, 3).join(', ')} is in it`
  const { status } = await api.remove(pathOf('v1', 'Namespace', namespace, namespace))
  if (status === 403) return `not the namespace ${namespace}: the right to delete it is missing`
  return status < 300 || status === 404 ? `the namespace ${namespace}` : `not the namespace ${namespace}: ${status}`
}
