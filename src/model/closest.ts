import { distance } from 'fastest-levenshtein'

/** The known word that was probably meant: at most a third of it is different. Letters in the wrong order are one mistake. */
export function closest<W extends string>(word: string, known: readonly W[]): W | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, far: mistakes(word.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
  if (best === undefined) return undefined
  return best.far <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined
}

function mistakes(word: string, candidate: string): number {
  const far = distance(word, candidate)
  return far === 2 && [...word].toSorted().join('') === [...candidate].toSorted().join('') ? 1 : far
}

/** `Did you mean deploy? `, or nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = closest(word, known)
  return near === undefined ? '' : `Did you mean ${near}? `
}
