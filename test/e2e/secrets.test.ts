import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf, docker, networksOf, volumesOf } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { watchCommandLines } from '../support/processes.ts'
import { lastScreen, mustEnd, runTool } from '../support/tool.ts'

// Everything that the tool can say or leave behind, searched for every secret there is.

const given = 'e2e-Given+Secret/0123456789=@:'
let example: Example
let commandLines: readonly string[]
/** Where a value might be → the text there. */
const places: Record<string, string> = {}
const secrets: Record<string, string> = {}

beforeAll(async () => {
  const watch = watchCommandLines()
  example = await openExample('secrets', { API_KEY: given })
  example.edit('mcp-stack.yaml', 'ci_cd:\n', 'ci_cd:\n  vault_secrets:\n    - { name: API_KEY, to: [WordGuard] }\n')
  example.edit(
    'mcp-stack.yaml',
    'priority: 20\n',
    'priority: 20\n    env_vars:\n      URL: https://bot:${API_KEY:urlencode}@example.com/\n',
  )
  await runEverything()
  commandLines = watch.stop()
  collectSecrets()
  collectPlaces()
})

afterAll(async () => {
  await example.close()
})

test('the secrets are where they belong', () => {
  expect(Object.keys(secrets)).toEqual(
    expect.arrayContaining([
      'JWT_SECRET_KEY',
      'AUTH_ENCRYPTION_SECRET',
      'PLATFORM_ADMIN_PASSWORD',
      'API_KEY',
      'mcpgateway key',
      'wordguard key',
    ]),
  )
  expect(containersOf(example.project).wordguard?.env).toContain(`API_KEY=${given}`)
})

test('no secret value is in any output, file, label, log or process argument', () => {
  const found = Object.entries(secrets).flatMap(([name, value]) =>
    formsOf(value).flatMap((form) =>
      Object.entries({ ...places, 'process arguments': commandLines.join('\n') })
        .filter(([, text]) => text.includes(form))
        .map(([place]) => `${name} in ${place}`),
    ),
  )
  expect([...new Set(found)]).toEqual([])
  expect(Object.keys(places)).toEqual(
    expect.arrayContaining(
      ['summary.md', 'deploy/report.json', 'deploy/mcp-deploy.env', 'deploy/junit-verify.xml'].map((name) =>
        join(example.folder, name),
      ),
    ),
  )
  expect(commandLines.some((line) => line.includes(example.project))).toBe(true)
})

/** Every command that prints or writes something, and a run that fails. */
async function runEverything(): Promise<void> {
  mustEnd(await example.run('plan', '--verbose'), 0)
  mustEnd(await example.run('deploy', '--verbose'), 0)
  mustEnd(await example.run('deploy', '--json', '--set', 'plugins[0].env_vars.ROUND=1'), 0)
  mustEnd(await example.run('plan', '--json', '--set', 'plugins[0].env_vars.ROUND=2', '-o', 'frozen-plan.json'), 0)
  for (const command of ['config', 'validate', 'verify', 'status', 'history', 'certs', 'certs check']) {
    for (const flags of [[], ['--json']]) mustEnd(await example.run(command, ...flags), 0)
  }
  mustEnd(await example.run('logs'), 0)
  mustEnd(await example.run('generate', '-o', 'generated'), 0)
  // What the CI hosts write: summary, annotations, report, dotenv, code quality, JUnit.
  const hosts = [
    { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(example.folder, 'summary.md') },
    { GITLAB_CI: 'true', CI_PROJECT_DIR: example.folder },
  ]
  writeFileSync(join(example.folder, 'summary.md'), '')
  for (const host of hosts) {
    const options = { cwd: example.folder, env: { ...example.env, ...host } }
    example.runs.push(mustEnd(await runTool(['verify', 'mcp-stack.yaml'], options), 0))
    example.runs.push(mustEnd(await runTool(['deploy', 'mcp-stack.yaml', '--verbose'], options), 0))
  }
  // The evidence of a failure is where a careless container gives its secrets away.
  const command = '["sh", "-c", "printenv API_KEY | sed s/^/careless:/; exit 9"]'
  const failed = mustEnd(await example.run('deploy', '--set', `plugins[0].command=${command}`), 1)
  if (!lastScreen(failed).includes('careless:[secret'))
    throw new Error(`not masked or not shown:\n${lastScreen(failed)}`)
}

function collectSecrets(): void {
  const containers = containersOf(example.project)
  const isSecret = /PASSWORD|SECRET|TOKEN|(^|_)KEY$|CREDENTIAL/
  for (const { env } of Object.values(containers)) {
    for (const [name, value] of env.map((line) => splitAt(line, '='))) {
      if (isSecret.test(name) && value.length >= 8 && !value.startsWith('/')) secrets[name] = value
    }
  }
  for (const service of ['mcpgateway', 'wordguard', 'mailmask']) {
    const key = docker('exec', containers[service]?.id ?? '', 'sh', '-c', 'cat /app/certs/mcp/*.key')
    // The middle lines of the PEM text: nothing else holds them.
    secrets[`${service} key`] = key.split('\n').slice(1, -1).join('')
  }
}

function collectPlaces(): void {
  for (const [index, run] of example.runs.entries()) {
    places[`output ${index}`] = run.stdout
    places[`error output ${index}`] = run.stderr
  }
  // certs/ is the one folder that holds keys, for people; it is ignored by git.
  for (const file of filesIn(example.folder).filter((path) => !path.startsWith(join(example.folder, 'certs')))) {
    places[file] = readFileSync(file, 'latin1')
  }
  const containers = Object.values(containersOf(example.project))
  for (const { service, id } of containers) {
    places[`log of ${service}`] = execFileSync('sh', ['-c', `docker logs ${id} 2>&1`], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    places[`labels and command of ${service}`] = docker(
      'inspect',
      '--format',
      '{{json .Config.Labels}} {{.Path}} {{json .Args}}',
      id,
    )
  }
  for (const volume of volumesOf(example.project)) places[`volume ${volume}`] = docker('volume', 'inspect', volume)
  for (const network of networksOf(example.project))
    places[`network ${network}`] = docker('network', 'inspect', network)
  for (const image of new Set(containers.map((one) => one.image))) {
    places[`image ${image}`] = docker('image', 'inspect', image) + docker('history', '--no-trunc', image)
  }
}

/** A value as it is and as it looks in base64 wherever it begins, in hex, in a URL and in JSON. */
function formsOf(value: string): readonly string[] {
  const base64 = ['', 'x', 'xx'].map((before) =>
    // Without what the bytes around it have a part in.
    Buffer.from(`${before}${value}`)
      .toString('base64')
      .replace(/=+$/, '')
      .slice(before.length * 2, -1),
  )
  const hex = Buffer.from(value).toString('hex')
  return [value, ...base64, hex, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
}

function splitAt(line: string, separator: string): readonly [string, string] {
  const at = line.indexOf(separator)
  return [line.slice(0, at), line.slice(at + 1)]
}
