import { expect, test } from 'vitest'
import type { EnvValue } from '../../src/model/env-value.ts'
import { errorsOf, small, stackFile } from './stack-file.ts'

const env = async (lines: readonly string[], variables: Readonly<Record<string, string>> = {}, more = '') => {
  const text = `${small}  env_vars:\n${lines.map((line) => `    ${line}\n`).join('')}${more}`
  return (await stackFile(text, { variables }).read()).gateway.env
}
const parts = (value: EnvValue | undefined) =>
  value?.kind === 'secret'
    ? value.parts.map((part) => (part.kind === 'literal' ? part.text.reveal() : `<${part.secret}:${part.encoding}>`))
    : value?.value

test('what is secret, and how it is put together', async () => {
  const result = await env(
    [
      'API_KEY: literal-value',
      'PLAIN: hello',
      'MONKEY: banana',
      'FROM_SECRET: "x-${DB_PASSWORD}-y"',
      'FROM_PLAIN: ${LEVEL}',
      'MY_TOKEN: ${LEVEL}',
      'URL: redis://:${LEVEL}@cache.example.test/0',
      'ENCODED: https://me:${DB_PASSWORD:urlencode}@a.example.test/',
      'EMPTY_KEY: ""',
      'TOKEN_ENABLED: "true"',
      'DEFAULT: ${NO_PASSWORD:-fallback}',
    ],
    { DB_PASSWORD: 'p@ss', LEVEL: 'info' },
  )
  expect(Object.fromEntries(Object.entries(result).map(([name, value]) => [name, parts(value)]))).toEqual({
    API_KEY: ['literal-value'],
    PLAIN: 'hello',
    MONKEY: 'banana',
    FROM_SECRET: ['x-', '<DB_PASSWORD:none>', '-y'],
    FROM_PLAIN: 'info',
    MY_TOKEN: ['<LEVEL:none>'],
    URL: ['redis://:', '<LEVEL:none>', '@cache.example.test/0'],
    ENCODED: ['https://me:', '<DB_PASSWORD:url>', '@a.example.test/'],
    EMPTY_KEY: '',
    TOKEN_ENABLED: 'true',
    DEFAULT: ['fallback'],
  })
})

test('secret_env adds, plain_env removes', async () => {
  const lists = '  secret_env: [NOTE]\n  plain_env: [TOKEN_EXPIRY]\n'
  const result = await env(['NOTE: abc', 'TOKEN_EXPIRY: 60'], {}, lists)
  expect(result['NOTE']?.kind).toBe('secret')
  expect(result['TOKEN_EXPIRY']).toEqual({ kind: 'plain', value: '60' })
})

test('a name in vault_secrets is secret whatever it is called, and plain_env cannot open it', async () => {
  const text = `${small}  env_vars: {A: "\${NOTE}"}\nci_cd: {vault_secrets: [NOTE]}\n`
  expect((await stackFile(text, { variables: { NOTE: 's' } }).read()).gateway.env['A']?.kind).toBe('secret')
  const opened = text.replace('env_vars', 'plain_env: [A]\n  env_vars')
  expect(errorsOf(await stackFile(opened, { variables: { NOTE: 's' } }).problems())).toMatchObject([
    { path: 'gateway.env_vars.A' },
  ])
})

test('the driver is named where the whole URL comes from outside', async () => {
  const result = await env(['DATABASE_URL: ${DATABASE_URL}'], { DATABASE_URL: 'postgres://u:p@db.example.test/x' })
  expect(parts(result['DATABASE_URL'])).toEqual(['postgresql+psycopg://u:p@db.example.test/x'])
})

test('an unencoded password from outside is told by name', async () => {
  const text = `${small}  env_vars: {DATABASE_URL: "postgresql://u:\${DB_PASSWORD}@db.example.test/x"}\n`
  const [error, ...others] = errorsOf(await stackFile(text, { variables: { DB_PASSWORD: 'hunter2/@' } }).problems())
  expect(error?.hint).toBe('Write ${DB_PASSWORD:urlencode}')
  expect(others).toEqual([])
  const encoded = text.replace('DB_PASSWORD}', 'DB_PASSWORD:urlencode}')
  expect(errorsOf(await stackFile(encoded, { variables: { DB_PASSWORD: 'hunter2/@' } }).problems())).toEqual([])
})

