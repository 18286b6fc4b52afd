import { StackError } from '../../errors.ts'

/** One member of a tar stream; `folder` when there is no content. */
export interface TarEntry {
  readonly path: string
  readonly content?: string | Uint8Array
  /** Permission bits. */
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/** Packs entries in their order; times are 0, so equal entries give equal bytes. */
export async function packTar(entries: readonly TarEntry[]): Promise<Uint8Array> {
  const { pack } = await import('tar-stream')
  const stream = pack()
  for (const { path, content, mode, uid, gid } of entries) {
    const header = { name: path, mode, uid, gid, mtime: new Date(0) }
    if (content === undefined) stream.entry({ ...header, type: 'directory' })
    else stream.entry({ ...header, type: 'file' }, Buffer.from(content))
  }
  stream.finalize()
  return await collect(stream)
}

/** The files of a tar stream by path. @throws StackError STATE_UNREADABLE when it is not a tar stream. */
export async function unpackTar(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const { extract } = await import('tar-stream')
  const stream = extract()
  const files = new Map<string, Buffer>()
  stream.end(Buffer.from(bytes))
  try {
    for await (const entry of stream) {
      const content = await collect(entry)
      if (entry.header.type === 'file') files.set(entry.header.name, content)
    }
  } catch (cause) {
    throw new StackError({
      code: 'STATE_UNREADABLE',
      message: 'the engine answered with something that is not a tar stream',
      hint: 'Run again; if it stays so, look at the engine’s own log',
      cause,
    })
  }
  return files
}

async function collect(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(chunk)
  return Buffer.concat(chunks)
}
