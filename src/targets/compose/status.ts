import type { LiveContainer, Readiness } from '../../model/live.ts'
import type { ContainerFacts } from './inspect.ts'

/** What a container's facts mean. Pure. */
export interface Status {
  readonly readiness: Readiness
  /** One line; it may quote the health check's output. */
  readonly message: string
}

/** From the second restart on it is a crash loop and not a slow start. */
const crashLoop = 2

/**
 * Reads one container's status. `failed` is terminal: waiting longer does not help.
 *
 * @param lastExit  How it ended before it was started again, where known: the engine forgets it with every start.
 */
export function readStatus({ State, RestartCount = 0, HostConfig }: ContainerFacts, lastExit?: number): Status {
  const exit = `exited (${State.ExitCode ?? 0})`
  if (State.OOMKilled === true && State.Status !== 'running') {
    return { readiness: 'failed', message: `killed for using more memory than ${mebibytes(HostConfig?.Memory)}` }
  }
  switch (State.Status) {
    case 'running':
      return readHealth(State.Health, RestartCount, lastExit)
    case 'restarting':
      return RestartCount >= crashLoop
        ? { readiness: 'failed', message: `${exit} and restarted ${RestartCount} times` }
        : { readiness: 'progressing', message: `${exit}, restarting` }
    case 'exited':
    case 'dead':
      return State.ExitCode === 0 || isStopSignal(State.ExitCode)
        ? { readiness: 'stopped', message: exit }
        : { readiness: 'failed', message: State.Error ? `${exit}: ${State.Error}` : exit }
    case 'created':
      return State.Error
        ? { readiness: 'failed', message: `did not start: ${State.Error}` }
        : { readiness: 'stopped', message: 'created, not started' }
    case 'paused':
      return { readiness: 'stopped', message: 'paused' }
    default:
      return { readiness: 'progressing', message: State.Status }
  }
}

function readHealth(health: ContainerFacts['State']['Health'], restarts: number, lastExit?: number): Status {
  const ended = lastExit === undefined ? '' : `exited (${lastExit}) and `
  const again = restarts === 0 ? '' : `, ${ended}restarted ${restarts === 1 ? 'once' : `${restarts} times`}`
  switch (health?.Status) {
    case 'healthy':
      return { readiness: 'ready', message: 'healthy' }
    case 'unhealthy':
      return { readiness: 'failed', message: `unhealthy: ${lastOutput(health) ?? 'the health check gave no reason'}` }
    case 'starting':
      return restarts >= crashLoop
        ? { readiness: 'failed', message: `${ended}restarted ${restarts} times` }
        : { readiness: 'progressing', message: `starting${again}` }
    case undefined:
    default:
      return restarts >= crashLoop
        ? { readiness: 'progressing', message: `running${again}` }
        : { readiness: 'ready', message: 'running, no health check' }
  }
}

/** The last line of the last health check that said something; its tools print the reason last. */
export function lastOutput(health: ContainerFacts['State']['Health']): string | undefined {
  const output = health?.Log?.at(-1)?.Output.trim().split('\n').at(-1)?.trim() ?? ''
  return output === '' ? undefined : output.slice(0, 200)
}

/** 137 and 143: ended by `docker stop` (or kill), not by itself; running out of memory is told apart by OOMKilled. */
const isStopSignal = (exitCode: number | undefined) => exitCode === 137 || exitCode === 143

const mebibytes = (bytes: number | undefined) =>
  bytes === undefined || bytes === 0 ? 'there is' : `${Math.round(bytes / 1024 / 1024)} MiB`

/** The container as the model has it. */
export function toLiveContainer({ Id, Name, State, RestartCount, NetworkSettings }: ContainerFacts): LiveContainer {
  const started = State.StartedAt !== undefined && !State.StartedAt.startsWith('0001')
  const networks = Object.values(NetworkSettings?.Networks ?? {})
  return {
    id: Id,
    name: Name.replace(/^\//, ''),
    state: State.Status,
    ...(State.Health === undefined ? {} : { health: State.Health.Status }),
    restarts: RestartCount ?? 0,
    ...(State.Status === 'running' || !started ? {} : { exitCode: State.ExitCode ?? 0 }),
    ...(started ? { startedAt: new Date(State.StartedAt ?? 0).toISOString() } : {}),
    addresses: networks.flatMap((network) => [network.IPAddress, network.GlobalIPv6Address].filter(isAddress)),
  }
}

const isAddress = (address: string | undefined): address is string => address !== undefined && address !== ''
