import { askEngine, linesOf, type Place, runEngine } from './engine.ts'
import { isHalfMade } from './half-made.ts'
import { composeLabels } from './names.ts'

/** The parts of `docker inspect` that are read here, under the engine's own names. */
export interface ContainerFacts {
  readonly Id: string
  readonly Name: string
  readonly RestartCount?: number
  readonly State: {
    readonly Status: string
    readonly ExitCode?: number
    readonly OOMKilled?: boolean
    readonly Error?: string
    readonly StartedAt?: string
    readonly Health?: { readonly Status: string; readonly Log?: readonly HealthLog[] | null }
  }
  readonly Config: {
    readonly Image: string
    readonly Labels?: Readonly<Record<string, string>> | null
    /** `NAME=value`, secrets too. */
    readonly Env?: readonly string[] | null
  }
  readonly HostConfig?: { readonly Memory?: number }
  readonly NetworkSettings?: {
    /** `4444/tcp` → where the engine's machine publishes it. */
    readonly Ports?: Readonly<Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>>
    readonly Networks?: Readonly<Record<string, { readonly IPAddress?: string; readonly GlobalIPv6Address?: string }>>
  }
}

export interface HealthLog {
  readonly ExitCode: number
  readonly Output: string
}

/** Every container of the project in two calls, whatever their number is; one-off runs and half-made ones excepted. */
export async function inspectProject(place: Place): Promise<readonly ContainerFacts[]> {
  const filter = `label=${composeLabels.project}=${place.project}`
  const { stdout } = await askEngine(place, ['ps', '--all', '--quiet', '--no-trunc', '--filter', filter])
  const facts = await inspectContainers(place, linesOf(stdout))
  return facts.filter(({ Config, Name }) => Config.Labels?.[composeLabels.oneOff] !== 'True' && !isHalfMade(Name))
}

/** Containers by id; one that is gone meanwhile is simply absent. */
export async function inspectContainers(place: Place, ids: readonly string[]): Promise<readonly ContainerFacts[]> {
  if (ids.length === 0) return []
  // Exit code 1 when one of them is gone: the others are in the output all the same.
  const { stdout } = await runEngine(place, ['container', 'inspect', ...ids])
  const facts: readonly ContainerFacts[] = stdout.trim() === '' ? [] : JSON.parse(stdout)
  return facts.map((container) => redactHealth(place, container))
}

/** Before anything is cut off from it: half a secret is not found any more. */
function redactHealth(place: Place, container: ContainerFacts): ContainerFacts {
  const { Health } = container.State
  if (!Health?.Log) return container
  const Log = Health.Log.map((entry) => ({ ...entry, Output: place.io.redactor.redact(entry.Output) }))
  return { ...container, State: { ...container.State, Health: { ...Health, Log } } }
}
