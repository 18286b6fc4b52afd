import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf } from '../support/engine.ts'
import { root } from '../support/machine.ts'
import { openSmallStack, type SmallStack } from '../support/small-stack.ts'
import { reportOf, runTool } from '../support/tool.ts'

// On a real engine: what leaks a secret is a template, a command and a wrapper of the user's own, none of which the redactor sees.

let stack: SmallStack
beforeAll(async () => {
  stack = await openSmallStack('self-scan')
})
afterAll(() => stack.close())

const run = (command: string, flags: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  runTool([command, 'mcp-stack.yaml', '--json', ...flags], { cwd: stack.folder, env: { ...stack.env, ...env } })
const at = (path: string) => join(stack.folder, path)
const leaksOf = (report: ReturnType<typeof reportOf>) =>
  report.problems.filter(({ code }) => code === 'SECRET_LEAKED').map(({ message }) => message)

/** Every file beside the stack's own that holds the value or its base64. */
function leakingFiles(): readonly string[] {
  const value = stack.env['API_KEY'] ?? ''
  const forms = [value, Buffer.from(value).toString('base64').slice(0, -3)]
  const files = readdirSync(stack.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map(({ name, parentPath }) => join(parentPath, name))
    .filter((file) => forms.some((form) => readFileSync(file, 'latin1').includes(form)))
}

test('a template that holds the base64 of a secret is refused by plan, deploy and generate before anything is written', async () => {
  const base64 = Buffer.from(stack.env['API_KEY'] ?? '').toString('base64')
  mkdirSync(at('templates'))
  const own = at('templates/compose.yaml.hbs')
  copyFileSync(join(root, 'templates/compose/compose.yaml.hbs'), own)
  writeFileSync(own, `${readFileSync(own, 'utf8')}\nx-key: ${base64}\n`)
  const flags = ['--set', 'templates_dir=templates']
  const message = 'the value of API_KEY would stand in compose.yaml in plain text or base64'
  for (const command of ['plan', 'deploy']) {
    const refused = await run(command, flags)
    expect([refused.exitCode, leaksOf(reportOf(refused))]).toEqual([1, [message]])
  }
  expect(containersOf(stack.project)).toEqual({})

  const generated = await run('generate', [...flags, '-o', 'out'])
  expect([generated.exitCode, leaksOf(reportOf(generated))]).toEqual([1, [message]])
  expect(existsSync(at('out'))).toBe(false)
  // The template is the user's: nobody but its owner takes the value out of it.
  expect(leakingFiles()).toEqual([own])
  writeFileSync(own, '')
})

test('a command before the deploy that writes a secret into deploy/: nothing is deployed', async () => {
  const command = '["sh", "-c", "mkdir -p deploy && printenv API_KEY | base64 > deploy/backup.txt"]'
  const refused = await run('deploy', ['--set', `ci_cd.deploy.before=${command}`])
  const report = reportOf(refused)
  expect([refused.exitCode, report.status, leaksOf(report)]).toEqual([
    1,
    'failed',
    ['nothing was deployed; leaked in deploy/backup.txt, removed, rotate API_KEY'],
  ])
  expect(leakingFiles()).toEqual([])
  expect(containersOf(stack.project)).toEqual({})
  expect(refused.stdout + refused.stderr).not.toContain(stack.env['API_KEY'])
})

test('a wrapper around docker that writes down its environment: deployed, removed, exit 4; the next deploy is clean', async () => {
  mkdirSync(at('bin'))
  const wrapper = `#!/bin/sh
PATH=\${PATH#*:}
case " $* " in *" up "*) printenv | grep ^MCPS_ >> '${at('deploy/logs/wrapper.log')}' ;; esac
exec docker "$@"
`
  writeFileSync(at('bin/docker'), wrapper, { mode: 0o755 })
  const first = await run('deploy', [], { PATH: `${at('bin')}:${process.env['PATH']}` })
  const report = reportOf(first)
  expect([first.exitCode, report.exitCode, report.status]).toEqual([4, 4, 'unhealthy'])
  expect(leaksOf(report)).toEqual([
    expect.stringMatching(/^deployed; leaked in deploy\/logs\/wrapper\.log, removed, rotate .*API_KEY/),
  ])
  expect(report.next).toMatch(/^Rotate .*API_KEY.*, then: mcp-deploy deploy$/)
  expect(existsSync(at('deploy/logs/wrapper.log'))).toBe(false)
  expect(leakingFiles()).toEqual([])
  expect(containersOf(stack.project)['mcpgateway']?.env).toContain(`API_KEY=${stack.env['API_KEY']}`)

  const second = await run('deploy', ['--verbose'])
  expect([second.exitCode, reportOf(second).status, leaksOf(reportOf(second))]).toEqual([0, 'unchanged', []])
  expect(reportOf(second).secrets).toMatchObject({ API_KEY: 'environment', JWT_SECRET_KEY: 'state' })
  expect(second.stderr).toMatch(/secret API_KEY +environment\n/)
})
