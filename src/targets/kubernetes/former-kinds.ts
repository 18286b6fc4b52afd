import type { Problem } from '../../model/problem.ts'
import type { Place } from './api.ts'
import { groupOf } from './paths.ts'
import type { Kind } from './read-objects.ts'
import { resourceOf } from './rights.ts'

/**
 * What is told of a kind that a release wrote and that the configuration does not have any more: `rbac` prints what that has, so
 * the rights are given by hand, in a Role that the next `rbac | kubectl apply` leaves alone. Pure.
 *
 * @param verbs  Those that are missing.
 */
export function formerKindProblem(
  { namespace, stack }: Pick<Place, 'namespace' | 'stack'>,
  kind: Kind,
  verbs: readonly string[],
): Problem {
  const group = groupOf(kind.apiVersion)
  const resource = `${resourceOf(kind)}${group === '' ? '' : `.${group}`}`
  const name = `${stack}-former-${resourceOf(kind)}`
  const create = `kubectl --namespace ${namespace} create`
  return {
    severity: 'error',
    code: 'RIGHTS_MISSING',
    message: `you may not ${verbs.join(' and ')} ${resource} in namespace ${namespace}: an earlier release has written ${kind.kind} objects there that the configuration does not have any more`,
    hint: `Somebody who may give rights types: ${create} role ${name} --verb=get,list,delete --resource=${resource} && ${create} rolebinding ${name} --role=${name} --serviceaccount=NAMESPACE:NAME`,
  }
}
