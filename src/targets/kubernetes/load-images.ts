import type { BundleComponent } from '../../model/bundle.ts'
import type { Command } from '../../model/io.ts'
import { isPending } from '../../model/pending.ts'
import type { ComponentFailure } from '../../model/target.ts'
import type { Place } from './api.ts'
import { runKubectl } from './kubectl.ts'

/** Images are large, and these tools copy them whole. */
const timeoutSeconds = 600

/** The image has no registry: only the engine that built it has it. Pure. */
export function isLocalOnly({ image, tag }: Pick<BundleComponent, 'image' | 'tag'>): boolean {
  if (isPending(image)) return false
  // `mcp-stack/<stack>/<service>:<key>` is what images are called that are built without a registry.
  return image.startsWith('sha256:') || tag.startsWith('mcp-stack/')
}

/**
 * How an image of the local engine gets into the nodes of a cluster on this machine; undefined for every other cluster. Pure.
 *
 * @param context  Name of the kubeconfig's context, which these tools choose: `kind-x`, `k3d-x`, `minikube`.
 */
export function loadCommand(context: string, images: readonly string[]): Command | undefined {
  const [, tool, cluster] = /^(kind|k3d)-(.+)$/.exec(context) ?? []
  if (tool === 'kind' && cluster !== undefined)
    return { program: 'kind', args: ['load', 'docker-image', '--name', cluster, ...images] }
  if (tool === 'k3d' && cluster !== undefined)
    return { program: 'k3d', args: ['image', 'import', '--cluster', cluster, ...images] }
  if (/^minikube(-|$)/.test(context))
    return { program: 'minikube', args: ['--profile', context, 'image', 'load', ...images] }
  return undefined
}

/** Loads what only the local engine has; on a cluster that is not on this machine the preflight has refused it. */
export async function loadImages(
  place: Place,
  components: readonly BundleComponent[],
): Promise<readonly ComponentFailure[]> {
  const local = components.filter(isLocalOnly)
  if (local.length === 0) return []
  const command = loadCommand(await contextOf(place), [...new Set(local.map(({ tag }) => tag))].toSorted())
  if (command === undefined) return []
  const task = place.io.progress.task('images')
  task.update(`${command.program} loads ${local.length}`)
  const { exitCode, stderr } = await place.io.run(command, { timeoutSeconds, log: 'load-images' })
  if (exitCode === 0) {
    task.done(`${local.length} loaded by ${command.program}`)
    return []
  }
  const reason = place.io.redactor.redact(`${command.program} could not load its image: ${lastLine(stderr)}`)
  task.fail(reason)
  const hint = 'Set registry: to one that the cluster reaches. The whole log is in deploy/logs/load-images.log'
  return local.map(({ name, service }) => ({ component: name, service, reason, lastLog: [], hint }))
}

/** The context that is used: the one that was chosen by name, else kubectl's current one; empty inside a pod. */
export async function contextOf(place: Place): Promise<string> {
  const at = place.kubectl.args.indexOf('--context')
  const named = at === -1 ? undefined : place.kubectl.args[at + 1]
  if (named !== undefined) return named
  const { exitCode, stdout } = await runKubectl(place.io, place.kubectl, ['config', 'current-context'])
  return exitCode === 0 ? stdout.trim() : ''
}

const lastLine = (text: string) => text.trim().split('\n').at(-1)?.trim() || 'it gave no reason'
