import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import { isSecretVariable } from './component-env.ts'
import { type Evaluated, evaluateStack, secrecyOf } from './evaluate.ts'
import { addressKeys } from './frame.ts'
import { checkRegistryUrl } from './grammar/image-reference.ts'
import { checkRepository } from './grammar/repository.ts'
import { flatten } from './interpolate.ts'
import type { Loaded } from './load.ts'
import type { Node } from './node.ts'
import { toProblems } from './problems.ts'
import { secretPartsOf } from './secret-texts.ts'
import type { Subject } from './subject.ts'

export interface StackOptions {
  readonly file: string
  readonly environment?: string | undefined
  /** `--set path=value`, as given. */
  readonly sets: readonly string[]
  /** False with --no-environment: names that are not set are unknown, not missing. */
  readonly checkEnvironment: boolean
  /** See EvaluateOptions. */
  readonly looksOnly?: boolean
  /** See EvaluateOptions. */
  readonly asksSecrets?: boolean
  /** Moving refs and tags are errors. */
  readonly requirePinned: boolean
  /** See EvaluateOptions. */
  readonly variables?: Readonly<Record<string, string | undefined>>
}

export interface Checked {
  readonly evaluated: Evaluated
  readonly problems: readonly Problem[]
}

/** Evaluates one environment of a stack; every secret that stands in a file is known to the redactor before a problem is made. */
export async function checkStack(loaded: Loaded, options: Omit<StackOptions, 'file'>, io: Io): Promise<Checked> {
  maskUrlSecrets(loaded.root, io)
  const evaluated = await evaluateStack(loaded, options, io)
  if (evaluated.subject !== undefined) maskLiteralSecrets(evaluated.subject, io)
  const problems = toProblems(evaluated.findings, { ...loaded.backdrop, root: evaluated.root })
  return { evaluated, problems }
}

/** Passwords and queries in addresses are refused and must still not be printed by anyone. */
function maskUrlSecrets(node: Node, io: Io, isAddress = false): void {
  if (node.kind === 'map') {
    for (const [key, entry] of node.entries) maskUrlSecrets(entry.value, io, addressKeys.has(key))
  } else if (node.kind === 'list') for (const item of node.items) maskUrlSecrets(item, io, isAddress)
  else if (isAddress && typeof node.value === 'string') {
    const { value } = node
    const user = value.includes('@')
      ? (checkRepository(value, [])?.secret ?? checkRegistryUrl(value)?.secret)
      : undefined
    const query = /[?#](.+)$/s.exec(value)?.[1]
    for (const secret of [user, query, ...secretPartsOf(value)]) {
      if (secret !== undefined && secret !== '') io.redactor.add(new Secret('URL password', secret))
    }
  }
}

function maskLiteralSecrets(subject: Subject, io: Io): void {
  const known = new Set<string>()
  const add = (name: string, value: string | undefined): void => {
    if (value === undefined || value.trim() === '' || known.has(value)) return
    known.add(value)
    io.redactor.add(new Secret(name, value))
  }
  for (const [component, variables] of subject.variables) {
    const secrecy = secrecyOf(subject, component)
    for (const { name, text } of variables.values()) {
      if (!isSecretVariable(name, text, secrecy)) continue
      // What a person rotates: the secret, or what stands in this variable of this component.
      const label = `${component}.${name}`
      for (const piece of text) {
        if (piece.kind === 'literal') add(label, piece.text)
        else add(piece.name, piece.value)
      }
      for (const part of secretPartsOf(flatten(text))) add(label, part)
    }
  }
  const { deployment, infrastructure } = subject.written
  for (const { password } of deployment.pull_credentials) add('registry password', password)
  add('POSTGRES_PASSWORD', infrastructure.postgres?.password)
}
