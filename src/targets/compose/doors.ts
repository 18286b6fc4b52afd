import type { PluginPlan } from '../../model/plan.ts'
import type { GatewayShell, PluginEndpoint } from '../../model/verification.ts'
import { type Place, runEngine } from './engine.ts'
import { type ContainerFacts, inspectProject } from './inspect.ts'
import { composeLabels, labels } from './names.ts'

/** 126 and 127: the engine found no such program in the container. */
const notFound = [126, 127]

/** The running gateway containers, each with a way to run Python in it: the probes use its own certificates and DNS. */
export async function openGatewayShells(place: Place): Promise<readonly GatewayShell[]> {
  const containers = await inspectProject(place)
  return containers.filter((container) => isRunning(container, 'gateway')).map((container) => toShell(place, container))
}

function toShell(place: Place, container: ContainerFacts): GatewayShell {
  return {
    name: container.Name.replace(/^\//, ''),
    async python(program, timeoutSeconds) {
      const run = (python: string) =>
        runEngine(place, ['exec', '--interactive', container.Id, python, '-'], { stdin: program, timeoutSeconds })
      const first = await run('python3')
      const { exitCode, stdout, stderr } = notFound.includes(first.exitCode) ? await run('python') : first
      return { exitCode, stdout, stderr }
    },
  }
}

/** Every running plugin container by each of its addresses. */
export async function findPluginEndpoints(
  place: Place,
  plugins: readonly Pick<PluginPlan, 'name' | 'service' | 'port'>[],
): Promise<readonly PluginEndpoint[]> {
  const all = await inspectProject(place)
  const containers = all.filter((container) => isRunning(container, 'plugin'))
  const gateways = all.filter((container) => isRunning(container, 'gateway'))
  const shared = new Set(gateways.flatMap((gateway) => Object.keys(gateway.NetworkSettings?.Networks ?? {})))
  return plugins.flatMap((plugin) =>
    containers
      .filter(({ Config }) => Config.Labels?.[composeLabels.service] === plugin.service)
      .flatMap((container) => addressOn(container, shared))
      .map((address) => ({ component: plugin.name, address, port: plugin.port, serverName: plugin.service })),
  )
}

/** Its address on the first network that a gateway is on, too. */
function addressOn({ NetworkSettings }: ContainerFacts, shared: ReadonlySet<string>): readonly string[] {
  const networks = Object.entries(NetworkSettings?.Networks ?? {}).filter(([name]) => shared.has(name))
  return networks.flatMap(([, { IPAddress, GlobalIPv6Address }]) => IPAddress || GlobalIPv6Address || []).slice(0, 1)
}

function isRunning({ State, Config }: ContainerFacts, role: string): boolean {
  return State.Status === 'running' && Config.Labels?.[labels.role] === role
}
