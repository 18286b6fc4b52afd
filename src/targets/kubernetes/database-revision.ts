import { StackError } from '../../errors.ts'
import type { DatabaseRevision } from '../../model/live.ts'
import type { ApplyInput } from '../../model/target.ts'
import { databaseProgram, databaseSeconds, parseRevision } from '../database-program.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { Place } from './api.ts'
import { applyObjects } from './apply-objects.ts'
import { openGatewayShells } from './doors.ts'
import type { Workload } from './kube-objects.ts'
import { runOneOff } from './one-off.ts'

/**
 * Asks the running gateway where its database stands; where none runs, a pod like the bundle's is run for the question alone,
 * with the configuration and secrets that it needs.
 *
 * @returns undefined where nobody can say: no gateway to ask, no such table, no answer.
 */
export async function readDatabaseRevision(
  place: Place,
  input: Question | undefined,
): Promise<DatabaseRevision | undefined> {
  try {
    return await ask(place, input)
  } catch (error) {
    // What kept the gateway from starting (image, quota, admission) keeps a pod like it from starting too.
    if (error instanceof StackError && ['APPLY_FAILED', 'COMMAND_FAILED'].includes(error.code)) return undefined
    throw error
  } finally {
    // Somebody who was stopped has not said anything either.
    stopIfInterrupted(place.io)
  }
}

type Question = Pick<ApplyInput, 'bundle' | 'secrets'>

async function ask(place: Place, input: Question | undefined): Promise<DatabaseRevision | undefined> {
  const [shell] = await openGatewayShells(place)
  const told = await shell?.python(databaseProgram, databaseSeconds)
  if (told?.exitCode === 0) return parseRevision(told.stdout)
  if (input === undefined) return undefined

  const { bundle, secrets } = input
  const gateway = bundle.components.find(({ role }) => role === 'gateway')
  const objects = bundle.kubernetes?.objects ?? []
  const workload = objects.find(({ kind, name }) => kind === 'Deployment' && name === gateway?.service)
  if (gateway === undefined || workload === undefined || gateway.pending.length > 0) return undefined
  const needed = objects.filter(
    ({ wave, component, kind }) =>
      wave === -1 && kind !== 'NetworkPolicy' && [gateway.name, 'stack'].includes(component),
  )
  const { refused } = await applyObjects(place, needed, { secrets, force: () => false, existing: new Set() })
  if (refused.length > 0) return undefined
  // The bundle's Deployment is one as the server knows it.
  const { template } = workload.manifest['spec'] as unknown as Workload['spec']
  const { exitCode, stdout } = await runOneOff(place, template, databaseProgram, databaseSeconds)
  return exitCode === 0 ? parseRevision(stdout) : undefined
}
