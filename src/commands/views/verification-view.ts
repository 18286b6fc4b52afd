import type { Style } from '../../model/style.ts'
import type { Probe, ProbeKind, Verification } from '../../model/verification.ts'
import { type Cell, renderColumns } from './columns.ts'

/** Titles of the probes, in the order of what they build on. */
const titles = {
  'gateway-ready': 'ready',
  handshake: 'mTLS',
  'refused-without-certificate': 'no cert',
  'refused-foreign-certificate': 'foreign CA',
  'mcp-initialize': 'initialize',
  'plugin-enabled': 'enabled',
} as const satisfies Readonly<Record<ProbeKind, string>>

/** One line per component that was asked, one column per probe; what did not pass is spelt out below. */
export function verificationLines(verification: Verification, style: Style): readonly string[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the type
  const kinds = Object.keys(titles) as ProbeKind[]
  const components = [...new Set(verification.probes.map((probe) => probe.component))]
  const rows = components.map((component): readonly Cell[] => [
    { text: component, paint: style.bold },
    ...kinds.map((kind) =>
      probeCell(
        verification.probes.filter((probe) => probe.component === component && probe.kind === kind),
        style,
      ),
    ),
  ])
  const failed = verification.probes.filter((probe) => probe.outcome !== 'passed')
  return [
    ...renderColumns(
      [{ title: 'verified', shorten: 'middle' }, ...kinds.map((kind) => ({ title: titles[kind] }))],
      rows,
      style,
    ),
    ...failed.map((probe) =>
      style.red(
        `  ${mark(probe.outcome)} ${probe.component} ${titles[probe.kind]}: ${probe.from} → ${probe.to}: ${probe.message}`,
      ),
    ),
  ]
}

/** Several gateways ask several containers: all must pass, and how many did is said where there is more than one. */
function probeCell(probes: readonly Probe[], style: Style): Cell {
  if (probes.length === 0) return ''
  const passed = probes.filter((probe) => probe.outcome === 'passed')
  const word = passedWord(probes[0]?.kind)
  if (passed.length === probes.length) {
    return { text: `✓ ${word}${probes.length === 1 ? '' : ` ×${probes.length}`}`, paint: style.green }
  }
  const failed = probes.some((probe) => probe.outcome === 'failed')
  const count = probes.length === 1 ? '' : ` ${passed.length}/${probes.length}`
  return {
    text: `${mark(failed ? 'failed' : 'inconclusive')} ${failed ? 'failed' : 'unclear'}${count}`,
    paint: failed ? style.red : style.yellow,
  }
}

/** For the two that must be refused, a bare mark would leave open what passed. */
function passedWord(kind: ProbeKind | undefined): string {
  return kind === 'refused-foreign-certificate' || kind === 'refused-without-certificate' ? 'refused' : 'yes'
}

function mark(outcome: Probe['outcome']): string {
  return { passed: '✓', failed: '✗', inconclusive: '?' }[outcome]
}
