import type { Env, EnvValue, TextPart } from '../model/env-value.ts'
import { Secret } from '../model/secret.ts'
import { isSecretName } from '../model/secret-names.ts'
import type { Finding } from './finding.ts'
import { wrong } from './finding.ts'
import { flatten } from './interpolate.ts'
import type { Origin, Path, Piece, Text } from './node.ts'
import { isSecretText } from './secret-texts.ts'

/** One variable of a component before it is decided whether it is secret. */
export interface Variable {
  readonly name: string
  readonly text: Text
  readonly path: Path
  readonly origin: Origin
}

export type Variables = ReadonlyMap<string, Variable>

export interface Secrecy {
  /** secret_env and plain_env of the component. */
  readonly secret: readonly string[]
  readonly plain: readonly string[]
  /** Names in ci_cd.vault_secrets. */
  readonly declared: ReadonlySet<string>
}

/** A literal text. */
export function literal(text: string): Text {
  return [{ kind: 'literal', text, secret: false }]
}

/**
 * Decides what is secret (DESIGN §4): by its own name, by a name it is made of, by its form; `secret_env` adds, `plain_env`
 * removes. Nothing, `true` and `false` hide nothing.
 */
export function isSecretVariable(name: string, text: Text, secrecy: Secrecy): boolean {
  if (secrecy.secret.includes(name)) return true
  if (secrecy.plain.includes(name)) return false
  if (text.some((piece) => piece.kind === 'variable' && piece.secret)) return true
  const unknown = text.some((piece) => piece.kind === 'variable' && piece.value === undefined)
  const value = flatten(unknown ? text.map(standIn) : text)
  if (!unknown && /^(|true|false)$/i.test(value)) return false
  if (text.some((piece) => piece.secret) || isSecretText(value)) return true
  return isSecretName(name, unknown ? undefined : value) || secrecy.declared.has(name)
}

/** Something where nothing is known: `?password=${NAME}` is secret with and without an environment. */
function standIn(piece: Piece): Piece {
  return piece.kind === 'variable' && piece.value === undefined ? { ...piece, value: 'unknown' } : piece
}

/** plain_env cannot open what ci_cd.vault_secrets has closed. */
export function checkPlainVariables(variables: Variables, secrecy: Secrecy): readonly Finding[] {
  return [...variables.values()].flatMap((variable) => {
    if (!secrecy.plain.includes(variable.name)) return []
    const declared = variable.text.find((piece) => piece.kind === 'variable' && secrecy.declared.has(piece.name))
    if (declared?.kind !== 'variable') return []
    const message = `is in plain_env, but its value holds \${${declared.name}} of ci_cd.vault_secrets`
    return [wrong(variable.path, message, 'Take it out of plain_env', { origin: variable.origin })]
  })
}

/** The environment as the plan takes it: plain values, and secrets as literals and references. Sorted as written. */
export function toEnv(variables: Variables, secrecy: Secrecy): Env {
  return Object.fromEntries(
    [...variables.values()].map((variable) => [
      variable.name,
      toEnvValue(variable.name, variable.text, isSecretVariable(variable.name, variable.text, secrecy)),
    ]),
  )
}

/** One value; of a secret every variable stays a reference, every other text is wrapped. */
export function toEnvValue(name: string, text: Text, secret: boolean): EnvValue {
  if (!secret) return { kind: 'plain', value: flatten(text) }
  const parts: TextPart[] = []
  let pending = ''
  const flush = (): void => {
    if (pending !== '') parts.push({ kind: 'literal', text: new Secret(name, pending) })
    pending = ''
  }
  for (const piece of text) {
    if (piece.kind === 'literal') pending += piece.text
    else {
      flush()
      parts.push({ kind: 'reference', secret: piece.name, encoding: piece.encoding })
    }
  }
  flush()
  return { kind: 'secret', parts }
}
