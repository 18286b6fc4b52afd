import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import type { AuthorityKeyPair } from '../../src/model/certificate.ts'
import { containersOf, docker, identities } from '../support/engine.ts'
import { makeCa } from '../support/made-ca.ts'
import { openTlsStack, type TlsStack } from '../support/tls-stack.ts'
import { mustEnd, reportOf } from '../support/tool.ts'

// Certificates of a stack on this machine's engine, changed by the program as it is shipped. In this order.

const day = 86_400_000
let stack: TlsStack
beforeAll(async () => {
  stack = await openTlsStack('rollover')
  mustEnd(await stack.run('deploy'), 0)
})
afterAll(() => {
  stack?.close()
})

test('a deploy renews what is due and rolls who has it; certs rotate does so with what is named', async () => {
  stack.edit('validity_days: 90, renew_before_days: 30', 'validity_days: 20, renew_before_days: 5')
  expect(await touched('certs rotate', '--plugin', 'Mail')).toEqual({
    issued: ['Mail'],
    rolled: ['mail', 'mcpgateway'],
  })
  // The twenty days that it has begin with its window; the others have ninety.
  stack.edit('validity_days: 20, renew_before_days: 5', 'validity_days: 21, renew_before_days: 20')
  expect(await touched('deploy')).toEqual({ issued: ['Mail'], rolled: ['mail', 'mcpgateway'] })
  expect(await touched('deploy')).toEqual({ issued: [], rolled: [] })
})

test('the CA changes, killed in each phase: whatever runs then accepts one another, for openssl too', async () => {
  const planned = reportOf(mustEnd(await stack.run('certs rotate', '--ca', '--dry-run', '--json'), 0))
  expect(planned.problems).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      message: expect.stringMatching(/phase 1 of 3: .* rolls gateway, Echo, Mail.*calls fail closed for seconds/),
    }),
  )
  expect(planned.next).toMatch(/certs rotate .*--ca$/)
  const [old] = await authorities()
  await killIn(1, 'echo')
  expect(await verifyPairs()).toHaveLength(4)
  await killIn(2, 'mcpgateway')
  expect(await verifyPairs()).toHaveLength(4)
  expect(await authorities()).toHaveLength(2)
  expect(reportOf(mustEnd(await stack.run('rollback', '--json'), 1)).problems[0]).toMatchObject({
    code: 'ROLL_BACK_REFUSED',
    message: expect.stringContaining('phase 2 of 3'),
  })
  await killIn(3, 'mail')
  expect(await verifyPairs()).toHaveLength(4)

  const report = reportOf(mustEnd(await stack.run('certs rotate', '--ca', '--json'), 0))
  expect(report.verification?.outcome).toBe('passed')
  expect(await verifyPairs()).toHaveLength(4)
  const now = await authorities()
  expect(now).toHaveLength(1)
  expect(now).not.toContain(old)
  expect(await touched('deploy')).toEqual({ issued: [], rolled: [] })
})

test('a CA that is given is changed to by the next deploy; its being given again changes nothing', async () => {
  const { certificatePem, keyPem } = await issueCa(new Date())
  stack.setEnv('CA_CERT', certificatePem)
  stack.setEnv('CA_KEY', keyPem.reveal())
  stack.edit('certificates: {', 'certificates: {authority: env, ')
  const { issued } = await touched('deploy')
  expect(issued).toEqual(['Echo', 'Mail', 'gateway'])
  const bundles = await withFiles((folder) =>
    ['echo', 'mail', 'mcpgateway'].map((service) => readFileSync(join(folder, service, 'ca.crt'), 'utf8')),
  )
  expect(new Set(bundles)).toEqual(new Set([certificatePem]))
  const again = reportOf(mustEnd(await stack.run('certs rotate', '--ca', '--json'), 0))
  expect(again.status).toBe('unchanged')
  expect(again.problems.map(({ message }) => message)).toContainEqual(expect.stringContaining('already'))
})

