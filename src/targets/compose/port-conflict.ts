import type { Bundle, BundleComponent } from '../../model/bundle.ts'
import type { ComponentFailure } from '../../model/target.ts'
import { askEngine, linesOf, type Place } from './engine.ts'
import { type HostPort, portOverlaps, readHostPorts } from './host-ports.ts'
import { type ContainerFacts, inspectContainers } from './inspect.ts'
import { composeLabels } from './names.ts'

/**
 * Finds host ports of the components to be started that a container keeps which this run does not stop before them.
 * Asked before anything is touched: the old container would be stopped in vain. Ports of processes that are no
 * containers are not seen here.
 */
export async function findTakenPorts(
  place: Place,
  bundle: Bundle,
  changed: readonly BundleComponent[],
): Promise<readonly ComponentFailure[]> {
  const manifest = bundle.files.find(({ path }) => path === 'compose.yaml')?.text ?? ''
  const wanted = (await readHostPorts(manifest)).filter(({ service }) => changed.some((one) => one.service === service))
  if (wanted.length === 0) return []
  const filters = wanted.flatMap(({ port, protocol }) => ['--filter', `publish=${port}/${protocol}`])
  const { stdout } = await askEngine(place, ['ps', '--quiet', '--no-trunc', ...filters])
  const publishers = await inspectContainers(place, [...new Set(linesOf(stdout))])
  return changed.flatMap((component) => {
    const ports = wanted.filter(({ service }) => service === component.service)
    const holder = publishers
      .filter((container) => !givesWay(place, container, component, changed))
      .flatMap((container) =>
        ports.filter((port) => publishes(container, port)).map((port) => ({ container, port })),
      )[0]
    return holder === undefined ? [] : [describeConflict(place, component, holder.port, holder.container)]
  })
}

/** A container of this stack that is replaced before the component starts, or with it. */
function givesWay(
  place: Place,
  container: ContainerFacts,
  component: BundleComponent,
  changed: readonly BundleComponent[],
): boolean {
  const labels = container.Config.Labels ?? {}
  if (labels[composeLabels.project] !== place.project) return false
  return changed.some(({ service, wave }) => service === labels[composeLabels.service] && wave <= component.wave)
}

function publishes(container: ContainerFacts, wanted: HostPort): boolean {
  return Object.entries(container.NetworkSettings?.Ports ?? {}).some(([name, bindings]) =>
    (bindings ?? []).some(({ HostIp, HostPort: port }) =>
      portOverlaps(wanted, { address: HostIp, port: Number(port), protocol: name.split('/')[1] ?? 'tcp' }),
    ),
  )
}

function describeConflict(
  place: Place,
  component: BundleComponent,
  port: HostPort,
  container: ContainerFacts,
): ComponentFailure {
  const project = container.Config.Labels?.[composeLabels.project]
  const name = container.Name.replace(/^\//, '')
  const owner = project === undefined ? '' : ` of project ${project}`
  const address = port.address.includes(':') ? `[${port.address}]` : port.address
  return {
    component: component.name,
    service: component.service,
    reason: `port ${address === '' ? '' : `${address}:`}${port.port} is published by container ${name}${owner} already; nothing was stopped`,
    lastLog: [],
    hint:
      project === place.project
        ? `This stack gives the port up later than ${component.name} needs it: deploy first without host_port there`
        : `Set another host_port for ${component.name}, or stop that container: docker stop ${name}`,
  }
}
