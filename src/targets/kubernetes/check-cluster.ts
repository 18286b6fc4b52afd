import { StackError } from '../../errors.ts'
import { type Check, type Finding, good, judgeClock, skipped, wrong } from '../../model/check.ts'
import type { Io } from '../../model/io.ts'
import type { Plan } from '../../model/plan.ts'
import type { KubeAnswer } from './api.ts'
import { type Cluster, connectCluster } from './connect.ts'
import { readContext } from './context.ts'
import { judgeSkew, readMinor } from './kubectl-skew.ts'
import { giveRights } from './missing-rights.ts'
import { isTerminating } from './namespace.ts'
import { pathOf } from './paths.ts'
import { type KubeNode, platformOf } from './platforms.ts'
import { askRights } from './preflight.ts'
import { plannedRights } from './rights.ts'

/** kubectl, the cluster behind it, and what we may do there; without a plan whether the current context answers. */
export function clusterChecks(plan: Plan | undefined, io: Io): readonly Check[] {
  const needed = plan !== undefined
  return [{ name: 'cluster', needed, ask: () => (plan === undefined ? askCurrent(io) : askPlanned(plan, io)) }]
}

async function askCurrent(io: Io): Promise<readonly Finding[]> {
  const kubectl = { program: 'kubectl', args: [] }
  const [client, context, answer] = await Promise.all([
    clientVersion(io),
    readContext(io, kubectl, undefined).catch(asStackError),
    io.run({ program: 'kubectl', args: ['get', '--raw', '/version'] }).catch(asStackError),
  ])
  const version = answer instanceof StackError ? undefined : versionIn(answer.stdout)
  const told = judgeKubectl(client, version, false)
  if (answer instanceof StackError) return [told]
  if (context instanceof StackError) return [told, wrong(false, 'cluster', context)]
  const at = `${context.server}${context.name === undefined ? '' : `, context ${context.name}`}`
  if (version !== undefined) return [told, good('cluster', `Kubernetes ${version.replace(/^v/, '')} at ${at}`)]
  const reason = io.redactor.redact(answer.stderr.trim().split('\n').at(-1) ?? '')
  const message = `${at} does not answer${reason === '' ? '' : `: ${reason}`}`
  const hint = 'Try by hand: kubectl get --raw /version'
  return [told, wrong(false, 'cluster', { code: 'ENGINE_UNREACHABLE', message, hint })]
}

async function askPlanned(plan: Plan, io: Io): Promise<readonly Finding[]> {
  // Asked at the same time: a login takes seconds.
  const [client, cluster] = await Promise.all([clientVersion(io), connectCluster(plan, io).catch(asStackError)])
  if (cluster instanceof StackError) {
    const isThere = cluster.code !== 'TOOL_MISSING'
    return [judgeKubectl(client, undefined, true), ...(isThere ? [wrong(true, 'cluster', cluster)] : [])]
  }
  try {
    const version = await cluster.api.get('/version')
    const { gitVersion } = version.body
    const [namespace, rights, nodes] = await Promise.all([
      checkNamespace(cluster, plan.config.deployment.createNamespace),
      checkRights(cluster, plan),
      checkNodes(cluster),
    ])
    const clock = judgeClock(version.date, io.clock.now(), 'the API server')
    return [
      judgeKubectl(client, typeof gitVersion === 'string' ? gitVersion : undefined, true),
      good('cluster', cluster.description),
      namespace,
      ...rights,
      nodes,
      ...(clock === undefined ? [] : [clock]),
    ]
  } finally {
    await cluster.api.close()
  }
}

/** The error is TOOL_MISSING or that kubectl does not know its own version. */
async function clientVersion(io: Io): Promise<string | StackError> {
  try {
    const { stdout } = await io.run(
      { program: 'kubectl', args: ['version', '--client', '-o', 'json'] },
      { brief: true },
    )
    const found: { clientVersion?: { gitVersion?: string } } = Object(JSON.parse(stdout))
    const version = found.clientVersion?.gitVersion
    if (version !== undefined && readMinor(version) !== undefined) return version
  } catch (error) {
    if (error instanceof StackError) return error
  }
  return new StackError({
    code: 'COMMAND_FAILED',
    message: 'kubectl does not tell its version',
    hint: 'Look at what it is: kubectl version --client -o json',
  })
}

