import { describe, expect, test } from 'vitest'
import { globalOptions } from '../../src/commands/global-options.ts'
import { renderHelp, usageOf } from '../../src/commands/help.ts'
import type { Option } from '../../src/commands/options.ts'
import { parseWords } from '../../src/commands/parse.ts'
import { aliases, type CommandName, commands } from '../../src/commands/table.ts'
import { StackError } from '../../src/errors.ts'
import { plainStyle } from '../../src/model/style.ts'

const parse = (line: string) => parseWords(line.split(' ').filter((word) => word !== ''))
const refusal = (line: string) => {
  try {
    parse(line)
  } catch (error) {
    if (error instanceof StackError)
      return { code: error.code, exit: error.exitCode, text: `${error.message} — ${error.hint}` }
    throw error
  }
  throw new Error(`${line} was accepted`)
}
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the type
const names = Object.keys(commands) as CommandName[]
const optionsOf = (name: CommandName) => Object.values<Option<unknown>>(commands[name].options)

describe('a command line', () => {
  test('without options has the defaults', () => {
    expect(parse('deploy')).toEqual({
      command: 'deploy',
      file: 'mcp-stack.yaml',
      options: {
        dryRun: false,
        plan: undefined,
        skipBuild: false,
        skipCertificates: false,
        caFromEnv: false,
        externalPki: false,
        frozen: false,
        forceConflicts: false,
        allowMassDelete: false,
        allowOlder: false,
        output: undefined,
        wait: true,
        verify: true,
        timeout: undefined,
      },
      global: {
        environment: undefined,
        set: [],
        context: undefined,
        allowUntrusted: false,
        requirePinned: false,
        verbose: false,
        json: false,
        color: true,
        dagger: true,
        help: false,
      },
    })
  })

  test('takes options before, between and after its words', () => {
    const invocation = parse(
      '--json -e staging deploy --set a=1 shop.yaml --no-wait --timeout 90 --set b=2 -v --no-dagger -o out',
    )
    expect(invocation).toMatchObject({
      command: 'deploy',
      file: 'shop.yaml',
      options: { wait: false, timeout: 90, output: 'out' },
      global: { json: true, environment: 'staging', set: ['a=1', 'b=2'], verbose: true, dagger: false, color: true },
    })
  })

  test.each([
    ['certs', 'certs', 'mcp-stack.yaml'],
    ['certs my.yaml', 'certs', 'my.yaml'],
    ['certs check', 'certs check', 'mcp-stack.yaml'],
    ['certs check my.yaml', 'certs check', 'my.yaml'],
    ['certs ./check', 'certs', './check'],
    ['up my.yaml', 'deploy', 'my.yaml'],
    ['down', 'destroy', 'mcp-stack.yaml'],
    ['roll-back', 'rollback', 'mcp-stack.yaml'],
    ['validate -- --odd-name', 'validate', '--odd-name'],
    ['--version', 'version', 'mcp-stack.yaml'],
    ['deploy -V', 'version', 'mcp-stack.yaml'],
    ['', 'help', 'mcp-stack.yaml'],
  ])('%s is %s of %s', (line, command, file) => {
    expect(parse(line)).toMatchObject({ command, file })
  })

  test.each([
    ['help', undefined],
    ['-h', undefined],
    ['--help', undefined],
    ['help deploy', 'deploy'],
    ['help certs check', 'certs check'],
    ['deploy --help', 'deploy'],
    ['certs check x.yaml -h', 'certs check'],
    ['help up', 'deploy'],
  ])('%s is help about %s', (line, topic) => {
    const invocation = parse(line)
    expect(invocation.command).toBe('help')
    expect(invocation.topic).toBe(topic)
  })

  test('the last of two wins, and --no- takes back', () => {
    expect(parse('deploy --wait --no-wait').options).toMatchObject({ wait: false })
    expect(parse('deploy --no-wait --wait').options).toMatchObject({ wait: true })
    expect(parse('deploy --dry-run --no-dry-run').options).toMatchObject({ dryRun: false })
    expect(parse('verify --timeout 1 --timeout=2').options).toMatchObject({ timeout: 2 })
    expect(parse('validate --no-environment -e x')).toMatchObject({
      options: { noEnvironment: true },
      global: { environment: 'x' },
    })
    expect(parse('build --no-cache --plugin A --plugin B').options).toMatchObject({
      noCache: true,
      cache: undefined,
      plugin: ['A', 'B'],
    })
    expect(parse('plan --output=- --set=--x=1')).toMatchObject({ options: { output: '-' }, global: { set: ['--x=1'] } })
  })
})

