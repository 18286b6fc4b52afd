import type { BundleComponent } from '../../model/bundle.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import type { Place } from './engine.ts'
import type { Fallen } from './failure.ts'
import { type ContainerFacts, inspectProject } from './inspect.ts'
import { findLastExit } from './last-exit.ts'
import { composeLabels } from './names.ts'
import { lastOutput, readStatus } from './status.ts'

const pollMilliseconds = 500

/** A process without a health check counts as ready when it was seen alive this long, without a restart. */
const settleMilliseconds = 2000

export interface WaitFor {
  readonly components: readonly BundleComponent[]
  /** Services that this run has started; the others ran before and need not prove that they stay. */
  readonly started: ReadonlySet<string>
  /** Counted from the start of the wait: what still progresses after that has failed. */
  readonly timeoutSeconds: number
}

export interface Waited {
  readonly fallen: readonly Fallen[]
  /** Service → seconds until ready, counted from the start of the wait. */
  readonly seconds: Readonly<Record<string, number>>
}

/** Waits until every component is ready. A terminal state of one ends the wait at once for all of them. */
export async function waitUntilReady(place: Place, { components, started, timeoutSeconds }: WaitFor): Promise<Waited> {
  const { clock, progress, signal } = place.io
  const start = clock.now().getTime()
  const seconds: Record<string, number> = {}
  const tasks = new Map(components.map(({ name, service }) => [service, progress.task(name)]))
  const settling: Settling = new Map()

  for (;;) {
    const now = clock.now().getTime()
    const containers = await inspectProject(place)
    const looks = components.map((component) =>
      look(component, containers, started.has(component.service) ? settling : undefined, now),
    )
    for (const { component, readiness, message } of looks) {
      const { service } = component
      if (seconds[service] !== undefined) continue
      if (readiness === 'ready') {
        seconds[service] = (now - start) / 1000
        tasks.get(service)?.done(message)
      } else tasks.get(service)?.update(message)
    }
    const late = now - start >= timeoutSeconds * 1000
    const fallen = looks.filter(({ readiness }) => readiness === 'failed' || (late && readiness !== 'ready'))
    if (fallen.length > 0) {
      const lateSeconds = late ? (now - start) / 1000 : undefined
      const told = await Promise.all(fallen.map(async (one) => await toFallen(place, one, lateSeconds)))
      for (const { service, reason } of told) tasks.get(service)?.fail(reason)
      return { fallen: told, seconds }
    }
    if (looks.every(({ readiness }) => readiness === 'ready')) return { fallen: [], seconds }
    await clock.sleep(pollMilliseconds, signal)
    stopIfInterrupted(place.io)
  }
}

/** Service → the start that was seen, and since when (epoch milliseconds). */
type Settling = Map<string, { readonly startedAt: string; readonly since: number }>

interface Look {
  readonly component: BundleComponent
  readonly readiness: 'ready' | 'progressing' | 'failed'
  readonly message: string
  readonly container?: ContainerFacts
}

function look(
  component: BundleComponent,
  containers: readonly ContainerFacts[],
  settling: Settling | undefined,
  now: number,
): Look {
  const container = containers.findLast(({ Config }) => Config.Labels?.[composeLabels.service] === component.service)
  if (container === undefined) return { component, readiness: 'failed', message: 'has no container' }
  const status = readStatus(container)
  // Compose has started everything before the wait begins: who stands still has ended by itself.
  const readiness = status.readiness === 'stopped' ? 'failed' : status.readiness
  if (readiness !== 'ready' || container.State.Health !== undefined || settling === undefined) {
    return { component, readiness, message: status.message, container }
  }
  const startedAt = container.State.StartedAt ?? ''
  const seen = settling.get(component.service)
  if (seen?.startedAt !== startedAt) settling.set(component.service, { startedAt, since: now })
  const settled = seen?.startedAt === startedAt && now - seen.since >= settleMilliseconds
  return { component, readiness: settled ? 'ready' : 'progressing', message: status.message, container }
}

async function toFallen(place: Place, { component, readiness, ...seen }: Look, lateSeconds = 0): Promise<Fallen> {
  const { container } = seen
  const lastExit = container === undefined ? undefined : await findLastExit(place, container)
  // What stands still keeps its exit code, and its message has it already.
  const message =
    container === undefined || lastExit === undefined ? seen.message : readStatus(container, lastExit).message
  const late = lateSeconds > 0 && readiness === 'progressing'
  return {
    component: component.name,
    service: component.service,
    reason: late ? `not ready after ${Math.round(lateSeconds)} s: ${message}${healthReason(container)}` : message,
    ...(container === undefined ? {} : { container }),
  }
}

function healthReason(container: ContainerFacts | undefined): string {
  const output = lastOutput(container?.State.Health)
  return output === undefined ? '' : `; its health check says: ${output}`
}
