import type { Change } from '../../model/change.ts'
import type { Problem } from '../../model/problem.ts'
import type { Report, ReportCertificate } from '../../model/report.ts'
import { headline } from './headline.ts'
import { lifetimesTable } from './lifetimes-view.ts'
import { codeMarkdown, escapeMarkdown, foldedMarkdown, linkMarkdown, tableMarkdown } from './markdown.ts'
import { planLines } from './plan-view.ts'
import { sortProblems } from './problem-view.ts'
import { secretSection } from './secrets-view.ts'
import { stackPicture } from './stack-picture.ts'

/** GitHub refuses the summaries of a step above 1 MiB; a part of it is for other commands of the step. */
const largestSummary = 1_000_000

/** Problems whose logs and events are shown, and characters of a line of them. */
const shownEvidence = 10
const longestLine = 200

/** Rows and problems beyond these nobody reads on a page; the report has them. */
const shownProblems = 50

/**
 * The page of a pipeline: the line to paste, where the gateway is, failures with their remedies, the stack, what mTLS was
 * proven, the plan, the lives of the certificates, timings. Whatever does not fit in `room` (bytes) is left out, the least important first, and said.
 *
 * @param report  redacted, without control characters
 */
export function jobSummary(report: Report, room: number = largestSummary): string {
  const first = `### ${marks[report.status]} ${escapeMarkdown(headline(report))}\n`
  const sections = [
    placeSection(report),
    problemSection('What failed', report, (problem) => problem.severity === 'error'),
    failedProbes(report),
    checkSection(report),
    evidenceSection(report),
    stackTable(report),
    stackPicture(report),
    planSection(report.changes),
    lifetimesTable(report),
    problemSection('Warnings and notes', report, (problem) => problem.severity !== 'error'),
    secretSection(report),
    timingSection(report),
  ]
  const tooLong = '\n_More did not fit here: the report of the run (output `report`) has it._\n'
  let text = first
  let left = room - bytes(first) - bytes(tooLong)
  let complete = true
  for (const section of sections.filter((part) => part !== '')) {
    const block = `\n${section}\n`
    const fits = bytes(block) <= left
    complete &&= fits
    if (!fits) continue
    text += block
    left -= bytes(block)
  }
  return complete ? text : text + tooLong
}

const bytes = (text: string) => Buffer.byteLength(text, 'utf8')

const marks = { succeeded: '✅', unchanged: '✅', pending: '📝', failed: '❌', unhealthy: '⚠️' } as const

function placeSection({ exitCode, next, release, stack }: Report): string {
  const instruction = next === undefined || exitCode === 0 ? '' : `Next: ${codeMarkdown(next)}`
  if (stack === undefined) return instruction
  const gateway = stack.gatewayUrl === undefined ? '' : ` · gateway ${linkMarkdown(stack.gatewayUrl)}`
  const revision = release === undefined ? '' : ` · release ${release.revision}`
  return `${escapeMarkdown(stack.name)} on ${escapeMarkdown(stack.where)}${gateway}${revision}${instruction === '' ? '' : `<br>${instruction}`}`
}

function problemSection(title: string, report: Report, wanted: (problem: Problem) => boolean): string {
  const worst = { error: 0, warning: 1, note: 2 }
  const all = sortProblems(report.problems)
    .filter(wanted)
    .toSorted((a, b) => worst[a.severity] - worst[b.severity])
  if (all.length === 0) return ''
  const lines = all.slice(0, shownProblems).map(problemItem)
  const more = all.length > shownProblems ? [`- and ${all.length - shownProblems} more`] : []
  return [`#### ${title}\n`, ...lines, ...more].join('\n')
}

function problemItem({ code, hint, message, place, severity }: Problem): string {
  const where = place === undefined ? '' : ` ${codeMarkdown(`${place.file}:${place.line}:${place.column}`)}`
  const remedy = hint === undefined ? '' : `<br>→ ${escapeMarkdown(hint)}`
  return `- **${severity === 'note' ? 'note' : escapeMarkdown(code)}**${where} ${escapeMarkdown(message)}${remedy}`
}

/** What the first that failed said last, and what the cluster said of them; a frame with a place is of the file. */
function evidenceSection({ problems }: Report): string {
  const said = problems
    .map(({ events = [], frame, message, place }) => ({
      message,
      lines: [...(frame === undefined || place !== undefined ? [] : frame.split('\n')), ...events],
    }))
    .filter(({ lines }) => lines.length > 0)
  const blocks = said
    .slice(0, shownEvidence)
    .map(({ lines, message }) => [
      escapeMarkdown(message.slice(0, longestLine)),
      ...lines.map((line) => codeMarkdown(line.slice(0, longestLine))),
    ])
  return blocks.length === 0
    ? ''
    : foldedMarkdown('Last log lines and events', blocks.map((lines) => lines.join('<br>')).join('\n\n'))
}

