import { loadEngines } from '../render/compile.ts'

/** Loads what is needed after the target was looked at, while it is looked at: comparing, the template engine, Node's own fetch. */
export async function warmUp(): Promise<typeof import('./draft.ts')> {
  const [draft] = await Promise.all([import('./draft.ts'), loadEngines()])
  // Node loads fetch, which asks the registry, with the first of its classes that somebody uses.
  void new Headers()
  return draft
}
