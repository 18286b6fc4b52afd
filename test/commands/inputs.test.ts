import { describe, expect, test } from 'vitest'
import { inputs, pipelineCommands, wordsOf } from '../../src/commands/inputs.ts'
import { parseWords } from '../../src/commands/parse.ts'

const words = (given: Readonly<Record<string, string>>) => wordsOf(new Map(Object.entries(given)), 'github')

test('nothing given is deploy of mcp-stack.yaml', () => {
  expect(words({})).toEqual(['deploy'])
  expect(parseWords(words({}))).toEqual(parseWords(['deploy']))
})

test('every input at its default is nothing given, for every command', () => {
  const defaults = Object.fromEntries(inputs.map((input) => [input.name, input.default]))
  for (const command of pipelineCommands) {
    expect(parseWords(words({ ...defaults, command })), command).toEqual(
      parseWords([...command.split(' '), 'mcp-stack.yaml']),
    )
  }
})

test('each kind of input is a word of the command line', () => {
  expect(
    words({
      command: 'deploy',
      config: 'stacks/shop.yaml',
      environment: 'production',
      set: 'gateway.replicas=2\n\n  gateway.port=4445 ',
      wait: 'false',
      'dry-run': 'TRUE',
      timeout: '60',
    }),
  ).toEqual([
    'deploy',
    'stacks/shop.yaml',
    '--environment=production',
    '--set=gateway.replicas=2',
    '--set=gateway.port=4445',
    '--dry-run',
    '--no-wait',
    '--timeout=60',
  ])
})

test('cache is a word and no-cache a flag, on every front', () => {
  expect(words({ command: 'build', cache: 'local', 'no-cache': 'true' })).toEqual([
    'build',
    '--cache=local',
    '--no-cache',
  ])
  expect(words({ command: 'build', 'no-cache': 'false' })).toEqual(['build'])
  expect(() => words({ cache: 'redis' })).toThrow('the input cache does not know "redis"')
})

test('a value is a value, whatever it looks like', () => {
  expect(parseWords(words({ environment: '--json' }))).toMatchObject({ global: { environment: '--json', json: false } })
})

describe('what is wrong is said with its name', () => {
  test.each([
    [{ comand: 'plan' }, 'there is no input "comand"', 'Did you mean command?'],
    [{ colour: 'red' }, 'there is no input "colour"', 'All inputs: command'],
    [{ command: 'depoly' }, 'the input command does not know "depoly"', 'Did you mean deploy?'],
    [{ command: 'token' }, 'the input command does not know "token"', 'It knows: deploy, plan'],
    [{ wait: 'yes' }, 'the input wait does not know "yes"', 'true, false'],
    [{ command: 'generate', for: 'gitopps' }, 'the input for does not know "gitopps"', 'Did you mean gitops?'],
  ])('%j', (given, message, hint) => {
    expect(() => words(given)).toThrow(expect.objectContaining({ message, hint: expect.stringContaining(hint) }))
  })

  test('an input that the command does not know', () => {
    expect(() => parseWords(words({ command: 'verify', 'dry-run': 'true' }))).toThrow('verify has no option --dry-run')
  })
})
