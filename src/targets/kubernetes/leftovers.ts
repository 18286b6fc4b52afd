import type { Place } from './api.ts'
import { type Kind, listObjects } from './read-objects.ts'

/** What people put into a namespace; a kind that is not here is not looked for. */
const commonKinds: readonly Kind[] = [
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'v1', kind: 'Secret' },
  { apiVersion: 'v1', kind: 'ServiceAccount' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  { apiVersion: 'batch/v1', kind: 'Job' },
  { apiVersion: 'batch/v1', kind: 'CronJob' },
  { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role' },
  { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'RoleBinding' },
]

/** Made by the cluster itself in every namespace. */
const clusterMade = [
  'ConfigMap/kube-root-ca.crt',
  'ConfigMap/openshift-service-ca.crt',
  'ServiceAccount/default',
  'ServiceAccount/builder',
  'ServiceAccount/deployer',
]

/** `Kind/name` of what is in the namespace and on its way to stay; undefined where a kind may not be listed. */
export async function findLeftovers(place: Place): Promise<readonly string[] | undefined> {
  const listing = { ours: false, metadataOnly: true }
  const lists = await Promise.all(commonKinds.map((kind) => listObjects(place, kind, listing)))
  if (lists.includes(undefined)) return undefined
  return lists
    .flatMap((list) => list ?? [])
    .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    .map(({ kind = '', metadata }) => `${kind}/${metadata.name}`)
    .filter((name) => !clusterMade.includes(name))
}
