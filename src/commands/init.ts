import { posix } from 'node:path'
import { StackError } from '../errors.ts'
import type { Report } from '../model/report.ts'
import { emptyReport, type Session } from './session.ts'

/** Where editors find the schema of the file. */
const schemaUrl = 'https://raw.githubusercontent.com/ibm/mcp-stack-deploy/v1/schemas/mcp-stack.schema.json'

const stack = `# yaml-language-server: $schema=${schemaUrl}
# One file, the whole stack. Every key: mcp-deploy schema, or docs/configuration.md.
version: 1

deployment:
  type: compose             # or kubernetes
  project_name: my-stack

gateway:
  image: ghcr.io/ibm/mcp-context-forge:1.0.0
  port: 4444
  env_file: gateway.env
  mtls_enabled: true        # mutual TLS between the gateway and every plugin

plugins:
  - name: MyPlugin          # equals the name in the plugin image's own config
    repo: https://github.com/yourorg/my-plugin.git
    ref: v1.0.0             # a tag or a commit: a branch moves
    port: 8000
    priority: 10
    env_file: plugins/my-plugin.env

certificates:
  validity_days: 90         # renewed by itself in the last third

ci_cd:
  deploy:
    timeout: 300            # seconds
`

const gatewayEnv = `# Environment of the gateway. \${NAME} is taken from the environment of mcp-deploy; secrets never belong into this file.
# JWT_SECRET_KEY, AUTH_ENCRYPTION_SECRET and the administrator's password are made once and kept with the stack when
# they are not given here.
LOG_LEVEL=INFO
MCPGATEWAY_UI_ENABLED=true
`

const pluginEnv = `# Environment of MyPlugin.
LOG_LEVEL=INFO
`

/** Lines that a .gitignore must have: what is generated, and may hold keys. */
const ignored = ['certs/', 'deploy/']

/** Writes a first mcp-stack.yaml with what belongs beside it. @throws StackError USAGE when the file is there already. */
export async function init(session: Session, file: string): Promise<Report> {
  const { files, progress } = session.io
  if (await files.exists(file)) {
    throw new StackError({
      code: 'USAGE',
      message: `${file} is there already`,
      hint: `Check it with: mcp-deploy validate ${file}`,
    })
  }
  const folder = posix.dirname(file)
  const write = async (name: string, text: string) => {
    const path = posix.join(folder, name)
    if (await files.exists(path)) return progress.line(`kept   ${path}`)
    await files.write(path, text, 0o644)
    return progress.line(`wrote  ${path}`)
  }
  await write(posix.basename(file), stack)
  await write('gateway.env', gatewayEnv)
  await write('plugins/my-plugin.env', pluginEnv)
  await extendGitignore(session, posix.join(folder, '.gitignore'))
  return { ...emptyReport(session), next: `Edit ${file}, then: mcp-deploy validate ${file}` }
}

async function extendGitignore(session: Session, path: string): Promise<void> {
  const { files, progress } = session.io
  const before = (await files.exists(path)) ? await files.read(path) : ''
  const lines = before.split(/\r?\n/).map((line) => line.trim())
  const missing = ignored.filter((entry) => !lines.includes(entry) && !lines.includes(`/${entry}`))
  if (missing.length === 0) return progress.line(`kept   ${path}`)
  const start = before === '' || before.endsWith('\n') ? before : `${before}\n`
  await files.write(path, `${start}${missing.join('\n')}\n`, 0o644)
  progress.line(`wrote  ${path}`)
}
