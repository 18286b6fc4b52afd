import type { Io } from '../model/io.ts'
import { runLimited } from '../model/run-limited.ts'
import type { AbsentOf } from '../model/target.ts'
import { parseReference } from './image-reference.ts'
import { openRegistry } from './registry.ts'

const lookUpsAtOnce = 8

/** Asks the registries whether they have images; only one that answers "no such manifest" says that it has not. */
export function findAbsent(io: Io): AbsentOf {
  const registry = openRegistry(io)
  return async (references) => {
    const found = await runLimited([...new Set(references)], lookUpsAtOnce, async (reference) => {
      const parsed = reference.startsWith('sha256:') ? undefined : parseReference(reference)
      return { reference, absent: parsed !== undefined && (await registry.look(parsed)).kind === 'absent' }
    })
    return new Set(found.flatMap(({ reference, absent }) => (absent ? [reference] : [])))
  }
}
