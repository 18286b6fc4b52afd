import { expect, test } from 'vitest'
import type { Probe } from '../../src/model/verification.ts'
import type { Answers, DialAnswer } from '../../src/verify/answers.ts'
import { parseAnswers } from '../../src/verify/answers.ts'
import { judgeAnswers } from '../../src/verify/judge.ts'
import { concludeProbes, mergeProbes, outcomeOf, questionOf, type Round } from '../../src/verify/merge.ts'

const good: Answers = {
  ready: { seen: 'response', status: 200, type: 'application/json', milliseconds: 3 },
  plugins: {
    seen: 'response',
    status: 200,
    enabled: true,
    plugins: { OPA: 'enabled', PII: 'disabled' },
    milliseconds: 9,
  },
  dials: [],
}
const expected = { gateway: 'gateway', plugins: [{ name: 'OPA', off: false }] }
const judge = (changes: Partial<Answers>, plugins = expected.plugins) =>
  judgeAnswers('gw', { ...good, ...changes }, { ...expected, plugins })
const own: DialAnswer = { component: 'OPA', to: 'opa', with: 'own', seen: 'response', milliseconds: 1 }

test('what is in order passes', () => {
  expect(judge({}).map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['gateway-ready', 'passed'],
    ['plugin-enabled', 'passed'],
  ])
})

test.each([
  [503, 'failed', /database/],
  [429, 'inconclusive', /RATE_LIMITING_ENABLED/],
])('a gateway that answers %s is %s', (status, outcome, hint) => {
  expect(judge({ ready: { ...good.ready, status } })[0]).toMatchObject({ outcome, hint: expect.stringMatching(hint) })
})

test.each([
  [{ status: 404 }, /MCPGATEWAY_ADMIN_API_ENABLED/],
  [{ status: 401 }, /PLATFORM_ADMIN_EMAIL/],
  [{ status: 429 }, /RATE_LIMITING_ENABLED/],
  [{ status: 200, type: 'text/html' }, /ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP/],
  [{ seen: 'no-token' as const }, /JWT_ALGORITHM/],
])('no list of plugins (%o) proves nothing and names the cause', (answer, hint) => {
  const plugins = { seen: 'response' as const, milliseconds: 1, ...answer }
  expect(judge({ plugins })[1]).toMatchObject({ outcome: 'inconclusive', hint: expect.stringMatching(hint) })
})

test('a plugin that is not loaded, switched off or meant to be off', () => {
  const outcomes = judge({}, [
    { name: 'Missing', off: false },
    { name: 'PII', off: false },
    { name: 'PII', off: true },
    { name: 'OPA', off: true },
  ]).slice(1)
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'passed', 'failed'])
})

test.each([
  ['dropped', 'failed'],
  ['untrusted', 'failed'],
  ['unreachable', 'failed'],
  ['timeout', 'inconclusive'],
  ['error', 'inconclusive'],
] as const)('the own certificate, %s: %s', (seen, outcome) => {
  expect(judge({ dials: [{ ...own, seen }] })[1]).toMatchObject({ kind: 'handshake', outcome })
})

test.each([
  ['dropped', 'passed'],
  ['response', 'failed'],
  ['untrusted', 'inconclusive'],
  ['unreachable', 'inconclusive'],
  ['timeout', 'inconclusive'],
] as const)('a certificate that must be refused, %s: %s', (seen, outcome) => {
  const dials = (['none', 'foreign'] as const).map((certificate) => ({ ...own, seen, with: certificate }))
  expect(
    judge({ dials })
      .slice(1, 3)
      .map((probe) => [probe.kind, probe.outcome]),
  ).toEqual([
    ['refused-without-certificate', outcome],
    ['refused-foreign-certificate', outcome],
  ])
})

test('MCP that does not answer as MCP fails, 421 with its own hint', () => {
  const [, handshake, mcp] = judge({ dials: [{ ...own, tls: 'TLSv1.3', status: 421, mcp: 'refused' }] })
  expect(handshake).toMatchObject({ kind: 'handshake', outcome: 'passed' })
  expect(mcp).toMatchObject({ outcome: 'failed', hint: expect.stringContaining('PLUGINS_SERVER_HOST') })
})

const probe = (outcome: Probe['outcome'], component = 'OPA'): Probe => ({
  kind: 'handshake',
  from: 'gw',
  component,
  to: 'opa',
  outcome,
  message: '',
  milliseconds: 1,
})

const round = (...probes: Probe[]): Round => ({
  probes,
  questions: new Set([probe('passed', 'A'), probe('passed', 'B'), probe('passed')].map(questionOf)),
})
const conclude = (...outcomes: (Probe['outcome'] | undefined)[]) =>
  concludeProbes(
    outcomes.map((one) => (one === undefined ? round() : round(probe(one)))),
    3,
  )[0]?.outcome

test('failed is only what was asked and failed in every attempt', () => {
  expect(conclude('failed', 'failed', 'failed')).toBe('failed')
  expect(conclude('inconclusive', 'failed', 'failed')).toBe('inconclusive')
  expect(conclude('failed', 'failed', 'passed')).toBe('passed')
  expect(conclude(undefined, undefined, 'failed')).toBe('inconclusive')
  expect(conclude('failed', 'failed', undefined)).toBe('inconclusive')
})

test('what passed once is not asked again and stays passed', () => {
  const rounds = [round(probe('passed', 'A'), probe('failed', 'B')), round(probe('passed', 'B'))]
  expect(mergeProbes(rounds).map(({ component, outcome }) => [component, outcome])).toEqual([
    ['A', 'passed'],
    ['B', 'passed'],
  ])
})

test('the outcome is the worst; nothing asked is nothing proven', () => {
  expect(outcomeOf([probe('passed'), probe('inconclusive')])).toBe('inconclusive')
  expect(outcomeOf([probe('failed'), probe('inconclusive')])).toBe('failed')
  expect(outcomeOf([])).toBe('inconclusive')
})

test('an answer is found among what else was printed; half an answer is none', () => {
  expect(parseAnswers(`hello\nMCP-STACK-ANSWER ${JSON.stringify(good)}\n`)).toEqual(good)
  expect(parseAnswers('MCP-STACK-ANSWER {"ready":')).toBeUndefined()
  expect(parseAnswers('Traceback')).toBeUndefined()
})
