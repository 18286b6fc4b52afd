import { describe, expect, test } from 'vitest'
import { assembleReport, reportComponent } from '../../src/commands/assemble-report.ts'
import { reportCertificate } from '../../src/commands/report-certificates.ts'
import type { CertificateState } from '../../src/model/certificate.ts'
import type { LiveComponent, Release } from '../../src/model/live.ts'
import type { Code, Problem } from '../../src/model/problem.ts'
import type { Report } from '../../src/model/report.ts'
import { Secret } from '../../src/model/secret.ts'
import { component, gateway, release, running, state } from '../targets/values.ts'
import { draft, idleConnection, session } from './draft-values.ts'

const now = new Date('2026-11-23T08:00:00.000Z')
const problem = (code: Code): Problem => ({ severity: 'error', code, message: code })
const connection = (...found: readonly LiveComponent[]) => ({
  ...idleConnection,
  components: () => Promise.resolve(found),
})

type Extra = Partial<Omit<Parameters<typeof assembleReport>[1], 'connection'>>
const assemble = (status: Report['status'], extra: Extra = {}, ...found: readonly LiveComponent[]) =>
  assembleReport(session(now).session, { draft: draft(), connection: connection(...found), status, ...extra })

test.each<[Report['status'], readonly Code[], number]>([
  ['succeeded', [], 0],
  ['succeeded', ['VERIFY_FAILED'], 0],
  ['unchanged', [], 0],
  ['pending', [], 0],
  ['failed', [], 1],
  ['failed', ['COMPONENT_FAILED'], 1],
  ['failed', ['VERIFY_FAILED'], 1],
  ['unhealthy', ['VERIFY_FAILED'], 4],
  ['unhealthy', ['VERIFY_INCONCLUSIVE'], 4],
  ['unhealthy', ['COMPONENT_FAILED', 'ROLL_BACK_INCOMPLETE'], 4],
  ['unhealthy', ['COMPONENT_FAILED'], 4],
])('%s with %j ends with %i', async (status, found, exitCode) => {
  const report = await assemble(status, { problems: found.map(problem) })
  expect([report.status, report.exitCode]).toEqual([status, exitCode])
  expect(report.problems.map(({ code }) => code)).toEqual(found)
})

describe('what to do next', () => {
  test.each<[Report['status'], string]>([
    ['pending', '1 created (OPA), 1 unchanged; to do it: mcp-deploy deploy stack.yaml -e prod'],
    ['failed', 'mcp-deploy logs stack.yaml -e prod'],
    ['unhealthy', 'mcp-deploy logs stack.yaml -e prod'],
  ])('%s', async (status, next) => {
    expect((await assemble(status)).next).toBe(next)
  })

  test('a deploy that was rolled back says so, and what to type', async () => {
    const undone: Release = { ...release(3, []), status: 'rolled-back' }
    expect((await assemble('failed', { release: undone })).next).toMatch(/^The release before is live again\..*deploy/)
    expect((await assemble('failed')).next).toMatch(/logs/)
  })

  test('a stack that works says where it is, or how to reach it inside a cluster', async () => {
    expect((await assemble('succeeded')).next).toBe('The gateway is at http://127.0.0.1:4444')
    const { gatewayUrl: _url, ...inside } = draft().plan
    expect((await assemble('succeeded', { draft: draft({ plan: inside }) })).next).toMatch(
      /^The gateway is at http:\/\/mcpgateway\.\S+\.svc:4444 in the cluster; .*kubectl .* port-forward service\/mcpgateway 4444:4444$/,
    )
  })
})

test('a stack, its images and its components as they are', async () => {
  const report = await assemble('succeeded', { seconds: { mcpgateway: 3.14 } }, running(gateway()))
  expect(report.stack).toEqual({
    name: 'demo',
    target: 'compose',
    where: 'Docker 28.2',
    gatewayUrl: 'http://127.0.0.1:4444',
  })
  expect(report.images.map(({ component: name, reference }) => [name, reference])).toEqual([
    ['gateway', 'sha256:g'],
    ['OPA', 'known after build'],
  ])
  expect(report.components.map(({ name, readiness, message, seconds }) => [name, readiness, message, seconds])).toEqual(
    [
      ['gateway', 'ready', 'healthy', 3.1],
      ['OPA', 'stopped', 'not running', undefined],
    ],
  )
})

test('the release is the one that was made, else the live one, never a failed one', async () => {
  const history = state(release(3, []), { ...release(4, []), status: 'failed' })
  const made = draft({}, {}, history)
  expect((await assemble('unchanged', { draft: made })).release).toEqual({ revision: 3, summary: 'first' })
  expect((await assemble('succeeded', { draft: made, release: release(5, []) })).release?.revision).toBe(5)
  expect((await assemble('pending')).release).toBeUndefined()
})

test('warnings of the plan and the draft come before what went wrong', async () => {
  const warning: Problem = { severity: 'warning', code: 'CONFIG_WARNING', message: 'short' }
  const report = await assemble('failed', {
    draft: draft({ problems: [warning] }),
    problems: [problem('COMPONENT_FAILED')],
  })
  expect(report.problems.map(({ code }) => code)).toEqual(['CONFIG_WARNING', 'COMPONENT_FAILED'])
})

test('days left are whole days, below zero after the end', () => {
  const request: CertificateState['request'] = {
    component: 'OPA',
    kind: 'server',
    commonName: 'opa',
    dnsNames: ['opa'],
    keyAlgorithm: 'ecdsa-p256',
    validityDays: 90,
    renewBeforeDays: 30,
  }
  const until = (notAfter: string): CertificateState => ({
    request,
    how: 'kept',
    certificate: {
      component: 'OPA',
      kind: 'server',
      chainPem: '',
      keyPem: new Secret('key', 'private'),
      trustBundlePem: '',
      fingerprint: 'ab',
      issuer: 'CN=CA',
      dnsNames: ['opa'],
      notBefore: '2026-01-01T00:00:00Z',
      notAfter,
    },
  })
  expect(reportCertificate(until('2026-11-25T07:59:59Z'), now).daysLeft).toBe(1)
  expect(reportCertificate(until('2026-11-23T07:00:00Z'), now).daysLeft).toBe(-1)
  expect(reportCertificate({ request, how: 'pending', reason: 'missing' }, now)).toEqual({
    component: 'OPA',
    kind: 'server',
    how: 'pending',
    reason: 'missing',
  })
})

test('a component that does not run is told so', () => {
  const { name, service, tag } = component('OPA')
  expect(reportComponent(name, service, tag, [])).toEqual({
    name: 'OPA',
    service: 'opa',
    image: 'OPA:1',
    readiness: 'stopped',
    message: 'not running',
    containers: [],
  })
})