test('a CA renewed with its key changes in three phases and issues nothing; in the first one the old CA may come back', async () => {
  const from = new Date(Date.now() - day)
  const [first, other] = [await makeCa({ name: 'Company', from }), await makeCa({ name: 'Other', from })]
  give(first)
  expect((await touched('deploy')).issued).toEqual(['Echo', 'Mail', 'gateway'])
  const renewed = await makeCa({ name: 'Company', keyOf: first, from: new Date(from.getTime() + 1000) })
  give(renewed)
  expect(await touched('deploy')).toEqual({ issued: [], rolled: ['echo', 'mail', 'mcpgateway'] })
  expect(await touched('deploy')).toEqual({ issued: [], rolled: [] })
  const [now] = await authorities()

  give(other)
  await killIn(1, 'mcpgateway', 'deploy')
  give(undefined)
  const stands = mustEnd(await stack.run('deploy', '--json'), 0)
  expect(reportOf(stands).problems.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('phase 1 of 3'),
  )
  give(renewed)
  const back = reportOf(mustEnd(await stack.run('deploy', '--json'), 0))
  expect(back.verification?.outcome).toBe('passed')
  expect(await authorities()).toEqual([now])
  expect(await touched('deploy')).toEqual({ issued: [], rolled: [] })
})

function give(pair: AuthorityKeyPair | undefined): void {
  stack.setEnv('CA_CERT', pair?.certificatePem ?? '')
  stack.setEnv('CA_KEY', pair?.keyPem.reveal() ?? '')
}

/** What a run issued, and whose containers are others now. */
async function touched(command: string, ...flags: readonly string[]) {
  const before = identities(stack.project)
  const report = reportOf(mustEnd(await stack.run(command, ...flags, '--json'), 0))
  const after = identities(stack.project)
  return {
    issued: report.certificates
      .flatMap(({ component, how, kind }) => (how === 'issued' && kind !== 'ca' ? [component] : []))
      .toSorted(),
    rolled: Object.keys(after)
      .filter((service) => before[service] !== after[service])
      .toSorted(),
  }
}

/** Starts the change and kills it, without a chance to clean up, as soon as a service has another container in that phase. */
async function killIn(phase: number, service: string, ...words: readonly string[]): Promise<void> {
  const running = words.length === 0 ? stack.start('certs rotate', '--ca') : stack.start(words.join(' '))
  let said = ''
  for (const stream of [running.child.stdout, running.child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  const over = running.ended.then(() => true)
  const waitFor = async (what: () => boolean) => {
    while (!what()) {
      if (await Promise.race([over, sleep(100, false)])) throw new Error(`ended before phase ${phase}:\n${said}`)
    }
  }
  await waitFor(() => said.includes(`phase ${phase} of 3`))
  const before = containerOf(service)
  await waitFor(() => (containerOf(service) || before) !== before)
  running.child.kill('SIGKILL')
  expect((await running.ended).exitCode).toBe(137)
}

/** Its container's id, by name: between two of them there is none. */
function containerOf(service: string): string {
  return docker('ps', '--all', '--quiet', '--filter', `name=^${stack.project}-${service}-1$`)
}

/** CAs that are trusted, by what is stored. */
async function authorities(): Promise<readonly (string | undefined)[]> {
  const { certificates } = reportOf(await stack.run('certs check', '--stored-only', '--json'))
  return certificates.filter(({ kind }) => kind === 'ca').map(({ fingerprint }) => fingerprint)
}

/** openssl's strict answer for the gateway and each plugin, both ways, from the files that are in their containers now. */
function verifyPairs(): Promise<readonly string[]> {
  return withFiles((folder) =>
    ['echo', 'mail'].flatMap((plugin) =>
      [
        ['mcpgateway', plugin, 'server.crt'],
        [plugin, 'mcpgateway', 'client.crt'],
      ].map(([who = '', whom = '', leaf = '']) => {
        const files = [join(folder, who, 'ca.crt'), join(folder, whom, leaf)]
        expect(verify(files), `${who} of ${whom}`).toMatch(/: OK/)
        return `${who} accepts ${whom}`
      }),
    ),
  )
}

function verify([trust = '', chain = '']: readonly string[]): string {
  const { stdout, stderr } = spawnSync('openssl', ['verify', '-x509_strict', '-CAfile', trust, chain], {
    encoding: 'utf8',
  })
  return stdout + stderr
}

/** The certificate folders of all containers by service, running or not. */
async function withFiles<T>(use: (folder: string) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-pairs-'))
  try {
    await copyFiles(folder)
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Compose may outlive by a moment who started it and was killed: a container that was listed may be gone. */
async function copyFiles(folder: string, attempts = 20): Promise<void> {
  try {
    for (const { id, service } of Object.values(containersOf(stack.project))) {
      docker('cp', `${id}:/app/certs/mcp/.`, join(folder, service))
    }
  } catch (error) {
    if (attempts === 0) throw error
    await sleep(500)
    await copyFiles(folder, attempts - 1)
  }
}
