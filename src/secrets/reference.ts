import type { Provenance } from '../model/secrets.ts'
import type { SecretReference } from '../model/stack-secrets.ts'

/** `vault:secret/data/mcp#jwt`, `command: op read …`: as the file says it. The words of a command may be long: its first ones. */
export function showReference({ provider, at }: SecretReference): string {
  if (typeof at === 'string') return `${provider}:${at}`
  const [program = '', first] = at
  return `${provider}: ${program}${first === undefined ? '' : ` ${first} …`}`
}

/** name → where it came from, as a report has it. */
export function showSources(provenance: Readonly<Record<string, Provenance>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(provenance).map(([name, from]) => [name, showProvenance(from)]))
}

/** `environment`, `vault:secret/data/mcp#jwt version 3`: one line for a report. */
export function showProvenance({ provider, where, version }: Provenance): string {
  const place = where === undefined ? provider : `${provider}:${where}`
  return version === undefined ? place : `${place} version ${version}`
}
