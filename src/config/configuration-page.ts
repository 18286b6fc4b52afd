import { z } from 'zod'
import { isMap } from './json-schema.ts'
import { type KeyFacts, keyFacts } from './schema/keys.ts'
import { stackShape } from './schema/stack.ts'
import { elementOf, shapeOf } from './schema/walk.ts'

/** One line of the reference: a key, what it takes, and what each target does with it. */
export interface ReferenceKey extends KeyFacts {
  readonly path: string
  readonly takes: string
  readonly standard: string
  readonly about: string
  readonly example: unknown
}

/** Every key of the stack file in its order. */
export function listKeys(): readonly ReferenceKey[] {
  return listShape(stackShape, '')
}

type Schema = z.core.$ZodType

function listShape(schema: Schema, prefix: string): readonly ReferenceKey[] {
  return Object.entries(shapeOf(schema) ?? {}).flatMap(([name, field]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const meta = z.globalRegistry.get(field)
    const facts = keyFacts.get(field)
    const examples: unknown = meta?.['examples']
    const row: ReferenceKey = {
      path,
      takes: describeJson(z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' })),
      standard: describeDefault(field),
      about: meta?.description ?? '',
      example: Array.isArray(examples) ? examples[0] : undefined,
      compose: facts?.compose ?? '',
      kubernetes: facts?.kubernetes ?? '',
    }
    const element = elementOf(field)
    return [row, ...(element === undefined ? listShape(field, path) : listShape(element, `${path}[]`))]
  })
}

function describeDefault(schema: Schema): string {
  if (schema instanceof z.ZodDefault) return `\`${JSON.stringify(schema.def.defaultValue)}\``
  return schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault ? '' : 'required'
}

function describeJson(json: unknown): string {
  if (!isMap(json)) return 'anything'
  const { type, minimum, maximum, anyOf, enum: words } = json
  if (Array.isArray(anyOf)) return [...new Set(anyOf.map(describeJson))].join(' or ')
  if (Array.isArray(words)) return words.map((word) => `\`${String(word)}\``).join(', ')
  if ('const' in json) return `\`${JSON.stringify(json['const'])}\``
  if (type === 'integer') {
    const bounded = typeof maximum === 'number' && maximum < Number.MAX_SAFE_INTEGER
    return bounded ? `${String(minimum)} to ${maximum}` : 'whole number'
  }
  if (type === 'array') return `list of ${describeJson(json['items'])}`
  if (Array.isArray(type)) return type.map((one: unknown) => describeJson({ type: one })).join(' or ')
  return typeof type === 'string' ? (typeWords[type] ?? type) : 'anything'
}

const typeWords: Readonly<Record<string, string>> = { object: 'map', string: 'text', boolean: 'true, false' }

const intro = `# Configuration

<!-- Written by \`npm run docs\` from src/config/schema. Do not edit. -->

Every key of \`mcp-stack.yaml\`. \`mcp-deploy schema\` prints the same as JSON Schema (draft-07) for editors; \`mcp-deploy validate\` checks
a file, the base and every overlay, and tells all problems at once.

## How a value comes about

1. The file: YAML 1.2, one document, UTF-8. Unknown keys, duplicate keys and tags are errors. Merge keys (\`<<: *name\`) work.
2. \`environments.NAME\`, chosen with \`--environment NAME\`, is laid over it: maps merge, \`plugins\` merge by name, other lists replace,
   \`null\` removes a key. In an overlay \`plugins\` may also be a map by name, where \`null\` removes a plugin.
3. \`--set path=value\` overrides one key: \`--set gateway.replicas=3\`, \`--set plugins[0].ref=v2\`, \`--set plugins.OPAPluginFilter.ref=v2\`.
   \`null\` removes; a value that begins with \`[\`, \`{\` or \`"\` is YAML; any other takes the type its key wants.
4. Variables, in every text but names of plugins: \`\${NAME}\`, \`$NAME\`, \`\${NAME:-default}\`, \`\${NAME-default}\`, \`\${NAME:?message}\`,
   \`\${NAME?message}\`, \`\${NAME:+value}\`, \`\${NAME:urlencode}\`; \`$$\` is a plain \`$\`. Defaults may hold variables. What comes out is never
   looked at again. A text that came from a variable takes the type its key wants. All names that are not set are told at once.
5. Shape, then rules across keys, then defaults.

\`env_file\` is dotenv as Compose reads it; \`env_vars\` win over it. \`env_file\`, \`path\`, \`extra_manifests\` and \`templates_dir\` stay inside the
folder of the stack file, also after links are followed; \`context\` and \`containerfile\` stay inside the source.

## What is secret

A variable of a component is secret when

* its name, or a name it is made of, contains PASSWORD, PASSWD, PASSPHRASE, PASSCODE, SECRET, TOKEN or CREDENTIAL, has a word that is
  or ends in KEY, PASS, PWD or SALT (\`API_KEY\`, \`APIKEY\`, \`DBPASS\`; not \`MONKEY\`, \`KEYBOARD\`, \`COMPASS\`, \`PASSTHROUGH\`), has the
  word PW, CRED or CREDS, or ends in the word AUTH, AUTHORIZATION, BEARER, JWT or PAT (\`BASIC_AUTH\`, \`GITHUB_PAT\`; not \`AUTH_REQUIRED\`,
  \`JWT_ALGORITHM\`). An empty value, \`true\` and \`false\` hide nothing; neither do a number of up to five digits or a switch in the last
  five, nor a folder in \`PWD\`;
* a name it is made of is in \`ci_cd.vault_secrets\`;
* its value looks like one, whatever its name: a URL with user info or with a secret parameter (\`?password=\`, \`?token=\`, \`?sig=\`), a
  connection string with a password (\`…;Password=…\`, \`user:password@host\`), a private key in PEM, \`Bearer …\`, \`Basic …\`, a JSON Web Token,
  a webhook of Slack, Discord or Teams, a credential of GitHub, GitLab, Slack, AWS, OpenAI and the like (\`ghp_…\`, \`glpat-…\`, \`xoxb-…\`,
  \`AKIA…\`, \`sk-…\`);
* it is in \`secret_env\`. \`plain_env\` takes a name out, unless its value holds a name of \`ci_cd.vault_secrets\`.

Secrets are shown by name only. They may stand in \`env_vars\`, in env files, in \`infrastructure.postgres.password\` and in
\`deployment.pull_credentials[].password\`; anywhere else a variable that is one is an error, and a text that looks like one a warning. A \`repo\` with a query is refused.

\`JWT_SECRET_KEY\`, \`AUTH_ENCRYPTION_SECRET\`, \`PLATFORM_ADMIN_PASSWORD\` and \`BASIC_AUTH_PASSWORD\` that nobody mentions are generated once and kept with the
stack's state; one that is given and that the gateway would refuse is an error; \`\${JWT_SECRET_KEY}\` that is written and not set is one too.

## Keys

\`plugins[]\` stands for each plugin. A section that holds other keys is listed before them. The last two columns say what each target does
with a key. A key that one target ignores is a warning and never an error, for an overlay may change \`deployment.type\`.
`

/** docs/configuration.md: how values come about, what is secret, and one table per section with a column for each target. */
export function renderConfigurationPage(): string {
  const groups = new Map<string, ReferenceKey[]>()
  for (const row of listKeys()) {
    const group = row.path.split(/[.[]/)[0] ?? ''
    groups.set(group, [...(groups.get(group) ?? []), row])
  }
  const sections = [...groups].map(([group, rows]) => `### ${group}\n\n${renderTable(rows)}\n`)
  const overlays = `### environments\n\nOverlays by name: \`environments: {production: {gateway: {replicas: 3}}}\`. See above.\n`
  return `${intro}\n${[...sections, overlays].join('\n')}`
}

function renderTable(rows: readonly ReferenceKey[]): string {
  const head =
    '| key | takes | default | what it does | example | Compose | Kubernetes |\n|---|---|---|---|---|---|---|'
  const lines = rows.map((row) =>
    [
      `\`${row.path}\``,
      row.takes,
      row.standard,
      row.about,
      `\`${JSON.stringify(row.example)}\``,
      row.compose,
      row.kubernetes,
    ]
      .map((cell) => cell.replaceAll('|', '\\|'))
      .join(' | '),
  )
  return [head, ...lines.map((line) => `| ${line} |`)].join('\n')
}
