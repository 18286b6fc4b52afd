import { fieldManager } from '../../model/kubernetes.ts'
import type { JsonObject } from '../../model/stack.ts'
import type { KubeObject, ManagedFields } from './kube-objects.ts'

/**
 * What we want with the `spec.replicas` that may be written. None where an autoscaler sets them; a person's `kubectl scale` is
 * not left alone: that is drift. Where we want none any more and are the only one who owns the live ones, those are written on
 * until somebody else owns them: a server-side apply that leaves its own field out resets it, here to one pod
 * (https://kubernetes.io/docs/reference/using-api/server-side-apply/#transferring-ownership). Pure.
 *
 * @param live  The full object with its managedFields; undefined where it is not there yet.
 */
export function settleReplicas(manifest: JsonObject, live: KubeObject | undefined): JsonObject {
  const spec = manifest['spec']
  if (live === undefined || !isObject(spec)) return manifest
  if ('replicas' in spec) {
    if (!isAutoscaled(live)) return manifest
    const { replicas: _replicas, ...rest } = spec
    return { ...manifest, spec: rest }
  }
  const replicas = manifest['kind'] === 'Deployment' ? onlyOurs(live) : undefined
  return replicas === undefined ? manifest : { ...manifest, spec: { ...spec, replicas } }
}

/** The HorizontalPodAutoscaler works inside the controller manager, and writes the scale subresource. Pure. */
export function isAutoscaled(live: KubeObject): boolean {
  return ownersOf(live).some(
    ({ manager, subresource }) => manager === 'kube-controller-manager' && subresource === 'scale',
  )
}

function onlyOurs(live: KubeObject): number | undefined {
  const { replicas } = (live as { readonly spec?: { readonly replicas?: number } }).spec ?? {}
  const owners = ownersOf(live)
  const ours = owners.every(({ manager, operation }) => manager === fieldManager && operation === 'Apply')
  return owners.length > 0 && ours ? replicas : undefined
}

const ownersOf = ({ metadata }: KubeObject): readonly ManagedFields[] =>
  (metadata.managedFields ?? []).filter(({ fieldsV1 }) => ownsReplicas(fieldsV1))

function ownsReplicas(fields: unknown): boolean {
  if (!isObject(fields)) return false
  const spec = fields['f:spec']
  return isObject(spec) && 'f:replicas' in spec
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
