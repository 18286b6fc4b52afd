import { createIo } from '../../src/io/create-io.ts'
import type { Io, Progress } from '../../src/model/io.ts'
import type { Secret } from '../../src/model/secret.ts'

const silent: Progress = {
  step: () => undefined,
  task: () => ({ update: () => undefined, done: () => undefined, fail: () => undefined }),
  line: () => undefined,
  detail: () => undefined,
  problem: () => undefined,
}

/** The real edge with a given environment, and the secrets that its redactor was told. */
export function readingIo(environment: Readonly<Record<string, string>> = {}): {
  readonly io: Io
  readonly masked: Secret[]
} {
  const masked: Secret[] = []
  const io = createIo({ environment, progress: silent, signal: new AbortController().signal })
  const add = (secret: Secret) => {
    masked.push(secret)
    io.redactor.add(secret)
  }
  return { io: { ...io, redactor: { ...io.redactor, add } }, masked }
}
