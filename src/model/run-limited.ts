/** Runs work on every item, at most `limit` at once; answers in the order of the items. The first error ends it. */
export async function runLimited<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const queue = items.entries()
  // The workers share one iterator: each takes the next item that nobody has.
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(Math.max(1, limit), items.length) }, worker))
  return results
}

/** Answers a question once per key, however often it is asked at the same time; errors are answers too. */
export function askOnce<R>(ask: (key: string) => Promise<R>): (key: string) => Promise<R> {
  const asked = new Map<string, Promise<R>>()
  return (key) => {
    const known = asked.get(key) ?? ask(key)
    asked.set(key, known)
    return known
  }
}
