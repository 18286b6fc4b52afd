import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { pipelineCommands } from '../../src/commands/inputs.ts'
import { parseWords } from '../../src/commands/parse.ts'
import {
  refuseLinks,
  refuseOutside,
  refuseReach,
  refuseUntrusted,
  variablesFromOutside,
} from '../../src/commands/trust.ts'
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

  const checkout = mkdtempSync(join(tmpdir(), 'mcp-reach-'))
  const at = (path: string) => join(checkout, path)
  mkdirSync(at('certs/ca'), { recursive: true })
  mkdirSync(at('linked'))
  writeFileSync(at('ca.pem'), '')
  symlinkSync('ca.pem', at('inner.pem'))
  symlinkSync('..', at('certs/ca/up'))
  symlinkSync('/etc/passwd', at('link.pem'))
  symlinkSync('/etc', at('linked/etc'))
  symlinkSync('/etc/passwd', at('linked/ca.key'))
  afterAll(() => rmSync(checkout, { recursive: true }))

  interface Changes {
    readonly engine?: string
    readonly caFile?: string
    readonly insecure?: readonly string[]
    readonly templatesDir?: string
    readonly certificates?: object
  }

  /** Links are looked at; whoever opens a file calls what is not there. */
  const reach = ({ engine, caFile, insecure, templatesDir, certificates }: Changes) => {
    const files = createFiles()
    const looking = {
      exists: (path: string) => files.exists(path),
      list: (path: string) => files.list(path),
      realpath: (path: string) => files.realpath(path),
    }
    const config = {
      folder: checkout,
      templatesDir,
      deployment: engine === undefined ? {} : { containerEngine: engine },
      network: caFile === undefined ? {} : { caFile },
      build: { insecureRepos: insecure ?? [] },
      certificates: {
        caPath: at('certs/ca'),
        gatewayPath: at('certs/gateway'),
        pluginsPath: at('certs/plugins'),
        ...certificates,
      },
    } as unknown as StackConfig
    return refuseReach(config, looking)
  }

  test.each<Changes>([
    {},
    { engine: 'docker' },
    { engine: 'podman' },
    { caFile: at('ca.pem') },
    { caFile: at('inner.pem') },
    { certificates: { external: { caFile: at('ca.pem'), folder: at('requests') } } },
  ])('may: %j', async (changes) => {
    await expect(reach(changes)).resolves.toBeUndefined()
  })

  test.each<readonly [Changes, string]>([
    [{ engine: './evil.sh' }, 'container_engine'],
    [{ engine: '/usr/bin/docker' }, 'container_engine'],
    [{ insecure: ['file:///'] }, 'insecure_repos'],
    [{ certificates: { external: { command: ['./evil.sh'] } } }, 'external.command'],
    [{ caFile: '/etc/passwd' }, 'network.ca_file is outside'],
    [{ caFile: at('link.pem') }, 'network.ca_file is outside'],
    [{ certificates: { external: { caFile: '/etc/passwd' } } }, 'external.ca_file is outside'],
    [{ certificates: { external: { caFile: at('link.pem') } } }, 'external.ca_file is outside'],
    [{ certificates: { external: { folder: at('linked/etc/requests') } } }, 'external.folder is outside'],
    [{ certificates: { caPath: at('linked') } }, 'ca_path holds linked/ca.key, which is outside'],
    [{ certificates: { gatewayPath: at('linked/etc') } }, 'gateway_path is outside'],
    [{ certificates: { pluginsPath: '/srv/keys' } }, 'plugins_path is outside'],
    [{ templatesDir: at('linked') }, 'templates_dir holds linked/ca.key, which is outside'],
  ])('may not: %j', async (changes, named) => {
    await expect(reach(changes)).rejects.toThrow(
      expect.objectContaining({ code: 'UNTRUSTED', message: expect.stringContaining(named) }),
    )
  })

  test('is no link to elsewhere, and its deploy/ neither', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mcp-trust-'))
    const file = join(folder, 'stack/mcp-stack.yaml')
    mkdirSync(join(folder, 'stack'))
    const judged = () => refuseLinks(parseWords(['plan', file]), folder, createFiles())
    await expect(judged()).resolves.toBeUndefined()
    symlinkSync('/etc/hostname', file)
    await expect(judged()).rejects.toThrow('is a link to a place outside')
    rmSync(file)
    writeFileSync(file, 'version: 1\n')
    await expect(judged()).resolves.toBeUndefined()
    symlinkSync('..', join(folder, 'stack/deploy'))
    await expect(judged()).rejects.toThrow('deploy is a link')
    rmSync(folder, { recursive: true })
  })

  describe('and a checkout with linked folders', () => {
    const machine = mkdtempSync(join(tmpdir(), 'mcp-machine-'))
    const of = (path: string) => join(machine, path)
    mkdirSync(of('elsewhere'))
    mkdirSync(of('checkout/stacks/deploy'), { recursive: true })
    writeFileSync(of('elsewhere/mcp-stack.yaml'), 'version: 1\n')
    writeFileSync(of('checkout/stacks/mcp-stack.yaml'), 'version: 1\n')
    symlinkSync('../elsewhere', of('checkout/infra'))
    symlinkSync('stacks', of('checkout/alias'))
    symlinkSync(of('elsewhere'), of('checkout/stacks/deploy/compose'))
    symlinkSync('checkout', of('workspace'))
    afterAll(() => rmSync(machine, { recursive: true }))

    const judged = (line: string, top = of('checkout')) =>
      refuseLinks(parseWords(line.split(' ').map((word) => word.replace('@', top))), top, createFiles())
    const outside = expect.objectContaining({
      code: 'UNTRUSTED',
      message: expect.stringContaining('is outside what was checked out'),
    })

    test.each([
      'plan @/stacks/mcp-stack.yaml',
      'plan @/alias/mcp-stack.yaml -o @/alias/new/plan.json',
      'generate @/stacks/mcp-stack.yaml -o @/out',
      // A file that is not there is another error.
      'validate @/none/mcp-stack.yaml',
      'version',
    ])('may: %s', async (line) => {
      await expect(judged(line)).resolves.toBeUndefined()
      await expect(judged(line, of('workspace'))).resolves.toBeUndefined()
    })

    test.each([
      'config @/infra/mcp-stack.yaml',
      'validate @/infra/new/mcp-stack.yaml',
      'plan @/stacks/mcp-stack.yaml -o @/infra/plan.json',
      'generate @/stacks/mcp-stack.yaml --output @/infra/new/deeper',
      'deploy @/stacks/mcp-stack.yaml --dry-run --plan @/infra/plan.json',
      'plan @/../elsewhere/mcp-stack.yaml',
    ])('may not: %s', async (line) => {
      await expect(judged(line)).rejects.toThrow(outside)
    })

    test('nor is anything written through a link below the folder of the manifests', async () => {
      const files = createFiles()
      await expect(refuseOutside([of('checkout/stacks/deploy')], of('checkout'), files)).resolves.toBeUndefined()
      const place = of('checkout/stacks/deploy/compose')
      await expect(refuseOutside([of('checkout'), place], of('checkout'), files)).rejects.toThrow(outside)
    })
  })
})
