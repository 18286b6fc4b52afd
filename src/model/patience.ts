/** With a server that keeps secrets: one that restarts or changes its leader is back within these. */
export const patience = { tries: 5, seconds: 15, firstPauseSeconds: 0.5 } as const

/** Milliseconds before the next try. @param tries  So far. @param wait  Seconds that the server wants to be left alone for. */
export function pauseAfter(tries: number, wait: number): number {
  return Math.max(patience.firstPauseSeconds * 2 ** (tries - 1), wait) * 1000
}
