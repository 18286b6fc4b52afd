import { normalize } from 'node:path/posix'
import { type Finding, warn, wrong } from '../finding.ts'
import { findNode, type Path } from '../node.ts'
import type { WrittenComponent } from '../schema/stack.ts'
import { type Subject, shorten } from '../subject.ts'

const sources = ['config_map', 'secret', 'claim', 'empty_dir', 'source'] as const
/** Where the stack mounts what is its own: certificates, plugins.yaml, the shim (plan/contract/paths.ts). */
const ownPaths: ReadonlySet<string> = new Set(['/app/certs/mcp', '/app/config', '/opt/mcp-stack/shim'])

/** Every volume has one source, a name of its own and a place of its own. */
export function extraVolumes(stack: Subject): readonly Finding[] {
  return stack.components.flatMap(({ path, config }) => {
    const names = new Set<string>()
    const places = new Set<string>()
    return config.volumes.flatMap((volume, index) => {
      const at = [...path, 'volumes', index]
      const place = normalize(`${volume.mount_path}/`)
      const isOurs = [...ownPaths].some((own) => `${own}/`.startsWith(place) || place.startsWith(`${own}/`))
      const found = [
        ...checkSource(volume, at),
        ...(names.has(volume.name) ? [wrong([...at, 'name'], `is ${volume.name} a second time`)] : []),
        ...(places.has(place) ? [wrong([...at, 'mount_path'], `is ${volume.mount_path} a second time`)] : []),
        ...(isOurs ? [wrong([...at, 'mount_path'], 'hides what this program mounts', 'Choose another folder')] : []),
      ]
      names.add(volume.name)
      places.add(place)
      return found
    })
  })
}

function checkSource(volume: WrittenComponent['volumes'][number], path: Path): readonly Finding[] {
  const given = sources.filter((source) => volume[source] !== undefined)
  const [first, second] = given
  if (first === undefined) return [wrong(path, `needs one of ${sources.join(', ')}`, undefined, { atKey: true })]
  if (second !== undefined) return [wrong([...path, second], `excludes ${first}: a volume has one source`)]
  const kinds = Object.keys(volume.source ?? {})
  if (volume.source === undefined) return []
  if (kinds.length !== 1) return [wrong([...path, 'source'], 'must hold exactly one kind of source')]
  return kinds[0] === 'hostPath'
    ? [warn([...path, 'source'], 'is a folder of the node, which restricted namespaces refuse')]
    : []
}

/** What makes no sense on this kind of cluster, or together. */
export function podKeys(stack: Subject): readonly Finding[] {
  if (stack.target !== 'kubernetes') return []
  const { deployment, infrastructure } = stack.written
  const places: readonly (readonly [Path, { readonly run_as_user?: number | undefined } | undefined])[] = [
    ...stack.components.map(({ path, config }) => [path, config] as const),
    [['infrastructure', 'postgres'], infrastructure.postgres],
    [['infrastructure', 'redis'], infrastructure.redis],
  ]
  const users = places.flatMap(([path, config]) =>
    deployment.openshift === undefined || config?.run_as_user === undefined
      ? []
      : [warn([...path, 'run_as_user'], 'does nothing on OpenShift: the namespace chooses the user')],
  )
  const scaled = stack.components.flatMap(({ path, config }) =>
    config.autoscaling && findNode(stack.root, [...path, 'replicas']) !== undefined
      ? [warn([...path, 'replicas'], 'does nothing beside autoscaling: true', 'Keep one of them')]
      : [],
  )
  return [...users, ...scaled, ...openPlugins(stack)]
}

/** Only the gateway calls a plugin. */
function openPlugins(stack: Subject): readonly Finding[] {
  const open = stack.components.filter(
    ({ plugin, config }) => plugin !== undefined && config.service_type !== 'ClusterIP',
  )
  const [first] = open
  if (first === undefined) return []
  const message = `makes a plugin reachable from outside the cluster, and only the gateway calls it: ${shorten(open.map(({ name }) => name))}`
  return [warn([...first.path, 'service_type'], message, 'Use ClusterIP')]
}
