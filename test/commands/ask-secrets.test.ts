import { expect, test } from 'vitest'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { askSecrets, pairSources, resolveAll } from '../../src/commands/ask-secrets.ts'
import { StackError } from '../../src/errors.ts'
import type { CertificatesConfig, SecretDeclaration } from '../../src/model/stack.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { fileProvider } from '../../src/secrets/file-provider.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { sourceOf } from '../support/secret-source.ts'
import { live, state } from '../targets/values.ts'
import { session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const place = (line: number) => ({ file: 'mcp-stack.yaml', line, column: 5 })
const from = { provider: 'file', at: '/not/there' } as const
const apiKey: SecretDeclaration = { name: 'API_KEY', to: ['OPA'], from, place: place(3) }
const options = { dryRun: false, skipCertificates: false, caFromEnv: false, externalPki: false }

function world(
  certificates: Partial<CertificatesConfig>,
  environment: Record<string, string> = {},
  secrets: readonly SecretDeclaration[] = [],
) {
  const config = stackConfig({ plugins: [pluginConfig('OPA')], secrets })
  const plan = planStack({ ...config, certificates: { ...config.certificates, ...certificates } })
  const { session: own } = session(now)
  const io = { ...own.io, environment }
  const secretSource = sourceOf(io, [environmentProvider, fileProvider], { providers: ['environment'] })
  return { plan, session: { ...own, io, secretSource } }
}

async function refused(work: Promise<unknown>): Promise<StackError> {
  const error: unknown = await work.then(() => undefined).catch((cause: unknown) => cause)
  if (!(error instanceof StackError)) throw new Error(`expected a StackError, got ${String(error)}`)
  return error
}

test('what is wrong with the pair of the CA is told with the other secrets, at its line', async () => {
  const caSecret = { certificate: from, key: from, places: { certificate: place(7), key: place(8) } }
  const { plan, session: own } = world({ authority: 'env', caSecret }, {}, [apiKey])
  const error = await refused(askSecrets(own, plan, live(state()), options))
  expect(error.problems.map(({ message, place: at }) => [message.split(' is ')[0], at?.line])).toEqual([
    ['secret API_KEY', 3],
    ['secret CA_CERT', 7],
    ['secret CA_KEY', 8],
  ])
  expect(error.message).toBe('3 secrets cannot be used')
})

test('an order without the pair, or half of it, is told with the others too', async () => {
  const ordered = { ...options, caFromEnv: true }
  for (const environment of [{}, { CA_CERT: 'x' }]) {
    const { plan, session: own } = world({}, environment, [apiKey])
    const { problems } = await refused(askSecrets(own, plan, live(state()), ordered))
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('API_KEY'),
      expect.stringContaining('CA_KEY'),
    ])
  }
})

test('a pair that cannot sign is refused before a build', async () => {
  const [{ certificatePem }, { keyPem }] = await Promise.all([issueCa(now), issueCa(now)])
  const { plan, session: own } = world({ authority: 'env' }, { CA_CERT: certificatePem, CA_KEY: keyPem.reveal() })
  const { code, message } = await refused(askSecrets(own, plan, live(state()), options))
  expect([code, message]).toEqual(['AUTHORITY_FAILED', expect.stringContaining('does not belong to the certificate')])
})

test('a pair that is nowhere is refused before a build where something has to be signed, and only there', async () => {
  const { plan, session: own } = world({ authority: 'env' })
  const ask = (changes: Partial<typeof options>) => askSecrets(own, plan, live(state()), { ...options, ...changes })
  expect((await refused(ask({}))).code).toBe('AUTHORITY_FAILED')
  await ask({ dryRun: true })
  await ask({ skipCertificates: true })
  const local = world({})
  await askSecrets(local.session, local.plan, live(state()), options)
})

test('where the pair came from is in the report, and its key is hidden from then on', async () => {
  const { certificatePem, keyPem } = await issueCa(now)
  const base64 = Buffer.from(keyPem.reveal()).toString('base64')
  const { plan, session: own } = world({ authority: 'env' }, { CA_CERT: certificatePem, CA_KEY: base64 })
  await askSecrets(own, plan, live(state()), options)
  const line = keyPem.reveal().split('\n')[1] ?? ''
  expect(own.io.redactor.redact(`${line} ${base64}`)).not.toMatch(
    new RegExp(`${line.slice(0, 20)}|${base64.slice(0, 20)}`),
  )
  const { provenance } = await resolveAll(own, plan, { generated: {}, hashKey: undefined, dry: true }, {})
  const pair = { CA_CERT: { provider: 'environment' }, CA_KEY: { provider: 'environment' } }
  expect(provenance).toMatchObject(pair)
  expect(await pairSources(own, plan, {})).toEqual(pair)
  expect(await pairSources(own, plan, { externalPki: true })).toEqual({})
})
