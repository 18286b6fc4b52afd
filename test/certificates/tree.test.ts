import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { writeCertificateTree } from '../../src/certificates/tree.ts'
import { StackError } from '../../src/errors.ts'
import type { CertificateOutcome } from '../../src/model/certificate.ts'
import type { StackState } from '../../src/model/live.ts'
import type { CertificateRequest } from '../../src/model/plan.ts'
import { authorities } from '../../src/registry.ts'
import { openSslLeaf } from '../support/made-ca.ts'
import { clientRequest, day, edge, newFolder, policyIn, serverRequest, stateAfter } from './fixtures.ts'

const now = new Date('2026-11-23T08:00:00Z')
const requests = [clientRequest(), serverRequest('OPA')]
let folder = ''

beforeEach(() => {
  folder = newFolder()
})

function run(
  state: StackState | undefined,
  options: {
    readonly wants?: readonly CertificateRequest[]
    readonly at?: Date
    readonly autoGenerate?: boolean
    readonly force?: boolean
  } = {},
): Promise<CertificateOutcome> {
  const { wants = requests, at = now, autoGenerate = true, force = false } = options
  const policy = policyIn(folder, { autoGenerate })
  return issueCertificates(
    { authorities, requests: wants, policy, state, dry: false, force, caFromEnv: false },
    edge(at),
  )
}

const write = (outcome: CertificateOutcome, options = {}) =>
  writeCertificateTree(outcome, policyIn(folder), edge(now), options)
const how = (outcome: CertificateOutcome) =>
  outcome.certificates.map(({ request, how: done, reason }) =>
    [request.component, done, reason].filter(Boolean).join(' '),
  )
const fingerprints = (outcome: CertificateOutcome) =>
  outcome.certificates.map(({ certificate }) => certificate?.fingerprint)

async function failure(work: Promise<unknown>): Promise<StackError> {
  const error = await work.then(() => undefined).catch((cause: unknown) => cause)
  if (!(error instanceof StackError)) throw new Error(`expected a StackError, got ${String(error)}`)
  return error
}

