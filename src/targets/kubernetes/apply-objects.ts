import { dirname } from 'node:path/posix'
import { StackError } from '../../errors.ts'
import type { BundleObject, InventoryEntry } from '../../model/kubernetes.ts'
import type { Secret } from '../../model/secret.ts'
import type { Secrets } from '../../model/secrets.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { KubeAnswer, Place } from './api.ts'
import { entryOf } from './choose-written.ts'
import { isOwnConflict } from './conflict.ts'
import { inParallel } from './in-parallel.ts'
import type { KubeObject, Workload } from './kube-objects.ts'
import { locate } from './locate.ts'
import { explainRefusal, inPlace, type Refusal } from './refusal.ts'
import { settleReplicas } from './scale.ts'
import { requestBody } from './secret-contents.ts'
import { takeOver } from './take-over.ts'

/** How long an object that is being removed may take before it can be made again. */
const goneSeconds = 120

export interface Writing {
  readonly secrets: Secrets
  /** Whether fields of other managers are taken over, and what a hand added is removed. */
  readonly force: (object: BundleObject) => boolean
  /** Keys of what is there already: an autoscaler may have set a Deployment's replicas. */
  readonly existing: ReadonlySet<string>
}

export interface Written {
  readonly entries: ReadonlyMap<string, InventoryEntry>
  readonly refused: readonly { readonly object: BundleObject; readonly refusal: Refusal }[]
}

/** Server-side applies, side by side; none depends on another. What one is refused does not keep the others from being tried. */
export async function applyObjects(place: Place, objects: readonly BundleObject[], writing: Writing): Promise<Written> {
  const entries = new Map<string, InventoryEntry>()
  const refused: { object: BundleObject; refusal: Refusal }[] = []
  await inParallel(objects, async (object) => {
    stopIfInterrupted(place.io)
    const answer = await applyOne(place, object, writing)
    if (isDone(answer)) entries.set(object.key, entryOf(object, metadataOf(answer)))
    else {
      const { reason, hint } = explainRefusal(`${object.kind}/${object.name}`, answer)
      refused.push({ object, refusal: { reason, hint: inPlace(place, hint) } })
    }
  })
  return { entries, refused }
}

async function applyOne(place: Place, object: BundleObject, writing: Writing): Promise<KubeAnswer> {
  const path = await locate(place, object)
  const body = await bodyOf(place, object, writing, path)
  if (object.contentNamed && !writing.existing.has(object.key)) {
    // Less work for the server than an apply; whose fields are whose is of no interest in what never changes.
    const made = await place.api.create(dirname(path), body).catch(() => undefined)
    // Whatever went wrong on the way: it may be there now, and an apply may be repeated.
    if (made !== undefined && made.status !== 409) return made
  }
  const force = writing.force(object)
  const apply = async () => {
    const tried = await place.api.apply(path, body, { force })
    return isOwnConflict(tried) ? await place.api.apply(path, body, { force: true }) : tried
  }
  if (force && writing.existing.has(object.key) && object.kind !== 'Secret')
    await takeOver(place, path, object.manifest)
  const answer = await apply()
  if (!isDone(answer) || metadataOf(answer).deletionTimestamp === undefined) return answer
  // Somebody has deleted it, and it only waits for its finalizers: what was applied goes with it.
  await waitUntilGone(place, path, object, metadataOf(answer).uid)
  return await apply()
}

async function bodyOf(
  place: Place,
  object: BundleObject,
  { secrets, existing }: Writing,
  path: string,
): Promise<string | Secret> {
  if (object.kind !== 'Deployment' || !existing.has(object.key)) return requestBody(object, secrets)
  const { status, body } = await place.api.get(path)
  // The path names a Deployment.
  if (status !== 200) return requestBody(object, secrets)
  return requestBody(object, secrets, settleReplicas(object.manifest, body as unknown as Workload))
}

async function waitUntilGone(place: Place, path: string, object: BundleObject, uid: string | undefined): Promise<void> {
  const { clock, signal } = place.io
  const start = clock.now().getTime()
  while (clock.now().getTime() - start < goneSeconds * 1000) {
    const answer = await place.api.get(path, { metadataOnly: 'object' })
    if (answer.status === 404 || (answer.status === 200 && metadataOf(answer).uid !== uid)) return
    await clock.sleep(300, signal)
    stopIfInterrupted(place.io)
  }
  throw new StackError({
    code: 'APPLY_FAILED',
    message: `${object.kind}/${object.name} is being deleted and is still there after ${goneSeconds} s`,
    hint: inPlace(
      place,
      `See what holds it: kubectl get ${object.kind.toLowerCase()} ${object.name} -o jsonpath={.metadata.finalizers}`,
    ),
  })
}

const isDone = ({ status }: KubeAnswer) => status >= 200 && status < 300

/** Every object that the server answers with has metadata. */
function metadataOf({ body }: KubeAnswer): KubeObject['metadata'] {
  return (body as unknown as KubeObject).metadata ?? { name: '' }
}