test.each([
  ['  env_vars: {API_KEY: hunter2secret, A: {b: c}}\n', '  env_vars: {API_KEY: ***, A: {b: c}}'],
  ['  env_vars: {API_KEY: "hunter2", NAME: [x]}\n', '  env_vars: {API_KEY: ***, NAME: [x]}'],
  ['  env_vars: {NOTE: hunter2secret, A: [b]}\n  secret_env: [NOTE]\n', '  env_vars: {NOTE: ***, A: [b]}'],
  ['  env_vars: {URL: "redis://h/0?password=hunterqp", A: [b]}\n', '  env_vars: {URL: ***, A: [b]}'],
  [
    '  env_vars: {DBPASS: hunter2, AUTH: "true", PWD: /srv, A: [b]}\n',
    '{DBPASS: ***, AUTH: "true", PWD: /srv, A: [b]}',
  ],
  ['  env_vars: {X: ghp_hunter2hunter2, Y: Bearer hunter2, A: [b]}\n', '  env_vars: {X: ***, Y: ***, A: [b]}'],
])('frames hide secrets and keep the caret: %s', async (lines, shown) => {
  const [error] = errorsOf(await stackFile(`${small}${lines}`).problems())
  const [line = '', caret = ''] = (error?.frame ?? '').split('\n')
  expect(line).toContain(shown)
  expect(line[caret.indexOf('^')]).toBe(error?.path?.endsWith('A') === true ? 'A' : 'N')
})

