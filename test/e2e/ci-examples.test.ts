import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { containersOf, docker } from '../support/engine.ts'
import { root } from '../support/machine.ts'
import { openSmallStack, type SmallStack } from '../support/small-stack.ts'
import { mustEnd, reportOf, startProgram } from '../support/tool.ts'

// The plain-shell examples, run as they are; mcp-deploy is on PATH as an installed one would be.

let stack: SmallStack
beforeAll(async () => {
  stack = await openSmallStack('ci-examples')
  mkdirSync(join(stack.folder, 'bin'))
  const program = resolve(root, process.env['MCP_DEPLOY_DIST'] ?? 'dist', 'index.js')
  writeFileSync(join(stack.folder, 'bin/mcp-deploy'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
  chmodSync(join(stack.folder, 'bin/mcp-deploy'), 0o755)
})
afterAll(() => stack?.close())

function type(line: string, env: Readonly<Record<string, string>> = stack.env) {
  const PATH = `${join(stack.folder, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`
  return startProgram('sh', ['-c', line], { cwd: stack.folder, env: { ...env, PATH } }).ended
}

const shell = (name: string, env = stack.env) => type(join(root, 'examples/ci', name), env)

test('certs check before the first deploy, and without an engine, says that it looked at the stored ones alone', async () => {
  mustEnd(await type('mcp-deploy certs'), 0)
  const idle = mustEnd(await type('mcp-deploy certs check'), 0)
  expect(idle.stdout).toContain('Nothing runs: these are the stored ones')
  expect(idle.stdout).not.toContain('in use')
  const alone = { ...stack.env, DOCKER_HOST: 'unix:///nonexistent/docker.sock' }
  const { stderr, stdout } = mustEnd(await type('mcp-deploy certs check', alone), 0)
  expect(stdout + stderr).toMatch(/does not answer.*files alone/)
})

test('deploy.sh deploys exactly its plan, and then has nothing to do', async () => {
  mustEnd(await shell('deploy.sh'), 0)
  const before = containersOf(stack.project)
  expect(before['mcpgateway']?.running).toBe(true)
  expect(mustEnd(await shell('deploy.sh'), 0).stdout).toContain('nothing to do')
  expect(containersOf(stack.project)).toEqual(before)
})

test('renew-certificates.sh touches nothing that is good', async () => {
  const before = containersOf(stack.project)
  expect(mustEnd(await shell('renew-certificates.sh'), 0).stdout).not.toContain('deploy')
  // What it does when something is due, where nothing is.
  mustEnd(await type('mcp-deploy deploy mcp-stack.yaml --frozen'), 0)
  expect(containersOf(stack.project)).toEqual(before)
})

test('certs check tells the stored certificate from the one in use, and renew-certificates.sh makes them the same', async () => {
  const check = (...flags: readonly string[]) => type(['mcp-deploy certs check --json', ...flags].join(' '))
  const inUse = (report: Report) =>
    report.certificates.map(({ component, how, inUse: used }) => [component, how, used?.state])
  const good = reportOf(mustEnd(await check(), 0))
  expect(inUse(good).slice(0, 2)).toEqual([
    ['gateway', 'ok', 'same'],
    ['Echo', 'ok', 'same'],
  ])
  expect(good.certificates[1]?.inUse?.fingerprint).toBe(servedBy(stack.project))

  // The state is replaced, and what runs goes on with what it was started with.
  mustEnd(await type('mcp-deploy certs --force'), 0)
  const stale = reportOf(mustEnd(await check(), 3))
  expect(inUse(stale).slice(0, 2)).toEqual([
    ['gateway', 'stale', 'other'],
    ['Echo', 'stale', 'other'],
  ])
  expect(stale.certificates[1]?.inUse?.fingerprint).toBe(good.certificates[1]?.fingerprint)
  expect(stale.certificates[1]?.fingerprint).not.toBe(good.certificates[1]?.fingerprint)
  expect(stale.problems.map(({ code, severity }) => [code, severity])).toEqual([
    ['CERTIFICATE_STALE', 'warning'],
    ['CERTIFICATE_STALE', 'warning'],
  ])
  expect(inUse(reportOf(mustEnd(await check('--stored-only'), 0))).map(([, , state]) => state)).not.toContain('other')

  // What the hosts make of it: annotations and one table on GitHub, findings on GitLab.
  const summary = join(stack.folder, 'summary.md')
  writeFileSync(summary, '')
  const job = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary }
  const github = mustEnd(await type('mcp-deploy certs check', { ...stack.env, ...job }), 3)
  expect(github.stderr + github.stdout).toMatch(
    /^::warning title=CERTIFICATE_STALE::Echo runs on another server certificate/m,
  )
  expect(readFileSync(summary, 'utf8')).toMatch(/\| Echo \| server \| CN.* \| ✗ <code>\w{12}<\/code> until .*\| 89 \|/)
  mustEnd(await type('mcp-deploy certs check', { ...stack.env, GITLAB_CI: 'true', CI_PROJECT_DIR: stack.folder }), 3)
  expect(readFileSync(join(stack.folder, 'deploy/gl-code-quality.json'), 'utf8')).toContain('CERTIFICATE_STALE')

  const renewed = mustEnd(await shell('renew-certificates.sh'), 0)
  expect(renewed.stdout).toMatch(/certificates: the first ends \d{4}-\d\d-\d\d \(gateway, 89 days\)/)
  const now = reportOf(mustEnd(await check(), 0))
  expect(inUse(now)[1]).toEqual(['Echo', 'ok', 'same'])
  expect(now.certificates[1]?.inUse?.fingerprint).toBe(servedBy(stack.project))

  docker('stop', '--time', '1', containersOf(stack.project)['echo']?.id ?? '')
  const silent = reportOf(mustEnd(await check(), 0))
  expect(inUse(silent)[1]).toEqual(['Echo', 'ok', 'unreachable'])
  expect(silent.problems).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('Echo: has no running') },
  ])
  docker('start', containersOf(stack.project)['echo']?.id ?? '')
})

/** The fingerprint of what the plugin presents, as openssl sees it from inside its own container's network. */
function servedBy(project: string): string {
  const address = docker(
    'inspect',
    '--format',
    '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}',
    containersOf(project)['echo']?.id ?? '',
  )
  const dial = ['s_client', '-connect', `${address.trim().split(' ')[0]}:8000`]
  const shown = spawnSync('openssl', dial, { input: '', encoding: 'utf8' }).stdout
  const told = execFileSync('openssl', ['x509', '-noout', '-fingerprint', '-sha256'], {
    input: shown,
    encoding: 'utf8',
  })
  return told.trim().replace(/^.*=/, '').replaceAll(':', '').toLowerCase()
}

test('a failure is a failure: its exit code is that of mcp-deploy', async () => {
  expect((await shell('deploy.sh', { API_KEY: '' })).exitCode).toBe(2)
  const file = join(stack.folder, 'mcp-stack.yaml')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, `${text}nonsense: true\n`)
  expect((await shell('renew-certificates.sh')).exitCode).toBe(2)
  writeFileSync(file, text)
})
