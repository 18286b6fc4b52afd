import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needCluster } from './cluster.ts'
import { type ClusterStack, openClusterStack } from './cluster-stack.ts'
import { startGitServer } from './git-server.ts'
import { readMachine, root } from './machine.ts'

/** examples/kubernetes as it is, on this machine's cluster: real gateway, real plugins, one of them built from git. */
export async function openRequestStack(name: string): Promise<ClusterStack> {
  const { images, registry } = needCluster()
  const served = mkdtempSync(join(tmpdir(), 'mcp-e2e-served-'))
  const plugins = join(served, 'plugins')
  const repositories = join(served, 'repositories')
  mkdirSync(repositories)
  cpSync(join(root, 'examples/quickstart/plugins'), plugins, { recursive: true })
  execFileSync(process.execPath, [join(root, 'scripts/quickstart/publish.mjs'), plugins, repositories])
  const git = await startGitServer(repositories)
  const stack = await openClusterStack(name, {
    fill: (folder) => cpSync(join(root, 'examples/kubernetes'), folder, { recursive: true }),
    env: (namespace) => ({
      K8S_NAMESPACE: namespace,
      REGISTRY: registry,
      REGISTRY_NAMESPACE: 'mcp-e2e-built',
      GIT_PORT: new URL(git.url).port,
      WORDGUARD_REPO: `${git.url}/wordguard.git`,
      PYTHON_BASE: readMachine().base,
      GATEWAY_IMAGE: images.gateway,
      MAILMASK_IMAGE: images.mailmask,
      POSTGRES_IMAGE: images.postgres,
      REDIS_IMAGE: images.redis,
      JWT_SECRET_KEY: 'e2e-Jw7-kZ3qPx9LmV2sTn5BdR8cYf4Hg6',
      DATABASE_PASSWORD: 'p@ss/w:ord%with-all-of-it',
      API_KEY: 'api-key-of-the-request-stack',
    }),
  })
  return {
    ...stack,
    close: () => {
      stack.close()
      void git.close()
      rmSync(served, { recursive: true, force: true })
    },
  }
}
