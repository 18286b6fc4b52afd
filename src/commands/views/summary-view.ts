import { urgentDays } from '../../model/lifetime.ts'
import type { Report, ReportCertificate, ReportComponent } from '../../model/report.ts'
import type { Style } from '../../model/style.ts'
import { type Cell, renderColumns, shorten } from './columns.ts'

/** One line per component: what it runs, from which source, how it came, its certificate, whether it is ready. */
export function summaryLines(report: Report, style: Style): readonly string[] {
  const rows = report.components.map((component): readonly Cell[] => {
    const image = report.images.find((entry) => entry.component === component.name)
    const certificate = report.certificates.find((entry) => entry.component === component.name)
    return [
      { text: component.name, paint: style.bold },
      withoutRegistry(image?.tag ?? component.image),
      image?.revision?.slice(0, 7) ?? '',
      image?.how ?? '',
      certificate === undefined ? '' : daysCell(certificate, style),
      readinessCell(component, style),
      component.seconds === undefined ? '' : `${component.seconds.toFixed(1)} s`,
    ]
  })
  const sick = report.components.filter(({ message, readiness }) => readiness !== 'ready' && message !== '')
  return [
    ...renderColumns(
      [
        { title: 'component', shorten: 'middle' },
        { title: 'image', shorten: 'middle' },
        { title: 'commit' },
        { title: 'how' },
        { title: 'cert' },
        { title: 'state' },
        { title: 'time', align: 'right' },
      ],
      rows,
      style,
    ),
    ...sick.map(({ message, name, readiness }) =>
      (readiness === 'failed' ? style.red : style.yellow)(
        `  ${name}: ${shorten(message, style.columns - name.length - 4, 'end')}`,
      ),
    ),
  ]
}

/** One line per image, for commands that only build. */
export function imageLines(report: Report, style: Style): readonly string[] {
  const rows = report.images.map((image): readonly Cell[] => [
    { text: image.component, paint: style.bold },
    image.tag,
    image.revision?.slice(0, 10) ?? '',
    { text: image.how, paint: image.how === 'built' ? style.green : style.dim },
    image.seconds === 0 ? '' : image.seconds.toFixed(1),
  ])
  return renderColumns(
    [
      { title: 'component', shorten: 'middle' },
      { title: 'image', shorten: 'middle' },
      { title: 'commit' },
      { title: 'how' },
      { title: 'seconds', align: 'right' },
    ],
    rows,
    style,
  )
}

/** With a column more there is no room for fingerprints in a line that is shorter. */
const wideColumns = 100

/** One line per certificate: until when, how it came, why, whether it runs, its fingerprint. */
export function certificateLines(report: Report, style: Style): readonly string[] {
  const short = style.columns < wideColumns && report.certificates.some(({ inUse }) => inUse !== undefined)
  const rows = report.certificates.map((certificate): readonly Cell[] => [
    { text: certificate.component, paint: style.bold },
    certificate.kind,
    expiryCell(certificate, style),
    { text: certificate.how, paint: paintHow(certificate.how, style) },
    certificate.reason ?? '',
    inUseCell(certificate, style),
    short ? '' : (certificate.fingerprint?.slice(0, 12) ?? ''),
  ])
  return renderColumns(
    [
      { title: 'component', shorten: 'middle' },
      { title: 'kind' },
      { title: 'good until' },
      { title: 'how' },
      { title: 'why', shorten: 'end' },
      { title: 'in use' },
      { title: 'sha-256' },
    ],
    rows,
    style,
  )
}

/** `kept` and `ok` are no news; what `certs check` finds wrong is. */
function paintHow(how: string, style: Style): Style['dim'] {
  if (how === 'kept' || how === 'ok') return style.dim
  if (how === 'expired' || how === 'broken') return style.red
  return ['expiring', 'missing', 'stale', 'untrusted'].includes(how) ? style.yellow : style.green
}

function inUseCell({ inUse }: ReportCertificate, style: Style): Cell {
  if (inUse === undefined) return ''
  if (inUse.state === 'same') return { text: '✓ yes', paint: style.green }
  if (inUse.state === 'unreachable') return { text: '? unseen', paint: style.yellow }
  return { text: '✗ no', paint: style.red }
}

function expiryCell(certificate: ReportCertificate, style: Style): Cell {
  const { daysLeft, notAfter } = certificate
  if (notAfter === undefined || daysLeft === undefined) return { text: 'to be issued', paint: style.yellow }
  const date = notAfter.slice(0, 10)
  if (daysLeft < 0) return { text: `${date} expired`, paint: style.red }
  return { text: `${date} (${daysLeft} d)`, paint: daysLeft < urgentDays ? style.yellow : style.dim }
}

/** In a summary the days that are left; the date is for `certs`. */
function daysCell(certificate: ReportCertificate, style: Style): Cell {
  const { daysLeft } = certificate
  if (daysLeft === undefined) return { text: 'pending', paint: style.yellow }
  if (daysLeft < 0) return { text: 'expired', paint: style.red }
  return { text: `${daysLeft} d`, paint: daysLeft < urgentDays ? style.yellow : style.dim }
}

function readinessCell({ readiness }: ReportComponent, style: Style): Cell {
  if (readiness === 'ready') return { text: '✓ ready', paint: style.green }
  if (readiness === 'failed') return { text: '✗ failed', paint: style.red }
  return { text: readiness, paint: style.yellow }
}

/** `host/namespace/stack/name:tag` → `name:tag`: the rest is the same in every line. */
function withoutRegistry(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}
