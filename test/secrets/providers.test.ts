import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { SecretFinding, SecretProvider } from '../../src/model/secrets.ts'
import type { SecretReference, SecretSources } from '../../src/model/stack.ts'
import { commandProvider } from '../../src/secrets/command-provider.ts'
import { findCuts } from '../../src/secrets/env-file-cuts.ts'
import { envFileProvider } from '../../src/secrets/env-file-provider.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { fileProvider } from '../../src/secrets/file-provider.ts'
import { showProvenance, showReference } from '../../src/secrets/reference.ts'
import { sourceOf } from '../support/secret-source.ts'
import { edge } from './fixtures.ts'

const all = [environmentProvider, envFileProvider, fileProvider, commandProvider]
const folder = mkdtempSync(join(tmpdir(), 'mcp-secrets-'))
const path = process.env['PATH'] ?? ''

/** What one secret turned out to be: `value <- provenance`, or the problem. */
function show(finding: SecretFinding | undefined): string {
  if (finding === undefined) return 'nobody has it'
  if ('problem' in finding) return `${finding.problem.code}: ${finding.problem.message}`
  if ('unread' in finding) return `${finding.unread.code}: ${finding.unread.message}`
  return `${finding.value.reveal()} <- ${showProvenance(finding.provenance)}`
}

async function find(
  wanted: { readonly name: string; readonly from?: SecretReference },
  {
    environment = {},
    providers = all,
    sources = {},
  }: {
    readonly environment?: Record<string, string>
    readonly providers?: readonly SecretProvider[]
    readonly sources?: Partial<SecretSources>
  } = {},
): Promise<string> {
  const io = edge({ PATH: path, ...environment })
  const source = sourceOf(io, providers, sources, folder)
  const text = show((await source.find([wanted])).get(wanted.name))
  await source.close()
  return text
}

const from = (provider: SecretReference['provider'], at: SecretReference['at']) => ({
  name: 'A',
  from: { provider, at },
})

describe('the environment', () => {
  test('under its own name, under another, and not at all', async () => {
    const environment = { A: 'value-of-a', OTHER: 'value-of-other', EMPTY: '' }
    const one = { environment, providers: [environmentProvider] }
    expect(await find({ name: 'A' }, one)).toBe('value-of-a <- environment')
    expect(await find(from('environment', 'OTHER'), one)).toBe('value-of-other <- environment:OTHER')
    expect(await find({ name: 'EMPTY' }, one)).toBe('nobody has it')
    expect(await find(from('environment', 'EMPTY'), one)).toBe(
      'SECRET_MISSING: secret A is not at environment:EMPTY, or empty there',
    )
  })

  test("GitLab's file variables are read; a variable that is meant to be a path is not", async () => {
    const project = join(folder, 'project')
    mkdirSync(`${project}.tmp`, { recursive: true })
    writeFileSync(`${project}.tmp/CA_BUNDLE`, 'content of the file\n')
    const environment = { CI_PROJECT_DIR: project, CA_BUNDLE: `${project}.tmp/CA_BUNDLE` }
    const one = { providers: [environmentProvider] }
    expect(await find({ name: 'CA_BUNDLE' }, { ...one, environment: { ...environment, GITLAB_CI: 'true' } })).toBe(
      'content of the file <- environment:CA_BUNDLE (a file variable)',
    )
    expect(await find({ name: 'CA_BUNDLE' }, { ...one, environment })).toBe(`${project}.tmp/CA_BUNDLE <- environment`)
    const other = { ...environment, GITLAB_CI: 'true', B: `${project}.tmp/CA_BUNDLE` }
    expect(await find({ name: 'B' }, { ...one, environment: other })).toBe(`${project}.tmp/CA_BUNDLE <- environment`)
  })
})

