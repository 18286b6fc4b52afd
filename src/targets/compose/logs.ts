import { StackError } from '../../errors.ts'
import type { LogOptions } from '../../model/target.ts'
import { type Place, runEngine } from './engine.ts'
import { type ContainerFacts, inspectProject } from './inspect.ts'
import { composeLabels, labels } from './names.ts'

/** Shows log lines of components, all of them when none is named; follows until the run is told to stop. @throws StackError USAGE */
export async function showLogs(place: Place, options: LogOptions): Promise<void> {
  const containers = await inspectProject(place)
  const chosen = chooseContainers(containers, options.components)
  await Promise.all(
    chosen.map(async (container) => {
      const args = ['logs', '--tail', String(options.tail), ...(options.follow ? ['--follow'] : []), container.Id]
      const onLine = (line: string) => options.onLine(nameOf(container), line)
      // The end of a followed log by Ctrl-C is the way out, not a failure.
      await runEngine(place, args, { onLine }).catch((error: unknown) => {
        if (!place.io.signal.aborted) throw error
      })
    }),
  )
}

function chooseContainers(containers: readonly ContainerFacts[], wanted: readonly string[]): readonly ContainerFacts[] {
  if (wanted.length === 0) return containers
  const unknown = wanted.filter((name) => !containers.some((container) => answersTo(container, name)))
  if (unknown.length > 0) {
    throw new StackError({
      code: 'USAGE',
      message: `no container of ${unknown.join(', ')} is there`,
      hint: `There are: ${[...new Set(containers.map(nameOf))].toSorted().join(', ') || 'none; deploy first'}`,
    })
  }
  return containers.filter((container) => wanted.some((name) => answersTo(container, name)))
}

function answersTo(container: ContainerFacts, name: string): boolean {
  return nameOf(container) === name || container.Config.Labels?.[composeLabels.service] === name
}

function nameOf(container: ContainerFacts): string {
  const { Labels } = container.Config
  return Labels?.[labels.component] ?? Labels?.[composeLabels.service] ?? container.Name
}
