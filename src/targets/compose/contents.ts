import { StackError } from '../../errors.ts'
import type { Content } from '../../model/bundle.ts'
import { isPending } from '../../model/pending.ts'
import { Secret } from '../../model/secret.ts'
import type { Filling } from './fill-volumes.ts'
import type { Owner } from './image-user.ts'
import type { TarEntry } from './tar.ts'

/** A content as its volume is filled, for the user who has to read it. */
export function toFilling(content: Content, owner: Owner): Filling {
  return { volume: content.name, entries: (folder) => toEntries(content, owner, folder) }
}

/** Only its owner reads a key; configuration may be read by an entry point that changes its user, too. */
function toEntries(content: Content, owner: Owner, folder: string): readonly TarEntry[] {
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
