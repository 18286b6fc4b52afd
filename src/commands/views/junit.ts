import type { Report } from '../../model/report.ts'
import type { Probe } from '../../model/verification.ts'

/**
 * The probes of verify as a JUnit report: one test case each, inconclusive ones skipped. GitLab shows `classname` as the suite
 * and the element's text, not its `message`, and takes only the first of two cases of one name.
 */
export function renderJunit({ verification }: Report): string {
  const probes = verification?.probes ?? []
  const count = (outcome: Probe['outcome']) => probes.filter((probe) => probe.outcome === outcome).length
  const counts = attributes({
    name: 'mcp-stack verify',
    tests: String(probes.length),
    failures: String(count('failed')),
    errors: '0',
    skipped: String(count('inconclusive')),
    time: (verification?.seconds ?? 0).toFixed(3),
  })
  const seen = new Map<string, number>()
  const cases = probes.map((probe) => {
    const name = `${probe.kind}: ${probe.from} → ${probe.to}`
    const times = (seen.get(`${probe.component} ${name}`) ?? 0) + 1
    seen.set(`${probe.component} ${name}`, times)
    return testCase(probe, times === 1 ? name : `${name} (${times})`)
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    `  <testsuite${counts}>`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function testCase({ component, hint, kind, message, milliseconds, outcome }: Probe, name: string): string {
  const open = `    <testcase${attributes({ classname: component, name, time: (milliseconds / 1000).toFixed(3) })}`
  if (outcome === 'passed') return `${open}/>`
  const text = escapeXml(hint === undefined ? message : `${message}\n${hint}`)
  const why =
    outcome === 'failed'
      ? `<failure${attributes({ message, type: kind })}>${text}</failure>`
      : `<skipped${attributes({ message })}>${text}</skipped>`
  return `${open}>${why}</testcase>`
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('\n', '&#10;')}"`)
    .join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** What XML 1.0 has no way to write: control characters, halves of surrogate pairs, two that are no characters. */
const unwritable = /(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu

function escapeXml(text: string): string {
  return text.replaceAll(unwritable, '\ufffd').replaceAll(/[&<>"']/g, (unit) => entities[unit] ?? unit)
}
