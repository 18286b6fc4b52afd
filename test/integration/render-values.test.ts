import { spawnSync } from 'node:child_process'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Env, type EnvValue, referencesOf } from '../../src/model/env-value.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { renderBundle } from '../../src/render/render-bundle.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { renderInput } from '../render/render-input.ts'
import { importTinyImage, tinyImage } from './compose-world.ts'

beforeAll(importTinyImage)

/** What an environment can hold: no NUL, and whole characters. */
const isPossible = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text)

const nasty = [
  '',
  ' ',
  ' a ',
  '\t',
  '\n',
  '\r\n',
  'a\n\nb\n',
  '"',
  "'",
  '\\',
  '\\n',
  '#',
  'a # b',
  'a: b',
  '- a',
  '? a',
  '| a',
  '> a',
  '@a',
  '`a',
  '%a',
  '&a',
  '*a',
  '!a',
  '!!str a',
  '<<',
  '=',
  '~',
  'null',
  'yes',
  'No',
  'on',
  'OFF',
  'y',
  'true',
  'False',
  '012',
  '0o14',
  '0x1F',
  '1_000',
  '1e3',
  '22:22',
  '2026-01-01',
  '.5',
  '.inf',
  '.NaN',
  '-',
  '---',
  '...',
  '$',
  '$$',
  '$A',
  '${A}',
  '${A:-b}',
  '${A:?b}',
  '$${A}',
  '$MCPS_1',
  '${MCPS_1}',
  '{{',
  '{{ a }}',
  '{% a %}',
  '{# a #}',
  '{',
  '}',
  '[',
  ']',
  ',',
  'ä',
  '日本',
  '👩‍👩‍👧',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u007f',
  '\u009f',
  '\u200b',
  '\uffff',
  'a'.repeat(5000),
]

const random = fc.sample(
  fc
    .oneof(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ unit: 'binary', minLength: 1 }))
    .filter(isPossible),
  { numRuns: 150, seed: 1148 },
)

const values = [...nasty, ...random]

interface Run {
  readonly env?: Env
  readonly command?: readonly string[]
  /** Values of the secrets that `env` refers to. */
  readonly secrets?: Readonly<Record<string, string>>
}

/** Runs `docker compose` as the target does: the text on stdin, the secrets in its environment. */
async function compose(run: Run, args: readonly string[]) {
  const { env = {}, command = ['/bin/cat'], secrets = {} } = run
  const echo = pluginConfig('Echo', { env, command, mtls: false, healthcheck: false })
  const input = await renderInput(planStack(stackConfig({ plugins: [echo] })))
  const images = input.images.map((image) => ({ ...image, reference: tinyImage }))
  const { files, variables } = await renderBundle({ ...input, images })
  const passed = Object.entries(variables).map(([name, value]) => [
    name,
    referencesOf(value)
      .map((secret) => secrets[secret] ?? 'made')
      .join(''),
  ])
  return spawnSync('docker', ['compose', '--project-name', 'mcptest-values', '--file', '-', ...args], {
    input: files.find(({ path }) => path === 'compose.yaml')?.text ?? '',
    env: { ...process.env, ...Object.fromEntries(passed) },
    maxBuffer: 16 * 1024 * 1024,
  })
}

const once = ['run', '--rm', '--no-deps', '-T', 'echo']

afterAll(async () => {
  await compose({}, ['down', '--timeout', '1'])
})

test('docker compose accepts what we write', async () => {
  const { status, stderr } = await compose({}, ['config', '--quiet'])
  expect(stderr.toString()).toBe('')
  expect(status).toBe(0)
})

test.each(['plain', 'secret'] as const)('every %s value arrives in the container byte for byte', async (kind) => {
  // An empty secret is what compose calls missing; config gives none, and a literal one is written as plain text.
  const wanted = values.filter((value) => kind === 'plain' || value !== '')
  const env: Env = Object.fromEntries(wanted.map((value, index) => [`V_${index}`, makeValue(kind, value, index)]))
  const secrets = Object.fromEntries(wanted.map((value, index) => [`S_${index}`, value]))
  const { stdout, stderr } = await compose({ env, secrets, command: ['/bin/cat', '/proc/self/environ'] }, once)
  expect(stderr.toString()).not.toContain('error')
  const pairs = stdout
    .toString('utf8')
    .split('\0')
    .filter((pair) => pair.startsWith('V_'))
  const arrived = new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
  expect(wanted.map((_value, index) => arrived.get(`V_${index}`))).toEqual(wanted)
})

function makeValue(kind: 'plain' | 'secret', value: string, index: number): EnvValue {
  if (kind === 'plain') return { kind, value }
  return { kind, parts: [{ kind: 'reference', secret: `S_${index}`, encoding: 'none' }] }
}

test('every word of a command arrives byte for byte', async () => {
  const words = values.filter((value) => value.length < 1000).map((value) => `/none/${value}`)
  const command = ['/bin/cat', '/proc/self/cmdline', '--', ...words]
  const { stdout } = await compose({ command }, once)
  expect(stdout.toString('utf8').split('\0')).toEqual([...command, ''])
})
