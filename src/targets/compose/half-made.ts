import { askEngine, linesOf, type Place } from './engine.ts'
import { composeLabels } from './names.ts'

/**
 * Compose recreates a container as `<12 hex>_<name>`, removes the old one, and renames the new one. A container that still
 * has such a name was left by a Compose that was killed in between: it was never started, and its name is in the way.
 */
export function isHalfMade(name: string): boolean {
  return /^\/?[0-9a-f]{12}_/.test(name)
}

/** Removes what a killed Compose left of these services. */
export async function removeHalfMade(place: Place, services: readonly string[]): Promise<void> {
  const filter = `label=${composeLabels.project}=${place.project}`
  const format = `{{.ID}} {{.Names}} {{.Label "${composeLabels.service}"}}`
  const { stdout } = await askEngine(place, ['ps', '--all', '--no-trunc', '--filter', filter, '--format', format])
  const ids = linesOf(stdout).flatMap((line) => {
    const [id = '', name = '', service = ''] = line.split(' ')
    return isHalfMade(name) && services.includes(service) ? [id] : []
  })
  if (ids.length > 0) await askEngine(place, ['rm', '--force', '--', ...ids])
}
