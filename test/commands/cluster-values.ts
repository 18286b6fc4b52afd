import type { Bundle } from '../../src/model/bundle.ts'
import type { BundleObject, Inventory, KubernetesLive, LiveObject } from '../../src/model/kubernetes.ts'
import type { Live } from '../../src/model/live.ts'
import { bundle, gateway, live, state } from '../targets/values.ts'

/** A wanted object; ConfigMaps and Secrets are named by content. */
export function object(kind: string, name: string, more: Partial<BundleObject> = {}): BundleObject {
  const apiVersion = kind === 'Deployment' ? 'apps/v1' : 'v1'
  return {
    key: `${apiVersion}/${kind}/${name}`,
    apiVersion,
    kind,
    name,
    component: 'gateway',
    wave: 2,
    contentNamed: kind === 'ConfigMap' || kind === 'Secret',
    manifest: { apiVersion, kind, metadata: { name } },
    hash: `hash of ${name}`,
    pending: [],
    ...more,
  }
}

/** The same as it is there. */
export function there({ key, apiVersion, kind, name, hash }: BundleObject, more: Partial<LiveObject> = {}): LiveObject {
  const version = { uid: `uid of ${name}`, resourceVersion: '7', ...(kind === 'Deployment' ? { generation: 2 } : {}) }
  return { key, apiVersion, kind, name, hash, component: 'gateway', deleting: false, ...version, ...more }
}

export const written = (wanted: BundleObject, more: Partial<LiveObject> = {}): Inventory[number] => {
  const { key, component, contentNamed, hash } = wanted
  const { uid, resourceVersion, generation } = there(wanted, more)
  return {
    key,
    component,
    contentNamed,
    hash,
    uid,
    resourceVersion,
    ...(generation === undefined ? {} : { generation }),
  }
}

export function clusterBundle(...objects: readonly BundleObject[]): Bundle {
  return { ...bundle(gateway()), target: 'kubernetes', kubernetes: { objects, unnamed: [] } }
}

export function clusterLive(
  objects: readonly LiveObject[],
  more: Partial<KubernetesLive> = {},
  of = live(state()),
): Live {
  return { ...of, kubernetes: { namespaceExists: true, secretsListed: true, objects, ...more } }
}