describe('env files', () => {
  writeFileSync(join(folder, 'base.env'), '# a comment\nA=base-value\nB="two\\nlines" # more\nexport C=\'$not\'\n')
  writeFileSync(join(folder, 'prod.env'), 'A=prod-value\n')
  const envFiles = [join(folder, 'base.env'), join(folder, 'prod.env')]
  const one = { providers: [envFileProvider], sources: { envFiles } }

  test('the last file that has a name wins; quotes and comments as node --env-file reads them', async () => {
    expect(await find({ name: 'A' }, one)).toBe(`prod-value <- env_file:${folder}/prod.env`)
    expect(await find({ name: 'B' }, one)).toBe(`two\nlines <- env_file:${folder}/base.env`)
    expect(await find({ name: 'C' }, one)).toBe(`$not <- env_file:${folder}/base.env`)
    expect(await find({ name: 'D' }, one)).toBe('nobody has it')
    expect(await find(from('env_file', 'base.env#C'), one)).toBe(`$not <- env_file:${folder}/base.env`)
  })

  test('one that would be read without a part of a value is refused, by line and name, and what it holds is hidden', async () => {
    const cut = [
      'AA=devvalue#12345',
      'BB=fine # a comment',
      'CC="a\\"b12345678"',
      "DD='#12345678' # too",
      'EE=',
      'FF="open9876',
    ]
    writeFileSync(join(folder, 'cut.env'), `${cut.join('\r\n')}\n`)
    const io = edge()
    const source = sourceOf(io, [envFileProvider], { envFiles: [join(folder, 'cut.env')] }, folder)
    const finding = (await source.find([{ name: 'BB' }])).get('BB')
    const at = (line: number) => `cut.env:${line}`
    expect(finding).toEqual({
      problem: {
        severity: 'error',
        code: 'SECRET_INVALID',
        message: `secret BB: the env file ${folder}/cut.env cannot be read without cutting a value: ${at(1)} AA has a # that would end its value; ${at(3)} CC has text behind its closing quote; ${at(6)} FF has a quote that is never closed`,
        hint: "Put the whole value between quotes that it does not contain: NAME='value'",
      },
    })
    expect(io.redactor.redact('devvalue#12345 a\\"b12345678 open9876')).not.toMatch(/#12345|b12345678|open9876/)
  })

  test('values that node --env-file reads whole are no cuts', () => {
    const whole =
      'A="x#y"\nB=\'a"b\' # c\nC="-----BEGIN\nabc=\n-----END" \nexport D = x # y#z\n# E=a#b\nF= # c\nno name#x\nG=`a"b\'`\n'
    expect(findCuts(whole)).toEqual([])
    expect(findCuts('A=#12345678')).toHaveLength(1)
  })

  test('a file that is not there ends the search: another provider may have another value', async () => {
    const options = {
      environment: { A: 'of the environment' },
      providers: [envFileProvider, environmentProvider],
      sources: { envFiles: [join(folder, 'gone.env')] },
    }
    expect(await find({ name: 'A' }, options)).toBe(
      `SECRET_MISSING: secret A: the env file ${folder}/gone.env is not there`,
    )
  })

  test('one that cannot be read is told once, with all it keeps from us and what named it', async () => {
    const source = sourceOf(edge(), [envFileProvider], { envFiles: [join(folder, 'gone.env')] }, folder)
    const at = (place: string) => ({ provider: 'env_file' as const, at: place })
    const found = await source.find([
      { name: 'A' },
      { name: 'B' },
      { name: 'C', from: at('other.env#C') },
      { name: 'D', from: at('.#D') },
    ])
    const problems = [...found.values()].map((finding) => ('problem' in finding ? finding.problem : undefined))
    expect([...new Set(problems)].map((problem) => [problem?.code, problem?.message, problem?.hint])).toEqual([
      [
        'SECRET_MISSING',
        `secrets A, B: the env file ${folder}/gone.env is not there`,
        'Write it there, or correct ci_cd.secrets.env_files',
      ],
      [
        'SECRET_MISSING',
        `secret C: the env file ${folder}/other.env is not there`,
        'Write it there, or correct `from: env_file:other.env#…`',
      ],
      ['SECRET_INVALID', `secret D: the env file ${folder} is a folder`, 'Name an ordinary file of 1 MiB at most'],
    ])
  })

  test('what stands beside the value that was asked for is hidden too', async () => {
    const io = edge()
    const source = sourceOf(io, [envFileProvider], { envFiles })
    await source.find([{ name: 'C' }])
    expect(io.redactor.redact('say base-value')).not.toContain('base-value')
  })

  test('and may be plain configuration: it leaks nowhere, until it is asked for itself', async () => {
    const io = edge()
    const own = join(folder, 'neighbours.env')
    writeFileSync(own, 'A=value-of-a-secret\nPUBLIC_URL=https://mcp.example.com\n')
    const source = sourceOf(io, [envFileProvider], { envFiles: [own] })
    const bundle = [{ path: 'compose.yaml', text: 'PUBLIC_URL: https://mcp.example.com\nA: value-of-a-secret' }]
    await source.find([{ name: 'A' }])
    expect(io.leaksIn(bundle)).toMatchObject([{ secrets: ['A'] }])
    await source.find([{ name: 'PUBLIC_URL' }])
    expect(io.leaksIn(bundle)).toMatchObject([{ secrets: ['A', 'PUBLIC_URL'] }])
  })
})

test('the certificate of a CA is public, in whatever form it is given; its key is not', async () => {
  const [caKey, caFile] = [join(folder, 'ca.key'), join(folder, 'ca.crt')]
  const make = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-subj',
    '/CN=Company CA',
  ]
  execFileSync('openssl', [...make, '-keyout', caKey, '-out', caFile], { stdio: 'ignore' })
  const [pem, keyPem] = [readFileSync(caFile, 'utf8'), readFileSync(caKey, 'utf8')]
  for (const CA_CERT of [pem, pem.trim().replaceAll('\n', '\\n'), Buffer.from(pem).toString('base64')]) {
    const io = edge({ CA_CERT, CA_KEY: keyPem })
    await sourceOf(io).find([{ name: 'CA_CERT' }, { name: 'CA_KEY' }])
    for (const [name, text] of Object.entries({ 'mcp/ca.crt': pem, 'given.crt': CA_CERT, 'ca.key': keyPem }))
      await io.files.write(join(folder, name), text, 0o644)
    expect(await io.findLeaks()).toEqual([{ secrets: ['CA_KEY'], place: join(folder, 'ca.key'), remedy: 'removed' }])
    expect(io.redactor.redact(pem)).toBe(pem)
  }
})

