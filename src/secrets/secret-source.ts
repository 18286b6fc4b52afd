import { StackError } from '../errors.ts'
import type { Problem } from '../model/problem.ts'
import type {
  NamedSecret,
  OpenSecretProvider,
  ReadTargetSecret,
  SecretAnswer,
  SecretContext,
  SecretFinding,
  SecretProvider,
  SecretSource,
  WantedSecret,
} from '../model/secrets.ts'
import type { SecretProviderName, SecretReference } from '../model/stack-secrets.ts'
import { showReference } from './reference.ts'
import { problemOf } from './share-failures.ts'

/**
 * Asks each provider once for all that it is to answer. What has a `from` is asked there; another name in order, and the first
 * that has it wins. A provider that cannot be asked ends the search: what a later one has may be another value.
 *
 * @param providers  Those of the registry.
 */
export function openSecretSource(providers: readonly SecretProvider[], given: SecretContext): SecretSource {
  let readTarget: ReadTargetSecret | undefined
  const context: SecretContext = { ...given, readTargetSecret: () => readTarget }
  const opened = new Map<SecretProviderName, OpenSecretProvider>()
  const known = new Map<string, SecretFinding | undefined>()
  const order = context.sources.providers

  const ask = async (
    name: SecretProviderName,
    wanted: readonly WantedSecret[],
  ): Promise<ReadonlyMap<string, SecretAnswer>> => {
    if (wanted.length === 0) return new Map()
    const provider = opened.get(name) ?? openProvider(providers, name, context)
    opened.set(name, provider)
    let answers: readonly SecretAnswer[]
    try {
      answers = await provider.ask(wanted)
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      const problem = problemOf(wanted, error)
      answers = wanted.map(() => ({ kind: 'failed', problem }))
    }
    for (const answer of answers) if (answer.kind === 'found') context.io.redactor.add(answer.value)
    return new Map(wanted.map((secret, index) => [secret.name, answers[index] ?? { kind: 'absent' }]))
  }

  const askThere = async (wanted: readonly PlacedSecret[]): Promise<void> => {
    const named = new Set(wanted.map(({ from }) => from.provider))
    await Promise.all(
      [...named].map(async (provider) => {
        const group = wanted.filter(({ from }) => from.provider === provider)
        const answers = await ask(
          provider,
          group.map(({ name, from }) => ({ name, at: from.at })),
        )
        for (const { name, from } of group) {
          const answer = answers.get(name) ?? { kind: 'absent' }
          known.set(keyOf({ name, from }), toFinding(provider, answer) ?? { problem: notThere(name, from) })
        }
      }),
    )
  }

  const askInOrder = async (wanted: readonly NamedSecret[]): Promise<void> => {
    let open = wanted.map(({ name, origin, place }) => ({
      name,
      unwritten: origin === 'generated' && place === undefined,
    }))
    for (const provider of order) {
      const answers = await ask(provider, open)
      for (const [name, answer] of answers) {
        const finding = toFinding(provider, answer)
        if (finding !== undefined) known.set(name, finding)
      }
      open = open.filter(({ name }) => !known.has(name))
    }
    for (const { name } of open) known.set(name, undefined)
  }

  return {
    order,
    async find(wanted) {
      const fresh = wanted.filter((secret) => !known.has(keyOf(secret)))
      await Promise.all([
        askThere(fresh.filter((secret): secret is PlacedSecret => secret.from !== undefined)),
        askInOrder(fresh.filter(({ from }) => from === undefined)),
      ])
      return new Map(
        wanted.flatMap((secret) => {
          const finding = known.get(keyOf(secret))
          return finding === undefined ? [] : [[secret.name, finding]]
        }),
      )
    },
    reachTarget(read) {
      readTarget = read
    },
    async close() {
      await Promise.all([...opened.values()].map(async (provider) => provider.close?.()))
    },
  }
}

type PlacedSecret = NamedSecret & { readonly from: SecretReference }

function openProvider(
  providers: readonly SecretProvider[],
  name: SecretProviderName,
  context: SecretContext,
): OpenSecretProvider {
  const kind = providers.find((provider) => provider.name === name)
  if (kind === undefined) throw new Error(`the registry has no secret provider ${name}`)
  return kind.open(context)
}

/** The same name may be asked for at a place and without one: for the authority's pair. */
function keyOf({ name, from }: NamedSecret): string {
  return from === undefined ? name : `${name} from ${showReference(from)}`
}

/** An empty value is none: CI systems pass a secret that does not exist as an empty text. */
function toFinding(provider: SecretProviderName, answer: SecretAnswer): SecretFinding | undefined {
  if (answer.kind === 'failed') return { problem: answer.problem }
  if (answer.kind === 'unread')
    return { unread: answer.why, reference: answer.reference, provenance: { provider, where: answer.where } }
  if (answer.kind === 'absent' || answer.value.matches(/^$/)) return undefined
  const { value, where, version, reference } = answer
  return {
    value,
    ...(reference === undefined ? {} : { reference }),
    provenance: {
      provider,
      ...(where === undefined ? {} : { where }),
      ...(version === undefined ? {} : { version }),
    },
  }
}

function notThere(name: string, from: SecretReference): Problem {
  return {
    severity: 'error',
    code: 'SECRET_MISSING',
    message: `secret ${name} is not at ${showReference(from)}, or empty there`,
    hint: 'Put it there, or correct `from` in ci_cd.vault_secrets',
  }
}
