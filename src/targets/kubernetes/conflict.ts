import { fieldManager } from '../../model/kubernetes.ts'
import type { KubeAnswer } from './api.ts'

/** Fields that we want otherwise than their owner has set them. */
export interface Conflict {
  /** Names of the owners, sorted, joined by commas. */
  readonly manager: string
  /** `spec.template.spec.containers[app].image`. */
  readonly fields: readonly string[]
  /** All of them were set by a person's kubectl, which does so once and does not insist. */
  readonly byHand: boolean
}

/** Reads the answer 409 of a server-side apply; undefined where it is another refusal. Pure. */
export function readConflict(body: Readonly<Record<string, unknown>>): Conflict | undefined {
  const causes = conflictsOf(body).filter((cause) => !isOwn(cause))
  if (causes.length === 0) return undefined
  const managers = causes.map(({ message = '' }) => /conflict with "([^"]+)"/.exec(message)?.[1] ?? 'another manager')
  return {
    manager: [...new Set(managers)].toSorted().join(', '),
    fields: causes.map(({ field = '' }) => readablePath(field)),
    byHand: causes.every(({ message = '' }) => isHandsConflict(message)),
  }
}

/**
 * Whether an apply meets nobody but ourselves: what we created, and did not apply, is to the server another manager's of our
 * name. Such an apply may be forced. Pure.
 */
export function isOwnConflict({ status, body }: Pick<KubeAnswer, 'status' | 'body'>): boolean {
  const causes = status === 409 ? conflictsOf(body) : []
  return causes.length > 0 && causes.every(isOwn)
}

const isOwn = ({ message = '' }: Cause) => message.includes(`conflict with "${fieldManager}"`)

function conflictsOf(body: Readonly<Record<string, unknown>>): readonly Cause[] {
  return causesOf(body).filter(({ reason }) => reason === 'FieldManagerConflict')
}

/**
 * "using" stands where the owner wrote without server-side apply; whoever applies, on either side, is a tool that will do so
 * again.
 */
function isHandsConflict(message: string): boolean {
  const manager = /conflict with "([^"]+)"(?: with subresource "\w+")? using /.exec(message)?.[1]
  return manager !== undefined && isHand(manager)
}

/** A field manager that updates (not applies) for a person: `kubectl-edit`, `kubectl-set`, `kubectl-patch`. Pure. */
export function isHand(manager: string): boolean {
  return /^kubectl(-[a-z-]+)?$/.test(manager) && manager !== 'kubectl-client-side-apply'
}

/** `.spec.containers[name="app"].ports[containerPort=80,protocol="TCP"]` → `spec.containers[app].ports[80]`. */
function readablePath(field: string): string {
  return field.replace(/^\./, '').replaceAll(/\[\w+="?([^"\],]*)"?[^\]]*\]/g, '[$1]')
}

interface Cause {
  readonly reason?: string
  readonly message?: string
  readonly field?: string
}

function causesOf(body: Readonly<Record<string, unknown>>): readonly Cause[] {
  const details: { readonly causes?: readonly Cause[] } = Object(body['details'])
  return Array.isArray(details.causes) ? details.causes : []
}
