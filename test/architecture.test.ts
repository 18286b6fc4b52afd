import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../src')

/** Room → rooms it may import from. A room always sees itself; '.' is src/errors.ts. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  io: ['model', '.'],
  config: ['model', '.'],
  plan: ['model', '.'],
  vault: ['model', '.'],
  secrets: ['model', 'vault', '.'],
  build: ['model', '.'],
  certificates: ['model', 'vault', '.'],
  render: ['model', '.'],
  targets: ['model', '.'],
  verify: ['model', '.'],
  hosts: ['model', 'io', '.'],
  commands: ['model', 'io', 'config', 'plan', 'secrets', 'build', 'certificates', 'render', 'verify', '.'],
}

/** Pure: equal input, equal output; nothing of Node but text and hashes. */
const pureRooms = ['config', 'plan', 'render']
const pureNode = ['node:path', 'node:path/posix', 'node:crypto', 'node:util', 'node:buffer']

const sourceFiles = (readdirSync(src, { recursive: true }) as string[]).filter((file) => file.endsWith('.ts')).sort()

const importsOf = (text: string) => [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((match) => match[1] ?? '')

test('the source is there', () => {
  expect(sourceFiles.length).toBeGreaterThan(20)
})

test.each(sourceFiles)('%s keeps to its room', (file) => {
  const text = readFileSync(join(src, file), 'utf8')
  const room = file.includes('/') ? (file.split('/')[0] ?? '') : '.'
  expect(text.split('\n').length - 1, `${file} is long`).toBeLessThanOrEqual(250)

  for (const specifier of importsOf(text)) {
    if (specifier.startsWith('@actions/')) expect(file.startsWith('hosts/'), `${file} imports ${specifier}`).toBe(true)
    if (specifier === 'node:child_process') expect(room, `${file} starts processes`).toBe('io')
    if (pureRooms.includes(room) && specifier.startsWith('node:'))
      expect(pureNode, `${file} imports ${specifier}`).toContain(specifier)
    if (!specifier.startsWith('.') || room === '.') continue
    const target = relative(src, resolve(src, dirname(file), specifier))
    const imported = target.includes('/') ? (target.split('/')[0] ?? '') : '.'
    if (room === 'commands' && target === 'registry.ts') continue
    expect([room, ...(allowed[room] ?? [])], `${file} imports ${specifier}`).toContain(imported)
  }
})

test.each(sourceFiles.filter((file) => !file.startsWith('hosts/') && !['main.ts', 'start.ts'].includes(file)))(
  '%s does not read process.env',
  (file) => {
    expect(readFileSync(join(src, file), 'utf8')).not.toMatch(/process\.env/)
  },
)

test('adapters do not import one another', () => {
  const adapters = ['targets/compose', 'targets/kubernetes', 'build/builders', 'hosts']
  for (const file of sourceFiles) {
    const own = adapters.find((adapter) => file.startsWith(`${adapter}/`))
    if (own === undefined) continue
    for (const specifier of importsOf(readFileSync(join(src, file), 'utf8')).filter((name) => name.startsWith('.'))) {
      const target = relative(src, resolve(src, dirname(file), specifier))
      const other = adapters.find((adapter) => adapter !== own && target.startsWith(`${adapter}/`))
      expect(other, `${file} imports ${specifier}`).toBeUndefined()
    }
  }
})

/** Places where a secret crosses the edge; everything else only passes it on. */
const mayReveal = [
  /^io\//,
  /^secrets\//,
  /^vault\//,
  /^targets\/.*(codec|variables|contents)/,
  /^certificates\//,
  /^commands\/token\.ts$/,
  /^verify\//,
  // What the runner is told to hide.
  /^hosts\/github\/masks\.ts$/,
]

test.each(sourceFiles)('%s reveals secrets only at the edge', (file) => {
  if (mayReveal.some((pattern) => pattern.test(file)) || file === 'model/secret.ts') return
  expect(readFileSync(join(src, file), 'utf8')).not.toMatch(/\.reveal\(/)
})

test('templates put values in only through the scalar helper', () => {
  const templates = resolve(import.meta.dirname, '../templates')
  for (const file of (readdirSync(templates, { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.hbs'),
  )) {
    const text = readFileSync(join(templates, file), 'utf8')
    const bare = [...text.matchAll(/\{\{\{?(?!\s*(?:[#/!~]|else\b|y\b))[^}]*\}\}/g)].map((match) => match[0])
    expect(bare, file).toEqual([])
  }
})