function failedProbes({ verification }: Report): string {
  const failed = verification?.probes.filter(({ outcome }) => outcome !== 'passed') ?? []
  if (failed.length === 0) return ''
  const items = failed.slice(0, shownProblems).map(({ component, from, hint, kind, message, outcome, to }) => {
    const remedy = hint === undefined ? '' : `<br>→ ${codeMarkdown(hint)}`
    return `- **${escapeMarkdown(component)}** ${escapeMarkdown(kind)} ${outcome}: ${escapeMarkdown(`${from} → ${to}: ${message}`)}${remedy}`
  })
  const more = failed.length > shownProblems ? [`- and ${failed.length - shownProblems} more`] : []
  return ['#### What was not proven\n', ...items, ...more].join('\n')
}

/** `doctor`: what was looked at, each with its fix. */
function checkSection({ checks = [] }: Report): string {
  const rows = checks.map(({ fix = '', found, name, state }) => [
    `${checkMarks[state]} ${escapeMarkdown(name)}`,
    escapeMarkdown(found),
    escapeMarkdown(fix),
  ])
  return rows.length === 0 ? '' : `#### Checks\n\n${tableMarkdown(['check', 'found', 'fix'], rows)}`
}

const checkMarks = { good: '✓', warning: '⚠️', bad: '✗', skipped: '–' } as const

/** One row per component that runs; where none was looked at (build, plan), one per image. */
function stackTable({ certificates, components, images }: Report): string {
  const names = components.length > 0 ? components.map(({ name }) => name) : images.map(({ component }) => component)
  const rows = names.map((name) => {
    const component = components.find((entry) => entry.name === name)
    const image = images.find((entry) => entry.component === name)
    const certificate = certificates.find((entry) => entry.component === name)
    const seconds = component?.seconds ?? (image === undefined || image.seconds === 0 ? undefined : image.seconds)
    return [
      escapeMarkdown(name),
      codeMarkdown(sourceText(image?.tag ?? component?.image ?? '', image?.revision)),
      codeMarkdown(shortDigest(image?.reference ?? '')),
      image === undefined ? '' : howText(image),
      certificate === undefined ? '' : expiryText(certificate),
      component === undefined ? '' : readyText(component.readiness, component.message),
      seconds === undefined ? '' : seconds.toFixed(1),
    ]
  })
  return tableMarkdown(['component', 'source@commit', 'digest', 'image', 'certificate', 'ready', 'seconds'], rows)
}

/** `built (3 of 5 steps from the cache)` */
function howText({ cacheHits, how }: Report['images'][number]): string {
  return cacheHits === undefined ? how : `${how} (${escapeMarkdown(cacheHits)} steps from the cache)`
}

/** What is in front of the last slash is the same in every row. */
function sourceText(tag: string, revision: string | undefined): string {
  const name = tag.slice(tag.lastIndexOf('/') + 1)
  if (revision !== undefined) return `${name.replace(/:[^:]*$/, '')}@${revision.slice(0, 7)}`
  // A source key says nothing beyond its first digits.
  return name.replace(/:([0-9a-f]{12})[0-9a-f]+$/, ':$1…')
}

function shortDigest(reference: string): string {
  return /sha256:([0-9a-f]{12})/.exec(reference)?.[1] ?? ''
}

function expiryText({ daysLeft, how, notAfter }: ReportCertificate): string {
  if (daysLeft === undefined || notAfter === undefined || how === 'pending') return 'to be issued'
  return daysLeft < 0 ? '**expired**' : `${escapeMarkdown(notAfter.slice(0, 10))} (${daysLeft} d)`
}

function readyText(readiness: string, message: string): string {
  if (readiness === 'ready') return '✓'
  return `${readiness === 'failed' ? '✗ ' : ''}${escapeMarkdown(message === '' ? readiness : message.slice(0, 300))}`
}

function planSection(changes: readonly Change[]): string {
  if (!changes.some(({ action }) => action !== 'unchanged')) return ''
  // Of what was written by others nothing can end a <pre>, and no line in it is empty.
  const lines = planLines(changes).map((line) => line.replace(/^ */, (spaces) => '&nbsp;'.repeat(spaces.length)))
  const body = lines.map((line) =>
    line.replace(/^((?:&nbsp;)*)(.*)$/s, (_, indent, text) => `${indent}${escapeMarkdown(text)}`),
  )
  return foldedMarkdown('The changes and their reasons', `<code>${body.join('<br>')}</code>`)
}

function timingSection({ timings }: Report): string {
  const rows = Object.entries(timings).map(([stage, seconds]) => [escapeMarkdown(stage), seconds.toFixed(1)])
  return rows.length === 0 ? '' : foldedMarkdown('Timings', tableMarkdown(['stage', 'seconds'], rows))
}
