import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import type { GatewayShell } from '../../src/model/verification.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import type { DialAnswer } from '../../src/verify/answers.ts'
import { lookAtCertificates } from '../../src/verify/look-at-certificates.ts'
import { answerMark } from '../../src/verify/probe-program.ts'
import { joinSeen, readSeen } from '../../src/verify/seen-certificates.ts'
import { session } from '../commands/draft-values.ts'
import { issueTestCertificates } from '../integration/verify-world.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'

const certificates = await issueTestCertificates()
const server = new X509Certificate(certificates.server.chainPem)
const base64 = server.raw.toString('base64')
const fingerprint = server.fingerprint256.replaceAll(':', '').toLowerCase()
const dial: DialAnswer = { component: 'OPA', to: '10.0.0.1', with: 'look', seen: 'response', milliseconds: 1 }

test('a certificate is told by its fingerprint, its issuer and its end', () => {
  const [client, plugin, ...none] = readSeen(
    'gw-1',
    {
      client: base64,
      dials: [
        { ...dial, certificate: base64 },
        { ...dial, with: 'none', certificate: base64 },
      ],
    },
    'gateway',
  )
  const facts = { fingerprint, issuer: expect.stringMatching(/^CN=/), notAfter: new Date(server.validTo).toISOString() }
  expect(client).toEqual({ component: 'gateway', kind: 'client', at: 'gw-1', ...facts })
  expect(plugin).toEqual({ component: 'OPA', kind: 'server', at: '10.0.0.1', ...facts })
  expect(none).toEqual([])
})

test('what was not seen has a reason', () => {
  const dials: readonly DialAnswer[] = [
    { ...dial, seen: 'unreachable', detail: 'ConnectionRefusedError' },
    { ...dial, certificate: 'bm8=' },
  ]
  const messages = readSeen('gw-1', { client: '', dials }, 'gateway').map(({ message }) => message)
  expect(messages).toEqual([
    'no certificate in PLUGINS_CLIENT_MTLS_CERTFILE',
    'unreachable: ConnectionRefusedError',
    'it is no certificate that can be read',
  ])
})

test('two gateways that see the same place tell it once; two certificates at one place are two', () => {
  const at = { component: 'OPA', kind: 'server', at: '10.0.0.1' } as const
  const [one, other] = [
    { ...at, fingerprint: 'aa' },
    { ...at, fingerprint: 'bb' },
  ]
  const failed = { ...at, message: 'timeout' }
  expect(joinSeen([failed, one, one, other])).toEqual([one, other])
  expect(joinSeen([failed, failed, { ...one, at: '10.0.0.2' }])).toEqual([failed, { ...one, at: '10.0.0.2' }])
})

const plan = planStack(stackConfig({ plugins: [pluginConfig('OPA'), pluginConfig('Pii')] }))
const endpoint = { component: 'OPA', address: '10.0.0.1', port: 8000, serverName: 'opa' }
const shell = (name: string, answer: () => string): GatewayShell => ({
  name,
  python: () => Promise.resolve({ exitCode: 0, stdout: `${answerMark}${answer()}\n`, stderr: '' }),
})
const sees = () => JSON.stringify({ client: base64, dials: [{ ...dial, certificate: base64 }] })
const look = async (...shells: readonly GatewayShell[]) => {
  const seen = await lookAtCertificates({ plan, shells, endpoints: [endpoint] }, session(new Date()).session.io)
  return seen.map(({ component, at, message, fingerprint: found }) => [component, at, found?.slice(0, 4) ?? message])
}
const short = fingerprint.slice(0, 4)

test('a gateway that cannot be entered is told; the other one saw the plugins', async () => {
  const forbidden = shell('gw-2', () => {
    throw new StackError({ code: 'COMMAND_FAILED', message: 'not allowed', hint: '' })
  })
  expect(await look(shell('gw-1', sees), forbidden)).toEqual([
    ['gateway', 'gw-1', short],
    ['OPA', '10.0.0.1', short],
    ['gateway', 'gw-2', 'not allowed'],
    ['Pii', 'pii', 'has no running container'],
  ])
  expect((await look(forbidden)).map(([name, , message]) => [name, message])).toEqual([
    ['gateway', 'not allowed'],
    ['OPA', 'not allowed'],
    ['Pii', 'not allowed'],
  ])
})

test('without a gateway nobody can look', async () => {
  expect((await look()).map(([, , message]) => message)).toEqual(
    Array.from({ length: 3 }, () => 'no gateway runs that could look'),
  )
})
