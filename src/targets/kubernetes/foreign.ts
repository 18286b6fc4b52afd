import { type ObjectFinding, objectLabels } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import type { Place } from './api.ts'
import type { ObjectVerdict } from './diff-objects.ts'
import { inParallel } from './in-parallel.ts'
import type { KubeObject } from './kube-objects.ts'
import { writtenEntries } from './live-objects.ts'
import { strangerOf } from './owner.ts'
import { type Kind, listObjects, readObject } from './read-objects.ts'

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
      const there = found.get(wanted.name)
      if (there === undefined || there.metadata.labels?.[objectLabels.stack] === place.stack) continue
      // Ours, and somebody took its label off: writing it again repairs that.
      if (written.get(wanted.key)?.uid === there.metadata.uid) continue
      findings[wanted.key] = { kind: 'foreign', owner: strangerOf(there.metadata) }
    }
  })
  return findings
}

async function findNamed(place: Place, verdicts: readonly ObjectVerdict[]): Promise<ReadonlyMap<string, KubeObject>> {
  const [first] = verdicts
  if (first === undefined) return new Map()
  const kind: Kind = first.wanted
  const objects =
    verdicts.length <= askedByName
      ? await Promise.all(verdicts.map(({ wanted }) => readNamed(place, wanted)))
      : ((await listObjects(place, kind, { ours: false, metadataOnly: true })) ?? [])
  return new Map(objects.flatMap((object) => (object === undefined ? [] : [[object.metadata.name, object]])))
}

async function readNamed(place: Place, object: Kind & { readonly name: string }): Promise<KubeObject | undefined> {
  const answer = await readObject(place, object, true)
  // The path names an object, so the body of a 200 is one.
  return answer?.status === 200 ? (answer.body as unknown as KubeObject) : undefined
}
