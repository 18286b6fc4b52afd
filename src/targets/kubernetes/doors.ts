import { objectLabels } from '../../model/kubernetes.ts'
import type { PluginPlan } from '../../model/plan.ts'
import type { GatewayShell, PluginEndpoint } from '../../model/verification.ts'
import type { Place } from './api.ts'
import type { Pod, Workload } from './kube-objects.ts'
import { runKubectl } from './kubectl.ts'
import { runOneOff } from './one-off.ts'
import { readPodStatus } from './pod-status.ts'
import { findMissingRights } from './preflight.ts'
import { selectObjects } from './read-objects.ts'

/** Rights of a command in a container; see neededRights. */
const execRight = { group: '', resource: 'pods/exec', verbs: ['create'] }

/**
 * The gateway's ready pods (where none is ready, the running ones), each with a way to run Python in it. Where exec is
 * forbidden, each is asked from a pod of the same template, made for the question.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE: what could not be read is never taken for a gateway that is not there.
 */
export async function openGatewayShells(place: Place): Promise<readonly GatewayShell[]> {
  const running = await podsOfRole(place, 'gateway')
  const ready = running.filter((pod) => readPodStatus(pod).readiness === 'ready')
  const pods = ready.length > 0 ? ready : running
  if (pods.length === 0) return []
  if ((await findMissingRights(place, [execRight])).length === 0) return pods.map((pod) => toShell(place, pod))

  const deployment = { apiVersion: 'apps/v1', kind: 'Deployment' }
  const ours = `${objectLabels.stack}=${place.stack},${objectLabels.role}=gateway`
  const [gateway] = await selectObjects<Workload>(place, deployment, ours)
  if (gateway === undefined) return []
  const { template } = gateway.spec
  return pods.map(({ metadata, status }) => ({
    name: `${metadata.name}, asked from a pod of its own`,
    python: (program, timeoutSeconds) => runOneOff(place, template, program, timeoutSeconds, status?.podIPs?.[0]?.ip),
  }))
}

function toShell(place: Place, { metadata, spec }: Pod): GatewayShell {
  const container = metadata.annotations?.['kubectl.kubernetes.io/default-container'] ?? spec.containers[0]?.name ?? ''
  return {
    name: metadata.name,
    async python(program, timeoutSeconds) {
      const run = (python: string) =>
        runKubectl(place.io, place.kubectl, ['exec', '-i', metadata.name, '-c', container, '--', python, '-'], {
          stdin: program,
          timeoutSeconds,
        })
      const first = await run('python3')
      const { exitCode, stdout, stderr } = isNotFound(first) ? await run('python') : first
      return { exitCode, stdout, stderr }
    },
  }
}

/** containerd makes it an internal error of exec (exit code 1), CRI-O and Docker an exit code. */
function isNotFound({ exitCode, stderr }: { readonly exitCode: number; readonly stderr: string }): boolean {
  return (
    exitCode === 126 ||
    exitCode === 127 ||
    (exitCode !== 0 && /executable file not found|no such file or directory/.test(stderr))
  )
}

/**
 * Every ready plugin pod by its address, with the name that its certificate must carry: the host of its URL. Only pods that
 * the plugin's Service leads to: those of a revision that was just pruned still run for a while.
 *
 * @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE
 */
export async function findPluginEndpoints(
  place: Place,
  plugins: readonly Pick<PluginPlan, 'name' | 'port' | 'service' | 'url'>[],
): Promise<readonly PluginEndpoint[]> {
  const [running, selectors] = await Promise.all([podsOfRole(place, 'plugin'), readSelectors(place)])
  const pods = running.filter((pod) => readPodStatus(pod).readiness === 'ready')
  return plugins.flatMap(({ name, port, service, url }) =>
    pods
      .filter(({ metadata }) => metadata.annotations?.[objectLabels.name] === name)
      .filter(({ metadata }) => isSelected(metadata.labels ?? {}, selectors.get(service)))
      .flatMap(({ status }) => status?.podIPs?.slice(0, 1) ?? [])
      .map(({ ip }) => ({ component: name, address: ip, port, serverName: new URL(url).hostname })),
  )
}

/** Name of each of the stack's Services → the labels it selects by. */
async function readSelectors(place: Place): Promise<ReadonlyMap<string, Labels>> {
  const service = { apiVersion: 'v1', kind: 'Service' }
  const services = await selectObjects<Selecting>(place, service, `${objectLabels.stack}=${place.stack}`)
  return new Map(services.map(({ metadata, spec }) => [metadata.name, spec.selector ?? {}]))
}

type Labels = Readonly<Record<string, string>>

interface Selecting {
  readonly metadata: { readonly name: string }
  readonly spec: { readonly selector?: Labels }
}

/** A Service that is not there selects nothing away. */
function isSelected(labels: Labels, selector: Labels = {}): boolean {
  return Object.entries(selector).every(([name, value]) => labels[name] === value)
}

/** Running pods that are not on their way out, in the order of their names; not those that answer one question. */
async function podsOfRole(place: Place, role: string): Promise<readonly Pod[]> {
  const labelSelector = `${objectLabels.stack}=${place.stack},${objectLabels.role}=${role},!mcp-stack.dev/one-off`
  const pods = await selectObjects<Pod>(place, { apiVersion: 'v1', kind: 'Pod' }, labelSelector)
  return pods
    .filter(({ status, metadata }) => status?.phase === 'Running' && metadata.deletionTimestamp === undefined)
    .toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
}