describe('a wrong command line is USAGE, exit 2, with what to do', () => {
  test.each([
    ['deplyo', 'there is no command "deplyo" — Did you mean deploy?'],
    ['xyzzy', 'there is no command "xyzzy" — All commands: mcp-deploy help'],
    ['constructor', 'there is no command "constructor"'],
    ['help nothing', 'there is no command "nothing"'],
    ['deploy --dryrun', 'deploy has no option --dryrun — Did you mean --dry-run?'],
    ['deploy --exit-code', 'deploy has no option --exit-code — plan has it'],
    ['deploy -x', 'deploy has no option -x'],
    ['validate --no-no-environment', 'validate has no option --no-no-environment'],
    [
      'deploy a.yaml b.yaml',
      'deploy does not know what to do with "b.yaml" — It takes one file: mcp-deploy deploy a.yaml',
    ],
    ['schema a.yaml', 'schema does not know what to do with "a.yaml" — It takes no argument'],
    ['verify --timeout soon', '--timeout is a whole number, not "soon" — Write --timeout SECONDS'],
    ['verify --timeout -5', '--timeout needs a value'],
    ['verify --timeout 1.5', '--timeout is a whole number, not "1.5"'],
    ['verify --timeout', '--timeout needs a value — Write --timeout SECONDS'],
    ['deploy --set --json', '--set needs a value — Write --set PATH=VALUE'],
    ['deploy --environment=', '--environment needs a value'],
    ['deploy --json=false', '--json takes no value — Write --json or --no-json'],
  ])('%s', (line, text) => {
    const { code, exit, text: found } = refusal(line)
    expect([code, exit]).toEqual(['USAGE', 2])
    expect(found).toContain(text)
  })
})

test('an option of a few words takes these', () => {
  expect(parse('generate --for gitops')).toMatchObject({ options: { for: 'gitops' } })
  expect(parse('rbac --for verify')).toMatchObject({ options: { for: 'verify', serviceAccount: undefined } })
  expect(refusal('generate --for gitop')).toMatchObject({
    code: 'USAGE',
    text: expect.stringContaining('Did you mean gitops?'),
  })
  expect(refusal('rbac --for all').text).toContain('Write --for deploy or plan or verify')
})

describe('the table', () => {
  test('means the same by a name and a letter in every command', () => {
    const all = [...Object.values<Option<unknown>>(globalOptions), ...names.flatMap(optionsOf)]
    for (const option of all) {
      for (const other of all.filter((entry) => entry.name === option.name)) {
        expect([other.kind, other.short, other.default]).toEqual([option.kind, option.short, option.default])
      }
      const sameLetter = all.filter((entry) => entry.short !== undefined && entry.short === option.short)
      expect(new Set(sameLetter.map((entry) => entry.name)).size).toBeLessThanOrEqual(1)
    }
  })

  test('has examples that parse, and aliases of commands', () => {
    for (const name of names) {
      for (const example of commands[name].examples) {
        const lines = example.replace(/^\w+=\$\(|\)$| > .*/g, '').split(' && ')
        expect(lines.map((line) => parse(line.replace(/^mcp-deploy /, '')).command)).toContain(name)
      }
    }
    for (const command of Object.values(aliases)) expect(names).toContain(command)
  })

  test.each([...names, undefined])('help of %s fits into 79 columns and names every option', (name) => {
    const help = renderHelp(name, plainStyle(200))
    expect(help.split('\n').filter((line) => line.length > 79)).toEqual([])
    const options = [...(name === undefined ? [] : optionsOf(name)), ...Object.values<Option<unknown>>(globalOptions)]
    for (const option of options) expect(help).toContain(usageOf(option).trim())
    for (const command of name === undefined ? names : []) expect(help).toContain(`  ${command} `)
    expect(help).not.toMatch(/ \n|undefined/)
  })
})
