import type { DatabaseRevision } from '../../model/live.ts'
import { isPending } from '../../model/pending.ts'
import type { ApplyInput } from '../../model/target.ts'
import { databaseProgram, databaseSeconds, parseRevision } from '../database-program.ts'
import { makeComposer } from './compose-up.ts'
import { openGatewayShells } from './doors.ts'
import type { Place } from './engine.ts'
import { ensureImages } from './images.ts'
import { prepareVolumes } from './prepare-volumes.ts'

/**
 * Asks the running gateway where its database stands; where none runs, one of the bundle's image is run for the question
 * alone, with the bundle's volumes and variables.
 *
 * @returns undefined where nobody can say: no gateway to ask, no such table, no answer.
 */
export async function readDatabaseRevision(
  place: Place,
  input: Pick<ApplyInput, 'bundle' | 'secrets'> | undefined,
): Promise<DatabaseRevision | undefined> {
  const [shell] = await openGatewayShells(place)
  const told = await shell?.python(databaseProgram, databaseSeconds)
  if (told?.exitCode === 0) return parseRevision(told.stdout)
  if (input === undefined) return undefined

  const gateway = input.bundle.components.find(({ role }) => role === 'gateway')
  if (gateway === undefined || isPending(gateway.image)) return undefined
  const { name, service, image } = gateway
  const { images, failures } = await ensureImages(place, [{ component: name, service, image }])
  if (failures.length > 0) return undefined
  await prepareVolumes(place, input.bundle, [gateway], images)
  const composer = await makeComposer(place, input.bundle, input.secrets, 'compose')
  const { exitCode, stdout } = await composer.python(service, databaseProgram, databaseSeconds)
  return exitCode === 0 ? parseRevision(stdout) : undefined
}
