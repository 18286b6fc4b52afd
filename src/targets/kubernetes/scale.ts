import type { JsonObject } from '../../model/stack.ts'
import type { KubeObject } from './kube-objects.ts'

/**
 * What we want without `spec.replicas` where an autoscaler sets them; a person's `kubectl scale` is not left alone: that is
 * drift. Pure.
 *
 * @param live  The full object with its managedFields; undefined where it is not there yet.
 */
export function withoutScaledReplicas(manifest: JsonObject, live: KubeObject | undefined): JsonObject {
  const spec = manifest['spec']
  if (live === undefined || !isObject(spec) || !('replicas' in spec) || !isAutoscaled(live)) return manifest
  const { replicas: _replicas, ...rest } = spec
  return { ...manifest, spec: rest }
}

/** The HorizontalPodAutoscaler works inside the controller manager, and writes the scale subresource. Pure. */
export function isAutoscaled({ metadata }: KubeObject): boolean {
  return (metadata.managedFields ?? []).some(
    ({ manager, subresource, fieldsV1 }) =>
      manager === 'kube-controller-manager' && subresource === 'scale' && ownsReplicas(fieldsV1),
  )
}

function ownsReplicas(fields: unknown): boolean {
  if (!isObject(fields)) return false
  const spec = fields['f:spec']
  return isObject(spec) && 'f:replicas' in spec
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
