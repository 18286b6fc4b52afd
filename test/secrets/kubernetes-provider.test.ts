import { describe, expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import { isPending } from '../../src/model/pending.ts'
import type { SecretRequest } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import type { ReadTargetSecret, Secrets } from '../../src/model/secrets.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { kubernetesProvider } from '../../src/secrets/kubernetes-provider.ts'
import { showProvenance } from '../../src/secrets/reference.ts'
import { resolveSecrets } from '../../src/secrets/resolve.ts'
import { sourceOf } from '../support/secret-source.ts'
import { declared, edge, generated, text } from './fixtures.ts'

const hashKey = new Secret('hash key', 'the key of the keyed hashes')

/** A cluster with one Secret, and how often it was read. */
function cluster(keys: Readonly<Record<string, string | undefined>>) {
  const reads: string[] = []
  const values = new Map(
    Object.entries(keys).map(([key, value]) => [key, value === undefined ? undefined : new Secret(key, value)]),
  )
  const read: ReadTargetSecret = async (name) => {
    reads.push(name)
    if (name === 'hidden') return { kind: 'forbidden', reason: 'secrets "hidden" is forbidden' }
    return name === 'mcp-secrets' ? { kind: 'found', values, resourceVersion: '41' } : { kind: 'absent' }
  }
  return { read, reads }
}

function resolve(
  requests: readonly SecretRequest[],
  read: ReadTargetSecret | undefined,
  secret: string | undefined = 'mcp-secrets',
  environment: Record<string, string> = {},
): Promise<Secrets> {
  const io = edge(environment)
  const source = sourceOf(io, [environmentProvider, kubernetesProvider], {
    kubernetes: secret === undefined ? {} : { secret },
  })
  source.reachTarget(read)
  return resolveSecrets(requests, { source, generated: {}, hashKey, dry: true }, io)
}

const at = (name: string, place: string, changes: Partial<SecretRequest> = {}) =>
  declared(name, { from: { provider: 'kubernetes', at: place }, ...changes })
const shown = ({ provenance }: Secrets, name: string) => showProvenance(provenance[name] ?? { provider: 'not asked' })

describe('a Secret in the namespace', () => {
  test('is referred to; the environment comes first, and one Secret is read once', async () => {
    const { read, reads } = cluster({ B: 'value-of-b', jwt: 'value-of-the-key' })
    const secrets = await resolve([declared('A'), declared('B'), at('C', 'mcp-secrets#jwt')], read, undefined, {
      A: 'value-of-a',
      B: 'of the environment',
    })
    expect(secrets.reference(text({ ref: 'A' }))).toBeUndefined()
    expect(secrets.reference(text({ ref: 'C' }))).toEqual({ secret: 'mcp-secrets', key: 'jwt' })
    expect(secrets.reference(text('x', { ref: 'C' }))).toBeUndefined()
    expect(shown(secrets, 'C')).toBe('kubernetes:mcp-secrets#jwt version 41')

    const named = await resolve([declared('B'), generated('JWT')], read)
    expect(named.reference(text({ ref: 'B' }))).toEqual({ secret: 'mcp-secrets', key: 'B' })
    expect(named.reference(text({ ref: 'JWT' }))).toBeUndefined()
    expect(reads).toEqual(['mcp-secrets', 'mcp-secrets'])
  })

  test('a change of the value is another digest, and the digest says nothing of it', async () => {
    const digest = async (value: string) => {
      const secrets = await resolve([at('C', 'mcp-secrets#k')], cluster({ k: value }).read)
      return secrets.digest(text({ ref: 'C' }), 'x')
    }
    expect(await digest('first-value')).toMatch(/^[0-9a-f]{16}$/)
    expect(await digest('first-value')).toBe(await digest('first-value'))
    expect(await digest('other-value')).not.toBe(await digest('first-value'))
  })

  test('what is missing is told all at once, with the keys that are there', async () => {
    const { read } = cluster({ jwt: 'value-of-jwt', blob: undefined })
    const requests = [
      at('A', 'mcp-secrets#jwd'),
      at('B', 'gone#b'),
      at('C', 'mcp-secrets#blob'),
      at('D', 'mcp-secrets#jwt', { copiedTo: ['gateway.DATABASE_URL'] }),
    ]
    const error = await resolve(requests, read).catch((cause: unknown) => cause)
    if (!(error instanceof StackError)) throw new Error('expected a StackError')
    const messages = error.problems.map(({ message }) => message)
    expect(messages).toEqual([
      'secret A: the Secret mcp-secrets has no key jwd; it has blob, jwt',
      'secret B: there is no Secret gone in the namespace, which kubernetes:gone#b needs',
      'secret C: kubernetes:mcp-secrets#blob is no UTF-8 text, which no environment variable can carry',
      'secret D is kubernetes:mcp-secrets#jwt, which pods refer to and nobody copies; but gateway.DATABASE_URL would need a copy of it',
    ])
    expect(JSON.stringify(error.problems)).not.toContain('value-of-jwt')
  })

  test('that may not be read is referred to all the same, with one warning', async () => {
    const { read } = cluster({})
    const secrets = await resolve([at('A', 'hidden#a'), at('B', 'hidden#b')], read)
    expect(secrets.reference(text({ ref: 'A' }))).toEqual({ secret: 'hidden', key: 'a' })
    expect(isPending(secrets.digest(text({ ref: 'A' }), 'x'))).toBe(true)
    expect(secrets.problems).toMatchObject([{ severity: 'warning', code: 'SECRET_FORBIDDEN' }])
  })

  test('needs no cluster to be referred to; what we can make ourselves is then not looked for in it', async () => {
    const secrets = await resolve([at('A', 'mcp-secrets#a'), declared('B'), generated('JWT')], undefined)
    expect(secrets.reference(text({ ref: 'A' }))).toEqual({ secret: 'mcp-secrets', key: 'a' })
    expect(secrets.reference(text({ ref: 'B' }))).toEqual({ secret: 'mcp-secrets', key: 'B' })
    expect(shown(secrets, 'JWT')).toBe('generated')
    expect(secrets.problems).toMatchObject([{ code: 'SECRET_UNREACHABLE' }])
  })
})