function judgeKubectl(client: string | StackError, server: string | undefined, needed: boolean): Finding {
  return client instanceof StackError ? wrong(needed, 'kubectl', client) : judgeSkew(client, server)
}

function versionIn(text: string): string | undefined {
  return /"gitVersion":\s*"([^"]+)"/.exec(text)?.[1]
}

/** @throws what is a bug of ours. */
function asStackError(error: unknown): StackError {
  if (error instanceof StackError) return error
  throw error
}

async function checkNamespace(cluster: Cluster, create: boolean): Promise<Finding> {
  const { api, namespace } = cluster
  const found = await api.get(pathOf('v1', 'Namespace', namespace, namespace))
  if (found.status !== 404) return judgeNamespace(namespace, found, create, false)
  // The cluster itself is asked, not a namespace of it.
  const whole = { ...cluster, namespace: '' }
  const { missing } = await askRights(whole, [{ group: '', resource: 'namespaces', verbs: ['create', 'patch'] }])
  return judgeNamespace(namespace, found, create, missing.length === 0)
}

/** @param mayCreate  Whether the cluster lets us make it. */
export function judgeNamespace(
  namespace: string,
  { status, body }: Pick<KubeAnswer, 'status' | 'body'>,
  create: boolean,
  mayCreate: boolean,
): Finding {
  if (status === 200 && !isTerminating(body)) return good('namespace', `${namespace} is there`)
  if (status === 200) {
    const message = `${namespace} is being deleted`
    const hint = `Wait until it is gone: kubectl wait --for=delete namespace/${namespace} --timeout=120s`
    return wrong(true, 'namespace', { code: 'APPLY_FAILED', message, hint })
  }
  if (status !== 404) return skipped('namespace', `${namespace}; we may not look at namespaces`)
  if (create && mayCreate) return good('namespace', `${namespace} is not there, deploy makes it`)
  const why = create ? 'we may not make one' : 'deployment.create_namespace is false'
  const message = `${namespace} is not there, and ${why}`
  return wrong(true, 'namespace', { code: 'RIGHTS_MISSING', message, hint: `kubectl create namespace ${namespace}` })
}

async function checkRights(cluster: Cluster, plan: Plan): Promise<readonly Finding[]> {
  const rights = await plannedRights(plan, 'deploy')
  const [needed, optional] = await Promise.all([
    askRights(
      cluster,
      rights.filter((right) => right.optional !== true),
    ),
    askRights(
      cluster,
      rights.filter((right) => right.optional === true),
    ),
  ])
  const missing = (found: readonly string[]) => ({
    code: 'RIGHTS_MISSING' as const,
    message: `${found.length} missing in ${cluster.namespace}: ${found.join(', ')}`,
    hint: `Somebody who may give rights types: ${giveRights}`,
  })
  if (needed.missing.length > 0) return [wrong(true, 'rights', missing([...needed.missing, ...optional.missing]))]
  if (optional.missing.length > 0) return [wrong(false, 'rights', missing(optional.missing))]
  return [good('rights', `all ${needed.asked + optional.asked} that deploy uses`)]
}

async function checkNodes({ api, namespace }: Cluster): Promise<Finding> {
  const { status, body } = await api.get(pathOf('v1', 'Node', namespace))
  if (status !== 200) return skipped('nodes', 'we may not look at them: platforms of images are not compared')
  return describeNodes((body['items'] ?? []) as readonly KubeNode[])
}

export function describeNodes(nodes: readonly KubeNode[]): Finding {
  const open = nodes.filter(({ spec }) => spec?.unschedulable !== true)
  const platforms = [...new Set(open.flatMap((node) => platformOf(node) ?? []))].toSorted()
  if (open.length > 0) return good('nodes', `${open.length} of ${nodes.length} take pods: ${platforms.join(', ')}`)
  return wrong(true, 'nodes', {
    code: 'APPLY_FAILED',
    message: `none of ${nodes.length} takes pods`,
    hint: 'Look at them: kubectl get nodes; kubectl uncordon NAME opens one',
  })
}
