import { StackError } from '../../errors.ts'
import { createEmptyContainer } from './empty-container.ts'
import { askEngine, linesOf, type Place, runEngine } from './engine.ts'
import { labels } from './names.ts'
import { packTar, type TarEntry } from './tar.ts'

/** How many volumes one helper container mounts: far below any limit of the engine, and the stream stays small. */
const batchSize = 50

/** A volume that exists, and what is to be in it. */
export interface Filling {
  readonly volume: string
  /** @param folder  Where the volume is mounted in the helper, without a leading slash; its own entry comes first. */
  entries(folder: string): readonly TarEntry[]
}

/**
 * Fills volumes before any container is touched. One tar stream into one container that mounts them all and is never
 * started: ten plugins take as long as one. Equal fillings give equal bytes, so filling twice does no harm.
 */
export async function fillVolumes(place: Place, fillings: readonly Filling[]): Promise<void> {
  await removeHelpers(place)
  for (let start = 0; start < fillings.length; start += batchSize) {
    await fillBatch(place, fillings.slice(start, start + batchSize))
  }
}

async function fillBatch(place: Place, fillings: readonly Filling[]): Promise<void> {
  const id = await createEmptyContainer(place, {
    name: `${place.project}-mcp-fill`,
    labels: { [labels.kind]: 'helper' },
    volumes: Object.fromEntries(fillings.map(({ volume }, index) => [volume, `/fill/${index}`])),
  })
  if (id === undefined) {
    throw new StackError({
      code: 'APPLY_FAILED',
      message: `the contents of ${place.project} could not be written: a helper container of another run is in the way`,
      hint: 'Run again',
    })
  }
  try {
    const stdin = await packTar(fillings.flatMap((filling, index) => filling.entries(`fill/${index}`)))
    await askEngine(place, ['cp', '-', `${id}:/`], { stdin })
  } finally {
    await runEngine(place, ['rm', '--force', id], { uninterruptible: true })
  }
}

/** What a killed run left behind. Only called under the lock, so nobody uses them. */
export async function removeHelpers(place: Place): Promise<void> {
  const filters = [`label=${labels.stack}=${place.project}`, `label=${labels.kind}=helper`]
  const { stdout } = await askEngine(place, ['ps', '--all', '--quiet', ...filters.flatMap((one) => ['--filter', one])])
  const ids = linesOf(stdout)
  if (ids.length > 0) await runEngine(place, ['rm', '--force', ...ids])
}
