import { loadEngines } from '../render/compile.ts'

/** Loads what is needed after the target was looked at, while it is looked at: the template engine, and Node's own fetch. */
export async function warmUp(): Promise<void> {
  await loadEngines()
  // Node loads fetch, which asks the registry, with the first of its classes that somebody uses.
  void new Headers()
}
