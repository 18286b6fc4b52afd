/** The smallest stack file there is. */
export const smallStack = 'deployment: {type: compose}\ngateway: {image: "registry.example.test/gateway:1.0.0"}\n'

/** A stack file with many plugins, for benchmarks: every kind of key that is common. */
export function largeStack(count) {
  const plugins = Array.from(
    { length: count },
    (_, index) => `  - name: plugin-${index}
    repo: https://git.example.test/team/plugin-${index}.git
    ref: v1.0.${index}
    containerfile: Containerfile
    port: 8000
    replicas: 1
    memory_request: 256Mi
    memory_limit: 512Mi
    cpu_request: 100m
    cpu_limit: 500m
    priority: ${index}
    mtls_enabled: true
    env_vars:
      LOG_LEVEL: INFO
      ENDPOINT: https://service-${index}.example.test/v1
      MODE: "\${MODE:-strict}"
      API_KEY: "\${API_KEY}"
`,
  )
  return `deployment:
  type: kubernetes
  namespace: mcp-gateway
registry: {enabled: true, url: registry.example.test, namespace: team}
gateway:
  image: registry.example.test/team/gateway:1.0.0
plugins:
${plugins.join('')}ci_cd:
  vault_secrets: [API_KEY]
`
}

/** The same for Compose with prebuilt images named by digest: nothing is looked up anywhere, so `generate` measures itself. */
export function largePinnedStack(count) {
  return largeStack(count)
    .replace('type: kubernetes', 'type: compose')
    .replace('gateway:1.0.0', `gateway@sha256:${'b'.repeat(64)}`)
    .replaceAll(
      /repo: .*\n {4}ref: .*\n {4}containerfile: .*/g,
      `image: registry.example.test/plugin@sha256:${'a'.repeat(64)}`,
    )
}