test.each([
  ['gateway:\n  env_vars:\n    API_KEY: "hunter2secret\n'],
  ['gateway:\n  env_vars:\n    API_KEY: hunter2: secret\n'],
  ['gateway:\n  env_vars: {API_KEY: hunter2secret\n'],
  ['gateway:\n  env_vars:\n    API_KEY: |\n      hunter2secret\n\tx: hunter2\n'],
  ['gateway:\n  env_vars:\n    API_KEY: "a\n      hunter2secret" x\n'],
  ['gateway:\n  env_vars:\n    API_KEY:\n      hunter2secret: : :\n'],
  ['gateway:\n  env_vars:\n    API_KEY: !x hunter2secret\n'],
  ['gateway:\n  env_vars:\n    API_KEY: *hunter2secret\n'],
  ['gateway:\n  env_vars:\n    API_KEY: &hunter2 &hunter2 x\n'],
  ['ci_cd: {a: https://me:hunter2@x.example.test/ b: c: d}\n'],
  ['ci_cd: {a: https://x.example.test/?token=hunter2 b: c: d}\n'],
  ['ci_cd: {a: ghp_hunter2hunter2 b: c: d}\n'],
  ['ci_cd: {pat: hunter2 b: c: d}\n'],
])('text that cannot be parsed hides them too: %j', async (text) => {
  const problems = await stackFile(text).validate()
  expect(errorsOf(problems).length).toBeGreaterThan(0)
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

test('explain names secrets and says where values are from', async () => {
  const text = `${small}  env_file: a.env\n  env_vars: {API_KEY: hunter2, LEVEL: "\${LEVEL:-x}"}\n`
  const files = { 'a.env': 'A=1\nPASSWORD=hunter2-${DB_PASSWORD}\n' }
  const lines = await stackFile(text, {
    files,
    variables: { DB_PASSWORD: 'hunter2' },
    sets: ['gateway.port=5000'],
  }).explain()
  const found = (path: string) => lines.find((line) => line.path === path)

  expect(found('gateway.env_vars.API_KEY')).toMatchObject({ value: '***' })
  expect(found('gateway.env_vars.PASSWORD')).toEqual({
    path: 'gateway.env_vars.PASSWORD',
    value: '***${DB_PASSWORD}',
    origin: 'a.env:2:1',
  })
  expect(found('gateway.port')).toEqual({ path: 'gateway.port', value: '5000', origin: '--set gateway.port' })
  expect(found('gateway.replicas')).toEqual({ path: 'gateway.replicas', value: '1', origin: 'default' })
  expect(JSON.stringify(lines)).not.toContain('hunter2')
})

test('explain and the redactor know a secret by its form', async () => {
  const lines = [
    'REDIS_URL: redis://h.example.test/0?password=hunterqp',
    'HOOK: https://hooks.slack.com/services/T0/B0/hunter2',
    'CONN: Server=db;Password=hunter2hunter2;',
    'PEM: "-----BEGIN PRIVATE KEY-----\\nhunter2hunter2\\n-----END PRIVATE KEY-----"',
    'A: ${HEADER}',
    'PASS: hunter2',
    'GITHUB_PAT: hunter2',
    'BASIC_AUTH: "true"',
  ]
  const text = `${small}  env_vars:\n${lines.map((line) => `    ${line}\n`).join('')}  args: ["--api-key=hunter2"]\n`
  const file = stackFile(text, { variables: { HEADER: 'Bearer hunter2x' } })
  const values = Object.fromEntries((await file.explain()).map(({ path, value }) => [path, value]))
  expect(values).toMatchObject({
    'gateway.env_vars.A': '${HEADER}',
    'gateway.env_vars.BASIC_AUTH': 'true',
    'gateway.env_vars.GITHUB_PAT': '***',
    'gateway.env_vars.REDIS_URL': '***',
    'gateway.args[0]': '***',
  })
  expect(JSON.stringify(values)).not.toContain('hunter')
  const known = file.masked.map((secret) => secret.reveal())
  expect(known).toEqual(expect.arrayContaining(['hunterqp', 'redis://h.example.test/0?password=hunterqp']))
})

test('a value is called as the secret that it is, and one that stands in the file as the variable of its component', async () => {
  const text = `${small}  env_vars:
    TOKEN: \${ALPHA_SECRET}
    PASSWORD: hunter2hunter2
plugins:
  - {name: A, image: "a/b:1", env_vars: {TOKEN: other-hunter2, AUTH_TOKEN: "Bearer \${ALPHA_SECRET}"}}
`
  const file = stackFile(text, { variables: { ALPHA_SECRET: 'hunter3hunter3' } })
  await file.explain()
  const names = Object.fromEntries(file.masked.map((secret) => [secret.reveal(), secret.name]))
  expect(names).toMatchObject({
    hunter3hunter3: 'ALPHA_SECRET',
    hunter2hunter2: 'gateway.PASSWORD',
    'other-hunter2': 'A.TOKEN',
  })
})

test('a secret where plans show it is warned about, unseen', async () => {
  const text = `${small}  args: ["--api-key=hunter2", "--level=info", "--verbose"]
plugins:
  - {name: A, path: ., containerfile: f, build_args: {NPM_TOKEN: hunter2, MODE: x}}
`
  const problems = await stackFile(text, { files: { f: 'FROM x:1\n' } }).problems()
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ['CONFIG_WARNING', 'gateway.args[0]'],
    ['CONFIG_WARNING', 'plugins[0].build_args.NPM_TOKEN'],
  ])
  expect(JSON.stringify(problems)).not.toContain('hunter2')
})

test('plain_env opens what only looks secret', async () => {
  const lines = '  plain_env: [CALLBACK]\n'
  const result = await env(['CALLBACK: https://a.example.test/?token=none1'], {}, lines)
  expect(result['CALLBACK']).toEqual({ kind: 'plain', value: 'https://a.example.test/?token=none1' })
})

