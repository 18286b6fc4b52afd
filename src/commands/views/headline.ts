import type { Change } from '../../model/change.ts'
import { endsOf, soonDays } from '../../model/lifetime.ts'
import type { Report } from '../../model/report.ts'
import type { ProbeKind } from '../../model/verification.ts'

/** More names than these are counted. */
const shownNames = 4

/**
 * A run in one line that a person can paste:
 * `prod: 1 changed (OPAPluginFilter a1b2→c3d4), 5 unchanged, mTLS 12/12, 41 s`
 */
export function headline(report: Report): string {
  const { stack, timings } = report
  const seconds = Math.round(Object.values(timings).reduce((sum, stage) => sum + stage, 0))
  const told = [...statusPart(report), ...changeParts(report), ...mtlsPart(report), ...expiryPart(report)]
  const parts = [
    ...(told.length === 0 ? [`${report.command} succeeded`] : told),
    ...(seconds === 0 ? [] : [`${seconds} s`]),
  ]
  return `${stack?.environment ?? stack?.name ?? 'mcp-deploy'}: ${parts.join(', ')}`
}

/** A success is told by what was done. */
function statusPart({ command, exitCode, problems, status }: Report): readonly string[] {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const count = errors === 0 ? '' : ` (${errors} ${errors === 1 ? 'error' : 'errors'})`
  if (status === 'failed') return [`${command} failed${count}`]
  if (status === 'unhealthy') return [`live but not healthy${count}`]
  return exitCode === 0 || command === 'plan' ? [] : [`${command} ended with ${exitCode}`]
}

const groups = [
  { action: 'create', done: 'created', planned: 'to create' },
  { action: 'update', done: 'changed', planned: 'to change' },
  { action: 'restart', done: 'restarted', planned: 'to restart' },
  { action: 'delete', done: 'removed', planned: 'to remove' },
] as const

function changeParts({ changes, command, status }: Report): readonly string[] {
  const planned = status === 'pending' || status === 'failed' || command === 'plan'
  const parts = groups.flatMap(({ action, done, planned: future }) => {
    const names = changes.filter((change) => change.action === action).map(changeText)
    if (names.length === 0) return []
    const more = names.length > shownNames ? ` and ${names.length - shownNames + 1} more` : ''
    const shown = names.slice(0, more === '' ? shownNames : shownNames - 1).join(', ')
    return [`${names.length} ${planned ? future : done} (${shown}${more})`]
  })
  const unchanged = changes.filter(({ action }) => action === 'unchanged').length
  return [...parts, ...(unchanged === 0 ? [] : [`${unchanged} unchanged`])]
}

/** With the image before and after, where that is what changed. */
function changeText({ component, reasons }: Change): string {
  const image = reasons.find(({ field }) => field === 'image')
  const [before, after] = [shortImage(image?.before), shortImage(image?.after)]
  return before === undefined || after === undefined || before === after ? component : `${component} ${before}→${after}`
}

/** The first digits of a digest, else the tag. */
function shortImage(reference: string | undefined): string | undefined {
  const digest = /sha256:([0-9a-f]{4})/.exec(reference ?? '')?.[1]
  return digest ?? /:([\w][\w.-]{0,19})$/.exec(reference ?? '')?.[1]
}

/** A handshake that works, and two that must be refused. */
export const mtlsKinds: ReadonlySet<ProbeKind> = new Set([
  'handshake',
  'refused-without-certificate',
  'refused-foreign-certificate',
])

function mtlsPart({ verification }: Report): readonly string[] {
  const probes = verification?.probes.filter(({ kind }) => mtlsKinds.has(kind)) ?? []
  if (probes.length === 0) return []
  return [`mTLS ${probes.filter(({ outcome }) => outcome === 'passed').length}/${probes.length}`]
}

/** Most end on one day, for they were issued together; what ends later is only counted. */
function expiryPart({ certificates }: Report): readonly string[] {
  const soon = endsOf(certificates).filter(({ daysLeft }) => daysLeft < soonDays)
  const [first] = soon
  if (first === undefined) return []
  const expired = first.daysLeft < 0
  const together = soon.filter(({ daysLeft }) => (expired ? daysLeft < 0 : daysLeft === first.daysLeft)).length
  const many = together > 1
  const who = many ? `certificates of ${first.component} and ${together - 1} more` : `certificate of ${first.component}`
  const when = expired ? `${many ? 'have' : 'has'} expired` : `${many ? 'expire' : 'expires'} in ${first.daysLeft} d`
  const later = soon.length - together
  return [`${who} ${when}${later === 0 ? '' : `, ${later} more within ${soonDays} d`}`]
}
