import type { Report } from '../../model/report.ts'
import type { Probe } from '../../model/verification.ts'
import { mtlsKinds } from './headline.ts'
import { escapeMarkdown, tableMarkdown } from './markdown.ts'

/** A picture of more plugins cannot be read. */
const drawnPlugins = 20

/** What mTLS was proven between the gateway and each plugin: a picture, or a table where it would be too large. '' without a proof. */
export function stackPicture({ components, verification }: Report): string {
  const probes = verification?.probes.filter(({ kind }) => mtlsKinds.has(kind)) ?? []
  const plugins = [...new Set(probes.map(({ component }) => component))]
  if (plugins.length === 0) return ''
  if (plugins.length > drawnPlugins) return proofTable(plugins, probes)
  const others = components.map(({ name }) => name).filter((name) => name !== 'gateway' && !plugins.includes(name))
  const edges = plugins.flatMap((plugin, index) => {
    const own = probes.filter(({ component }) => component === plugin)
    const passed = own.filter(({ outcome }) => outcome === 'passed').length
    const good = passed === own.length
    return [
      `  gateway ${good ? '--' : '-.'} "mTLS ${good ? '✓' : '✗'} ${passed}/${own.length}" ${good ? '-->' : '.->'} p${index}["${label(plugin)}"]`,
      `  class p${index} ${good ? 'proven' : 'broken'}`,
    ]
  })
  return [
    '```mermaid',
    'flowchart LR',
    '  clients(["clients"]) --> gateway["gateway"]',
    ...edges,
    ...others.map((name, index) => `  gateway --> s${index}[("${label(name)}")]`),
    '  classDef proven stroke:#1a7f37',
    '  classDef broken stroke:#cf222e,stroke-width:3px',
    '```',
  ].join('\n')
}

function proofTable(plugins: readonly string[], probes: readonly Probe[]): string {
  const rows = plugins.map((plugin) => [
    escapeMarkdown(plugin),
    ...[...mtlsKinds].map((kind) => {
      const own = probes.filter((probe) => probe.component === plugin && probe.kind === kind)
      const passed = own.filter(({ outcome }) => outcome === 'passed').length
      return own.length === 0 ? '' : `${passed === own.length ? '✓' : '✗'} ${passed}/${own.length}`
    }),
  ])
  return tableMarkdown(['plugin', 'handshake', 'without certificate: refused', 'foreign CA: refused'], rows)
}

/** Mermaid has an escape of its own that Markdown's knows nothing of: what is no ordinary letter of a name is left out. */
function label(name: string): string {
  return name.replace(/[^\p{L}\p{N} ._-]/gu, '_').slice(0, 60)
}
