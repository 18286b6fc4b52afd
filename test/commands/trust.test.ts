import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pipelineCommands } from '../../src/commands/inputs.ts'
import { parseWords } from '../../src/commands/parse.ts'
import { refuseLinks, refuseReach, refuseUntrusted, variablesFromOutside } from '../../src/commands/trust.ts'
import { createFiles } from '../../src/io/files.ts'
import type { StackConfig } from '../../src/model/stack.ts'

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
  'certs import',
  'certs rotate',
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

describe('a file from outside', () => {
  test('reads what says where the run belongs to, and nothing else', () => {
    const environment = { GITHUB_SHA: 'abc', DB_PASSWORD: 'x', GITHUB_TOKEN: 'y', CUSTOMER: 'z', CI_JOB_TOKEN: 't' }
    const variables = variablesFromOutside(environment)
    expect(Object.entries(variables).filter(([, value]) => value !== undefined)).toEqual([['GITHUB_SHA', 'abc']])
  })

  const config = (changes: {
    engine?: string
    caFile?: string
    insecure?: readonly string[]
    external?: { command?: readonly string[]; caFile?: string }
  }) =>
    ({
      folder: '/srv/stack',
      deployment: changes.engine === undefined ? {} : { containerEngine: changes.engine },
      network: changes.caFile === undefined ? {} : { caFile: changes.caFile },
      build: { insecureRepos: changes.insecure ?? [] },
      certificates: changes.external === undefined ? {} : { external: changes.external },
    }) as unknown as StackConfig

  test.each([
    {},
    { engine: 'docker' },
    { engine: 'podman' },
    { caFile: '/srv/stack/ca.pem' },
    { external: { caFile: '/srv/stack/root.pem' } },
  ])('may: %j', (changes) => {
    expect(() => refuseReach(config(changes))).not.toThrow()
  })

  test.each([
    [{ engine: './evil.sh' }, 'container_engine'],
    [{ engine: '/usr/bin/docker' }, 'container_engine'],
    [{ caFile: '/etc/passwd' }, 'ca_file'],
    [{ insecure: ['file:///'] }, 'insecure_repos'],
    [{ external: { command: ['./evil.sh'] } }, 'external.command'],
    [{ external: { caFile: '/etc/passwd' } }, 'external.ca_file'],
  ])('may not: %j', (changes, named) => {
    expect(() => refuseReach(config(changes))).toThrow(
      expect.objectContaining({ code: 'UNTRUSTED', message: expect.stringContaining(named) }),
    )
  })

  test('is no link to elsewhere, and its deploy/ neither', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mcp-trust-'))
    const file = join(folder, 'stack/mcp-stack.yaml')
    mkdirSync(join(folder, 'stack'))
    await expect(refuseLinks(file, createFiles())).resolves.toBeUndefined()
    symlinkSync('/etc/hostname', file)
    await expect(refuseLinks(file, createFiles())).rejects.toThrow('is a link to a place outside')
    rmSync(file)
    writeFileSync(file, 'version: 1\n')
    await expect(refuseLinks(file, createFiles())).resolves.toBeUndefined()
    symlinkSync('..', join(folder, 'stack/deploy'))
    await expect(refuseLinks(file, createFiles())).rejects.toThrow('deploy is a link')
    rmSync(folder, { recursive: true })
  })
})
