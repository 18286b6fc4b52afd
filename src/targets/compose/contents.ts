import { StackError } from '../../errors.ts'
import type { Content } from '../../model/bundle.ts'
import { isPending } from '../../model/pending.ts'
import { Secret } from '../../model/secret.ts'
import { createEmptyContainer } from './empty-container.ts'
import { askEngine, type Place, runEngine } from './engine.ts'
import type { Owner } from './image-user.ts'
import { labels } from './names.ts'
import { packTar, type TarEntry } from './tar.ts'
import { createVolume } from './volumes.ts'

/** How many volumes one helper container mounts: far below any limit of the engine, and the stream stays small. */
const batchSize = 50

/** A content and the user who has to read it. */
export interface OwnedContent {
  readonly content: Content
  readonly owner: Owner
}

/**
 * Fills content volumes before any container is touched. One tar stream into one container that mounts them all and
 * is never started: ten plugins take as long as one. Equal content gives equal bytes, so filling twice does no harm.
 */
export async function fillContents(place: Place, contents: readonly OwnedContent[]): Promise<void> {
  await removeHelpers(place)
  for (let start = 0; start < contents.length; start += batchSize) {
    await fillBatch(place, contents.slice(start, start + batchSize))
  }
}

async function fillBatch(place: Place, contents: readonly OwnedContent[]): Promise<void> {
  for (const { content } of contents) await createVolume(place, content.name, 'content')
  const id = await createEmptyContainer(place, {
    name: `${place.project}-mcp-fill`,
    labels: { [labels.kind]: 'helper' },
    volumes: Object.fromEntries(contents.map(({ content }, index) => [content.name, `/fill/${index}`])),
  })
  if (id === undefined) throw fillFailed(place, 'a helper container of another run is in the way')
  try {
    const stdin = await packTar(
      contents.flatMap(({ content, owner }, index) => toEntries(content, owner, `fill/${index}`)),
    )
    await askEngine(place, ['cp', '-', `${id}:/`], { stdin })
  } finally {
    await runEngine(place, ['rm', '--force', id], { uninterruptible: true })
  }
}

/** Only its owner reads a key; configuration may be read by an entry point that changes its user, too. */
export function toEntries(content: Content, owner: Owner, folder: string): readonly TarEntry[] {
  const closed = content.kind === 'certificates'
  const files = Object.entries(content.files).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    { path: folder, mode: closed ? 0o500 : 0o555, ...owner },
    ...files.map(([name, text]) => ({
      path: `${folder}/${name}`,
      content: revealText(content, name, text),
      mode: closed ? 0o400 : 0o444,
      ...owner,
    })),
  ]
}

function revealText(content: Content, name: string, text: Content['files'][string]): string {
  if (isPending(text)) {
    throw new StackError({ code: 'BUG', message: `${content.name}/${name} was to be filled before it was made` })
  }
  return text instanceof Secret ? text.reveal() : text
}

/** What a killed run left behind. Only called under the lock, so nobody uses them. */
export async function removeHelpers(place: Place): Promise<void> {
  const filters = [`label=${labels.stack}=${place.project}`, `label=${labels.kind}=helper`]
  const { stdout } = await askEngine(place, ['ps', '--all', '--quiet', ...filters.flatMap((one) => ['--filter', one])])
  const ids = stdout.split('\n').filter((id) => id !== '')
  if (ids.length > 0) await runEngine(place, ['rm', '--force', ...ids])
}

function fillFailed(place: Place, why: string): StackError {
  return new StackError({
    code: 'APPLY_FAILED',
    message: `the contents of ${place.project} could not be written: ${why}`,
    hint: 'Run again',
  })
}
