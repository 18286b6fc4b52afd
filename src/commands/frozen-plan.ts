import { StackError } from '../errors.ts'
import type { Image } from '../model/image.ts'
import { type KubernetesLive, stateNames } from '../model/kubernetes.ts'
import type { Live } from '../model/live.ts'
import { isPending } from '../model/pending.ts'
import type { Plan } from '../model/plan.ts'
import { toolVersion } from '../model/version.ts'
import type { Draft } from './draft.ts'
import { movedChanges } from './moved-changes.ts'
import type { Session } from './session.ts'

/** What `plan -o` writes: the fences that must not have moved when `deploy --plan` acts on it. No secret, no certificate. */
export interface FrozenPlan {
  readonly apiVersion: 'mcp-stack-deploy/v1'
  readonly kind: 'Plan'
  readonly toolVersion: string
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly stack: { readonly name: string; readonly target: string; readonly environment?: string }
  readonly configDigest: string
  readonly liveRevision: number
  readonly live: Readonly<Record<string, string>>
  /** Kubernetes: object → generation, else resource version; what is named by its content is only there or not. */
  readonly objects?: Readonly<Record<string, string>>
  /**
   * Service → hash of what shall run, secret values included; only of what was complete, and absent before the first deploy,
   * whose hash key is not there yet.
   */
  readonly wanted?: Readonly<Record<string, string>>
  readonly images: readonly FrozenImage[]
  readonly certificates: readonly { readonly component: string; readonly how: string; readonly reason?: string }[]
  readonly changes: readonly { readonly component: string; readonly action: string }[]
}

interface FrozenImage {
  readonly component: string
  /** Source key or, for a prebuilt image, the resolved reference. */
  readonly source: string
  readonly revision?: string
}

/** Freezes a draft. */
export function freezePlan(draft: Draft, createdAt: Date): FrozenPlan {
  const { plan, live } = draft
  return {
    apiVersion: 'mcp-stack-deploy/v1',
    kind: 'Plan',
    toolVersion,
    createdAt: createdAt.toISOString(),
    stack: {
      name: plan.stack.name,
      target: plan.stack.target,
      ...(plan.config.environment === undefined ? {} : { environment: plan.config.environment }),
    },
    configDigest: plan.config.digest,
    liveRevision: revisionOf(live),
    live: hashesOf(live),
    ...(live.kubernetes === undefined ? {} : { objects: versionsOf(live.kubernetes) }),
    ...(live.state.fresh ? {} : { wanted: wantedOf(draft) }),
    images: draft.images.map((image) => ({
      component: image.component,
      source: sourceOf(image),
      ...(image.revision === undefined ? {} : { revision: image.revision }),
    })),
    certificates: draft.certificates.certificates.map((entry) => ({
      component: entry.request.component,
      how: entry.how,
      ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    })),
    changes: draft.changes.map(({ component, action }) => ({ component, action })),
  }
}

/** Reads a frozen plan. @throws StackError PLAN_STALE when the text is not one of ours or of a newer version. */
export function parseFrozenPlan(text: string, file: string): FrozenPlan {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw notAPlan(file, cause)
  }
  const plan = value as Partial<FrozenPlan> | null
  if (plan?.apiVersion !== 'mcp-stack-deploy/v1' || plan.kind !== 'Plan' || !Array.isArray(plan.images)) {
    throw notAPlan(file, undefined)
  }
  return plan as FrozenPlan
}

function notAPlan(file: string, cause: unknown): StackError {
  return new StackError({
    code: 'PLAN_STALE',
    message: `${file} is not a plan of mcp-stack-deploy/v1`,
    hint: 'Name a file that mcp-deploy plan -o has written',
    cause,
  })
}

/** A plan may replace a plan, and no other file. @throws StackError USAGE */
async function refuseForeignFile(session: Session, file: string): Promise<void> {
  const { files } = session.io
  if (!(await files.exists(file))) return
  try {
    parseFrozenPlan(await files.read(file), file)
  } catch (cause) {
    const hint = 'Name another file, e.g. -o plan.json'
    throw new StackError({ code: 'USAGE', message: `${file} is there already, and no plan`, hint, cause })
  }
}

/** Writes a plan where it was asked for; none that holds a secret, for no deploy will do it. @throws StackError USAGE */
export async function writeFrozenPlan(session: Session, draft: Draft, file: string): Promise<void> {
  if (draft.obstacles.some(({ code, severity }) => severity === 'error' && code === 'SECRET_LEAKED')) return
  await refuseForeignFile(session, file)
  const frozen = freezePlan(draft, session.io.clock.now())
  await session.io.files.write(file, `${JSON.stringify(frozen, null, 2)}\n`, 0o644)
  session.io.progress.line(`wrote ${file}`)
}

