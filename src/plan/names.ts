import type { TargetType } from '../model/stack.ts'

export { slots } from '../model/kubernetes.ts'

/** The gateway's service on every target. */
export const gatewayService = 'mcpgateway'

/** A plugin's name as a DNS label: lower case, `_` becomes `-`. Collisions are refused by the config's rules. */
export function dnsName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-')
}

/** The name that both targets know: `mcp-plugin-<name>`; the Service on Kubernetes, an alias on Compose. */
export function pluginAlias(name: string): string {
  return `mcp-plugin-${dnsName(name)}`
}

/** The plugin's object on the target: Compose service, Kubernetes workload and Service. */
export function pluginService(name: string, target: TargetType): string {
  return target === 'compose' ? dnsName(name) : pluginAlias(name)
}

/** Workload and Service of one revision of a plugin with `rolling: parallel`; `slot` is one of `slots`. */
export function slotService(alias: string, slot: string): string {
  return `${alias}-${slot}`
}
