import { type ObjectFinding, objectLabels } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import type { KubeAnswer, Place } from './api.ts'
import type { ObjectVerdict } from './diff-objects.ts'
import { inParallel } from './in-parallel.ts'
import type { KubeObject } from './kube-objects.ts'
import { writtenEntries } from './live-objects.ts'
import { strangerOf } from './owner.ts'
import { listObjects, readObject } from './read-objects.ts'

/** Up to this many objects of a kind are asked for by name; more are cheaper to list. */
const askedByName = 5

/** Objects in the place of those that are to be made: key → whose they are. Reads only. */
export async function findForeign(
  place: Place,
  created: readonly ObjectVerdict[],
  live: Live,
): Promise<Readonly<Record<string, ObjectFinding>>> {
  const written = writtenEntries(live)
  const kinds = new Map<string, ObjectVerdict[]>()
  for (const verdict of created) {
    const { apiVersion, kind } = verdict.wanted
    kinds.set(`${apiVersion}/${kind}`, [...(kinds.get(`${apiVersion}/${kind}`) ?? []), verdict])
  }
  const findings: Record<string, ObjectFinding> = {}
  await inParallel([...kinds.values()], async (verdicts) => {
    const found = await findNamed(place, verdicts)
    for (const { wanted } of verdicts) {
      if (found === undefined) {
        const message = `the cluster has no kind ${wanted.kind} in ${wanted.apiVersion}`
        findings[wanted.key] = { kind: 'refused', message }
        continue
      }
      const there = found.get(wanted.name)
      if (there === undefined || there.metadata.labels?.[objectLabels.stack] === place.stack) continue
      // Ours, and somebody took its label off: writing it again repairs that.
      if (written.get(wanted.key)?.uid === there.metadata.uid) continue
      findings[wanted.key] = { kind: 'foreign', owner: strangerOf(there.metadata) }
    }
  })
  return findings
}

/** @returns undefined where the cluster does not know the kind. */
async function findNamed(
  place: Place,
  verdicts: readonly ObjectVerdict[],
): Promise<ReadonlyMap<string, KubeObject> | undefined> {
  const [first] = verdicts
  if (first === undefined) return new Map()
  if (verdicts.length > askedByName) {
    const listed = await listObjects(place, first.wanted, { ours: false, metadataOnly: true })
    return new Map((listed ?? []).map((object) => [object.metadata.name, object]))
  }
  const answers = await Promise.all(verdicts.map(({ wanted }) => readObject(place, wanted, true)))
  if (answers.some((answer) => answer === undefined || isUnknownKind(answer))) return undefined
  return new Map(
    answers.flatMap((answer) => {
      // The path names an object, so the body of a 200 is one.
      const object = answer?.status === 200 ? (answer.body as unknown as KubeObject) : undefined
      return object === undefined ? [] : [[object.metadata.name, object]]
    }),
  )
}

/** A missing object is named in the answer; a missing kind is not known well enough for that. */
function isUnknownKind({ body, status }: KubeAnswer): boolean {
  const details: { readonly name?: string } = Object(body['details'])
  return status === 404 && details.name === undefined
}
