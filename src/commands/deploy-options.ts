import type { RollOverOrder } from '../model/certificate.ts'
import type { CacheMode } from '../model/layer-cache.ts'
import type { FrozenPlan } from './frozen-plan.ts'
import type { Permissions } from './obstacles.ts'

/** What a deploy was asked to do and to leave out. */
export interface DeployOptions {
  readonly dryRun: boolean
  readonly frozenPlan?: FrozenPlan
  /** --cache: instead of ci_cd.build.cache. */
  readonly cache?: CacheMode
  readonly skipBuild: boolean
  readonly skipCertificates: boolean
  readonly caFromEnv: boolean
  readonly externalPki: boolean
  /** certs rotate: these components' certificates anew. */
  readonly renew?: readonly string[]
  /** certs rotate --ca */
  readonly rollOver?: RollOverOrder
  readonly frozen: boolean
  readonly requirePinned: boolean
  readonly wait: boolean
  readonly verify: boolean
  readonly timeoutSeconds: number
  readonly permissions: Permissions
  /** -o DIR: the manifests of this deploy, for people. */
  readonly output?: string
}
