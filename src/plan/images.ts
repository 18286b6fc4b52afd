import type { ImagePlan } from '../model/plan.ts'
import type { ComponentConfig, StackConfig } from '../model/stack.ts'
import { dnsName, gatewayService } from './names.ts'

/** One image per component. A built image has one name on both targets: `<registry>/<stack>/<name>`. */
export function planImages(config: StackConfig): readonly ImagePlan[] {
  const { postgres, redis } = config.infrastructure
  return [
    planImage(config.gateway, 'gateway', gatewayService, config),
    ...config.plugins.map((plugin) => planImage(plugin, plugin.name, dnsName(plugin.name), config)),
    ...(postgres === undefined ? [] : [prebuiltImage('postgres', postgres.image)]),
    ...(redis === undefined ? [] : [prebuiltImage('redis', redis.image)]),
  ]
}

function planImage(component: ComponentConfig, name: string, folder: string, config: StackConfig): ImagePlan {
  const { source, registry, pullPolicy } = component
  return {
    component: name,
    source,
    repository: `${registry?.prefix ?? 'mcp-stack'}/${config.deployment.name}/${folder}`,
    pullPolicy,
    ...(registry === undefined ? {} : { registry }),
  }
}

function prebuiltImage(component: string, reference: string): ImagePlan {
  return { component, source: { kind: 'image', reference }, repository: reference, pullPolicy: 'IfNotPresent' }
}
