import { objectLabels } from '../../model/kubernetes.ts'
import type { ComponentPlan, Plan } from '../../model/plan.ts'

export type Words = Readonly<Record<string, string>>

/** Component of what belongs to none. */
export const stackComponent = 'stack'

/** What every object of the stack carries. Nothing here changes from one deploy to the next. */
export function stackLabels(stack: string): Words {
  return {
    'app.kubernetes.io/instance': stack,
    'app.kubernetes.io/part-of': 'mcp-stack',
    'app.kubernetes.io/managed-by': 'mcp-stack-deploy',
    [objectLabels.stack]: stack,
  }
}

/** Labels of what belongs to no component. */
export function commonLabels(stack: string): Words {
  return { ...stackLabels(stack), [objectLabels.component]: stackComponent }
}

/** Labels of a component's objects and pods; the user's never replace ours. */
export function componentLabels(plan: Plan, component: ComponentPlan): Words {
  return {
    ...component.pod.labels,
    'app.kubernetes.io/name': component.service,
    'app.kubernetes.io/component': component.role,
    ...stackLabels(plan.stack.name),
    [objectLabels.component]: component.name.toLowerCase().replaceAll('_', '-'),
    [objectLabels.role]: component.role,
  }
}

export function componentAnnotations(component: ComponentPlan): Words {
  return { ...component.pod.annotations, [objectLabels.name]: component.name }
}

/** Finds a component's pods, of every slot. Immutable in a workload: it must never say more. */
export function podSelector(plan: Plan, component: ComponentPlan): Words {
  return { 'app.kubernetes.io/name': component.service, [objectLabels.stack]: plan.stack.name }
}
