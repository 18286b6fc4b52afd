import { StackError } from '../../errors.ts'
import { hintFor } from '../../model/builder-image.ts'
import { certManagerGroup } from '../../model/cert-manager.ts'
import type { Environment } from '../../model/host.ts'
import type { Io } from '../../model/io.ts'
import type { Plan } from '../../model/plan.ts'
import { away, reasonOf } from './answers.ts'
import type { KubeAnswer, KubeApi, Kubectl, Place } from './api.ts'
import { type ClusterContext, readContext } from './context.ts'
import { openKubectlApi } from './kubectl-api.ts'
import { acceptPaths, groupOf, knownGroups } from './paths.ts'
import { patientApi } from './patient-api.ts'
import { ProxyRefused, startProxy } from './proxy.ts'
import { openProxyApi } from './proxy-api.ts'

/** A cluster that answered. Close its `api`: that ends the proxy. */
export interface Cluster extends Place {
  /** `Kubernetes 1.34.4 at https://…:6443, context e2e, namespace x`. */
  readonly description: string
}

/** How long a first answer is waited for: long enough for a login helper, short enough for a person. */
const firstAnswerSeconds = 20

/**
 * Reaches the cluster that kubectl reaches: through one `kubectl proxy`, or where that is forbidden by kubectl itself.
 *
 * @throws StackError TOOL_MISSING, CONFIG_INVALID (context, namespace), ENGINE_UNREACHABLE.
 */
export async function connectCluster(plan: Plan, io: Io): Promise<Cluster> {
  const { context, kubectlProxy } = plan.config.deployment
  const { name: stack, namespace } = plan.stack
  refuseSystemNamespace(namespace)
  const asked = context === undefined ? [] : ['--context', context]
  const kubectl: Kubectl = { program: 'kubectl', args: [...asked, '--namespace', namespace] }

  const reading = readContext(io, kubectl, context)
  const opening = openApi(io, kubectl, kubectlProxy ? pathsOf(plan) : undefined, reading)
  const [found, opened] = await Promise.allSettled([reading, opening])
  // What kubectl says of its configuration explains whatever else failed.
  if (found.status === 'rejected') {
    if (opened.status === 'fulfilled') await opened.value.api.close()
    throw found.reason
  }
  if (opened.status === 'rejected') throw explain(opened.reason, found.value, io.environment)
  const { api, version } = opened.value
  try {
    const described = describe(version, found.value, io.environment)
    // From now on by name: somebody may choose another current context while we run.
    const named = found.value.name === undefined ? [] : ['--context', found.value.name]
    return {
      io,
      api: patientApi(api, io),
      kubectl: { program: kubectl.program, args: [...named, '--namespace', namespace] },
      namespace,
      stack,
      description: `${described}, namespace ${namespace}`,
    }
  } catch (error) {
    await api.close()
    throw error
  }
}

interface OpenedApi {
  readonly api: KubeApi
  /** Of `/version`. */
  readonly version: KubeAnswer
}

type Paths = readonly string[] | undefined
type Reading = Promise<ClusterContext>

async function openApi(io: Io, kubectl: Kubectl, paths: Paths, reading: Reading): Promise<OpenedApi> {
  const api = await chooseApi(io, kubectl, paths, reading)
  try {
    return { api, version: await api.get('/version', { timeoutSeconds: firstAnswerSeconds }) }
  } catch (error) {
    await api.close()
    throw error
  }
}

async function chooseApi(io: Io, kubectl: Kubectl, paths: Paths, reading: Reading): Promise<KubeApi> {
  if (paths === undefined) return openKubectlApi(io, kubectl)
  try {
    return await openProxyApi(io, () => startProxy(io, kubectl, paths))
  } catch (error) {
    if (!(error instanceof ProxyRefused)) throw error
    // A configuration that cannot be used is the error itself, and no matter of the proxy.
    await reading
    io.progress.line(
      `kubectl proxy cannot be used (${error.message}): kubectl is started for every request, which is slower`,
    )
    return openKubectlApi(io, kubectl)
  }
}

function describe(version: KubeAnswer, context: ClusterContext, environment: Environment): string {
  const { gitVersion } = version.body
  const at = `at ${context.server}${context.name === undefined ? ', as this pod' : `, context ${context.name}`}`
  if (version.status === 200 && typeof gitVersion === 'string')
    return `Kubernetes ${gitVersion.replace(/^v/, '')} ${at}`
  // Some clusters do not tell everybody their version.
  if (version.status === 403) return `Kubernetes ${at}`
  throw explain(away(version.status === 401 ? unauthorized : reasonOf(version)), context, environment)
}

const unauthorized = 'the login was refused: it is missing or has expired (Unauthorized)'

/** The same error with the command that a person can try. */
function explain(error: unknown, { name, server }: ClusterContext, environment: Environment): unknown {
  if (!(error instanceof StackError) || error.code !== 'ENGINE_UNREACHABLE') return error
  const login = /Unauthorized|credential|token|login|exec/i.test(error.message)
  const command = `kubectl ${name === undefined ? '' : `--context ${name} `}get --raw /version`
  const hint = login ? `Log in again, then try: ${command}` : `Try by hand: ${command}`
  const isLocal = !login && /^https?:\/\/(localhost|127\.|\[::1\])/.test(server)
  return new StackError({
    code: error.code,
    message: error.message.replace('the API server', `the API server ${server}`),
    hint: isLocal ? hintFor(environment, hint, '--network host: in a container that address is its own') : hint,
    cause: error,
  })
}

function refuseSystemNamespace(namespace: string): void {
  if (!namespace.startsWith('kube-')) return
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: `the namespace ${namespace} belongs to Kubernetes itself`,
    hint: 'Set deployment.namespace to one of your own',
  })
}

function pathsOf(plan: Plan): readonly string[] {
  const { issuer } = plan.certificatePolicy
  const name = issuer?.kind === 'ClusterIssuer' && issuer.group === certManagerGroup ? issuer.name : undefined
  return acceptPaths(plan.stack.namespace, groupsOf(plan), name)
}

/** API groups of what the stack may have; undefined where templates of the user's own may bring any. */
function groupsOf({ config }: Plan): readonly string[] | undefined {
  if (config.templatesDir !== undefined) return undefined
  const texts = config.extraManifests.flatMap(({ text }) => [
    ...text.matchAll(/apiVersion["']?\s*:\s*["']?([\w./-]+)/g),
  ])
  return [
    ...new Set([...knownGroups, ...texts.map(([, version = '']) => groupOf(version)).filter((one) => one !== '')]),
  ]
}
