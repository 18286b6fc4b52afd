import { StackError } from '../../errors.ts'
import type { BundleObject, InventoryEntry } from '../../model/kubernetes.ts'
import type { Place } from './api.ts'
import { entryOf } from './choose-written.ts'
import type { KubeObject } from './kube-objects.ts'
import { locate } from './locate.ts'
import { explainRefusal } from './refusal.ts'

/** Manager of the one field that only says when: the next apply of ours does not own it, so it does not remove it. */
export const restartManager = 'mcp-stack-deploy-restart'

/**
 * Rolls a workload without a change of ours, as `kubectl rollout restart` does.
 *
 * @throws StackError APPLY_FAILED
 */
export async function restartWorkload(place: Place, object: BundleObject): Promise<InventoryEntry> {
  const { apiVersion, kind, name } = object
  const annotations = { 'mcp-stack.dev/restarted-at': place.io.clock.now().toISOString() }
  const body = { apiVersion, kind, metadata: { name }, spec: { template: { metadata: { annotations } } } }
  const path = await locate(place, object)
  const text = JSON.stringify(body)
  // An apply would make an object that is gone, and the server would refuse it as incomplete: its words then say so.
  const answer = await place.api.apply(path, text, { fieldManager: restartManager, force: true })
  if (answer.status !== 200) {
    const { reason, hint } = explainRefusal(`${kind}/${name}`, answer)
    throw new StackError({ code: 'APPLY_FAILED', message: `${name} could not be restarted: ${reason}`, hint })
  }
  return entryOf(object, (answer.body as unknown as KubeObject).metadata)
}
