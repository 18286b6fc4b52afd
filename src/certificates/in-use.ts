import type { Problem } from '../model/problem.ts'
import type { CertificateInUse, ReportCertificate } from '../model/report.ts'
import type { SeenCertificate } from '../model/verification.ts'
import { describeEnd } from './match.ts'
import { daysUntil } from './profile.ts'

/** The stored certificate beside what was seen of it running: one word for all of its places. Undefined where nobody looked. Pure. */
export function inUseOf(
  { component, kind, fingerprint }: Pick<ReportCertificate, 'component' | 'kind' | 'fingerprint'>,
  seen: readonly SeenCertificate[],
  now: Date,
): CertificateInUse | undefined {
  const own = seen.filter((one) => one.component === component && one.kind === kind)
  if (own.length === 0) return undefined
  const known = own.filter((one) => one.fingerprint !== undefined)
  const others = known
    .filter((one) => one.fingerprint !== fingerprint)
    .toSorted((a, b) => Date.parse(a.notAfter ?? '') - Date.parse(b.notAfter ?? ''))
  const [shown] = others.length > 0 ? others : known
  if (shown === undefined) {
    const [first] = own
    return { state: 'unreachable', message: first === undefined ? '' : `${first.at}: ${first.message ?? 'no answer'}` }
  }
  const places = others.map(({ at }) => at)
  const blind = own.filter((one) => one.fingerprint === undefined).map(({ at, message }) => `${at}: ${message ?? ''}`)
  const message = [...(places.length === 0 ? [] : [`at ${list(places)}`]), ...blind.slice(0, 1)].join('; ')
  return {
    state: others.length > 0 ? 'other' : 'same',
    ...(shown.fingerprint === undefined ? {} : { fingerprint: shown.fingerprint }),
    ...(shown.issuer === undefined ? {} : { issuer: shown.issuer }),
    ...(shown.notAfter === undefined
      ? {}
      : { notAfter: shown.notAfter, daysLeft: daysUntil(new Date(shown.notAfter), now) }),
    ...(message === '' ? {} : { message }),
  }
}

/** What runs on another certificate than the stored one, and what could not be seen; the second is told once for each cause. */
export function inUseProblems(
  rows: readonly ReportCertificate[],
  now: Date,
): { readonly stale: readonly Problem[]; readonly unseen: readonly Problem[] } {
  const stale = rows.flatMap(({ component, inUse, kind }): readonly Problem[] => {
    if (inUse?.state !== 'other') return []
    const { fingerprint, message, notAfter } = inUse
    const end = notAfter === undefined ? undefined : new Date(notAfter)
    const ended = end !== undefined && end <= now
    const which = `${fingerprint?.slice(0, 12) ?? '?'}${message === undefined ? '' : ` ${message}`}`
    return [
      {
        severity: ended ? 'error' : 'warning',
        code: ended ? 'CERTIFICATE_EXPIRED' : 'CERTIFICATE_STALE',
        message: `${component} runs on another ${kind} certificate than the stored one (${which})${end === undefined ? '' : `, which ${describeEnd(end, now)}`}`,
        hint: 'mcp-deploy deploy rolls it onto the stored one; where that finds nothing to do, restart it.',
      },
    ]
  })
  const causes = new Map<string, string[]>()
  for (const { component, inUse } of rows) {
    if (inUse?.state !== 'unreachable') continue
    const cause = inUse.message?.replace(/^[^ ]*: /, '') ?? 'no answer'
    causes.set(cause, [...(causes.get(cause) ?? []), component])
  }
  const unseen = [...causes].map(
    ([cause, components]): Problem => ({
      severity: 'warning',
      code: 'VERIFY_INCONCLUSIVE',
      message: `the certificate in use was not seen: ${list(components)}: ${cause}`,
      hint: 'mcp-deploy verify says more; --stored-only looks at the stored certificates alone.',
    }),
  )
  return { stale, unseen }
}

const shownNames = 5

function list(names: readonly string[]): string {
  const more = names.length > shownNames ? ` and ${names.length - shownNames} more` : ''
  return `${names.slice(0, shownNames).join(', ')}${more}`
}
