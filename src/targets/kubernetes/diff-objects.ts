import type { Bundle } from '../../model/bundle.ts'
import type { ObjectChange, Reason } from '../../model/change.ts'
import type { BundleObject, LiveObject, ObjectFinding } from '../../model/kubernetes.ts'
import type { Live } from '../../model/live.ts'
import { goodReleases, isUntouched, liveObjects, writtenEntries } from './live-objects.ts'

/** What happens to one wanted object, and why where it is not because we want something else. */
export interface ObjectVerdict {
  readonly wanted: BundleObject
  readonly live?: LiveObject
  readonly action: 'create' | 'update' | 'unchanged'
  readonly finding?: ObjectFinding
  /** Somebody changed it since it was written. */
  readonly drift: readonly Reason[]
}

/** Every wanted object against what is there, in the order of the bundle. Pure. */
export function compareObjects(bundle: Bundle, live: Live): readonly ObjectVerdict[] {
  const there = liveObjects(live)
  const written = writtenEntries(live)
  const revision = goodReleases(live).at(-1)?.revision ?? 0
  return (bundle.kubernetes?.objects ?? []).map((wanted) => {
    const object = there.get(wanted.key)
    const finding = live.kubernetes?.findings?.[wanted.key]
    const verdict = { wanted, drift: [], ...(object && { live: object }), ...(finding && { finding }) }
    // A Namespace has no label of ours where it was there before, and listing Namespaces is nobody's right.
    if (wanted.kind === 'Namespace')
      return { ...verdict, action: live.kubernetes?.namespaceExists === false ? 'create' : 'unchanged' }
    if (object === undefined || object.deleting) return { ...verdict, action: 'create' }
    const drift = driftReasons(wanted, finding, revision)
    if (wanted.pending.length > 0 || object.hash !== wanted.hash || drift.length > 0)
      return { ...verdict, action: 'update', drift }
    if (wanted.contentNamed || finding?.kind === 'same' || isUntouched(object, written.get(wanted.key)))
      return { ...verdict, action: 'unchanged' }
    const why = `${label(wanted)} was changed since release ${revision} wrote it`
    return { ...verdict, action: 'update', drift: [{ field: 'drift', why }] }
  })
}

function driftReasons(wanted: BundleObject, finding: ObjectFinding | undefined, revision: number): readonly Reason[] {
  if (finding?.kind === 'drift') {
    const why = `drift: ${label(wanted)} was changed since release ${revision} wrote it`
    return finding.fields.map((field) => ({ ...field, why }))
  }
  if (finding?.kind !== 'conflict') return []
  return finding.fields.map((field) => ({ field, why: `${finding.manager} set it in ${label(wanted)}` }))
}

/** What is shown of a component's objects: contents have no life of their own, unless the component has none either. Pure. */
export function objectChanges(verdicts: readonly ObjectVerdict[]): readonly ObjectChange[] {
  return verdicts.flatMap(({ action, wanted }) => (action === 'unchanged' ? [] : [{ object: label(wanted), action }]))
}

/** `Deployment/mcpgateway`. */
export function label({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${kind}/${name}`
}
