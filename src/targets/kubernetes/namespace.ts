import { StackError } from '../../errors.ts'
import { fieldManager, objectLabels } from '../../model/kubernetes.ts'
import { reasonOf } from './answers.ts'
import type { Place } from './api.ts'
import { pathOf } from './paths.ts'

/**
 * Makes the namespace where it is not there. Who may not look at namespaces is taken to have one.
 *
 * @param create  deployment.create_namespace.
 * @returns whether we made it.
 * @throws StackError RIGHTS_MISSING, APPLY_FAILED.
 */
export async function ensureNamespace(place: Place, create: boolean): Promise<boolean> {
  const { api, namespace, io } = place
  const path = pathOf('v1', 'Namespace', namespace, namespace)
  const found = await api.get(path)
  if (found.status === 403) return false
  if (found.status === 200) {
    if (isTerminating(found.body)) throw terminating(namespace)
    return false
  }
  if (found.status !== 404) throw notMade(namespace, 'APPLY_FAILED', io.redactor.redact(reasonOf(found)))
  if (!create) throw notMade(namespace, 'APPLY_FAILED', 'it does not exist and deployment.create_namespace is false')

  const labels = { [objectLabels.stack]: place.stack, 'app.kubernetes.io/managed-by': fieldManager }
  const body = JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } })
  const made = await api.apply(path, body)
  if (made.status === 200 || made.status === 201) return true
  const reason = io.redactor.redact(reasonOf(made))
  throw notMade(namespace, made.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED', reason)
}

export function isTerminating(body: Readonly<Record<string, unknown>>): boolean {
  const { metadata } = body as { readonly metadata?: { readonly deletionTimestamp?: string } }
  return metadata?.deletionTimestamp !== undefined
}

function notMade(namespace: string, code: 'RIGHTS_MISSING' | 'APPLY_FAILED', reason: string): StackError {
  return new StackError({
    code,
    message: `there is no namespace ${namespace}: ${reason}`,
    hint: `Ask an administrator of the cluster for it: kubectl create namespace ${namespace}`,
  })
}

function terminating(namespace: string): StackError {
  return new StackError({
    code: 'APPLY_FAILED',
    message: `the namespace ${namespace} is being deleted`,
    hint: `Run again when it is gone: kubectl wait --for=delete namespace/${namespace} --timeout=120s`,
  })
}
