import { StackError } from '../../errors.ts'
import type { Plan } from '../../model/plan.ts'
import type { Place } from './api.ts'
import { askRights } from './preflight.ts'
import { plannedRights } from './rights.ts'

/** What somebody types who may give rights. */
export const giveRights =
  'mcp-deploy rbac | kubectl apply -f - (an account that is there: --service-account NAMESPACE:NAME)'

/**
 * Does reads that every command begins with. Where one is refused, all rights that are missing are named at once, those of a
 * deploy apart: whoever gives rights is asked once.
 *
 * @throws StackError RIGHTS_MISSING, and what the work throws.
 */
export async function namingAllMissing<T>(place: Place, plan: Plan, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof StackError) || error.code !== 'RIGHTS_MISSING') throw error
    throw await explain(place, plan, error)
  }
}

async function explain(place: Place, plan: Plan, cause: StackError): Promise<StackError> {
  const { namespace } = place
  const rights = (await plannedRights(plan, 'deploy')).filter(({ optional }) => optional !== true)
  const [toRead, toDeploy] = await Promise.all([
    askRights(place, await plannedRights(plan, 'plan')),
    askRights(place, rights),
  ]).catch(() => [undefined, undefined] as const)
  if (toRead === undefined || toDeploy === undefined || toDeploy.missing.length === 0) return cause
  if (toDeploy.missing.length === toDeploy.asked) {
    return new StackError({
      code: 'RIGHTS_MISSING',
      message: `you have no rights in namespace ${namespace}, if there is one: ${cause.message}`,
      hint: `Somebody who may types: kubectl create namespace ${namespace} (where it is not there), ${giveRights}`,
      cause,
    })
  }
  const further = toDeploy.missing.filter((right) => !toRead.missing.includes(right))
  const parts = [
    toRead.missing.join(', '),
    further.length === 0 ? '' : `${toRead.missing.length === 0 ? '' : 'and '}to deploy ${further.join(', ')}`,
  ]
  return new StackError({
    code: 'RIGHTS_MISSING',
    message: `rights are missing in namespace ${namespace}: ${parts.filter((part) => part !== '').join('; ')}`,
    hint: `Somebody who may give rights types: ${giveRights}`,
    cause,
  })
}
