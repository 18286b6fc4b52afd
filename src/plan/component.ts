import type { ComponentPlan } from '../model/plan.ts'
import type { ComponentConfig, TargetType } from '../model/stack.ts'

/** What the gateway and plugins have in common: taken from the config as it is. */
export function planShape(
  component: ComponentConfig,
  target: TargetType,
): Pick<
  ComponentPlan,
  | 'port'
  | 'servicePort'
  | 'serviceType'
  | 'replicas'
  | 'autoscaled'
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
    autoscaled: component.autoscaled,
    resources,
    mtls,
    readOnlyRoot,
    writablePaths: withoutMounts(['/tmp', ...component.writablePaths], component, target),
    pullPolicy,
    pod,
    ...(command === undefined ? {} : { command }),
    ...(args === undefined ? {} : { args }),
  }
}

/** Sorted; a volume of the user's own takes the place of ours at the same path. Compose has no such volumes. */
export function withoutMounts(
  paths: readonly string[],
  { pod }: Pick<ComponentConfig, 'pod'>,
  target: TargetType,
): readonly string[] {
  const taken = new Set(target === 'kubernetes' ? pod.volumes.map(({ mountPath }) => mountPath.replace(/\/$/, '')) : [])
  return [...new Set(paths)].filter((path) => !taken.has(path.replace(/\/$/, ''))).sort()
}
