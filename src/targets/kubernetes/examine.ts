import type { Bundle } from '../../model/bundle.ts'
import { type FieldDifference, type ObjectFinding, objectKey } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import type { JsonObject } from '../../model/stack.ts'
import { addedByHand, isTouched } from './added-by-hand.ts'
import { reasonOf } from './answers.ts'
import type { KubeAnswer, Place } from './api.ts'
import { type Conflict, isOwnConflict, readConflict } from './conflict.ts'
import { compareObjects, type ObjectVerdict } from './diff-objects.ts'
import { contains, fieldDifferences } from './differences.ts'
import { findForeign } from './foreign.ts'
import { inParallel } from './in-parallel.ts'
import type { KubeObject } from './kube-objects.ts'
import { isUntouched, writtenEntries } from './live-objects.ts'
import { locate } from './locate.ts'
import { listObjects, readObject } from './read-objects.ts'
import { settleReplicas } from './scale.ts'

/**
 * A closer look at what is not simply as it was written: what somebody changed, what the server will not take, whose fields we
 * would overwrite, and what of somebody else's is in the way. Reads and server-side dry runs only; nothing at all where
 * everything is as it was written.
 *
 * @throws StackError ENGINE_UNREACHABLE
 */
export async function examineStack(place: Place, bundle: Bundle, live: Live): Promise<Live> {
  const { kubernetes } = live
  if (kubernetes === undefined) return live
  const verdicts = compareObjects(bundle, { ...live, kubernetes: { ...kubernetes, findings: {} } })
  const written = writtenEntries(live)
  const findings: Record<string, ObjectFinding> = {}
  const created = verdicts.filter(({ action, live: there, wanted: { contentNamed, kind } }) => {
    // A content's name is its hash, so what has that name is that content.
    return action === 'create' && there === undefined && !contentNamed && kind !== 'Namespace'
  })
  const closer = verdicts.filter(({ action, live: there, wanted }) => {
    // A dry run of a Secret would need its values; it is written again where anything about it moved.
    if (there === undefined || wanted.kind === 'Secret' || wanted.pending.length > 0 || there.deleting) return false
    return action === 'update' || (!wanted.contentNamed && !isUntouched(there, written.get(wanted.key)))
  })
  const foreign = kubernetes.namespaceExists ? findForeign(place, created, live) : Promise.resolve({})
  const whole = await readWhole(place, closer)
  await inParallel(closer, async (verdict) => {
    const finding = await lookAt(place, verdict, whole.get(verdict.wanted.key))
    if (finding !== undefined) findings[verdict.wanted.key] = finding
  })
  return { ...live, kubernetes: { ...kubernetes, findings: { ...findings, ...(await foreign) } } }
}

/** More objects of a kind than this are read in one list: after a run that was killed, all of them are looked at. */
const readOneByOne = 5

/** @returns by key; what is not in it is read by itself. */
async function readWhole(place: Place, verdicts: readonly ObjectVerdict[]): Promise<ReadonlyMap<string, KubeObject>> {
  const kinds = new Map(verdicts.map(({ wanted }) => [`${wanted.apiVersion}/${wanted.kind}`, wanted]))
  const many = [...kinds.values()].filter(({ kind }) => {
    return verdicts.filter(({ wanted }) => wanted.kind === kind).length > readOneByOne
  })
  const lists = await Promise.all(many.map((kind) => listObjects(place, kind, { ours: true, metadataOnly: false })))
  return new Map(lists.flatMap((list = []) => list.map((object) => [objectKey(identityOf(object)), object])))
}

const identityOf = ({ apiVersion = '', kind = '', metadata: { name } }: KubeObject) => ({ apiVersion, kind, name })

async function lookAt(
  place: Place,
  { live, wanted }: ObjectVerdict,
  read: KubeObject | undefined,
): Promise<ObjectFinding | undefined> {
  const full = read ?? (await readOne(place, wanted))
  // It went meanwhile, or we may not read it: `diff` takes it as it was listed.
  if (full === undefined) return undefined
  const manifest = settleReplicas(wanted.manifest, full)
  const same = live?.hash === wanted.hash
  const added = addedByHand(full, manifest, { own: same })
  // A map that is one value to the server (a selector) can have more than ours in it: only its dry run says so.
  const asWanted = !isTouched(full) && contains(toJson(full), manifest)
  if (same && added.length === 0 && asWanted) return { kind: 'same' }

  const path = await locate(place, wanted)
  const dryRun = (force: boolean) => place.api.apply(path, JSON.stringify(manifest), { dryRun: true, force })
  const tried = await dryRun(false)
  const first = isOwnConflict(tried) ? await dryRun(true) : tried
  const conflict = first.status === 409 ? readConflict(first.body) : undefined
  if (conflict !== undefined && !conflict.byHand) {
    return { kind: 'conflict', manager: conflict.manager, fields: conflict.fields }
  }
  // What somebody did with kubectl is drift: it is told, and taken back.
  const merged = conflict === undefined ? first : await dryRun(true)
  const refused = merged.status === 200 ? undefined : refusal(place, merged)
  // Ours and what was added may exclude each other: a variable with a value and a source. What was added goes first.
  const atOdds = added.length > 0 && refused !== undefined
  if (merged.status !== 200 && !atOdds) return refused
  const fields = fieldDifferences(toJson(full), atOdds ? manifest : (merged.body as JsonObject), manifest)
  const changed = [...(same ? fields : []), ...changedByHand(fields, conflict, same)]
  if (added.length + changed.length > 0) return { kind: 'drift', fields: [...changed, ...added] }
  return same ? { kind: 'same' } : undefined
}

/** Fields of the conflict that are not told yet; the server names some of which every part that we name is as we want it. */
function changedByHand(
  fields: readonly FieldDifference[],
  conflict: Conflict | undefined,
  told: boolean,
): readonly FieldDifference[] {
  return (conflict?.fields ?? []).flatMap((field): readonly FieldDifference[] => {
    const its = fields.filter((one) => one.field === field || one.field.startsWith(`${field}.`))
    if (its.length === 0) return [{ field }]
    return told ? [] : its
  })
}

/** Busy servers, missing rights and namespaces that are going are told by who writes; here only what is wrong with the object. */
function refusal(place: Place, answer: KubeAnswer): ObjectFinding | undefined {
  const { status } = answer
  const message = place.io.redactor.redact(reasonOf(answer))
  const admission = status === 403 && !/cannot (patch|create|get|update) resource|is being terminated/.test(message)
  // A field that the API does not know is, oddly, an internal error.
  const unknownField = status === 500 && message.startsWith('failed to create typed patch object')
  const refused = status === 400 || status === 409 || status === 422 || admission || unknownField
  return refused ? { kind: 'refused', message } : undefined
}

async function readOne(place: Place, wanted: ObjectVerdict['wanted']): Promise<KubeObject | undefined> {
  const answer = await readObject(place, wanted, false)
  // The path names an object, so the body of a 200 is one.
  return answer?.status === 200 ? (answer.body as unknown as KubeObject) : undefined
}

/** It came as JSON; KubeObject names only some of its fields. */
const toJson = (object: KubeObject) => object as unknown as JsonObject

/** Taking over what a person's kubectl set is what repairing drift means; other managers' fields need --force-conflicts. */
export function isDrift(live: Live, key: string): boolean {
  return live.kubernetes?.findings?.[key]?.kind === 'drift'
}