describe('files', () => {
  writeFileSync(join(folder, 'A'), 'from-a-file\n')
  writeFileSync(join(folder, 'lines'), 'one\ntwo\n\n')
  writeFileSync(join(folder, 'bytes'), Buffer.from([0xff, 0xfe, 0x00]))
  writeFileSync(join(folder, 'huge'), 'x'.repeat(1024 * 1024 + 1))
  const one = { providers: [fileProvider], sources: { folder } }

  test('one by name, one by path; one line end is not part of the value', async () => {
    expect(await find({ name: 'A' }, one)).toBe(`from-a-file <- file:${folder}/A`)
    expect(await find(from('file', './lines'), one)).toBe(`one\ntwo\n <- file:${folder}/lines`)
    expect(await find({ name: 'B' }, one)).toBe('nobody has it')
  })

  test.each([
    ['bytes', 'SECRET_INVALID', 'is not UTF-8 text'],
    ['huge', 'SECRET_INVALID', 'is larger than 1 MiB'],
    ['.', 'SECRET_INVALID', 'is a folder'],
    ['/dev/null', 'SECRET_INVALID', 'it is a pipe or a device, not a file'],
    ['gone', 'SECRET_MISSING', 'is not at file:gone, or empty there'],
  ])('%s is refused', async (file, code, words) => {
    const text = await find(from('file', file), one)
    expect(text).toContain(code)
    expect(text).toContain(words)
  })

  test('what is no file is not to be given a right', async () => {
    const found = await sourceOf(edge(), [fileProvider], {}, folder).find(
      ['.', '/dev/null'].map((at) => ({ name: at, from: { provider: 'file', at } })),
    )
    const hints = [...found.values()].map((finding) => ('problem' in finding ? finding.problem.hint : undefined))
    expect(hints).toEqual(Array.from({ length: 2 }, () => 'Name an ordinary file of 1 MiB at most'))
  })
})

describe('a command', () => {
  const script = join(folder, 'store')
  writeFileSync(
    script,
    '#!/bin/sh\ncase "$1" in\n' +
      '  get) printf "value of %s\\n" "$2";;\n' +
      '  deny) echo "value-on-stdout"; echo "no right to read $2" >&2; exit 4;;\n' +
      '  args) printf "%s|" "$@";;\n' +
      'esac\n',
  )
  chmodSync(script, 0o755)

  test('by its words, without a shell', async () => {
    expect(await find(from('command', [script, 'get', 'jwt']))).toBe(`value of jwt <- command:${script}`)
    expect(await find(from('command', [script, 'args', '$(id)', 'a b', '*']))).toBe(
      `args|$(id)|a b|*| <- command:${script}`,
    )
  })

  test('for a name', async () => {
    const options = { providers: [commandProvider], sources: { command: [script, 'get', 'prod/{name}'] } }
    expect(await find({ name: 'JWT' }, options)).toBe(`value of prod/JWT <- command:${script}`)
  })

  test('that fails: its code and its last words, nothing of its stdout', async () => {
    const text = await find(from('command', [script, 'deny', 'jwt']))
    expect(text).toBe(`SECRET_UNREACHABLE: secret A: ${script} ended with code 4: no right to read jwt`)
  })

  test('that is not there takes no other secret with it', async () => {
    const io = edge({ PATH: path })
    const source = sourceOf(io, all, {}, folder)
    const found = await source.find([
      { name: 'A', from: { provider: 'command', at: ['no-such-program-here', 'x'] } },
      { name: 'B', from: { provider: 'command', at: [script, 'get', 'b'] } },
    ])
    expect(show(found.get('A'))).toMatch(/^SECRET_UNREACHABLE: .*no-such-program-here/)
    expect(show(found.get('B'))).toBe(`value of b <- command:${script}`)
  })
})

test('a provider that cannot be asked is told once, with all the names it keeps from us', async () => {
  const source = sourceOf(edge(), [fileProvider])
  const found = await source.find([{ name: 'A' }, { name: 'B' }])
  const problems = new Set([...found.values()].map((finding) => ('problem' in finding ? finding.problem : undefined)))
  expect([...problems]).toEqual([
    {
      severity: 'error',
      code: 'CONFIG_INVALID',
      message: 'secrets A, B: the provider file is asked for names, and no folder is given',
      hint: 'Write ci_cd.secrets.files: {folder: /run/secrets}',
    },
  ])
})

test('a reference is shown as it is written, a command by its first words', () => {
  expect(showReference({ provider: 'vault', at: 'secret/data/mcp#jwt' })).toBe('vault:secret/data/mcp#jwt')
  expect(showReference({ provider: 'command', at: ['op', 'read', 'op://a/b'] })).toBe('command: op read …')
})
