import type { Bundle, BundleComponent } from '../../../src/model/bundle.ts'
import {
  type BundleObject,
  type InventoryEntry,
  type KubernetesLive,
  type LiveObject,
  objectKey,
} from '../../../src/model/kubernetes.ts'
import type { Live, LiveComponent, Release } from '../../../src/model/live.ts'
import { component, release, running, state } from '../values.ts'

export function object(kind: string, name: string, of: string, more: Partial<BundleObject> = {}): BundleObject {
  const apiVersion = kind === 'Deployment' || kind === 'StatefulSet' ? 'apps/v1' : 'v1'
  return {
    key: objectKey({ apiVersion, kind, name }),
    apiVersion,
    kind,
    name,
    component: of,
    wave: 1,
    contentNamed: false,
    manifest: { apiVersion, kind, metadata: { name } },
    hash: `hash of ${kind}/${name}`,
    pending: [],
    ...more,
  }
}

/** A component's workload and Service. */
export function objectsOf({ hash, name, service, wave }: BundleComponent): readonly BundleObject[] {
  return [
    object('Deployment', service, name, { wave, hash: `object ${hash}` }),
    object('Service', service, name, { wave }),
  ]
}

export function kubeBundle(components: readonly BundleComponent[], ...more: readonly BundleObject[]): Bundle {
  const objects = [...components.flatMap(objectsOf), ...more]
  return {
    target: 'kubernetes',
    files: [],
    components,
    contents: [],
    variables: {},
    kubernetes: { objects, unnamed: [] },
  }
}

export function liveObject(of: BundleObject, more: Partial<LiveObject> = {}): LiveObject {
  const { apiVersion, hash, key, kind, name, component: its } = of
  const uid = `uid of ${key}`
  return { key, apiVersion, kind, name, uid, resourceVersion: '7', hash, component: its, deleting: false, ...more }
}

export function entry(of: BundleObject, more: Partial<InventoryEntry> = {}): InventoryEntry {
  const { component: its, contentNamed, hash, key } = of
  return { key, component: its, contentNamed, hash, uid: `uid of ${key}`, resourceVersion: '7', ...more }
}

/** A release that wrote just this bundle. */
export function releaseOf(revision: number, of: Bundle, more: Partial<Release> = {}): Release {
  return {
    ...release(revision, of.components),
    inventory: (of.kubernetes?.objects ?? []).map((one) => entry(one)),
    ...more,
  }
}

/** What runs when a bundle was deployed as release 3 and nobody touched it since. */
export function deployed(of: Bundle, more: Partial<KubernetesLive> = {}, components?: readonly LiveComponent[]): Live {
  return liveWith([releaseOf(3, of)], of, more, components)
}

export function liveWith(
  releases: readonly Release[],
  of: Bundle,
  more: Partial<KubernetesLive> = {},
  components: readonly LiveComponent[] = of.components.map((one) => running(one, one.role === 'gateway' ? 20 : 10)),
): Live {
  const objects = (of.kubernetes?.objects ?? []).map((one) => liveObject(one))
  return {
    components,
    state: state(...releases),
    contents: [],
    kubernetes: { namespaceExists: true, objects, secretsListed: true, ...more },
  }
}

export const plugin = (name: string, more: Partial<BundleComponent> = {}) => component(name, more)
