import { linesOf, type Place, runEngine } from './engine.ts'
import type { ContainerFacts } from './inspect.ts'

/**
 * How a container that was started again ended before: its facts say 0 as soon as it runs, so the engine's memory of
 * events is asked. Up to the container's own start, in the engine's time: such a question is answered at once.
 *
 * @returns undefined where it never ended, or the engine does not remember.
 */
export async function findLastExit(
  place: Place,
  { Id, State, RestartCount = 0 }: ContainerFacts,
): Promise<number | undefined> {
  if (State.Status !== 'running' || RestartCount === 0 || State.StartedAt === undefined) return undefined
  const format = '{{index .Actor.Attributes "exitCode"}}'
  const filters = ['--filter', `container=${Id}`, '--filter', 'event=die']
  const args = ['events', '--since', '1', '--until', State.StartedAt, ...filters, '--format', format]
  const { exitCode, stdout } = await runEngine(place, args, { timeoutSeconds: 5 })
  const last = Number.parseInt(linesOf(stdout).at(-1) ?? '', 10)
  return exitCode === 0 && Number.isInteger(last) ? last : undefined
}
