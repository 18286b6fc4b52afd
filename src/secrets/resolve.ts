import { type EnvValue, wholeReference } from '../model/env-value.ts'
import type { Io } from '../model/io.ts'
import { ownOf } from '../model/own.ts'
import { isPending, type Maybe, type Pending } from '../model/pending.ts'
import type { SecretRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { Provenance, SecretFinding, SecretSource, Secrets } from '../model/secrets.ts'
import type { SecretKey } from '../model/stack-secrets.ts'
import { composeValue } from './compose-value.ts'
import { generatePassword, generateToken } from './generate.ts'
import { keyedHash } from './keyed-hash.ts'
import { readSecretKey, refuseCopies, warnOfUnread } from './referenced.ts'
import { atPlaceOf, throwProblems, unknownSecret, warnOfValues } from './secret-problems.ts'
import { passwordsIn } from './url-password.ts'

export interface ResolveOptions {
  /** undefined: nobody may be asked, and what is not known is pending. */
  readonly source: SecretSource | undefined
  /** What earlier deploys generated, from the stack's state. */
  readonly generated: Readonly<Record<string, Secret>>
  /** Key of the keyed hashes; undefined where no state exists and none may be made: digests are pending. */
  readonly hashKey: Secret | undefined
  /** Generate nothing: what would be generated is pending. */
  readonly dry: boolean
}

/** A value with the place it came from. */
export interface ResolvedSecret {
  readonly request: SecretRequest
  readonly value: Maybe<Secret>
  readonly provenance: Provenance
  /** Where pods find it themselves. */
  readonly reference?: SecretKey
  /** Why the value is not known here, where it is only referred to. */
  readonly unread?: Problem
}

/**
 * Finds every secret: providers in order, then what was generated before, then a new one where that is allowed. Every value
 * is known to the redactor before this returns.
 *
 * @throws StackError SECRET_MISSING, SECRET_WEAK, SECRET_INVALID, SECRET_UNREACHABLE, SECRET_FORBIDDEN: all problems of all secrets at once, by name.
 */
export async function resolveSecrets(
  requests: readonly SecretRequest[],
  options: ResolveOptions,
  io: Io,
): Promise<Secrets> {
  for (const secret of Object.values(options.generated)) io.redactor.add(secret)
  const wanted = new Map(requests.map((request) => [request.name, request]))
  const given: ReadonlyMap<string, SecretFinding> = (await options.source?.find([...wanted.values()])) ?? new Map()

  const resolved: ResolvedSecret[] = []
  const missing: SecretRequest[] = []
  // A problem of several secrets is one problem, at the place of the first.
  const refused = new Map<Problem, Problem>()
  for (const request of wanted.values()) {
    const answer = given.get(request.name)
    if (answer !== undefined && 'problem' in answer) {
      if (!refused.has(answer.problem)) refused.set(answer.problem, atPlaceOf(request, answer.problem))
      continue
    }
    const found = (answer === undefined ? undefined : toSource(answer, request)) ?? generatedValue(request, options, io)
    if (found !== undefined) resolved.push({ request, ...found })
    else if (options.source === undefined) {
      const value = pendingSecret(request.name)
      resolved.push({ request, value, provenance: { provider: 'not asked' }, ...placeInTarget(request) })
    } else missing.push(request)
  }
  for (const { request, reference } of resolved) {
    const problem = reference === undefined ? undefined : refuseCopies(request, reference)
    if (problem !== undefined) refused.set(problem, atPlaceOf(request, problem))
  }
  throwProblems({ missing, resolved, refused: [...refused.values()] }, options.source?.order ?? [], io.environment)
  return toSecrets(resolved, options, io)
}

type Source = Omit<ResolvedSecret, 'request'>

/** A secret that we would make where nobody has it, is not said to be in the target while nobody can look there. */
function toSource(finding: Exclude<SecretFinding, { problem: Problem }>, request: SecretRequest): Source | undefined {
  if (!('unread' in finding)) return finding
  if (request.origin === 'generated') return undefined
  return { ...finding, value: pendingSecret(request.name) }
}

/** Where the file itself says that it is in the target, it need not be asked for. */
function placeInTarget({ from }: SecretRequest): Pick<ResolvedSecret, 'reference'> {
  const reference = from === undefined ? undefined : readSecretKey(from)
  return reference === undefined ? {} : { reference }
}

function generatedValue(request: SecretRequest, options: ResolveOptions, io: Io): Source | undefined {
  if (request.origin !== 'generated') return undefined
  const kept = ownOf(options.generated, request.name)
  if (kept !== undefined) return { value: kept, provenance: { provider: 'state' } }
  if (options.dry) return { value: pendingSecret(request.name), provenance: { provider: 'generated' } }
  const random = (bytes: number) => io.random(bytes)
  const text = request.shape === 'password' ? generatePassword(random) : generateToken(random)
  const value = new Secret(request.name, text)
  io.redactor.add(value)
  return { value, provenance: { provider: 'generated' } }
}

function toSecrets(resolved: readonly ResolvedSecret[], options: ResolveOptions, io: Io): Secrets {
  const values = new Map(resolved.map(({ request, value }) => [request.name, value]))
  const composed = new WeakMap<EnvValue, Maybe<Secret>>()

  const get = (name: string): Maybe<Secret> => {
    const value = values.get(name)
    if (value === undefined) throw unknownSecret(name)
    return value
  }
  const compose = (value: EnvValue, name: string): Maybe<Secret> => {
    const known = composed.get(value)
    if (known !== undefined) return known
    const made = composeValue(value, name, get)
    if (value.kind === 'secret' && !isPending(made)) registerComposed(made, io)
    composed.set(value, made)
    return made
  }
  const references = new Map(resolved.map(({ request, reference }) => [request.name, reference]))
  return {
    get,
    compose,
    reference(value) {
      const name = wholeReference(value)
      return name === undefined ? undefined : references.get(name)
    },
    digest(value, name) {
      const text = compose(value, name)
      if (isPending(text)) return text
      if (options.hashKey === undefined) return pendingSecret('hash key')
      return keyedHash(options.hashKey, text)
    },
    generated: Object.fromEntries(
      resolved.flatMap(({ request, value, provenance: { provider } }) =>
        (provider === 'generated' || provider === 'state') && !isPending(value) ? [[request.name, value]] : [],
      ),
    ),
    provenance: Object.fromEntries(resolved.map(({ request, provenance }) => [request.name, provenance])),
    problems: [...warnOfValues(resolved, options.generated), ...warnOfUnread(resolved)],
  }
}

/** The whole text is secret, and so is a password written into a URL. */
function registerComposed(secret: Secret, io: Io): void {
  io.redactor.add(secret)
  for (const password of passwordsIn(secret.reveal())) io.redactor.add(new Secret(secret.name, password))
}

function pendingSecret(name: string): Pending {
  return { pending: 'secret', key: name }
}
