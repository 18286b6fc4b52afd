import { setTimeout as sleep } from 'node:timers/promises'
import type { RunningTool } from './tool.ts'

/** When a run first says something; undefined as long as it has not. */
export function whenSaid(running: RunningTool, pattern: RegExp): () => Date | undefined {
  let text = ''
  let at: Date | undefined
  for (const stream of [running.child.stdout, running.child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (at === undefined && pattern.test(text)) at = new Date()
    })
  }
  return () => at
}

/** Asks four times a second until the answer is true or it is told to stop; answers with when that was. */
export function whenSeen(ask: () => Promise<boolean>): { stop(): Promise<Date | undefined> } {
  const over = new AbortController()
  const watch = async (): Promise<Date | undefined> => {
    while (!over.signal.aborted) {
      if (await ask().catch(() => false)) return new Date()
      await sleep(250)
    }
    return undefined
  }
  const seen = watch()
  return {
    stop: () => {
      over.abort()
      return seen
    },
  }
}
