import { expect, test } from 'vitest'
import { addBelow, base, change, gatewayEnv } from './bad/base.ts'
import { errorsOf, stackFile } from './stack-file.ts'

/** Mirror images of the bad inputs: near a limit, or only odd. None may be refused. */
const goodInputs: readonly (readonly [name: string, text: string])[] = [
  ['byte order mark', `\ufeff${base}`],
  ['carriage returns', base.replaceAll('\n', '\r\n')],
  ['no newline at the end', base.trimEnd()],
  ['document markers', `---\n${base}...\n`],
  ['comments', base.replaceAll('\n', ' # note\n')],
  [
    'anchor and alias',
    change('cpu_limit', 'cpu_limit: &limit "1"').replace('port: 8000', 'port: 8000\n    cpu_limit: *limit'),
  ],
  [
    'merge key',
    base
      .replace('  - name: Rewriter', '  - &r\n    name: Rewriter')
      .concat('environments:\n  a:\n    plugins:\n      - <<: *r\n        port: 8200\n'),
  ],
  ['tag of the core schema', change('namespace', 'namespace: !!str tools')],
  ['namespace of digits in quotes', change('namespace', 'namespace: "123"')],
  ['namespace default', change('namespace', 'namespace: default')],
  ['highest port', base.replace('port: 8100', 'port: 64535')],
  ['highest port without mTLS', base.replace('port: 8100', 'port: 65535\n    mtls_enabled: false')],
  ['the same port in two containers', base.replace('port: 8100', 'port: 8000')],
  ['memory in bytes', change('memory_limit', 'memory_limit: 1073741824')],
  ['memory with a fraction', change('memory_limit', 'memory_limit: 0.5Gi')],
  ['memory in SI', change('memory_limit', 'memory_limit: 512M')],
  ['cpu as a number', change('cpu_limit', 'cpu_limit: 0.5')],
  ['cpu as a whole number', change('cpu_limit', 'cpu_limit: 2')],
  ['name of one letter', change('name', 'name: x')],
  ['name of digits in quotes', change('name', 'name: "1"')],
  ['priority 0 and below', addBelow('ref', '    priority: -5')],
  ['longest life', change('validity_days', 'validity_days: 825')],
  ['renewal off', addBelow('validity_days', '  renew_before_days: 0')],
  ['absolute certificate folder', change('ca_path', 'ca_path: /srv/keys/ca')],
  ['similar certificate folders', change('ca_path', 'ca_path: ./keys/plugins-ca')],
  ['ssh with a port', change('repo', 'repo: ssh://git@git.example.test:2222/team/a.git')],
  ['https with a port', change('repo', 'repo: https://git.example.test:8443/team/a')],
  ['scp form without a user', change('repo', 'repo: git.example.test:team/a.git')],
  ['host that only looks like loopback', change('repo', 'repo: https://localhost.example.test/a.git')],
  [
    'trusted plain repository',
    change('repo', 'repo: http://127.0.0.1:3000/team/a.git').concat(
      '  build:\n    insecure_repos: ["http://127.0.0.1:3000/team"]\n',
    ),
  ],
  ['image with port, tag and digest', change('image', `image: localhost:5000/a/b:1@sha256:${'0'.repeat(64)}`)],
  ['number as a ref in quotes', change('ref', 'ref: "2024"')],
  ['short hash', change('ref', 'ref: abc1234')],
  [
    'values of any kind',
    gatewayEnv(
      'A: 1',
      'B: true',
      'C: 1.50',
      'D: ""',
      'E: "a\\nb"',
      "F: 'it''s'",
      'G: "${MCP_T_D}"',
      'H: $$HOME',
      'I: "\\u00e4\\U0001F600"',
      'j_k: x',
    ),
  ],
  ['names of inherited properties', gatewayEnv('constructor: a', 'toString: b', 'hasOwnProperty: c')],
  ['literal block', gatewayEnv('A: |', '  one', '  two')],
  ['URL with an encoded password', gatewayEnv('DATABASE_URL: postgresql+psycopg://u:p%40ss@db.example.test/a')],
  ['URL with @ in its path', gatewayEnv('A: https://a.example.test/users/@me?x=1:2@3')],
  ['several hosts in a URL', gatewayEnv('A: postgresql://u:p@a.example.test:5432,b.example.test:5432/x')],
  ['empty maps and lists', addBelow('ref', '    env_vars: {}', '    args: []', '    plugin_overrides: {}')],
  ['empty overlay', `${base}environments:\n  staging: {}\n  other:\n`],
  ['version', `version: 1\nrequired_version: ">=0.1 <1"\n${base}`],
  [
    'keys of the incumbent',
    addBelow(
      'namespace',
      '  project_name: tools',
      '  container_engine: /usr/bin/podman',
      '  openshift: {create_routes: true, domain: apps.example.test, tls_termination: edge}',
    ).concat(
      'infrastructure:\n  postgres: {enabled: true, image: "quay.io/sclorg/postgresql-15-c9s:c9s", database: mcp, user: postgres, storage_size: 10Gi, storage_class: fast}\n  redis: {enabled: false}\n',
    ),
  ],
]

test.each(goodInputs.map(([name, text]) => ({ name, text })))('$name', async ({ text }) => {
  const problems = errorsOf(await stackFile(text, { variables: { MCP_T_D: 'word' } }).validate())
  expect(problems.map(({ path, message }) => [path, message])).toEqual([])
})
