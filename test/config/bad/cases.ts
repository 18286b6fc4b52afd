import type { Code } from '../../../src/model/problem.ts'
import { addBelow, base, change, gatewayEnv } from './base.ts'

export interface BadInput {
  readonly name: string
  readonly text: string | Uint8Array
  /** Of the first error. */
  readonly path?: string
  readonly code?: Code
  /** Found in the messages and hints of the errors. */
  readonly says?: RegExp
  /** Files beside the stack file. */
  readonly files?: Readonly<Record<string, string>>
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark: boolean) => {
  const body = Buffer.from(text, 'utf16le')
  return mark ? Buffer.concat([Buffer.from([0xff, 0xfe]), body]) : body
}

const utf32 = (text: string) => new Uint8Array(Uint32Array.from(text, (letter) => letter.codePointAt(0) ?? 0).buffer)

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
for (let level = 0; level < 9; level++) {
  const name = String.fromCharCode(98 + level)
  const before = String.fromCharCode(97 + level)
  bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
}

const documents: readonly BadInput[] = [
  { name: 'empty file', text: '', code: 'CONFIG_INVALID', says: /empty/ },
  { name: 'list at the top', text: '- a\n- b\n', says: /must be a map/ },
  { name: 'text at the top', text: 'hello\n', says: /must be a map/ },
  { name: 'UTF-16 with a mark', text: utf16(base, true), code: 'CONFIG_SYNTAX', says: /UTF-16/ },
  { name: 'UTF-16 without a mark', text: utf16(base, false), says: /UTF-16/ },
  { name: 'UTF-32 with a mark', text: utf32(`\ufeff${base}`), code: 'CONFIG_SYNTAX', says: /UTF-32/ },
  { name: 'UTF-32 without a mark', text: utf32(base), code: 'CONFIG_SYNTAX', says: /UTF-32/ },
  { name: 'UTF-32 from the big end', text: utf32(base).toReversed(), says: /UTF-32/ },
  { name: 'Latin-1', text: Buffer.from(`${base}# caf\u00e9\n`, 'latin1'), says: /UTF-8/ },
  { name: 'NUL in the file', text: utf8(`${base}# \0\n`), says: /NUL/ },
  { name: 'escape character in the file', text: `${base}# \u001b[31m\n`, says: /control character/ },
  { name: 'two documents', text: `${base}---\n${base}`, says: /several documents/ },
  { name: 'YAML 1.1 directive', text: `%YAML 1.1\n---\n${base}`, says: /directive/ },
  { name: 'alias bomb', text: `${bomb.join('\n')}\n`, says: /aliases|alias/ },
  { name: 'alias of itself', text: 'gateway: &g\n  image: *g\n', says: /contains itself/ },
  { name: 'merge of a list', text: addBelow('port', '  <<: [a, b]'), says: /merges maps/ },
  { name: 'deep brackets', text: `gateway: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, says: /deep/ },
  { name: 'deep braces', text: `gateway: ${'{a: '.repeat(3000)}1${'}'.repeat(3000)}\n`, says: /deep/ },
  { name: 'deep dashes', text: `gateway:\n${'- '.repeat(3000)}x\n`, says: /deep/ },
  {
    name: 'deep indentation',
    text: Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    says: /deep/,
  },
  { name: 'huge file', text: `# ${'x'.repeat(2_000_000)}\n`, says: /bytes/ },
  { name: 'many lines', text: 'a: 1\n'.repeat(60_000), says: /more than/ },
  { name: 'duplicate top-level key', text: `${base}gateway:\n  image: a:1\n`, says: /duplicate/ },
  {
    name: 'duplicate in flow',
    text: change('deployment', 'deployment: {type: compose, type: kubernetes}').replace(
      / {2}type: kubernetes\n {2}namespace: tools\n/,
      '',
    ),
    says: /duplicate/,
  },
  { name: '__proto__ at the top', text: `__proto__: {a: 1}\n${base}`, says: /__proto__/ },
  { name: 'python tag', text: change('port', 'port: !!python/object:os.system 1'), says: /tag/ },
  ...['!!binary aGVsbG8=', '!!timestamp 2024-01-01', '!!set {a}', '!!omap [{a: 1}]'].map((value) => ({
    name: `tag ${value}`,
    text: change('image', `image: ${value}`),
    code: 'CONFIG_SYNTAX' as const,
    says: /unknown tag/,
  })),
  { name: 'unclosed quote', text: change('image', 'image: "registry.example.test/a:1'), code: 'CONFIG_SYNTAX' },
  { name: 'unclosed bracket', text: `${base}x: [1, 2\n`, code: 'CONFIG_SYNTAX' },
  { name: 'two colons', text: change('image', 'image: a: b'), code: 'CONFIG_SYNTAX' },
  { name: 'map as key', text: `${base}? {a: 1}\n: b\n`, says: /key/ },
  { name: 'unknown top-level key', text: `${base}plugin: []\n`, path: 'plugin', says: /Did you mean plugins/ },
  {
    name: 'unknown key with a near one',
    text: addBelow('port', '  memroy_limit: 1Gi'),
    path: 'gateway.memroy_limit',
    says: /memory_limit/,
  },
  { name: 'toString as key', text: `${base}toString: 1\n`, path: 'toString' },
]

const deployments: readonly BadInput[] = [
  { name: 'no deployment', text: base.replace(/^deployment:\n( .*\n)+/, ''), path: 'deployment', says: /required/ },
  { name: 'no type', text: base.replace('  type: kubernetes\n', ''), path: 'deployment.type' },
  { name: 'type as a list', text: change('type', 'type: [compose]'), path: 'deployment.type' },
  { name: 'no gateway', text: base.replace(/^gateway:\n( .*\n)+/m, ''), path: 'gateway', says: /required/ },
  {
    name: 'namespace of 64',
    text: change('namespace', `namespace: ${'n'.repeat(64)}`),
    path: 'deployment.namespace',
    says: /63/,
  },
  { name: 'kube-system', text: change('namespace', 'namespace: kube-system'), path: 'deployment.namespace' },
  { name: 'namespace ends in a dash', text: change('namespace', 'namespace: tools-'), path: 'deployment.namespace' },
  {
    name: 'namespace is a number',
    text: change('namespace', 'namespace: 12'),
    path: 'deployment.namespace',
    says: /quotes/,
  },
  { name: 'version 2', text: `version: 2\n${base}`, path: 'version' },
  { name: 'version as text', text: `version: "1"\n${base}`, path: 'version' },
  {
    name: 'newer tool required',
    text: `required_version: ">=99"\n${base}`,
    path: 'required_version',
    code: 'VERSION_REQUIRED',
  },
  { name: 'bad range', text: `required_version: "soon"\n${base}`, path: 'required_version' },
  { name: 'project name', text: addBelow('namespace', '  project_name: My_Stack'), path: 'deployment.project_name' },
  {
    name: 'engine with an option',
    text: addBelow('namespace', '  container_engine: docker --host x'),
    path: 'deployment.container_engine',
  },
]

const numbers: readonly BadInput[] = [
  ...['0', '65536', '80.5', '"4444"', 'true', '0x1ffff', '-1', '[1]', '1e9'].map((value) => ({
    name: `port ${value}`,
    text: change('port', `port: ${value}`),
    path: 'gateway.port',
  })),
  ...['0', '1.5', '"2"', '1e9', '.nan', 'null'].map((value) => ({
    name: `replicas ${value}`,
    text: change('replicas', `replicas: ${value}`),
    path: 'gateway.replicas',
  })),
  ...[
    '512',
    '512m',
    '1.5.Gi',
    '1e3Mi',
    '-1Gi',
    '512MiB',
    '512mi',
    '""',
    '0',
    '0Gi',
    'Mi',
    '1,5Gi',
    '.inf',
    '[1Gi]',
    'true',
  ].map((value) => ({
    name: `memory ${value}`,
    text: change('memory_limit', `memory_limit: ${value}`),
    path: 'gateway.memory_limit',
  })),
  ...['"1e3"', '500M', '0.0001', '"1 core"', '""', '0', '1.5m', '100%'].map((value) => ({
    name: `cpu ${value}`,
    text: change('cpu_limit', `cpu_limit: ${value}`),
    path: 'gateway.cpu_limit',
  })),
  { name: 'cpu request over limit', text: change('cpu_request', 'cpu_request: 1.5'), path: 'gateway.cpu_request' },
  ...['yes', '"false"', '1', 'on', 'null'].map((value) => ({
    name: `mtls ${value}`,
    text: addBelow('port', `  mtls_enabled: ${value}`),
    path: 'gateway.mtls_enabled',
  })),
  ...['0', '-30', '826', '90.5', '"90"', '1e400'].map((value) => ({
    name: `validity ${value}`,
    text: change('validity_days', `validity_days: ${value}`),
    path: 'certificates.validity_days',
  })),
  ...['-1', '1.5', '"300"', '5m', '100000'].map((value) => ({
    name: `timeout ${value}`,
    text: change('timeout', `timeout: ${value}`),
    path: 'ci_cd.deploy.timeout',
  })),
  {
    name: 'parallel 0',
    text: base.replace('  deploy:', '  build: {parallel: 0}\n  deploy:'),
    path: 'ci_cd.build.parallel',
  },
  {
    name: 'a cache that there is not',
    text: base.replace('  deploy:', '  build: {cache: s3}\n  deploy:'),
    path: 'ci_cd.build.cache',
  },
  {
    name: 'a cache in a tag of its own',
    text: base.replace('  deploy:', '  build: {cache: registry, cache_ref: "ghcr.io/acme/layers:all"}\n  deploy:'),
    path: 'ci_cd.build.cache_ref',
    says: /without tag/,
  },
  {
    name: 'a cache of no size',
    text: base.replace('  deploy:', '  build: {cache_max_size: 2}\n  deploy:'),
    path: 'ci_cd.build.cache_max_size',
  },
  {
    name: 'cache_to as bake has it',
    text: base.replace('  deploy:', '  build: {cache_to: "type=gha"}\n  deploy:'),
    path: 'ci_cd.build.cache_to',
    code: 'NOT_SUPPORTED',
  },
  { name: 'priority as fraction', text: addBelow('ref', '    priority: 1.5'), path: 'plugins[0].priority' },
]

const names: readonly BadInput[] = [
  ...[
    '""',
    'a.b',
    '-x',
    'x-',
    '_x',
    '12',
    'true',
    'null',
    '"a\\tb"',
    '"a/b"',
    'gateway',
    'Postgres',
    'mcpgateway',
    'localhost',
    'redis',
    'Stack',
    'constructor',
    'caf\u00e9',
    '"\\u200bx"',
  ].map((value) => ({ name: `name ${value}`, text: change('name', `name: ${value}`), path: 'plugins[0].name' })),
  {
    name: 'the same name twice',
    text: base.replace('name: Rewriter', 'name: WordFilter'),
    path: 'plugins[1].name',
    says: /duplicate/,
  },
  {
    name: 'the same name in lower case',
    text: base.replace('name: Rewriter', 'name: wordfilter'),
    path: 'plugins[1].name',
    says: /WordFilter/,
  },
  {
    name: 'the name of another service',
    text: base.replace('name: Rewriter', 'name: mcp-plugin-wordfilter'),
    path: 'plugins[1].name',
  },
  { name: 'a variable in a name', text: change('name', 'name: "${MCP_T_D}"'), path: 'plugins[0].name' },
  { name: 'plugins null', text: base.replace(/plugins:\n(?: {2}(?:-| ).*\n)+/, 'plugins:\n'), path: 'plugins' },
  {
    name: 'plugin as text',
    text: base.replace(/plugins:\n(?: {2}(?:-| ).*\n)+/, 'plugins: [WordFilter]\n'),
    path: 'plugins[0]',
  },
  { name: 'unknown plugin key', text: addBelow('ref', '    priorty: 1'), path: 'plugins[0].priorty', says: /priority/ },
]

const ports: readonly BadInput[] = [
  {
    name: 'no room for health',
    text: base.replace('port: 8000', 'port: 65000'),
    path: 'plugins[0].port',
    says: /64535/,
  },
  {
    name: 'service port on health',
    text: base.replace('port: 8000', 'port: 8000\n    service_port: 9000'),
    path: 'plugins[0].service_port',
  },
  {
    name: 'one host port twice',
    text: base
      .replace('kubernetes', 'compose')
      .replace('port: 8000', 'port: 8000\n    expose_port: true\n    host_port: 4444'),
    path: 'plugins[0].host_port',
    says: /gateway/,
  },
  { name: 'host port with a name', text: addBelow('port', '  host_port: "everywhere:80"'), path: 'gateway.host_port' },
  { name: 'host port 0', text: addBelow('port', '  host_port: 0'), path: 'gateway.host_port' },
  {
    name: 'plugin secured, gateway not',
    text: addBelow('port', '  mtls_enabled: false').replace('port: 8000', 'port: 8000\n    mtls_enabled: true'),
    path: 'plugins[0].mtls_enabled',
  },
]

const sources: readonly BadInput[] = [
  { name: 'image and repo', text: addBelow('ref', '    image: a/b:1'), path: 'plugins[0].repo', says: /image/ },
  {
    name: 'containerfile with image',
    text: addBelow('image', '  containerfile: Containerfile'),
    path: 'gateway.containerfile',
  },
  ...[
    'A/b:1',
    'a b',
    'http://x/y:1',
    '""',
    '-a',
    'a:b:c',
    'a@sha256:123',
    'a:',
    ':1',
    'a//b',
    '/a',
    'a/',
    'user:hunter2@host/a:1',
    'a:tag!',
    '5',
  ].map((value) => ({
    name: `image ${value}`,
    text: change('image', `image: ${value === '5' || value === '""' ? value : JSON.stringify(value)}`),
    path: 'gateway.image',
  })),
  ...[
    'http://git.example.test/a.git',
    'http://[::1]/a.git',
    'http://0x7f.1/a.git',
    'https://0x7f.1/a.git',
    'https://0177.0.0.1/a.git',
    'https://[::1]/a.git',
    'https://[::ffff:127.0.0.1]/a.git',
    'https://localhost/a.git',
    'https://LOCALHOST./a.git',
    'https://0/a.git',
    'https://127.1:8443/a.git',
    'ext::sh -c id',
    'ext::sh',
    'fd::7',
    'ssh://-oProxy/a',
    'ssh://git@-oProxy/a.git',
    '-u.git',
    '../local',
    '/srv/a.git',
    'https://git.example.test',
    'https://git.example.test/',
    'https:///a.git',
    'https://',
    'ftp://git.example.test/a',
    'javascript:alert(1)',
    'https://token@git.example.test/a.git',
    'https://:hunter2@git.example.test/a.git',
    'ssh://git:hunter2@git.example.test/a.git',
    'git@git.example.test:-x',
    '-git@host:a',
    'git@127.0.0.1:a.git',
    'https://git.example.test/a;rm',
    'https://git.example.test/a?ref=x',
    'a\\nb',
    'file:///srv/a.git',
    'GIT://git.example.test/a.git',
    'https://git.example.test/$(id)',
  ].map((value) => ({ name: `repo ${value}`, text: change('repo', `repo: "${value}"`), path: 'plugins[0].repo' })),
  ...[
    '""',
    'HEAD',
    '"@"',
    'main@{1}',
    'a.lock',
    'a/.b',
    'a//b',
    '/a',
    'a/',
    'a.',
    '.a',
    'a:b',
    'a~1',
    'a?',
    '"a[b"',
    '"a\\\\b"',
    '--all',
    '"a\\tb"',
    '"a..b"',
    '1.0',
    '123456',
    '12e3',
    'true',
    'null',
    '0123',
    '[main]',
    'FETCH_HEAD',
    '^main',
  ].map((value) => ({ name: `ref ${value}`, text: change('ref', `ref: ${value}`), path: 'plugins[0].ref' })),
  ...['/etc/passwd', '"a/../../b"', '""', '"C:/x"', '"a\\\\b"', '"-"', 'http://x/y', '"a\\nb"'].map((value) => ({
    name: `context ${value}`,
    text: addBelow('ref', `    context: ${value}`),
    path: 'plugins[0].context',
  })),
  { name: 'path outside', text: base.replace(/repo: .*\n {4}ref: .*/, 'path: ../..'), path: 'plugins[0].path' },
  {
    name: 'path missing',
    text: base.replace(/repo: .*\n {4}ref: .*/, 'path: ./nowhere'),
    path: 'plugins[0].path',
    says: /does not exist/,
  },
  {
    name: 'path through a link',
    text: base.replace(/repo: .*\n {4}ref: .*/, 'path: ./link-to-root'),
    path: 'plugins[0].path',
    says: /leaves/,
  },
  {
    name: 'path with a Containerfile that leaves',
    text: base.replace(/repo: .*\n {4}ref: .*/, 'path: ./linked'),
    path: 'plugins[0].path',
    says: /a Containerfile that leaves the source/,
  },
  {
    name: 'path of a file',
    text: base.replace(/repo: .*\n {4}ref: .*/, 'path: ./file'),
    path: 'plugins[0].path',
    files: { file: '' },
  },
  {
    name: 'build argument name',
    text: addBelow('ref', '    build_args: {"--x": 1}'),
    path: 'plugins[0].build_args.--x',
  },
  { name: 'platform', text: addBelow('ref', '    platforms: [arm]'), path: 'plugins[0].platforms[0]' },
  { name: 'registry without url', text: base.replace('  url: registry.example.test\n', ''), path: 'registry.url' },
  { name: 'registry with a scheme', text: change('url', 'url: https://registry.example.test'), path: 'registry.url' },
  {
    name: 'registry with a password',
    text: change('url', 'url: me:hunter2pass@registry.example.test'),
    path: 'registry.url',
  },
]

const environments: readonly BadInput[] = [
  ...['""', '"A B"', '"A-B"', '"A.B"', '"\u00c4"', '1A'].map((name) => ({
    name: `variable ${name}`,
    text: gatewayEnv(`${name}: x`),
    says: /environment variable/,
  })),
  { name: 'variable null', text: gatewayEnv('A:'), path: 'gateway.env_vars.A' },
  { name: 'variable map', text: gatewayEnv('A: {b: c}'), path: 'gateway.env_vars.A' },
  { name: 'variable list', text: gatewayEnv('A: [b]'), path: 'gateway.env_vars.A' },
  { name: 'variable with NUL', text: gatewayEnv('A: "x\\0y"'), path: 'gateway.env_vars.A', says: /NUL/ },
  ...[
    '${}',
    '${A B}',
    '${A:!x}',
    '${MCP_T_D',
    '${MCP_T_D:-${',
    '${MCP_T_D:-a',
    '$',
    'a$',
    '5$',
    '$1',
    '${-x}',
    '${MCP_T_D:urlencod}',
    '${MCP_T_D:}',
    '${ MCP_T_D }',
    '$(id)',
  ].map((value) => ({
    name: `variable in ${value}`,
    text: gatewayEnv(`A: '${value}'`),
    path: 'gateway.env_vars.A',
    says: /interpol|single \$/,
  })),
  { name: 'missing name', text: gatewayEnv('A: ${MCP_T_UNSET_9}'), code: 'VARIABLE_MISSING', says: /MCP_T_UNSET_9/ },
  { name: 'missing bare name', text: gatewayEnv('A: $MCP_T_UNSET_9'), code: 'VARIABLE_MISSING' },
  { name: 'missing with a message', text: gatewayEnv('A: ${MCP_T_UNSET_9?ask the office}'), says: /ask the office/ },
  { name: 'missing in a default', text: gatewayEnv('A: ${MCP_T_UNSET_8:-${MCP_T_UNSET_9}}'), says: /MCP_T_UNSET_9/ },
  { name: 'missing secret', text: gatewayEnv('JWT_SECRET_KEY: ${JWT_SECRET_KEY}'), code: 'SECRET_MISSING' },
  {
    name: 'missing where a number goes',
    text: change('port', 'port: ${MCP_T_UNSET_9}'),
    path: 'gateway.port',
    code: 'VARIABLE_MISSING',
  },
  {
    name: 'word where a number goes',
    text: change('port', 'port: ${MCP_T_D}'),
    path: 'gateway.port',
    code: 'CONFIG_INVALID',
  },
  { name: 'secret in an image', text: change('image', 'image: "a/b:${MCP_T_TOKEN}"'), path: 'gateway.image' },
  {
    name: 'weak signing key',
    text: gatewayEnv('JWT_SECRET_KEY: hunter2hunter2'),
    code: 'SECRET_WEAK',
    says: /fewer than 32/,
  },
  {
    name: 'monotonous signing key',
    text: gatewayEnv(`AUTH_ENCRYPTION_SECRET: ${'ab'.repeat(20)}`),
    code: 'SECRET_WEAK',
  },
  { name: 'known administrator password', text: gatewayEnv('PLATFORM_ADMIN_PASSWORD: changeme'), code: 'SECRET_WEAK' },
  {
    name: 'reserved character in a URL',
    text: gatewayEnv('DATABASE_URL: postgresql://u:hunter2@x@db.example.test/a'),
    path: 'gateway.env_vars.DATABASE_URL',
  },
  {
    name: 'data of a sclorg image elsewhere',
    text: `${base}infrastructure: {postgres: {image: "quay.io/sclorg/postgresql-15-c9s:c9s", data_path: /data}}\n`,
    path: 'infrastructure.postgres.data_path',
    says: /must be \/var\/lib\/pgsql\/data/,
  },
  {
    name: 'database of a sclorg image that is there already',
    text: `${base}infrastructure: {postgres: {image: registry.redhat.io/rhel9/postgresql-16, user: mcp, database: postgres}}\n`,
    path: 'infrastructure.postgres.database',
    says: /must not be postgres/,
  },
  {
    name: 'slash in a URL password',
    text: gatewayEnv('DATABASE_URL: postgresql://u:hunter2/x@db.example.test/a'),
    path: 'gateway.env_vars.DATABASE_URL',
  },
  {
    name: 'env file outside',
    text: addBelow('port', '  env_file: link.env'),
    path: 'gateway.env_file',
    says: /leaves/,
  },
  {
    name: 'env file absolute',
    text: addBelow('port', '  env_file: /etc/hostname'),
    path: 'gateway.env_file',
    says: /leaves/,
  },
  { name: 'env file empty name', text: addBelow('port', '  env_file: ""'), path: 'gateway.env_file' },
  { name: 'env file as a list', text: addBelow('port', '  env_file: [a.env]'), path: 'gateway.env_file' },
  {
    name: 'env file line',
    text: addBelow('port', '  env_file: a.env'),
    files: { 'a.env': 'A=1\n\nhunter2secret\n' },
    code: 'ENV_FILE_INVALID',
    says: /line 3 of a\.env/,
  },
  {
    name: 'env file digit',
    text: addBelow('port', '  env_file: a.env'),
    files: { 'a.env': '1A=hunter2secret\n' },
    code: 'ENV_FILE_INVALID',
    says: /line 1/,
  },
  {
    name: 'env file quote',
    text: addBelow('port', '  env_file: a.env'),
    files: { 'a.env': 'A="hunter2secret\n' },
    code: 'ENV_FILE_INVALID',
    says: /quote/,
  },
  {
    name: 'env file NUL',
    text: addBelow('port', '  env_file: a.env'),
    files: { 'a.env': 'A=b\0c\n' },
    code: 'ENV_FILE_INVALID',
    says: /NUL/,
  },
  {
    name: 'env file variable',
    text: addBelow('port', '  env_file: a.env'),
    files: { 'a.env': 'A=${MCP_T_UNSET_9}\n' },
    code: 'VARIABLE_MISSING',
  },
  {
    name: 'env file of UTF-16',
    text: addBelow('port', '  env_file: a.env'),
    files: { 'a.env': 'A\0=\0b\0\n\0' },
    code: 'ENV_FILE_INVALID',
  },
]

const rest: readonly BadInput[] = [
  { name: 'ca in plugins', text: change('ca_path', 'ca_path: ./keys/plugins/ca'), path: 'certificates.ca_path' },
  {
    name: 'gateway in ca',
    text: change('gateway_path', 'gateway_path: ./keys/ca/gateway/'),
    path: 'certificates.gateway_path',
  },
  {
    name: 'the same folder',
    text: change('plugins_path', 'plugins_path: keys/gateway/../gateway'),
    path: 'certificates.plugins_path',
  },
  { name: 'system folder', text: change('gateway_path', 'gateway_path: /etc'), path: 'certificates.gateway_path' },
  { name: 'folder of the file', text: change('ca_path', 'ca_path: .'), path: 'certificates.ca_path' },
  { name: 'root by dots', text: change('ca_path', 'ca_path: /a/..'), path: 'certificates.ca_path' },
  { name: 'empty folder', text: change('ca_path', 'ca_path: ""'), path: 'certificates.ca_path' },
  {
    name: 'renewal after the end',
    text: addBelow('validity_days', '  renew_before_days: 60'),
    path: 'certificates.renew_before_days',
  },
  {
    name: 'vault authority without roles',
    text: addBelow('validity_days', '  authority: vault'),
    path: 'certificates.authority',
    says: /which roles sign/,
  },
  {
    name: 'vault authority with a life of a minute',
    text: addBelow(
      'validity_days',
      '  authority: vault\n  vault: {role: mcp-server, client_role: mcp-client, ttl: 1m}',
    ),
    path: 'certificates.vault.ttl',
  },
  {
    name: 'one Vault role for both uses',
    text: addBelow('validity_days', '  authority: vault\n  vault: {role: mcp, client_role: mcp}'),
    path: 'certificates.vault.client_role',
    says: /servers and clients/,
  },
  {
    name: 'cert-manager beside the own CA',
    text: addBelow('validity_days', '  use_cert_manager: true\n  authority: local'),
    path: 'certificates.use_cert_manager',
    says: /only one can sign/,
  },
  {
    name: 'cert-manager on Compose',
    text: addBelow('validity_days', '  use_cert_manager: true').replace('type: kubernetes', 'type: compose'),
    path: 'certificates.use_cert_manager',
    code: 'NOT_SUPPORTED',
    says: /none on Compose/,
  },
  {
    name: 'cert-manager beside CA_CERT',
    text: addBelow('validity_days', '  use_cert_manager: true\n  authority: env'),
    path: 'certificates.use_cert_manager',
    says: /only one can sign/,
  },
  {
    name: 'cert-manager without auto_generate',
    text: addBelow('validity_days', '  authority: cert-manager\n  auto_generate: false'),
    path: 'certificates.auto_generate',
  },
  {
    name: 'kind of issuer',
    text: addBelow('validity_days', '  authority: cert-manager\n  cert_manager_kind: CAIssuer'),
    path: 'certificates.cert_manager_kind',
    says: /does not have/,
  },
  {
    name: 'name of issuer',
    text: addBelow('validity_days', '  authority: cert-manager\n  cert_manager_issuer: My_Issuer'),
    path: 'certificates.cert_manager_issuer',
  },
  {
    name: 'key algorithm',
    text: addBelow('validity_days', '  key_algorithm: rsa-1024'),
    path: 'certificates.key_algorithm',
  },
  {
    name: 'no certificates',
    text: addBelow('validity_days', '  auto_generate: false'),
    path: 'certificates.auto_generate',
    says: /client\.key/,
  },
  { name: 'secrets as text', text: change('vault_secrets', 'vault_secrets: API_KEY'), path: 'ci_cd.vault_secrets' },
  {
    name: 'secret with a bad name',
    text: change('vault_secrets', 'vault_secrets: ["A B"]'),
    path: 'ci_cd.vault_secrets[0]',
  },
  { name: 'secret twice', text: change('vault_secrets', 'vault_secrets: [A, A]'), path: 'ci_cd.vault_secrets[1]' },
  {
    name: 'secret for nobody',
    text: change('vault_secrets', 'vault_secrets: [{name: MCP_T_D, to: [Nobody]}]'),
    path: 'ci_cd.vault_secrets[0]',
    says: /Nobody/,
  },
  {
    name: 'secret that is not set',
    text: change('vault_secrets', 'vault_secrets: [{name: MCP_T_X, to: [gateway]}]'),
    code: 'SECRET_MISSING',
  },
  {
    name: 'secret from Vault without a key',
    text: change('vault_secrets', 'vault_secrets: [{name: A, from: "vault:secret/data/x"}]'),
    says: /does not say where the secret is/,
  },
  {
    name: 'secret from a place that there is not',
    text: change('vault_secrets', 'vault_secrets: [{name: A, from: "keychain:x"}]'),
    says: /is not a place that secrets are kept in/,
  },
  {
    name: 'secret from a command as one text',
    text: change('vault_secrets', 'vault_secrets: [{name: A, from: "command:op read x"}]'),
    says: /gives a command as text/,
  },
  {
    name: 'secret provider that there is not',
    text: change('vault_secrets', 'secrets: {providers: [environment, onepassword]}'),
    says: /must be one of environment/,
  },
  {
    name: 'config of an external plugin',
    text: addBelow('ref', '    plugin_overrides: {config: {a: 1}}'),
    path: 'plugins[0].plugin_overrides.config',
  },
  { name: 'mode that breaks loading', text: addBelow('ref', '    mode: monitor'), path: 'plugins[0].mode' },
  { name: 'templates elsewhere', text: `templates_dir: ..\n${base}`, path: 'templates_dir' },
  { name: 'CA file missing', text: `network: {ca_file: ./none.pem}\n${base}`, path: 'network.ca_file' },
  {
    name: 'root of the signer outside missing',
    text: addBelow('validity_days', '  authority: external', '  external: {ca_file: ./none.pem}'),
    path: 'certificates.external.ca_file',
  },
  ...(
    [
      ['./none.sh', /does not exist/],
      ['./plain.sh', /is not executable/],
      ['./linked', /is a folder/],
    ] as const
  ).map(([program, says]) => ({
    name: `signing program ${program}`,
    text: addBelow('validity_days', '  authority: external', `  external: {command: [${program}]}`),
    path: 'certificates.external.command[0]',
    says,
    files: { 'plain.sh': '#!/bin/sh\n' },
  })),
  ...(
    [
      ['address: ftp://vault.example.test', 'address', /http or https URL/],
      ['address: vault.example.test', 'address', /http or https URL/],
      ['address: "https://me:hunter2@vault.example.test"', 'address', /a user, a password or a query/],
      ['path: secret', 'path', /must be a mount and a path in it/],
      ['path: secret/../sys', 'path', /has an empty part/],
      ['path: "secret/data/mcp#jwt"', 'path', /names a key/],
      ['path: "secret/data/mcp?versoin=3"', 'path', /is no path in Vault/],
    ] as const
  ).map(([line, key, says]) => ({
    name: `Vault with ${line}`,
    text: change('vault_secrets', `secrets: {${key === 'path' ? 'providers: [vault], ' : ''}vault: {${line}}}`),
    path: `ci_cd.secrets.vault.${key}`,
    says,
  })),
  {
    name: 'mount of Vault as the place of a secret',
    text: change('vault_secrets', 'vault_secrets: [{name: A, from: "vault:secret#a"}]'),
    says: /names a mount of Vault/,
  },
  ...['secret/data/../sys#a', 'secret//x#a', 'secret/data/x#a?version=0', 'secret/data/x?b#a'].map((place) => ({
    name: `secret from vault:${place}`,
    text: change('vault_secrets', `vault_secrets: [{name: A, from: "vault:${place}"}]`),
    path: 'ci_cd.vault_secrets[0].from',
    says: /is no place in Vault/,
  })),
  ...['env_file', 'file', 'vault', 'aws', 'kubernetes', 'command'].map((provider) => ({
    name: `provider ${provider} without its setting`,
    text: change('vault_secrets', `secrets: {providers: [environment, ${provider}]}`),
    path: 'ci_cd.secrets.providers[1]',
    says: /which is not told where names are.*Write ci_cd\.secrets\./s,
  })),
  { name: 'overlay as a list', text: `${base}environments: [a]\n`, path: 'environments' },
  {
    name: 'overlay with a wrong value',
    text: `${base}environments:\n  staging:\n    gateway:\n      port: 0\n`,
    path: 'gateway.port',
    says: /staging/,
  },
  {
    name: 'overlay with an unknown key',
    text: `${base}environments:\n  staging:\n    gatway: {}\n`,
    path: 'gatway',
    says: /gateway/,
  },
  { name: 'overlay of an overlay', text: `${base}environments:\n  staging:\n    environments: {}\n`, says: /overlay/ },
]

export const badInputs: readonly BadInput[] = [
  ...documents,
  ...deployments,
  ...numbers,
  ...names,
  ...ports,
  ...sources,
  ...environments,
  ...rest,
]
