import { StackError } from '../errors.ts'
import { hintFor } from '../model/builder-image.ts'
import type { Environment } from '../model/host.ts'
import { ownOf } from '../model/own.ts'
import { isPending } from '../model/pending.ts'
import type { SecretRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { Secret } from '../model/secret.ts'
import { weaknessOf } from '../model/secret-strength.ts'
import type { ResolvedSecret } from './resolve.ts'
import { tooLongHint, whyTooLong } from './variable-limit.ts'

/** The redactor cannot search for a value shorter than this, in bytes, without hitting innocent text. */
const shortestSearchedBytes = 8

/** What is not there, what is, and what could not be asked for. */
export interface Outcome {
  readonly missing: readonly SecretRequest[]
  readonly resolved: readonly ResolvedSecret[]
  readonly refused: readonly Problem[]
}

/**
 * Throws one error with every problem of every secret; names only, never a value.
 *
 * @param asked  Names of the providers.
 */
export function throwProblems(
  { missing, resolved, refused }: Outcome,
  asked: readonly string[],
  environment: Environment,
): void {
  const problems = [
    ...refused,
    ...missing.map((request) => atPlaceOf(request, missingProblem(request, asked, environment))),
    ...resolved.flatMap(({ request, value }) =>
      isPending(value) ? [] : findValueProblems(request, value).map((problem) => atPlaceOf(request, problem)),
    ),
  ]
  const [first] = problems
  if (first === undefined) return
  throw new StackError({
    code: first.code,
    message: problems.length === 1 ? first.message : summarise(missing, problems),
    hint: first.hint,
    problems,
  })
}

/** The problem with the line of the file that declares the secret, where there is one. */
export function atPlaceOf({ place }: SecretRequest, problem: Problem): Problem {
  return place === undefined || problem.place !== undefined ? problem : { ...problem, place }
}

/** What to tell about values that can be used: too short to scan for, stray white space, a generated value replaced. */
export function warnOfValues(
  resolved: readonly ResolvedSecret[],
  generated: Readonly<Record<string, Secret>>,
): readonly Problem[] {
  const given = resolved.flatMap(({ request, value, provenance: { provider } }) =>
    isPending(value) ? [] : [{ name: request.name, text: value.reveal(), provider }],
  )
  const short = given.filter(({ text }) => Buffer.byteLength(text) < shortestSearchedBytes)
  const padded = given.filter(({ text }) => text !== text.trim())
  const replaced = given.filter(({ name, text, provider }) => {
    const before = ownOf(generated, name)
    return provider !== 'state' && before !== undefined && before.reveal() !== text
  })
  return [
    ...warning(
      short,
      'too short to be found in output, so only kept out of it where it is passed',
      `Use ${shortestSearchedBytes} characters or more.`,
    ),
    ...warning(padded, 'begins or ends with white space', 'If that is not meant, remove it: it is part of the value.'),
    ...warning(
      replaced,
      'now given, and replaces the generated value that the stack was deployed with',
      'What was encrypted or signed with the old value cannot be read any more; unset it to keep the old one.',
    ),
  ]
}

export function unknownSecret(name: string): StackError {
  return new StackError({
    code: 'SECRET_MISSING',
    message: `nothing asked for the secret ${name} before it was used`,
    hint: `Declare it: ci_cd.vault_secrets: [${name}]`,
  })
}

function missingProblem({ name, usedBy }: SecretRequest, asked: readonly string[], environment: Environment): Problem {
  const users = usedBy.length === 0 ? '' : `, needed by ${usedBy.join(', ')}`
  return {
    severity: 'error',
    code: 'SECRET_MISSING',
    message: `secret ${name} is not set or empty (asked: ${asked.length === 0 ? 'nobody' : asked.join(', ')})${users}`,
    hint: hintFor(
      environment,
      asked.some((provider) => provider !== 'environment')
        ? `Put ${name} into one of them, or say where it is: {name: ${name}, from: …} in ci_cd.vault_secrets`
        : `Set ${name} in the environment; in CI pass it to the step from the host's secrets.`,
      `-e ${name}`,
    ),
  }
}

function findValueProblems(request: SecretRequest, value: Secret): readonly Problem[] {
  const text = value.reveal()
  const problem = (code: 'SECRET_WEAK' | 'SECRET_INVALID', why: string, hint: string): readonly Problem[] => [
    { severity: 'error', code, message: `secret ${request.name} ${why}`, hint },
  ]
  if (text.includes('\0')) {
    return problem(
      'SECRET_INVALID',
      'holds a NUL byte, which no environment variable can carry',
      'Encode it, as base64 for example.',
    )
  }
  const tooLong = whyTooLong(text, request.usedBy)
  if (tooLong !== undefined) return problem('SECRET_INVALID', tooLong, tooLongHint)
  const weakness = request.strength === undefined ? undefined : weaknessOf(text, request.strength)
  if (weakness === undefined) return []
  const unset = request.origin === 'generated' ? ', or unset it to have one generated and kept with the stack' : ''
  return problem(
    'SECRET_WEAK',
    `${weakness}: too weak for the gateway`,
    `Use the output of: openssl rand -base64 48${unset}.`,
  )
}

function summarise(missing: readonly SecretRequest[], problems: readonly Problem[]): string {
  if (missing.length < problems.length) return `${problems.length} secrets cannot be used`
  return `${missing.length} secrets are not set: ${missing.map((request) => request.name).join(', ')}`
}

function warning(entries: readonly { readonly name: string }[], what: string, hint: string): readonly Problem[] {
  if (entries.length === 0) return []
  const names = entries.map((entry) => entry.name).join(', ')
  return [
    {
      severity: 'warning',
      code: 'SECRET_WEAK',
      message: `${entries.length === 1 ? 'secret' : 'secrets'} ${names}: ${what}`,
      hint,
    },
  ]
}
