import { StackError } from '../../errors.ts'
import { isCertificate } from '../../model/cert-manager.ts'
import { type ObjectFinding, objectLabels } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import { away, reasonOf } from './answers.ts'
import type { KubeAnswer, Place } from './api.ts'
import type { ObjectVerdict } from './diff-objects.ts'
import { inParallel } from './in-parallel.ts'
import type { KubeObject } from './kube-objects.ts'
import { writtenEntries } from './live-objects.ts'
import { strangerOf } from './owner.ts'
import { pathOf, withQuery } from './paths.ts'
import { listObjects, readObject } from './read-objects.ts'

/** Up to this many objects of a kind are asked for by name; more are cheaper to list. */
const askedByName = 5

/**
 * Objects in the place of those that are to be made: key → whose they are. Reads only.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE: what is not known to be absent is never taken to be.
 */
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
        // Told once for all of them, with what to do (check-issuer.ts).
        if (isCertificate(wanted)) continue
        const message = `the cluster has no kind ${wanted.kind} in ${wanted.apiVersion}`
        findings[wanted.key] = { kind: 'refused', message }
        continue
      }
      const there = found.get(wanted.name)
      if (there === 'unreadable') {
        // Its uid cannot be read either: what was written under this name is taken for it.
        if (!written.has(wanted.key))
          findings[wanted.key] = { kind: 'foreign', owner: 'somebody, and you may not read it' }
        continue
      }
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
): Promise<ReadonlyMap<string, KubeObject | 'unreadable'> | undefined> {
  const [first] = verdicts
  if (first === undefined) return new Map()
  if (verdicts.length > askedByName) {
    const listed = await listObjects(place, first.wanted, { ours: false, metadataOnly: true })
    if (listed !== undefined) return new Map(listed.map((object) => [object.metadata.name, object]))
  }
  const answers = await Promise.all(verdicts.map(({ wanted }) => readObject(place, wanted, true)))
  if (answers.some((answer) => answer === undefined || isUnknownKind(answer))) return undefined
  const found = new Map<string, KubeObject | 'unreadable'>()
  await Promise.all(
    verdicts.map(async ({ wanted: { kind, name } }, index) => {
      const answer = answers[index]
      if (answer === undefined || answer.status === 404) return
      // The path names an object, so the body of a 200 is one.
      if (answer.status === 200) found.set(name, answer.body as unknown as KubeObject)
      else if (kind !== 'Secret' || answer.status !== 403) throw notKnown(place, kind, answer)
      else if (await isTakenSecret(place, name)) found.set(name, 'unreadable')
    }),
  )
  return found
}

/** The least rights let nobody read Secrets, but make them: a dry run of that says whether the name is free. */
async function isTakenSecret(place: Place, name: string): Promise<boolean> {
  const path = withQuery(pathOf('v1', 'Secret', place.namespace), { dryRun: 'All' })
  const body = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name } })
  const answer = await place.api.create(path, body)
  if (answer.status === 409) return true
  // Who may only plan cannot know; a deploy without this right is refused before its first write.
  const mayNot = answer.status === 403 && /cannot create resource/.test(reasonOf(answer))
  if (mayNot || (answer.status >= 200 && answer.status < 300)) return false
  throw notKnown(place, 'Secret', answer)
}

function notKnown({ io, namespace }: Place, kind: string, answer: KubeAnswer): StackError {
  const reason = io.redactor.redact(reasonOf(answer))
  if (answer.status !== 403) return away(reason)
  return new StackError({
    code: 'RIGHTS_MISSING',
    message: `whether a ${kind} is in the way in namespace ${namespace} cannot be read: ${reason}`,
    hint: 'Somebody who may give rights types: mcp-deploy rbac | kubectl apply -f -',
  })
}

/** A missing object is named in the answer; a missing kind is not known well enough for that. */
function isUnknownKind({ body, status }: KubeAnswer): boolean {
  const details: { readonly name?: string } = Object(body['details'])
  return status === 404 && details.name === undefined
}
