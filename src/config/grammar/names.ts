import type { Refusal } from '../finding.ts'

/** RFC 1123 label. */
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const maxLabel = 63
/** `mcp-plugin-` goes in front of every plugin's name. */
export const pluginPrefix = 'mcp-plugin-'
const maxName = maxLabel - pluginPrefix.length

/** Names that components of ours and the network have already; `stack` is on objects that belong to none of them. */
const reserved: ReadonlySet<string> = new Set(['mcpgateway', 'gateway', 'postgres', 'redis', 'localhost', 'stack'])

/** Refuses what is no DNS label, and the namespaces that belong to the cluster. */
export function checkNamespace(text: string): Refusal | undefined {
  if (text === '') return { message: 'must not be empty' }
  if (text.length > maxLabel) return { message: `has ${text.length} characters, ${maxLabel} at most` }
  if (!label.test(text)) {
    const fixed = text.toLowerCase().replaceAll('_', '-')
    return {
      message: 'must be lower-case letters, digits and "-", beginning and ending with a letter or digit',
      ...(label.test(fixed) ? { hint: `Write ${fixed}` } : {}),
    }
  }
  if (text.startsWith('kube-')) {
    return {
      message: 'is a namespace of the cluster itself: kube-* is refused',
      hint: 'Choose a namespace of your own',
    }
  }
  return undefined
}

/** Refuses what cannot be a Compose project and a label on both targets. */
export function checkProjectName(text: string): Refusal | undefined {
  return checkNamespace(text)
}

/** Refuses names that do not map to one DNS label, that are reserved, or that JavaScript and Python objects have already. */
export function checkPluginName(text: string): Refusal | undefined {
  if (text === '') return { message: 'must not be empty' }
  if (!/^[A-Za-z0-9]([A-Za-z0-9_-]*[A-Za-z0-9])?$/.test(text)) {
    const hint = /[^\u0020-\u007e]/.test(text)
      ? 'It holds a character that only looks like a letter, or none at all'
      : undefined
    return {
      message: 'must be letters (A-Z), digits, "-" and "_", beginning and ending with a letter or digit',
      ...(hint === undefined ? {} : { hint }),
    }
  }
  if (text.length > maxName) {
    return { message: `has ${text.length} characters, ${maxName} at most: its service is named ${pluginPrefix}<name>` }
  }
  if (reserved.has(dnsName(text))) return { message: `"${text}" is reserved`, hint: 'Choose another name' }
  if (text in {}) return { message: `"${text}" is a reserved word`, hint: 'Choose another name' }
  return undefined
}

/** A component's name as a DNS label (CONTRACT §3). */
export function dnsName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-')
}

/** Refuses what programs cannot read as an environment variable's name. */
export function checkVariableName(text: string): Refusal | undefined {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(text)) return undefined
  return {
    message: 'is not a name of an environment variable: letters, digits and "_", not beginning with a digit',
  }
}

/** Refuses names that PostgreSQL would want in quotes. */
export function checkDatabaseName(text: string): Refusal | undefined {
  if (/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/.test(text)) return undefined
  return { message: 'must be 1-63 letters, digits, "_" and "-", beginning with a letter or "_"' }
}
