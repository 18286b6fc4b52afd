import { StackError } from '../../errors.ts'
import type { Io } from '../../model/io.ts'
import type { Kubectl } from './api.ts'
import { kubectlWords, runKubectl } from './kubectl.ts'

/** Where kubectl goes. */
export interface ClusterContext {
  /** The context's name; absent inside a pod, where there is no kubeconfig. */
  readonly name?: string
  readonly server: string
}

/**
 * Reads the context from kubectl, which knows where its configuration is.
 *
 * @param asked  deployment.context.
 * @throws StackError CONFIG_INVALID when there is no such context, ENGINE_UNREACHABLE when there is none at all.
 */
export async function readContext(io: Io, kubectl: Kubectl, asked: string | undefined): Promise<ClusterContext> {
  const result = await runKubectl(io, kubectl, ['config', 'view', '--minify', '-o', 'json'])
  if (result.exitCode === 0) {
    const config: KubeConfig = JSON.parse(result.stdout)
    const server = config.clusters?.[0]?.cluster?.server ?? 'an unknown address'
    return { server, ...(config['current-context'] ? { name: config['current-context'] } : {}) }
  }
  if (asked !== undefined) throw await contextMissing(io, kubectl, asked)
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = io.environment
  if (host) return { server: `https://${host}:${port}` }
  const words = io.redactor.redact(kubectlWords(result.stderr)[0] ?? '').replace(/^error: /, '')
  throw new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `kubectl has no cluster to go to${words === '' ? '' : `: ${words}`}`,
    hint: 'Set KUBECONFIG, or choose one of `kubectl config get-contexts` with deployment.context',
  })
}

interface KubeConfig {
  readonly 'current-context'?: string
  readonly clusters?: readonly { readonly cluster?: { readonly server?: string } }[] | null
}

async function contextMissing(io: Io, kubectl: Kubectl, asked: string): Promise<StackError> {
  const { stdout } = await runKubectl(io, { ...kubectl, args: [] }, ['config', 'get-contexts', '-o', 'name'])
  const names = stdout.split('\n').filter((name) => name !== '')
  return new StackError({
    code: 'CONFIG_INVALID',
    message: `kubectl has no context ${asked}; it has ${names.length === 0 ? 'none' : names.join(', ')}`,
    hint: names.length === 0 ? 'Set KUBECONFIG' : 'Set deployment.context to one of them',
  })
}
