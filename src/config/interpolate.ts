import { isSecretName } from '../model/secret-names.ts'
import type { Finding } from './finding.ts'
import { wrong } from './finding.ts'
import { type Part, parseTemplate, showParts } from './grammar/template.ts'
import type { Entry, Node, Origin, Path, Piece, ScalarNode, Text } from './node.ts'
import { isSecretText } from './secret-texts.ts'

/** A name that is needed and not set, wherever it stands. */
export interface Missing {
  readonly name: string
  /** Of `${NAME:?message}`. */
  readonly message?: string
  readonly path: Path
  readonly origin: Origin
  readonly secret: boolean
}

export interface Variables {
  readonly environment: Readonly<Record<string, string | undefined>>
  /** False with --no-environment: what is not set is unknown, not missing. */
  readonly required: boolean
  /** Names in ci_cd.vault_secrets. */
  readonly declared: ReadonlySet<string>
  /** Those of them that say where they are: neither set nor missing here, and a default would hide what is there. */
  readonly placed?: ReadonlySet<string>
}

export interface Interpolated {
  readonly root: Node
  readonly findings: readonly Finding[]
  readonly missing: readonly Missing[]
}

/** Fills `${…}` in every text but component names. Results are never looked at again. */
export function interpolateTree(root: Node, variables: Variables): Interpolated {
  const findings: Finding[] = []
  const missing: Missing[] = []

  const visit = (node: Node, path: Path): Node => {
    if (node.kind === 'map') {
      const entries = new Map<string, Entry>()
      for (const [key, entry] of node.entries) entries.set(key, { ...entry, value: visit(entry.value, [...path, key]) })
      return { ...node, entries }
    }
    if (node.kind === 'list') return { ...node, items: node.items.map((item, index) => visit(item, [...path, index])) }
    if (typeof node.value !== 'string' || !node.value.includes('$') || isComponentName(path)) return node
    const filled = fillText(node.value, node.origin, path, variables)
    findings.push(...filled.findings)
    missing.push(...filled.missing)
    return toScalarNode(node, filled.text, path, findings, filled.findings.length + filled.missing.length > 0)
  }
  return { root: visit(root, []), findings, missing }
}

/** Secrets may stand in environments, in the database's password and in those of registries; everywhere else they would be printed. */
function takesSecrets(path: Path): boolean {
  if (path[0] === 'gateway' && path[1] === 'env_vars' && path.length === 3) return true
  if (path[0] === 'plugins' && path[2] === 'env_vars' && path.length === 4) return true
  if (path[0] === 'deployment' && path[1] === 'pull_credentials') return path[3] === 'password'
  return path.join('.') === 'infrastructure.postgres.password'
}

function isComponentName(path: Path): boolean {
  return path.length === 3 && path[0] === 'plugins' && path[2] === 'name'
}

function toScalarNode(node: ScalarNode, text: Text, path: Path, findings: Finding[], broken: boolean): ScalarNode {
  const secretName = text.find((piece) => piece.kind === 'variable' && piece.secret)
  if (secretName?.kind === 'variable' && !takesSecrets(path)) {
    findings.push(
      wrong(
        path,
        `\${${secretName.name}} is a secret, and this key is shown in plans and manifests`,
        'Secrets go into env_vars; rename the variable if it is none',
        { origin: node.origin },
      ),
    )
    return { ...node, unknown: true, loose: true }
  }
  const unknown = broken || text.some((piece) => piece.kind === 'variable' && piece.value === undefined)
  return { ...node, value: flatten(text), raw: flatten(text), text, loose: true, unknown }
}

/** One text with its variables filled in, as pieces, so that secrets can stay references. */
export function fillText(
  value: string,
  origin: Origin,
  path: Path,
  variables: Variables,
  earlier?: ReadonlyMap<string, Text>,
): { readonly text: Text; readonly findings: readonly Finding[]; readonly missing: readonly Missing[] } {
  const template = parseTemplate(value)
  if (!template.ok) {
    const hint = 'Variables are ${NAME}, ${NAME:-default}, ${NAME:?message}; $$ is a plain $'
    return { text: [], findings: [wrong(path, template.message, hint, { origin })], missing: [] }
  }
  const missing: Missing[] = []

  const evaluate = (parts: readonly Part[]): Piece[] =>
    parts.flatMap((part): Piece[] => {
      if (part.kind === 'literal') return [{ kind: 'literal', text: part.text, secret: false }]
      return evaluateVariable(part)
    })

  const evaluateVariable = (part: Extract<Part, { kind: 'variable' }>): Piece[] => {
    const { name, operator, encoding } = part
    if (variables.placed?.has(name) === true) {
      if (operator === '+' || operator === ':+') return evaluate(part.argument ?? [])
      return [{ kind: 'variable', name, encoding, value: undefined, secret: true }]
    }
    const known = Object.hasOwn(variables.environment, name) ? variables.environment[name] : undefined
    const local = known === undefined ? earlier?.get(name) : undefined
    const content = known ?? (local === undefined ? undefined : flatten(local))
    const secret =
      variables.declared.has(name) || isSecretName(name, content) || (content !== undefined && isSecretText(content))
    // A CI system passes a secret that it does not have as an empty text.
    const present = content !== undefined && !(content === '' && (secret || operator?.startsWith(':') === true))
    const argument = part.argument ?? []

    if (operator === '+' || operator === ':+') return present ? evaluate(argument) : []
    if (present && local !== undefined) return [...local]
    if (present) return [{ kind: 'variable', name, encoding, value: content, secret }]
    if (operator === '-' || operator === ':-') {
      if (content === '' && operator === '-') return []
      return evaluate(argument).map((piece) => (piece.kind === 'literal' && secret ? { ...piece, secret } : piece))
    }
    if (variables.required) {
      const message = operator === undefined ? {} : { message: showParts(argument) }
      missing.push({ name, ...message, path, origin: findVariable(origin, name), secret })
    }
    return [{ kind: 'variable', name, encoding, value: undefined, secret }]
  }
  return { text: evaluate(template.parts), findings: [], missing }
}

/** The text as far as it is known; secrets are in it: for checks only, never for messages. */
export function flatten(text: Text): string {
  return text
    .map((piece) => {
      if (piece.kind === 'literal') return piece.text
      return piece.encoding === 'url' ? encodeURIComponent(piece.value ?? '') : (piece.value ?? '')
    })
    .join('')
}

/** Narrows a value's place to the variable in it, where it is written as such. */
function findVariable(origin: Origin, name: string): Origin {
  const text = origin.source.text.slice(origin.start, origin.end)
  for (const form of [`\${${name}`, `$${name}`]) {
    const index = text.indexOf(form)
    if (index !== -1) return { ...origin, start: origin.start + index, end: origin.start + index + form.length }
  }
  return origin
}
