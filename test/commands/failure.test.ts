import { describe, expect, test } from 'vitest'
import { failureReport, toStackError } from '../../src/commands/failure.ts'
import { parseWords } from '../../src/commands/parse.ts'
import { sameCommand } from '../../src/commands/same-stack.ts'
import { StackError } from '../../src/errors.ts'
import { type Code, codes } from '../../src/model/problem.ts'

const run = {
  facts: { host: 'terminal', actor: 'ada', trusted: true },
  startedAt: new Date('2026-11-23T08:00:00.000Z'),
  command: 'deploy',
  arguments: '',
  timings: new Map([['build', 21.46]]),
}
const failed = (code: Code) => new StackError({ code, message: 'it broke' })
const nextOf = (code: Code, changes: Partial<typeof run> & { readonly again?: string } = {}) =>
  failureReport(failed(code), { ...run, ...changes }).next

describe('what was thrown', () => {
  test('is kept when it is meant for the user', () => {
    const error = failed('BUILD_FAILED')
    expect(toStackError(error)).toBe(error)
  })

  test.each([new TypeError('x is not a function'), 'a text', undefined, null, 7, { some: 'object' }])(
    'is a bug of ours otherwise, without a stack: %s',
    (thrown) => {
      const error = toStackError(thrown)
      expect([error.code, error.exitCode]).toEqual(['BUG', 1])
      expect(error.message).toMatch(/^this is a bug in mcp-deploy \d+\.\d+\.\d+: \S/)
      expect(error.message.split('\n')).toHaveLength(1)
      expect(error.message).not.toMatch(/ {4}at |node_modules|\(\//)
      expect(error.hint).toContain('/issues/new')
      expect(error.cause).toBe(thrown)
    },
  )

  test('says in which file of ours, and no folder of this machine', () => {
    const { message } = toStackError(new RangeError('too big'))
    expect(message).toMatch(/: RangeError: too big \(at failure\.test\.ts:\d+:\d+\)$/)
  })
})

test('the report of a failure', () => {
  const report = failureReport(failed('BUILD_FAILED'), run)
  expect(report).toMatchObject({
    command: 'deploy',
    status: 'failed',
    exitCode: 1,
    run: { host: 'terminal', actor: 'ada', startedAt: '2026-11-23T08:00:00.000Z' },
    problems: [{ severity: 'error', code: 'BUILD_FAILED', message: 'it broke' }],
    timings: { build: 21.5 },
  })
})

test('what to type next keeps the words that the command was given', () => {
  const given = { ...run, command: 'certs import', again: "certs import 'my answers'" }
  expect(nextOf('CERTIFICATE_INVALID', given)).toBe("mcp-deploy certs import 'my answers' --verbose")
  expect(sameCommand(parseWords(['certs', 'import', 'my answers']))).toBe("certs import 'my answers'")
  const rotate = (...words: string[]) => sameCommand(parseWords(['certs', 'rotate', ...words]))
  expect(rotate('--ca', '--ca-from-env', '--timeout', '9')).toBe('certs rotate --ca-from-env --ca')
  expect(rotate('--plugin', 'OPA', '--plugin', 'gateway')).toBe('certs rotate --plugin OPA --plugin gateway')
  expect(sameCommand(parseWords(['deploy']))).toBe('deploy')
})

test('every code has its exit code in the report', () => {
  for (const [code, exitCode] of Object.entries(codes) as [Code, number][]) {
    expect(failureReport(failed(code), run).exitCode, code).toBe(exitCode)
  }
})

test('all problems of one error are in the report', () => {
  const problems = ['one', 'two'].map((message) => ({ severity: 'error' as const, code: 'USAGE' as const, message }))
  const error = new StackError({ code: 'CONFIG_INVALID', message: '2 problems', problems })
  expect(failureReport(error, run).problems).toEqual(problems)
})

test('an error may know better than its code what to type next', () => {
  const error = new StackError({ code: 'NOT_SUPPORTED', message: 'it renews by itself', next: 'mcp-deploy deploy' })
  expect(failureReport(error, run).next).toBe('mcp-deploy deploy')
})

describe('the next command', () => {
  test.each<[Code, Partial<typeof run>, string]>([
    ['USAGE', {}, 'mcp-deploy help deploy'],
    ['USAGE', { command: 'help' }, 'mcp-deploy help'],
    ['CONFIG_INVALID', {}, 'mcp-deploy validate'],
    ['CONFIG_INVALID', { command: 'validate' }, 'Mend the file, then: mcp-deploy validate'],
    ['CONFIG_UNREADABLE', {}, 'mcp-deploy init'],
    ['PLAN_STALE', { arguments: ' -e prod' }, 'mcp-deploy plan -e prod -o plan.json'],
    ['SECRET_MISSING', { arguments: ' other.yaml' }, 'Mend that, then: mcp-deploy deploy other.yaml'],
    ['BUILD_FAILED', {}, 'mcp-deploy deploy --verbose'],
    ['BUILD_FAILED', { arguments: ' other.yaml' }, 'mcp-deploy deploy other.yaml --verbose'],
    ['MASS_DELETE', { arguments: ' -e prod' }, 'mcp-deploy plan -e prod'],
    ['RIGHTS_MISSING', {}, 'mcp-deploy rbac'],
    ['ROLL_BACK_REFUSED', { command: 'rollback' }, 'mcp-deploy history'],
    ['BUG', { command: 'plan' }, 'mcp-deploy plan --verbose'],
    ['INTERRUPTED', {}, 'mcp-deploy deploy'],
    ['TERMINATED', { arguments: ' other.yaml' }, 'mcp-deploy deploy other.yaml'],
  ])('%s %j', (code, changes, expected) => {
    expect(nextOf(code, changes)).toBe(expected)
  })
})
