import type { Bundle } from '../../model/bundle.ts'
import { isCertificate } from '../../model/cert-manager.ts'
import type { Live } from '../../model/live.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { Place } from './api.ts'
import { inParallel } from './in-parallel.ts'
import { locate } from './locate.ts'
import { pathOf } from './paths.ts'
import { prunable } from './prunable.ts'

/** @returns keys of what was removed. What cannot be removed now is listed by the inventory still, and goes next time. */
export async function pruneObjects(place: Place, bundle: Bundle, live: Live): Promise<readonly string[]> {
  const removed: string[] = []
  const leaves = new Set(live.leaves?.map(({ secretName }) => secretName))
  await inParallel(prunable(bundle, live).objects, async (object) => {
    stopIfInterrupted(place.io)
    const path = await locate(place, object)
    // The uid: what somebody has made anew under that name since is not what the inventory lists.
    const answer = await place.api.remove(path, object.uid === '' ? {} : { uid: object.uid })
    const gone = answer.status < 300 || answer.status === 404
    // Observed with the mark of ours: the user's own Certificate may have the name of somebody's Secret.
    if (gone && isCertificate(object) && leaves.has(object.name)) await removeLeaf(place, object.name)
    if (answer.status < 300) removed.push(object.key)
    else if (answer.status !== 404 && answer.status !== 409) {
      place.io.progress.line(`could not remove ${object.kind}/${object.name}: the API server answered ${answer.status}`)
    }
  })
  return removed.toSorted()
}

/** cert-manager leaves the Secret of a Certificate that goes; with ours goes its key. */
export async function removeLeaf(place: Place, secretName: string): Promise<void> {
  const { status } = await place.api.remove(pathOf('v1', 'Secret', place.namespace, secretName))
  if (status >= 300 && status !== 404) {
    place.io.progress.line(`could not remove Secret/${secretName}: the API server answered ${status}`)
  }
}
