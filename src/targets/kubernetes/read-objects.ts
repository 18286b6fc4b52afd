import { StackError } from '../../errors.ts'
import { type LiveObject, objectKey, objectLabels } from '../../model/kubernetes.ts'
import { away, reasonOf } from './answers.ts'
import type { KubeAnswer, Place } from './api.ts'
import type { KubeObject, ObjectMeta } from './kube-objects.ts'
import { ownerOf } from './owner.ts'
import {
  discoveredResource,
  discoveryPath,
  type KubeResource,
  knownResource,
  listPath,
  resourcePath,
  withQuery,
} from './paths.ts'

export interface Kind {
  readonly apiVersion: string
  readonly kind: string
}

/** Only the stack's own, or all of the namespace; whole objects, or their metadata. */
export interface Listing {
  readonly ours: boolean
  readonly metadataOnly: boolean
}

/**
 * The objects of one kind; empty where the cluster does not know the kind.
 *
 * @returns undefined where our rights do not let us list them.
 * @throws StackError ENGINE_UNREACHABLE
 */
export async function listObjects<T extends KubeObject>(
  place: Place,
  { apiVersion, kind }: Kind,
  { metadataOnly, ours }: Listing,
): Promise<readonly T[] | undefined> {
  const resource = await findResource(place, apiVersion, kind)
  // Of the cluster's own objects we have no rights to list any, and make none but the namespace.
  if (resource?.namespaced !== true) return []
  const labelSelector = ours ? `${objectLabels.stack}=${place.stack}` : undefined
  const path = withQuery(resourcePath(resource, place.namespace), { labelSelector })
  const answer = await place.api.get(path, metadataOnly ? { metadataOnly: 'list' } : {})
  if (answer.status === 404) return []
  if (answer.status === 403) return undefined
  // A list's items have no kind of their own, and those of a metadata list another one.
  return itemsOf(place, answer).map((item) => ({ ...(item as T), apiVersion, kind }))
}

/** As listObjects. @throws StackError RIGHTS_MISSING */
export async function needObjects<T extends KubeObject>(
  place: Place,
  kind: Kind,
  listing: Listing,
): Promise<readonly T[]> {
  const objects = await listObjects<T>(place, kind, listing)
  if (objects !== undefined) return objects
  throw mayNotList(place, kind)
}

/**
 * The objects of one kind that carry these labels. A list that could not be had is an error, never an empty one.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE
 */
export async function selectObjects<T>(place: Place, kind: Kind, labelSelector: string): Promise<readonly T[]> {
  const answer = await place.api.get(listPath(kind.apiVersion, kind.kind, place.namespace, { labelSelector }))
  if (answer.status === 403) throw mayNotList(place, kind)
  return itemsOf(place, answer).map((item) => item as T)
}

function mayNotList({ namespace }: Place, { apiVersion, kind }: Kind): StackError {
  return new StackError({
    code: 'RIGHTS_MISSING',
    message: `you may not list ${knownResource(apiVersion, kind)?.plural ?? kind} in namespace ${namespace}`,
    hint: 'Somebody who may give rights types: mcp-deploy rbac --for plan | kubectl apply -f -',
  })
}

/** One object or its metadata; undefined where the cluster does not know the kind. */
export async function readObject(place: Place, object: Kind & { readonly name: string }, metadataOnly: boolean) {
  const resource = await findResource(place, object.apiVersion, object.kind)
  if (resource === undefined) return undefined
  return await place.api.get(
    resourcePath(resource, place.namespace, object.name),
    metadataOnly ? { metadataOnly: 'object' } : {},
  )
}

async function findResource({ api }: Place, apiVersion: string, kind: string): Promise<KubeResource | undefined> {
  const known = knownResource(apiVersion, kind)
  return known ?? discoveredResource(apiVersion, kind, (await api.get(discoveryPath(apiVersion))).body)
}

function itemsOf(place: Place, answer: KubeAnswer): readonly unknown[] {
  const { items } = answer.body
  if (answer.status !== 200) throw away(place.io.redactor.redact(reasonOf(answer)))
  return Array.isArray(items) ? items : []
}

/** Pure. */
export function toLiveObject({ apiVersion = '', kind = '', metadata }: KubeObject): LiveObject {
  const {
    annotations = {},
    deletionTimestamp,
    generation,
    labels = {},
    name,
    resourceVersion = '',
    uid = '',
  } = metadata
  const [hash, component] = [
    annotations[objectLabels.hash],
    annotations[objectLabels.name] ?? labels[objectLabels.component],
  ]
  const revision = labels[objectLabels.revision]
  const owner = ownerOf(metadata satisfies ObjectMeta)
  return {
    key: objectKey({ apiVersion, kind, name }),
    apiVersion,
    kind,
    name,
    uid,
    resourceVersion,
    deleting: deletionTimestamp !== undefined,
    ...(generation !== undefined && { generation }),
    ...(hash !== undefined && { hash }),
    ...(component !== undefined && { component }),
    ...(revision !== undefined && { revision }),
    ...(owner !== undefined && { owner }),
  }
}
