import { expect, test } from 'vitest'
import { pipelineCommands } from '../../src/commands/inputs.ts'
import { parseWords } from '../../src/commands/parse.ts'
import { refuseUntrusted } from '../../src/commands/trust.ts'

const facts = (trusted: boolean) => ({ host: 'github', actor: 'ada', trusted })
const judge =
  (line: string, trusted = false) =>
  () =>
    refuseUntrusted(facts(trusted), parseWords(line.split(' ')))

test.each(pipelineCommands)('%s of a run that is trusted', (command) => {
  expect(judge(command, true)).not.toThrow()
})

test.each(['validate', 'config', 'plan', 'generate', 'rbac', 'doctor', 'deploy --dry-run'])(
  '%s from outside',
  (line) => {
    expect(judge(line)).not.toThrow()
  },
)

// Everything that changes, builds, or shows what runs.
const refused = [
  'deploy',
  'build',
  'certs',
  'certs check',
  'verify',
  'status',
  'history',
  'rollback',
  'logs',
  'destroy',
]

test.each(refused)('%s from outside is refused, unless it is told', (command) => {
  expect(judge(command)).toThrow(
    expect.objectContaining({ code: 'UNTRUSTED', exitCode: 2, hint: expect.stringContaining('allow-untrusted') }),
  )
  expect(judge(`${command} --allow-untrusted`)).not.toThrow()
})

test('every command of a pipeline is judged', () => {
  expect([...refused, 'validate', 'config', 'plan', 'generate', 'rbac', 'doctor'].toSorted()).toEqual(
    pipelineCommands.toSorted(),
  )
})
