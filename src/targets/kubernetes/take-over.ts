import type { JsonObject } from '../../model/stack.ts'
import { takenOver } from './added-by-hand.ts'
import type { Place } from './api.ts'
import type { KubeObject } from './kube-objects.ts'

/** A workload's status is written many times while it rolls, and each time somebody was there in between. */
const attempts = 8

/**
 * Makes what somebody's kubectl added beside our fields ours, so that the apply after it removes it. Nothing of what the object
 * does changes here: a run that is killed in between leaves what was there, and the next one finds it as its own.
 *
 * @param path  The object's.
 */
export async function takeOver({ api, io }: Place, path: string, manifest: JsonObject): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { status, body } = await api.get(path)
    // The path names an object. Whatever is wrong here is told by the apply.
    const live = body as unknown as KubeObject
    const managedFields = status === 200 ? takenOver(live, manifest) : undefined
    if (managedFields === undefined) return
    const patch = [
      { op: 'replace', path: '/metadata/managedFields', value: managedFields },
      // Refused (409) when somebody wrote in between; a failing `test` would look like an invalid object.
      { op: 'replace', path: '/metadata/resourceVersion', value: live.metadata.resourceVersion },
    ]
    const patched = await api.patch(path, JSON.stringify(patch))
    if (patched.status !== 409) return
    await io.clock.sleep(50 * attempt, io.signal)
  }
}
