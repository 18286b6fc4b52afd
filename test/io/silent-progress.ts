import type { Progress } from '../../src/model/io.ts'

/** Progress that keeps what it was told. */
export function keepProgress(): Progress & { readonly details: string[] } {
  const details: string[] = []
  const task = { update: () => undefined, done: () => undefined, fail: () => undefined }
  return {
    details,
    step: () => undefined,
    task: () => task,
    line: () => undefined,
    detail: (text) => details.push(text),
    problem: () => undefined,
  }
}
