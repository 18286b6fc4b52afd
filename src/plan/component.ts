import type { ComponentPlan } from '../model/plan.ts'
import type { ComponentConfig } from '../model/stack.ts'

/** What the gateway and plugins have in common: taken from the config as it is. */
export function planShape(
  component: ComponentConfig,
): Pick<
  ComponentPlan,
  | 'port'
  | 'servicePort'
  | 'serviceType'
  | 'replicas'
  | 'resources'
  | 'mtls'
  | 'command'
  | 'args'
  | 'readOnlyRoot'
  | 'writablePaths'
  | 'pullPolicy'
  | 'pod'
> {
  const { port, servicePort, serviceType, replicas, resources, mtls, command, args, readOnlyRoot, pullPolicy, pod } =
    component
  return {
    port,
    servicePort,
    serviceType,
    replicas,
    resources,
    mtls,
    readOnlyRoot,
    writablePaths: [...new Set(['/tmp', ...component.writablePaths])].sort(),
    pullPolicy,
    pod,
    ...(command === undefined ? {} : { command }),
    ...(args === undefined ? {} : { args }),
  }
}
