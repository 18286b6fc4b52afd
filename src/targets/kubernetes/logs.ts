import { StackError } from '../../errors.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import type { LogOptions } from '../../model/target.ts'
import type { Place } from './api.ts'
import type { Pod } from './kube-objects.ts'
import { runKubectl } from './kubectl.ts'
import { selectObjects } from './read-objects.ts'

/**
 * Shows log lines of components, all of them when none is named; follows until the run is told to stop.
 *
 * @throws StackError USAGE, RIGHTS_MISSING, ENGINE_UNREACHABLE, COMMAND_FAILED
 */
export async function showLogs(place: Place, options: LogOptions): Promise<void> {
  const pods = choosePods(await readPods(place), options.components)
  const refused = await Promise.all(
    pods.map(async (pod) => {
      const container = pod.spec.containers[0]?.name ?? ''
      const follow = options.follow ? ['--follow'] : []
      const args = ['logs', pod.metadata.name, '-c', container, '--tail', String(options.tail), ...follow]
      const prefix = prefixOf(pod, pods)
      const onLine = (line: string) => options.onLine(prefix, line)
      // The end of a followed log by Ctrl-C is the way out, not a failure.
      const ended = await runKubectl(place.io, place.kubectl, args, { onLine }).catch((error: unknown) => {
        if (!place.io.signal.aborted) throw error
      })
      return ended !== undefined && ended.exitCode !== 0 && !place.io.signal.aborted
    }),
  )
  if (pods.length === 0 || refused.includes(false)) return
  throw new StackError({
    code: 'COMMAND_FAILED',
    message: `no log could be read: ${pods.length === 1 ? 'its pod' : `all ${pods.length} pods`} refused it, for the reasons above`,
    hint: 'Is a right missing? kubectl auth can-i get pods/log',
  })
}

/** The pods of components, those that were made for a question only aside. @throws StackError RIGHTS_MISSING, ENGINE_UNREACHABLE */
export function readPods(place: Place): Promise<readonly Pod[]> {
  const labelSelector = `${objectLabels.stack}=${place.stack},${objectLabels.role},!mcp-stack.dev/one-off`
  return selectObjects<Pod>(place, { apiVersion: 'v1', kind: 'Pod' }, labelSelector)
}

/** @param wanted  Names or services; none: all. Pure. @throws StackError USAGE */
export function choosePods(pods: readonly Pod[], wanted: readonly string[]): readonly Pod[] {
  const sorted = pods.toSorted((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
  if (wanted.length === 0) return sorted
  const unknown = wanted.filter((name) => !sorted.some((pod) => answersTo(pod, name)))
  if (unknown.length > 0) {
    throw new StackError({
      code: 'USAGE',
      message: `no pod of ${unknown.join(', ')} is there`,
      hint: `There are: ${[...new Set(sorted.map(nameOf))].toSorted().join(', ') || 'none; deploy first'}`,
    })
  }
  return sorted.filter((pod) => wanted.some((name) => answersTo(pod, name)))
}

/** `OPA`, or `OPA/x7k2p` where several of its pods are shown. Pure. */
export function prefixOf(pod: Pod, shown: readonly Pod[]): string {
  const name = nameOf(pod)
  const several = shown.filter((other) => nameOf(other) === name).length > 1
  return several ? `${name}/${pod.metadata.name.split('-').at(-1) ?? ''}` : name
}

/** `app.kubernetes.io/name` is the service of every slot. */
function answersTo(pod: Pod, name: string): boolean {
  return nameOf(pod) === name || pod.metadata.labels?.['app.kubernetes.io/name'] === name
}

/** The component as the user wrote it. Pure. */
export function nameOf({ metadata }: Pod): string {
  return metadata.annotations?.[objectLabels.name] ?? metadata.labels?.['app.kubernetes.io/name'] ?? metadata.name
}
