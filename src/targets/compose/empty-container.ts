import { askEngine, linesOf, type Place, runEngine } from './engine.ts'
import { emptyImage, labels } from './names.ts'
import { packTar } from './tar.ts'

export interface EmptyContainer {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  /** Volume name → absolute path in the container. */
  readonly volumes: Readonly<Record<string, string>>
}

/**
 * Creates a container of an image without content and never starts it: a handle through which `docker cp` reaches
 * volumes. Needs no registry. The name is taken atomically: undefined when somebody has it already.
 *
 * @returns the container's id.
 */
export async function createEmptyContainer(place: Place, wanted: EmptyContainer): Promise<string | undefined> {
  const args = [
    'create',
    '--name',
    wanted.name,
    '--network',
    'none',
    '--label',
    `${labels.stack}=${place.project}`,
    ...Object.entries(wanted.labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]),
    ...Object.entries(wanted.volumes).flatMap(([volume, path]) => ['--volume', `${volume}:${path}`]),
    emptyImage,
    'never-started',
  ]
  const first = await runEngine(place, args)
  if (first.exitCode === 0) return linesOf(first.stdout).at(-1)
  if (isNameTaken(first.stderr)) return undefined
  await importEmptyImage(place)
  const second = await runEngine(place, args)
  if (second.exitCode === 0) return linesOf(second.stdout).at(-1)
  if (isNameTaken(second.stderr)) return undefined
  return linesOf((await askEngine(place, args)).stdout).at(-1)
}

async function importEmptyImage(place: Place): Promise<void> {
  await askEngine(place, ['import', '-', emptyImage], { stdin: await packTar([]) })
}

const isNameTaken = (stderr: string) => /is already in use|already exists/i.test(stderr)
