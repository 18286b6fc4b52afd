/** A stack that is fine; every bad input is this with one thing changed. */
export const base = `deployment:
  type: kubernetes
  namespace: tools
registry:
  enabled: true
  url: registry.example.test
  namespace: team
gateway:
  image: registry.example.test/team/gateway:1.4.2
  port: 4444
  replicas: 1
  memory_request: 256Mi
  memory_limit: 512Mi
  cpu_request: 100m
  cpu_limit: "1"
plugins:
  - name: WordFilter
    repo: https://git.example.test/team/word-filter.git
    ref: v2.1.0
    port: 8000
  - name: Rewriter
    image: registry.example.test/team/rewriter:3.0.0
    port: 8100
certificates:
  validity_days: 60
  ca_path: ./keys/ca
  gateway_path: ./keys/gateway
  plugins_path: ./keys/plugins
ci_cd:
  vault_secrets: []
  deploy:
    timeout: 120
`

/** The base with the line that begins with `key` (at its first occurrence) replaced. */
export function change(key: string, line: string): string {
  const lines = base.split('\n')
  const index = lines.findIndex((candidate) => candidate.trim().replace(/^- /, '').startsWith(`${key}:`))
  if (index === -1) throw new Error(`no line ${key}`)
  const indent = /^\s*(?:- )?/.exec(lines[index] ?? '')?.[0] ?? ''
  return lines.with(index, indent + line).join('\n')
}

/** The base with lines added right below the line that begins with `key`. */
export function addBelow(key: string, ...added: readonly string[]): string {
  const lines = base.split('\n')
  const index = lines.findIndex((candidate) => candidate.trim().replace(/^- /, '').startsWith(`${key}:`))
  if (index === -1) throw new Error(`no line ${key}`)
  return lines.toSpliced(index + 1, 0, ...added).join('\n')
}

/** Lines for env_vars of the gateway. */
export function gatewayEnv(...lines: readonly string[]): string {
  return addBelow('port', '  env_vars:', ...lines.map((line) => `    ${line}`))
}
