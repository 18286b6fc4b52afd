import type { Bundle } from '../../model/bundle.ts'
import type { BundleObject, Inventory } from '../../model/kubernetes.ts'
import type { Place } from './api.ts'
import type { KubeObject } from './kube-objects.ts'
import { locate } from './locate.ts'

/**
 * A claim is bound and a load balancer gets its address after we wrote them, and neither has a generation that tells this from
 * a change of what is wanted: their versions are read once more, so that the next run finds nothing to look at.
 */
export async function refreshVersions(place: Place, bundle: Bundle, inventory: Inventory): Promise<Inventory> {
  const moving = new Set((bundle.kubernetes?.objects ?? []).filter(isMoved).map(({ key }) => key))
  const objects = new Map(bundle.kubernetes?.objects.map((object) => [object.key, object]))
  return await Promise.all(
    inventory.map(async (entry) => {
      const object = objects.get(entry.key)
      if (object === undefined || entry.uid === undefined || !moving.has(entry.key)) return entry
      const path = await locate(place, object)
      const { status, body } = await place.api.get(path, { metadataOnly: 'object' })
      const metadata = status === 200 ? (body as unknown as KubeObject).metadata : undefined
      if (metadata?.uid !== entry.uid || metadata.resourceVersion === undefined) return entry
      return { ...entry, resourceVersion: metadata.resourceVersion }
    }),
  )
}

function isMoved({ kind, manifest }: BundleObject): boolean {
  if (kind === 'PersistentVolumeClaim') return true
  const spec = manifest['spec'] as Readonly<Record<string, unknown>> | undefined
  return kind === 'Service' && spec?.['type'] === 'LoadBalancer'
}