test.each([
  'https://example.test/x.git?token=hunterq2',
  'git@example.test:x.git?token=hunterq2',
  'https://e.test/x#hunterq2',
])('a repository with a query is refused and not shown: %s', async (repo) => {
  const file = stackFile(`${small}plugins:\n  - name: A\n    repo: ${repo}\n`)
  const problems = await file.validate()
  expect(errorsOf(problems)).toMatchObject([{ path: 'plugins[0].repo', message: expect.stringContaining('query') }])
  expect(JSON.stringify(problems)).not.toContain('hunterq2')
  expect(file.masked.some((secret) => secret.reveal().includes('hunterq2'))).toBe(true)
})

test('the digest does not know secrets, folders and problems', async () => {
  const one = await stackFile(`${small}  env_vars: {API_KEY: abcdefgh}\n`).read()
  const other = await stackFile(`${small}  env_vars: {API_KEY: ijklmnop}\n`).read()
  expect(one.digest).toBe(other.digest)
  expect((await stackFile(small).read()).digest).not.toBe(one.digest)
})

test('a secret that says where it is: not missing here, no default hides it, and a variable of that name is not looked at', async () => {
  const more = 'ci_cd: {vault_secrets: [{name: JWT, from: "vault:secret/data/mcp#jwt"}]}\n'
  const lines = ['A: ${JWT}', 'B: "${JWT:-fallback}"', 'C: "${JWT:?say it}"', 'D: "${JWT:+there}"']
  for (const variables of [{}, { JWT: 'of the environment' }]) {
    const result = await env(lines, variables, more)
    expect(Object.fromEntries(Object.entries(result).map(([name, value]) => [name, parts(value)]))).toEqual({
      A: ['<JWT:none>'],
      B: ['<JWT:none>'],
      C: ['<JWT:none>'],
      D: 'there',
    })
  }
})

test('with a provider that is asked for names, what this environment lacks is not missing yet', async () => {
  const text = (secrets: string) =>
    `${small}  env_vars: {MY_TOKEN: "\${MY_TOKEN}", LEVEL: "\${LEVEL}"}\nci_cd: {secrets: ${secrets}}\n`
  const codes = async (secrets: string) =>
    errorsOf(await stackFile(text(secrets)).problems()).map(({ code, path }) => [code, path])
  const level = ['VARIABLE_MISSING', 'gateway.env_vars.LEVEL']
  const token = ['SECRET_MISSING', 'gateway.env_vars.MY_TOKEN']
  expect(await codes('{vault: {path: secret/data/mcp}}')).toEqual([level])
  expect(await codes('{providers: [environment, file], files: {folder: /run/secrets}}')).toEqual([level])
  expect(await codes('{vault: {address: "https://vault.example.com"}}')).toEqual([token, level])
  expect(await codes('{providers: [environment], files: {folder: /run/secrets}}')).toEqual([token, level])
})

test('a signer that does not sign is noted, and a folder beside a program is warned of', async () => {
  const said = async (certificates: string) =>
    (await stackFile(`${small}certificates: ${certificates}\n`).problems()).map(
      ({ severity, message }) => `${severity}: ${message.split(',')[0]}`,
    )
  const pair = 'ca_secret: {certificate: "vault:secret/data/ca#cert", key: "vault:secret/data/ca#key"}'
  expect(await said(`{${pair}}`)).toEqual(['note: certificates.ca_secret is not used by authority: local'])
  expect(await said(`{authority: env, ${pair}}`)).toEqual([])
  expect(await said('{external: {timeout: 60}}')).toEqual([
    'note: certificates.external is not used by authority: local',
  ])
  expect(await said('{authority: external, external: {command: [sign]}}')).toEqual([])
  expect(await said('{authority: external, external: {command: [sign], folder: ./requests}}')).toEqual([
    'warning: certificates.external.folder does nothing beside external.command: the program gets each request',
  ])
  for (const authority of ['env', 'external', 'local'])
    expect(await said(`{authority: ${authority}, ca_storage: files}`)).toEqual(
      authority === 'local' ? [] : [`note: certificates.ca_storage is not used by authority: ${authority}`],
    )
})
