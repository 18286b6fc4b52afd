import { expect, test } from 'vitest'
import { errorsOf, stackFile } from './stack-file.ts'

/** Faults that do not touch one another: lines for the gateway or whole plugins, and the paths that must be told. */
const gatewayFaults: readonly (readonly [lines: string, path: string])[] = [
  ['  porrt: 4444\n', 'gateway.porrt'],
  ['  memory_request: 2Gi\n  memory_limit: 1Gi\n', 'gateway.memory_request'],
  ['  replicas: none\n', 'gateway.replicas'],
  [
    '  env_vars: {A: [b], "C D": e, DATABASE_URL: "postgresql://u:a@b@db.example.test/x"}\n',
    'gateway.env_vars.DATABASE_URL',
  ],
  ['  plain_env: [1, two]\n', 'gateway.plain_env[0]'],
]
const pluginFaults: readonly (readonly [item: string, key: string])[] = [
  ['{name: gateway, image: "a/b:1", port: 64536, mtls_enabled: true}', 'name'],
  ['{name: postgres, image: "a/b:1", cpu_request: 2, cpu_limit: 1}', 'name'],
  ['{name: mcpgateway, path: ./nowhere}', 'name'],
  ['{name: a_b, image: "a/b:1", porrt: 64536}', 'porrt'],
  ['{name: A-B, image: "a/b:1"}', 'name'],
  ['{name: Secured, image: "a/b:1", mtls_enabled: true}', 'mtls_enabled'],
  ['{name: High, image: "a/b:1", mtls_enabled: true, port: 64536}', 'port'],
  ['{name: Both, image: "a/b:1", repo: "https://git.example.test/a.git"}', 'repo'],
  ['{name: Typo, image: "a/b:1", memroy_limit: 1Gi, cpu_request: 3, cpu_limit: 1}', 'cpu_request'],
]
/** What else the first three plugins have, behind their broken names. */
const behindNames = ['plugins[0].port', 'plugins[0].mtls_enabled', 'plugins[1].cpu_request', 'plugins[2].path']

test('all problems of a file in one run: no broken part hides what is elsewhere', async () => {
  const text = [
    'unknown: 1\ndeployment: {type: composee}\ngateway:\n  image: registry.example.test/gateway:1.0.0\n  mtls_enabled: false\n',
    ...gatewayFaults.map(([lines]) => lines),
    'plugins:\n',
    ...pluginFaults.map(([item]) => `  - ${item}\n`),
    'certificates: {validity_days: 0, ca_path: ., renew_before: 1}\n',
    'ci_cd: {vault_secrets: [{name: X, to: [Nobody]}], deploy: {timeout: soon}}\n',
  ].join('')
  const told = new Set(errorsOf(await stackFile(text).validate()).map(({ path }) => path))

  const expected = [
    'unknown',
    'deployment.type',
    ...gatewayFaults.map(([, path]) => path),
    'gateway.env_vars.A',
    ...pluginFaults.map(([, key], index) => `plugins[${index}].${key}`),
    ...behindNames,
    'certificates.validity_days',
    'certificates.ca_path',
    'certificates.renew_before',
    'ci_cd.deploy.timeout',
    'ci_cd.vault_secrets[0]',
  ]
  expect(expected.filter((path) => !told.has(path))).toEqual([])
})

test.each(['"4444"', "'4444'"])('port %s: the quotes are the fault', async (port) => {
  const [error] = errorsOf(await stackFile(gatewayWith(`port: ${port}`)).validate())
  expect(error).toMatchObject({ path: 'gateway.port', hint: 'Remove the quotes' })
})

test.each([
  ['port: 70000', []],
  ['port: four', []],
  ['mtls_enabled: yes', []],
  ['replicas: 1', ['gateway.port=abc']],
  ['replicas: 1', ['gateway.port=70000']],
])('%s %j: nothing was quoted, and nobody says so', async (line, sets) => {
  const problems = errorsOf(await stackFile(gatewayWith(line), { sets }).validate())
  expect(problems).toHaveLength(1)
  expect(JSON.stringify(problems)).not.toContain('quotes')
})

function gatewayWith(line: string): string {
  return `deployment: {type: compose}\ngateway:\n  image: registry.example.test/gateway:1.0.0\n  ${line}\n`
}
