import type { Bundle } from '../../model/bundle.ts'
import type { LiveComponent } from '../../model/live.ts'
import { isPending } from '../../model/pending.ts'
import type { AbsentOf, ComponentFailure } from '../../model/target.ts'
import type { Workload } from './kube-objects.ts'
import { isLocalOnly } from './load-images.ts'

/**
 * Components whose image no node could pull any more. What runs and is ready is on a node, whatever the registry says of it,
 * and so is what is never pulled.
 */
export async function findGoneImages(
  bundle: Bundle,
  running: readonly LiveComponent[],
  absentOf: AbsentOf,
): Promise<readonly ComponentFailure[]> {
  const present = new Set(running.flatMap(({ image, readiness }) => (readiness === 'ready' ? [image] : [])))
  const pulled = bundle.components.flatMap((component) => {
    const { image, name, service } = component
    if (isPending(image) || present.has(image) || isLocalOnly(component) || isNeverPulled(bundle, service)) return []
    return [{ name, service, image }]
  })
  const absent = await absentOf(pulled.map(({ image }) => image))
  return pulled
    .filter(({ image }) => absent.has(image))
    .map(({ name, service, image }) => ({
      component: name,
      service,
      reason: `image ${image} is missing: its registry does not have it any more`,
      lastLog: [],
      hint: 'Build it again: mcp-deploy build',
    }))
}

function isNeverPulled({ kubernetes }: Bundle, service: string): boolean {
  const workload = kubernetes?.objects.find(
    ({ kind, name }) => name === service && /^(?:Deployment|StatefulSet)$/.test(kind),
  )
  // The bundle's workload is one as the server knows it.
  const spec = workload?.manifest['spec'] as unknown as Workload['spec'] | undefined
  return spec?.template.spec.containers[0]?.imagePullPolicy === 'Never'
}
