import { access, readdir, readFile, realpath } from 'node:fs/promises'
import type { Io } from '../../src/model/io.ts'
import type { Secret } from '../../src/model/secret.ts'

/** The edge as the config room needs it: real files, a given environment, and the secrets the redactor was told. */
export function readingIo(environment: Readonly<Record<string, string>> = {}): {
  readonly io: Io
  readonly masked: Secret[]
} {
  const masked: Secret[] = []
  const files = {
    read: async (path: string) => readFile(path, 'utf8'),
    readBytes: async (path: string) => readFile(path),
    exists: async (path: string) =>
      access(path).then(
        () => true,
        () => false,
      ),
    list: async (path: string) => readdir(path),
    realpath: async (path: string) => realpath(path),
  }
  const redactor = { add: (secret: Secret) => void masked.push(secret) }
  return { io: { files, redactor, environment } as unknown as Io, masked }
}
