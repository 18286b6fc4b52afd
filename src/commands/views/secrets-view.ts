import type { Report } from '../../model/report.ts'
import { codeMarkdown, escapeMarkdown, foldedMarkdown, tableMarkdown } from './markdown.ts'

/** `API_KEY  vault:secret/data/mcp#jwt version 3`: for who asks for more (--verbose). Never a value. */
export function secretLines(secrets: Report['secrets']): readonly string[] {
  const names = Object.keys(secrets).sort()
  const width = Math.max(0, ...names.map((name) => name.length))
  return names.map((name) => `secret ${name.padEnd(width)}  ${secrets[name] ?? ''}`)
}

/** Where each secret came from, for the page of a pipeline; empty where none was asked for. */
export function secretSection({ secrets }: Report): string {
  const rows = Object.keys(secrets)
    .sort()
    .map((name) => [codeMarkdown(name), escapeMarkdown(secrets[name] ?? '')])
  return rows.length === 0 ? '' : foldedMarkdown('Secrets', tableMarkdown(['name', 'from'], rows))
}
