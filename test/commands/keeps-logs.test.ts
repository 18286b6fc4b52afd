import { expect, test } from 'vitest'
import { keepsLogs } from '../../src/commands/keeps-logs.ts'
import { parseWords } from '../../src/commands/parse.ts'
import { type CommandName, commands } from '../../src/commands/table.ts'

const keeps = (line: string) => keepsLogs(parseWords(line.split(' ')))

test('whatever deploys keeps logs, a dry run of it none', () => {
  for (const line of ['deploy', 'rollback', 'destroy', 'certs rotate', 'certs rotate --ca', 'certs', 'build'])
    expect(keeps(line), line).toBe(true)
  for (const line of ['deploy --dry-run', 'certs rotate --ca --dry-run', 'plan', 'generate', 'certs check'])
    expect(keeps(line), line).toBe(false)
})

test('every command with a dry run has something to keep without it', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the type
  const dry = (Object.keys(commands) as CommandName[]).filter((name) => 'dryRun' in commands[name].options)
  expect(dry.filter(keeps)).toEqual(dry)
  expect(dry).toContain('certs rotate')
})
