import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { needCluster } from './cluster.ts'
import { type ClusterStack, openClusterStack } from './cluster-stack.ts'

/** A gateway and plugins of a megabyte each: certificates are mounted, nobody speaks TLS, so nothing is verified. */
export function lightStack(namespace: string, plugins: readonly string[] = ['Alpha', 'Beta'], more = ''): string {
  const { tiny } = needCluster().images
  return `version: 1
deployment:
  type: kubernetes
  namespace: ${namespace}
gateway:
  image: ${tiny}
  replicas: 2
  memory_request: 16Mi
  memory_limit: 64Mi
  env_vars:
    LOG_LEVEL: INFO
    # Two gateways need one; nobody asks it.
    DATABASE_URL: postgresql+psycopg://nobody:nothing@nowhere:5432/none
plugins:
${plugins.map((name) => lightPlugin(name, tiny)).join('')}ci_cd:
  vault_secrets:
    - {name: API_KEY, to: [${plugins[0]}]}
  deploy:
    timeout: 90
    verify: false
${more}`
}

export function lightPlugin(name: string, image: string): string {
  return `  - name: ${name}
    image: ${image}
    port: 8000
    runtime_compat: false
    healthcheck: [wget, -q, -O, /dev/null, http://127.0.0.1:8000/health]
    memory_request: 16Mi
    memory_limit: 64Mi
    env_vars:
      LOG_LEVEL: INFO
`
}

export function openLightStack(name: string, plugins?: readonly string[], more?: string): Promise<ClusterStack> {
  return openClusterStack(name, {
    env: () => ({ API_KEY: 'a-key-of-the-light-stack-1' }),
    fill: (folder, namespace) => writeFileSync(join(folder, 'mcp-stack.yaml'), lightStack(namespace, plugins, more)),
  })
}
