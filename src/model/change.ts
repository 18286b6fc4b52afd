import type { Pending } from './pending.ts'

/** One difference between what should run and what runs. */
export interface Change {
  readonly action: 'create' | 'update' | 'delete' | 'restart' | 'unchanged'
  /** Name as the user wrote it, or the live object's name when it is not in the config any more. */
  readonly component: string
  readonly service: string
  readonly wave: number
  readonly reasons: readonly Reason[]
  readonly pending: readonly Pending[]
  /** Kubernetes: what happens to the component's objects; the unchanged ones are left out. */
  readonly objects?: readonly ObjectChange[]
}

/** One Kubernetes object that is written or removed. */
export interface ObjectChange {
  /** `Deployment/mcpgateway`. */
  readonly object: string
  readonly action: 'create' | 'update' | 'delete'
}

export interface Reason {
  /** `image`, `env.LOG_LEVEL`, `certificates`, `drift`, `plugin restarted`. */
  readonly field: string
  /** Shown values; both absent for secrets (`secret: true`) and for causes without values. */
  readonly before?: string
  readonly after?: string
  readonly secret?: true
  /** A sentence where before and after do not say it. */
  readonly why?: string
}

/** Whether anything would be done. */
export function hasWork({ changes }: { readonly changes: readonly Change[] }): boolean {
  return changes.some(({ action }) => action !== 'unchanged')
}
