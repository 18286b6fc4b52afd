import type { Bundle } from './bundle.ts'
import type { Certificate } from './certificate.ts'
import type { Change } from './change.ts'
import type { Check } from './check.ts'
import type { Io } from './io.ts'
import type { BundleObject, Inventory } from './kubernetes.ts'
import type { DatabaseRevision, Live, LiveComponent, StackState } from './live.ts'
import type { Plan } from './plan.ts'
import type { Problem } from './problem.ts'
import type { Secret } from './secret.ts'
import type { ReadTargetSecret, Secrets } from './secrets.ts'
import type { JsonObject, TargetType } from './stack.ts'
import type { Doors } from './verification.ts'

/** A place stacks run in. */
export interface Target {
  readonly type: TargetType
  /** Reaches the engine or cluster; @throws StackError ENGINE_UNREACHABLE, TOOL_MISSING. */
  connect(plan: Plan, io: Io): Promise<Connection>
  /** Bundle × Live → changes, pure. */
  diff(bundle: Bundle, live: Live): readonly Change[]
  /**
   * What stands in the way of those changes, all at once, pure: objects that somebody else owns, fields that another manager
   * set (FIELD_CONFLICT, which --force-conflicts takes over), more removed than is likely to be meant (MASS_DELETE, which
   * --allow-mass-delete permits). Errors end a deploy before its lock. Compose finds the other obstacles when it applies.
   */
  problems?(bundle: Bundle, live: Live): readonly Problem[]
  /** What is there of a bundle that is all applied, as apply would have answered: for a run that was killed before it was told. */
  inventoryOf?(bundle: Bundle, live: Live): Inventory
  /** `rolling: parallel`: which slot (`r1`, `r2`, `r3`) a plugin with this pod-template hash runs in. */
  slotOf?(live: Live): (plugin: string, hash: string) => string
  /** What an account needs for a command and no more, as objects to hand to the cluster; absent where a target knows no rights. */
  rights?(plan: Plan, command: RightsCommand): Promise<readonly JsonObject[]>
  /** `doctor`: what this target needs of the machine and the place; without a plan what can be said of it in general. */
  checks?(plan: Plan | undefined, io: Io): readonly Check[]
}

/** Commands that need different rights: what reads, what asks inside the gateway too, what writes. */
export type RightsCommand = 'plan' | 'verify' | 'deploy'

/** One target that answered. */
export interface Connection extends Doors {
  /** `Docker 28.2 at unix:///var/run/docker.sock`: shown first in plans. */
  readonly description: string
  observe(): Promise<Live>
  /**
   * A closer look at what differs, before `diff`: drift field by field, foreign objects in the way, what the server's dry run
   * says. Reads only. Compose has seen everything in `observe` and gives the same value back.
   */
  examine(bundle: Bundle, live: Live): Promise<Live>
  /**
   * Before the first write: everything about the target that would end the deploy half-way, all at once (missing rights,
   * image platforms that no node has, images that the target cannot reach). Throws nothing for what it finds.
   *
   * @param live  What `changes` were made of.
   */
  preflight(
    bundle: Bundle,
    changes: readonly Change[],
    platformsOf: PlatformsOf,
    live: Live,
  ): Promise<readonly Problem[]>
  /** A Secret of somebody else's in the stack's place, whose values are then known to the redactor; absent where there is no such thing. */
  readonly readSecret?: ReadTargetSecret
  /** Waits for the holder or throws LOCK_HELD naming it; taken only when there is something to do. */
  lock(purpose: string, waitSeconds: number): Promise<Lock>
  saveState(state: StackState): Promise<void>
  /**
   * Has the target's own authority make or renew these (cert-manager's `Certificate` objects) and waits until every answer is
   * there. Under the lock, before what uses them is rendered. Absent where the target has no authority.
   *
   * @throws StackError AUTHORITY_FAILED with the authority's last words; RIGHTS_MISSING, APPLY_FAILED.
   */
  issueCertificates?(objects: readonly BundleObject[], timeoutSeconds: number): Promise<void>
  /**
   * Pulls what the bundle needs and the target does not have; answers the components whose image cannot be had. A cluster's
   * nodes pull by themselves: there it is asked which images are gone.
   */
  fetchImages(bundle: Bundle, absentOf: AbsentOf): Promise<readonly ComponentFailure[]>
  /** Brings the changes about in waves; ends at once on a terminal failure, with the evidence. */
  apply(input: ApplyInput): Promise<ApplyOutcome>
  /**
   * Asks the gateway where its database stands; undefined where nobody can say. Where no gateway runs, one of `input` is run
   * for the question alone.
   */
  databaseRevision(input?: Pick<ApplyInput, 'bundle' | 'secrets'>): Promise<DatabaseRevision | undefined>
  /** Removes what can be made again; volumes and what opens them only with `volumes`. */
  destroy(options: { readonly volumes: boolean; readonly keepSecrets: readonly string[] }): Promise<readonly string[]>
  components(): Promise<readonly LiveComponent[]>
  /**
   * The secret values that the components run with: what the providers have by now may be newer. Nothing is hidden yet. A
   * cluster answers with all that pods take from Secrets.
   */
  runningSecrets(isSecret: IsSecretVariable): Promise<RunningSecrets>
  logs(options: LogOptions): Promise<void>
  /** Writes every component's state and log to deploy/logs/failed-<component>.log, before something is undone. */
  keepEvidence(): Promise<void>
  close(): Promise<void>
}

/** Image reference → what it runs on (`linux/amd64`), as its registry says; without an entry where nobody says. */
export type PlatformsOf = (references: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>

/** Of these image references, those that their registry has not; one that is silent or lets nobody look says nothing. */
export type AbsentOf = (references: readonly string[]) => Promise<ReadonlySet<string>>

export interface Lock {
  /** May be called again. */
  release(): Promise<void>
}

export interface ApplyInput {
  readonly bundle: Bundle
  readonly changes: readonly Change[]
  readonly secrets: Secrets
  readonly certificates: readonly Certificate[]
  readonly wait: boolean
  readonly timeoutSeconds: number
  /** What was observed and examined for `changes`: Kubernetes prunes and compares with it. */
  readonly live: Live
  /** --force-conflicts: take over fields that another manager set. */
  readonly forceConflicts?: boolean
}

export type ApplyOutcome =
  | { readonly ok: true; readonly inventory?: Inventory; readonly seconds: Readonly<Record<string, number>> }
  | {
      readonly ok: false
      readonly failures: readonly ComponentFailure[]
      readonly seconds: Readonly<Record<string, number>>
    }

/** Why a component did not come up, collected before anything is undone. */
export interface ComponentFailure {
  readonly component: string
  readonly service: string
  readonly reason: string
  readonly lastLog: readonly string[]
  /** What the cluster said of it, in the order of time; redacted. */
  readonly events?: readonly string[]
  readonly hint: string
}

export type IsSecretVariable = (component: string, variable: string) => boolean

export interface RunningSecrets {
  readonly values: readonly { readonly component: string; readonly variable: string; readonly value: Secret }[]
  /** What runs and cannot be known: a variable, or all that a component takes from a Secret. */
  readonly unread: readonly { readonly component: string; readonly variable?: string; readonly secret: string }[]
}

export interface LogOptions {
  readonly components: readonly string[]
  readonly follow: boolean
  readonly tail: number
  readonly onLine: (component: string, line: string) => void
}
