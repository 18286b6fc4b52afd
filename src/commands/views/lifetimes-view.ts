import { endsOf, soonDays } from '../../model/lifetime.ts'
import type { CertificateInUse, Report, ReportCertificate } from '../../model/report.ts'
import type { Style } from '../../model/style.ts'
import { codeMarkdown, escapeMarkdown, tableMarkdown } from './markdown.ts'

/** Rows beyond these nobody reads on a page; what ends first is among them, and the report has all. */
const shownRows = 200

/** The terminal's line of the first end: `certificates: the first ends 2027-02-24 (OPA, 90 days)`. */
export function firstEndLines({ certificates }: Report, style: Style): readonly string[] {
  const [first] = endsOf(certificates)
  if (first === undefined) return []
  const { component, daysLeft, notAfter } = first
  const when = daysLeft < 0 ? 'has ended' : `${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}`
  const text = `certificates: the first ends ${notAfter.slice(0, 10)} (${component}, ${when})`
  return [daysLeft < 0 ? style.red(text) : daysLeft < soonDays ? style.yellow(text) : style.dim(text)]
}

/** Every certificate and CA of the stack in one table, what ends first first; what has no end yet is at the top. '' without any. */
export function lifetimesTable({ certificates }: Report): string {
  const sorted = certificates.toSorted((a, b) => endOf(a) - endOf(b))
  const rows = sorted
    .slice(0, shownRows)
    .map((row) => [
      escapeMarkdown(row.component),
      escapeMarkdown(row.kind),
      escapeMarkdown(row.issuer ?? ''),
      inUseText(row.inUse),
      row.notAfter === undefined ? 'to be issued' : escapeMarkdown(row.notAfter.slice(0, 10)),
      daysText(row.daysLeft),
    ])
  if (rows.length === 0) return ''
  const table = tableMarkdown(['certificate', 'kind', 'issuer', 'in use', 'expires', 'days left'], rows)
  const more = sorted.length > shownRows ? `\n\nand ${sorted.length - shownRows} more, which end later` : ''
  return `#### Certificates\n\n${table}${more}`
}

/** A certificate ends for its users when the one that they run ends. */
const endOf = (row: ReportCertificate) => Date.parse(endsOf([row])[0]?.notAfter ?? '1970-01-01')

function daysText(daysLeft: number | undefined): string {
  if (daysLeft === undefined) return ''
  return daysLeft < 0 ? '**expired**' : daysLeft < soonDays ? `**${daysLeft}**` : String(daysLeft)
}

function inUseText(inUse: CertificateInUse | undefined): string {
  if (inUse === undefined) return ''
  if (inUse.state === 'same') return '✓'
  if (inUse.state === 'unreachable') return 'not seen'
  const end = inUse.notAfter === undefined ? '' : ` until ${escapeMarkdown(inUse.notAfter.slice(0, 10))}`
  return `✗ ${codeMarkdown(inUse.fingerprint?.slice(0, 12) ?? 'another')}${end}`
}
