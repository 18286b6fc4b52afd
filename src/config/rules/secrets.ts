import { hintFor } from '../../model/builder-image.ts'
import { weaknessOf } from '../../model/secret-strength.ts'
import type { SecretReference } from '../../model/stack-secrets.ts'
import { type Finding, warn, wrong } from '../finding.ts'
import { parseSecretPlace } from '../grammar/secret-place.ts'
import { flatten } from '../interpolate.ts'
import type { Path } from '../node.ts'
import { type Subject, shorten } from '../subject.ts'
import { askedInOrder } from './secret-providers.ts'

/** Made once and kept where nobody gives them; all but the last are checked by the gateway at its start. */
export const generatedSecrets: Readonly<Record<string, 'gateway' | 'administrator' | undefined>> = {
  JWT_SECRET_KEY: 'gateway',
  AUTH_ENCRYPTION_SECRET: 'gateway',
  PLATFORM_ADMIN_PASSWORD: 'administrator',
  BASIC_AUTH_PASSWORD: undefined,
}

/** A weak signing key is refused before the gateway refuses it; by name only. */
export function strongSecrets(stack: Subject): readonly Finding[] {
  const variables = stack.variables.get('gateway')
  return Object.entries(generatedSecrets).flatMap(([name, strength]) => {
    if (strength === undefined) return []
    const variable = variables?.get(name)
    const fromEnvironment =
      stack.checkEnvironment && Object.hasOwn(stack.environment, name) ? stack.environment[name] : undefined
    const known = variable?.text.every((piece) => piece.kind === 'literal' || piece.value !== undefined) === true
    const value = variable === undefined ? fromEnvironment : known ? flatten(variable.text) : undefined
    if (value === undefined || (variable === undefined && value === '')) return []
    const weakness = weaknessOf(value, strength)
    if (weakness === undefined) return []
    const path: Path = variable?.path ?? ['gateway', 'env_vars', name]
    const hint = 'Make one with: openssl rand -base64 48; or leave it out: it is then generated once and kept'
    const what = `${weakness}: the gateway would refuse it`
    return [
      wrong(path, what, hint, { code: 'SECRET_WEAK', ...(variable === undefined ? {} : { origin: variable.origin }) }),
    ]
  })
}

interface Declaration {
  readonly name: string
  readonly to: readonly string[]
  readonly from?: SecretReference
  readonly path: Path
}

export function declarationsOf(stack: Pick<Subject, 'written'>): readonly Declaration[] {
  return stack.written.ci_cd.vault_secrets.map((entry, index) => ({
    ...(typeof entry === 'string' ? { name: entry, to: [] } : { name: entry.name, to: entry.to }),
    ...(typeof entry === 'string' || entry.from === undefined ? {} : { from: parseSecretPlace(entry.from) }),
    path: ['ci_cd', 'vault_secrets', index],
  }))
}

/** Tells the secrets that this program's environment need not have: they say where they are, or another provider is asked. */
export function keptElsewhere({
  asksSecrets,
  written,
}: Pick<Subject, 'asksSecrets' | 'written'>): (name: string) => boolean {
  const { secrets } = written.ci_cd
  const others = secrets !== undefined && askedInOrder(secrets).some((provider) => provider !== 'environment')
  const placed = new Set(declarationsOf({ written }).flatMap(({ name, from }) => (from === undefined ? [] : [name])))
  return (name) => others || placed.has(name) || (asksSecrets && placed.size > 0)
}

/** vault_secrets: each once, for components that exist, used by something, and there. */
export function declaredSecrets(stack: Subject): readonly Finding[] {
  const declarations = declarationsOf(stack)
  const names = new Set(stack.components.map(({ name }) => name))
  const seen = new Set<string>()
  const elsewhere = keptElsewhere(stack)
  const findings = declarations.flatMap(({ name, to, path }): Finding[] => {
    const problems: Finding[] = []
    if (seen.has(name)) {
      problems.push(wrong(path, `names ${name} a second time`, 'Remove one of them'))
    }
    seen.add(name)
    for (const component of to.filter((other) => !names.has(other))) {
      problems.push(
        wrong(
          path,
          `gives ${name} to ${component}, which is no component of this stack`,
          `Known: ${shorten([...names])}`,
        ),
      )
    }
    const missing = stack.checkEnvironment && to.length > 0 && (stack.environment[name] ?? '') === ''
    if (missing && !elsewhere(name) && !stack.referred.has(name)) {
      const message = `needs the secret ${name}, which is not set`
      const hint = hintFor(stack.environment, `Pass it to this program in its environment: ${name}`, `-e ${name}`)
      problems.push(wrong(path, message, hint, { code: 'SECRET_MISSING' }))
    }
    return problems
  })
  const unused = declarations.filter(
    ({ name, to }) => to.length === 0 && !stack.referred.has(name) && !(name in generatedSecrets),
  )
  const [first] = unused
  if (first === undefined) return findings
  const shown = shorten(unused.map(({ name }) => name))
  const hint = 'Refer to it with ${NAME} in env_vars, write {name: NAME, to: [gateway]}, or remove it'
  return [...findings, warn(first.path, `is used by nothing: ${shown}`, hint)]
}
