import { fieldManager } from '../../model/kubernetes.ts'
import type { KubeAnswer, Place } from './api.ts'

/** Why the server did not take an object, and what to do. */
export interface Refusal {
  readonly reason: string
  readonly hint: string
}

interface Cause {
  readonly reason?: string
  readonly message?: string
  readonly field?: string
}

/** The kubectl commands of a hint as they reach the cluster and the namespace that are meant. Pure. */
export function inPlace({ kubectl: { args } }: Pick<Place, 'kubectl'>, hint: string): string {
  return hint.replaceAll(/\bkubectl (?=(?:get|describe|delete)\b)/g, ['kubectl', ...args, ''].join(' '))
}

/** @param object  `Deployment/mcpgateway`. Pure. */
export function explainRefusal(
  object: string,
  { status, body, text }: Pick<KubeAnswer, 'status' | 'body' | 'text'>,
): Refusal {
  const message = typeof body['message'] === 'string' ? body['message'] : text.slice(0, 500).trim()
  const causes = causesOf(body)
  if (status === 409 && causes.some(({ reason }) => reason === 'FieldManagerConflict')) return conflict(object, causes)
  if (status === 422) return invalid(object, message, causes)
  if (status === 403 && /exceeded quota/.test(message)) {
    return { reason: `${object}: ${message}`, hint: 'The namespace’s quota is used up: kubectl describe resourcequota' }
  }
  if (status === 403 && /is being terminated/.test(message)) {
    return {
      reason: `${object}: ${message}`,
      hint: 'The namespace is being removed: wait until it is gone, then deploy again',
    }
  }
  if (status === 401 || status === 403) {
    return { reason: `${object}: ${message}`, hint: 'Rights are missing: mcp-deploy rbac | kubectl apply -f -' }
  }
  if (status === 404) {
    return {
      reason: `${object}: the cluster knows no such kind, or the namespace is gone`,
      hint: 'kubectl api-resources',
    }
  }
  return {
    reason: `${object}: the API server answered ${status}: ${message}`,
    hint: 'mcp-deploy plan shows what it refuses',
  }
}

/** `conflict with "kubectl-edit" using apps/v1` → the manager, with the fields it set. */
function conflict(object: string, causes: readonly Cause[]): Refusal {
  const managers = new Map<string, string[]>()
  for (const { message = '', field = '' } of causes) {
    const manager = /conflict with "([^"]+)"/.exec(message)?.[1] ?? 'another manager'
    managers.set(manager, [...(managers.get(manager) ?? []), field.replace(/^\./, '')])
  }
  const who = [...managers].map(([manager, fields]) => `${manager} set ${fields.join(', ')}`).join('; ')
  return {
    reason: `${object}: ${who}, which ${fieldManager} sets otherwise`,
    hint: 'Undo that change, or take the fields over: mcp-deploy deploy --force-conflicts',
  }
}

function invalid(object: string, message: string, causes: readonly Cause[]): Refusal {
  const immutable = causes.filter(({ message: its = '' }) =>
    /immutable|forbidden: updates to statefulset spec/i.test(its),
  )
  if (immutable.length === 0 && !/immutable|updates to statefulset spec/i.test(message)) {
    return {
      reason: `${object}: ${message}`,
      hint: 'Correct the config or the patch that sets it: mcp-deploy generate shows the object',
    }
  }
  const fields = [...new Set(immutable.map(({ field }) => field).filter(Boolean))].join(', ') || 'a field'
  const claims = /statefulset/i.test(object)
  return {
    reason: `${object}: ${fields} cannot be changed once the object is there: ${message.slice(0, 300)}`,
    hint: claims
      ? `Undo the change, or make it again: kubectl delete ${object.toLowerCase()} --cascade=orphan keeps its data; then deploy`
      : `Make it again: kubectl delete ${object.toLowerCase()}, then deploy (or mcp-deploy destroy for all of it)`,
  }
}

function causesOf(body: Readonly<Record<string, unknown>>): readonly Cause[] {
  const details = body['details'] as { readonly causes?: readonly Cause[] } | undefined
  return details?.causes ?? []
}