describe('files at the configured paths', () => {
  test('all of them: used as they are, nothing is issued', async () => {
    const made = await run(undefined)
    await write(made)
    const found = await run(undefined)
    expect(how(found)).toEqual(['gateway imported', 'OPA imported'])
    expect(fingerprints(found)).toEqual(fingerprints(made))
    expect(found.authority).toBeUndefined()
  })

  test('some of them: an error that names those that are missing', async () => {
    await write(await run(undefined))
    rmSync(join(folder, 'plugins/OPA/server.key'))
    rmSync(join(folder, 'ca/ca.crt'))
    const error = await failure(run(undefined))
    expect(error.code).toBe('CERTIFICATE_INVALID')
    expect(error.message).toContain(`${join(folder, 'ca/ca.crt')}, ${join(folder, 'plugins/OPA/server.key')} missing`)
    expect(error.message).not.toContain('client.key')
  })

  test('some of them with the key of their CA: the missing ones are issued by it, and the pair is kept', async () => {
    const made = await run(undefined)
    await write(made, { caKey: true })
    const more = await run(undefined, { wants: [...requests, serverRequest('Pii')] })
    expect(how(more)).toEqual(['gateway imported', 'OPA imported', 'Pii issued missing'])
    expect(more.authority).toEqual(made.authority)
  })

  test('a copy of what the store has does not hide what was renewed since', async () => {
    const first = await run(undefined)
    await write(first)
    const renewed = await run(stateAfter(first), { force: true, at: new Date(now.getTime() + day) })
    const next = await run(stateAfter(renewed), { at: new Date(now.getTime() + 2 * day) })
    expect(how(next)).toEqual(['gateway kept', 'OPA kept'])
    expect(fingerprints(next)).toEqual(fingerprints(renewed))
    const more = await run(stateAfter(renewed), {
      wants: [...requests, serverRequest('Pii')],
      at: new Date(now.getTime() + 2 * day),
    })
    expect(how(more)).toEqual(['gateway kept', 'OPA kept', 'Pii issued missing'])
  })

  test('a copy of an earlier CA of ours is passed over, with a warning', async () => {
    await write(await run(undefined))
    const other = folder
    folder = newFolder()
    const live = await run(undefined)
    folder = other
    const next = await run(stateAfter(live))
    expect(how(next)).toEqual(['gateway kept', 'OPA kept'])
    expect(next.problems.map((problem) => problem.message)[0]).toContain('copy of an earlier CA')
  })

  test('from another CA with its key: they replace those of the store, with a warning', async () => {
    await write(await run(undefined), { caKey: true })
    const other = folder
    folder = newFolder()
    const live = await run(undefined)
    folder = other
    const next = await run(stateAfter(live))
    expect(how(next)).toEqual(['gateway imported', 'OPA imported'])
    expect(next.problems.map((problem) => problem.message)[0]).toContain('replace all of its certificates')
  })

  test('a text that is no certificate, a key of another: said by name', async () => {
    await write(await run(undefined))
    const key = readFileSync(join(folder, 'gateway/client.key'))
    writeFileSync(join(folder, 'plugins/OPA/server.key'), key)
    const mixed = await failure(run(undefined))
    expect([mixed.code, mixed.message]).toEqual([
      'AUTHORITY_FAILED',
      expect.stringContaining('OPA (its key belongs to another certificate)'),
    ])
    writeFileSync(join(folder, 'gateway/client.crt'), 'not a certificate')
    const broken = await failure(run(undefined))
    expect([broken.code, broken.message]).toEqual([
      'CERTIFICATE_INVALID',
      'the certificate of gateway is not a PEM certificate',
    ])
  })

  test('without the key of their CA they may have more names than asked for, and lack localhost, but no other', async () => {
    const opa = serverRequest('OPA')
    const without = (...names: string[]) => ({ ...opa, dnsNames: opa.dnsNames.filter((name) => !names.includes(name)) })
    await write(await run(undefined, { wants: [clientRequest(), without('localhost')] }))
    expect(how(await run(undefined, { wants: [clientRequest(), opa] }))).toEqual(['gateway imported', 'OPA imported'])
    expect(how(await run(undefined, { wants: [clientRequest(), without('opa')] }))).toEqual([
      'gateway imported',
      'OPA imported',
    ])
    const wants = [clientRequest(), { ...opa, dnsNames: [...opa.dnsNames, 'opa.example'] }]
    const error = await failure(run(undefined, { wants }))
    expect([error.code, error.message]).toEqual([
      'AUTHORITY_FAILED',
      expect.stringContaining('OPA (names changed: +opa.example)'),
    ])
  })

  test('auto_generate: false: what is there is used, what is missing ends the run', async () => {
    const nothing = await failure(run(undefined, { autoGenerate: false }))
    expect([nothing.code, nothing.message]).toEqual([
      'AUTHORITY_FAILED',
      expect.stringContaining('auto_generate is false'),
    ])
    await write(await run(undefined))
    expect(how(await run(undefined, { autoGenerate: false }))).toEqual(['gateway imported', 'OPA imported'])
  })

  const good = [
    'basicConstraints=critical,CA:FALSE',
    'keyUsage=critical,digitalSignature',
    'extendedKeyUsage=serverAuth',
  ]
  test.each([
    ['both usages', [...good.slice(0, 2), 'extendedKeyUsage=serverAuth,clientAuth'], 'has clientAuth too'],
    ['a CA', ['basicConstraints=critical,CA:TRUE', ...good.slice(1)], 'it is a CA certificate'],
    [
      'another key usage',
      [...good.slice(0, 1), 'keyUsage=critical,keyEncipherment', ...good.slice(2)],
      'is not digitalSignature',
    ],
    ['a short key', good, 'the key of it is rsa-1024', ['rsa:1024']],
    ['nothing wrong', good, undefined],
  ] as const)('auto_generate: false: a leaf with %s', async (_what, extensions, why, key?: readonly string[]) => {
    const opa = serverRequest('OPA')
    const made = openSslLeaf(newFolder(), opa.dnsNames, extensions, key)
    const server = join(folder, 'plugins/OPA')
    mkdirSync(server, { recursive: true })
    mkdirSync(join(folder, 'ca'))
    for (const path of [join(folder, 'ca/ca.crt'), join(server, 'ca.crt')]) writeFileSync(path, made.caPem)
    writeFileSync(join(server, 'server.crt'), made.chainPem)
    writeFileSync(join(server, 'server.key'), made.keyPem)
    const work = run(undefined, { wants: [opa], autoGenerate: false, at: new Date(Date.now() + 60_000) })
    if (why === undefined) return expect(how(await work)).toEqual(['OPA imported'])
    const error = await failure(work)
    expect([error.code, error.message]).toEqual(['AUTHORITY_FAILED', expect.stringContaining(why)])
  })

  test('a plugin whose name would leave the folder is refused', async () => {
    const error = await failure(run(undefined, { wants: [serverRequest('../outside')] }))
    expect(error.code).toBe('CONFIG_INVALID')
  })
})

function git(...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder, stdio: 'pipe' })
}

describe('a folder that git tracks', () => {
  test('gets no keys, from any of the three paths', async () => {
    git('init', '-q')
    mkdirSync(join(folder, 'plugins'))
    writeFileSync(join(folder, 'plugins/README'), 'tracked')
    git('add', '.')
    git('commit', '-q', '-m', 'x')
    const error = await failure(write(await run(undefined)))
    expect([error.code, error.message]).toEqual(['FOLDER_TRACKED', expect.stringContaining('plugins')])
    expect(() => readFileSync(join(folder, 'gateway/client.key'))).toThrow('ENOENT')
  })

  test('is told from one that git ignores, and from one that it could take in', async () => {
    git('init', '-q')
    const outcome = await run(undefined)
    expect((await write(outcome)).map((problem) => problem.severity)).toEqual(['warning', 'warning', 'warning'])
    writeFileSync(join(folder, '.gitignore'), 'ca/\ngateway/\nplugins/\n')
    expect(await write(outcome)).toEqual([])
  })
})
