import { StackError } from '../errors.ts'
import type { Release, StackState, StoredVariable } from '../model/live.ts'
import type { SecretRequest } from '../model/plan.ts'
import type { SecretReference } from '../model/stack-secrets.ts'
import { showReference } from '../secrets/reference.ts'

/** With the `from` of every secret that the release is put together from: a later file may not have them any more. No value. */
export function withSources(release: Release, secrets: readonly SecretRequest[]): Release {
  const used = new Set(namesIn(release))
  const sources = secrets.flatMap(({ from, name }): [string, SecretReference][] =>
    from !== undefined && used.has(name) ? [[name, from]] : [],
  )
  return sources.length === 0 ? release : { ...release, secretSources: Object.fromEntries(sources) }
}

/**
 * What the release refers to and today's file does not: asked for where it was then, and only what had no `from` by its name.
 *
 * @throws StackError ROLL_BACK_REFUSED where that was a program: who may write the state may not choose what is started here.
 */
export function forgottenSecrets(
  release: Release,
  today: readonly SecretRequest[],
  { generated }: Pick<StackState, 'generated'>,
): readonly SecretRequest[] {
  const known = new Set(today.map(({ name }) => name))
  const { secretSources = {} } = release
  return [...new Set(namesIn(release))]
    .filter((name) => !known.has(name))
    .map((name): SecretRequest => {
      const from = Object.hasOwn(secretSources, name) ? secretSources[name] : undefined
      const about = { name, opensVolume: false, usedBy: [`release ${release.revision}`] }
      if (from === undefined) return { ...about, origin: Object.hasOwn(generated, name) ? 'generated' : 'declared' }
      if (from.provider === 'command') throw programOf(release, name, from)
      return { ...about, origin: 'declared', from }
    })
}

/** Everything it put together from secrets: Compose has variables, Kubernetes the values of its Secrets. */
export function variablesOf({ objects = [], variables }: Release): readonly StoredVariable[] {
  const ofObjects = objects.flatMap(({ values }) => {
    if (values?.kind === 'env') return Object.values(values.env)
    return values?.kind === 'pull' ? values.credentials.map(({ password }) => password) : []
  })
  return [...Object.values(variables), ...ofObjects]
}

function namesIn(release: Release): readonly string[] {
  return variablesOf(release).flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === 'reference' ? [part.secret] : [])),
  )
}

function programOf({ revision }: Release, name: string, from: SecretReference): StackError {
  return new StackError({
    code: 'ROLL_BACK_REFUSED',
    message: `release ${revision} has the secret ${name} from \`${showReference(from)}\`, and only programs that the file names are started`,
    hint: `Declare it again for the roll-back: {name: ${name}, from: {command: […]}} in ci_cd.vault_secrets`,
  })
}
