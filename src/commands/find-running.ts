import type { Live, LiveComponent } from '../model/live.ts'
import type { ComponentPlan } from '../model/plan.ts'

/**
 * What runs of a planned component, what serves first. Its service says it, but where a plugin's revisions run beside each
 * other (`rolling: parallel`) each has a service of its own, and only the name is the plan's.
 */
export function findRunning(
  { components, state }: Pick<Live, 'components' | 'state'>,
  { name, role, service }: Pick<ComponentPlan, 'name' | 'role' | 'service'>,
): readonly LiveComponent[] {
  const release = state.releases.findLast(({ status }) => status === 'live')
  const serving = release?.components.find((component) => component.name === name)?.service
  const own = components.filter(
    (live) => live.service === service || (live.component === name && (live.role ?? role) === role),
  )
  return own.toSorted((a, b) => Number(b.service === serving) - Number(a.service === serving))
}