/** Refuses to act when anything the plan was made from has moved. @throws StackError PLAN_STALE naming every fence. */
export function checkFences(frozen: FrozenPlan, draft: Draft, now: Date): void {
  const { live } = draft
  const current = freezePlan(draft, now)
  const moved: string[] = []
  const compare = (fence: string, before: unknown, after: unknown) => {
    if (JSON.stringify(before) !== JSON.stringify(after)) moved.push(fence)
  }
  compare('the stack', frozen.stack, current.stack)
  compare('the configuration', frozen.configDigest, current.configDigest)
  compare(
    `the live release (${frozen.liveRevision}, now ${current.liveRevision})`,
    frozen.liveRevision,
    current.liveRevision,
  )
  moved.push(...movedLive(frozen, live))
  for (const [service, hash] of Object.entries(frozen.wanted ?? {})) {
    const shall = draft.bundle.components.find((component) => component.service === service)
    compare(`what ${service} shall be (a secret's value, a template)`, hash, shall?.hash)
  }
  moved.push(...movedImages(frozen, draft.images))
  compare(`the changes (${movedChanges(frozen.changes, current.changes)})`, frozen.changes, current.changes)

  const ageHours = (now.getTime() - new Date(frozen.createdAt).getTime()) / 3_600_000
  if (!(ageHours < maxAgeHours)) moved.push(`its age (${Math.round(ageHours)} hours, ${maxAgeHours} at most)`)
  if (moved.length === 0) return
  throw stale(moved)
}

/** The fences that need no look at anything: what is asked for is still what was planned. @throws StackError PLAN_STALE */
export function checkConfig(frozen: FrozenPlan, plan: Plan): void {
  const moved = [
    ...(frozen.stack.name === plan.stack.name && frozen.stack.target === plan.stack.target ? [] : ['the stack']),
    ...(frozen.configDigest === plan.config.digest ? [] : ['the configuration']),
  ]
  if (moved.length > 0) throw stale(moved)
}

/** What was built is what was planned: a branch or a tag may have moved since the fences were checked. @throws StackError PLAN_STALE */
export function checkImages(frozen: FrozenPlan, images: readonly Image[]): void {
  const moved = movedImages(frozen, images)
  if (moved.length > 0) throw stale(moved)
}

/** Under the lock: nobody deployed since the plan was compared. @throws StackError PLAN_STALE */
export function checkLive(frozen: FrozenPlan, live: Live): void {
  const moved = [
    ...(revisionOf(live) === frozen.liveRevision ? [] : [`the live release (now ${revisionOf(live)})`]),
    ...movedLive(frozen, live),
  ]
  if (moved.length > 0) throw stale(moved)
}

function movedImages(frozen: FrozenPlan, images: readonly Image[]): readonly string[] {
  return images.flatMap((image) => {
    const before = frozen.images.find(({ component }) => component === image.component)?.source
    const now = sourceOf(image)
    return before === now ? [] : [`the source of ${image.component} (${before ?? 'none'}, now ${now})`]
  })
}

function sourceOf({ reference, sourceKey }: Image): string {
  return sourceKey ?? (isPending(reference) ? reference.key : reference)
}

/** What is not any more as it was: objects by name where the target has objects. */
function movedLive(frozen: FrozenPlan, live: Live): readonly string[] {
  const same = JSON.stringify(hashesOf(live)) === JSON.stringify(frozen.live)
  const before = frozen.objects ?? {}
  const now = live.kubernetes === undefined ? {} : versionsOf(live.kubernetes)
  const objects = [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((object) => before[object] !== now[object])
    .map((object) => `the live object ${object}`)
  return same || objects.length > 0 ? objects : ['what runs now']
}

function hashesOf(live: Live): Readonly<Record<string, string>> {
  return Object.fromEntries(live.components.map((component) => [component.service, component.hash ?? 'foreign']))
}

/**
 * The generation moves with the specification, the resource version with the status too; so a claim, whose status moves by
 * itself, is known by its uid. Our own records move with everything we do; the release number stands for them.
 */
function versionsOf({ objects }: KubernetesLive): Readonly<Record<string, string>> {
  const contentNamed = new Set(['ConfigMap', 'Secret'])
  const own: readonly string[] = Object.values(stateNames)
  const versions = objects
    .filter(({ name }) => !own.includes(name))
    .map(({ generation, kind, name, resourceVersion, uid }): [string, string] => {
      if (contentNamed.has(kind)) return [`${kind}/${name}`, 'there']
      if (kind === 'PersistentVolumeClaim') return [`${kind}/${name}`, uid]
      return [`${kind}/${name}`, generation === undefined ? resourceVersion : String(generation)]
    })
  return Object.fromEntries(versions.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function wantedOf({ bundle }: Draft): Readonly<Record<string, string>> {
  const complete = bundle.components.filter(({ pending }) => pending.length === 0)
  return Object.fromEntries(complete.map(({ hash, service }) => [service, hash]))
}

function revisionOf(live: Live): number {
  return live.state.releases.at(-1)?.revision ?? 0
}

function stale(moved: readonly string[]): StackError {
  return new StackError({
    code: 'PLAN_STALE',
    message: `the plan does not hold any more: ${moved.join(', ')} changed since it was made`,
    hint: 'Make a new plan and have it approved: mcp-deploy plan -o plan.json',
  })
}

/** A week: an approval older than that was given for another world. */
const maxAgeHours = 168
