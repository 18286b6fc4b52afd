import type { Plan } from '../model/plan.ts'

/** Where a person finds the gateway, as a sentence: its address, or how to reach it where only the cluster has one. */
export function describePlace({ gatewayUrl, gateway, stack, config }: Plan): string {
  if (gatewayUrl !== undefined) return `The gateway is at ${gatewayUrl}`
  const { service, servicePort } = gateway
  const { context } = config.deployment
  const flags = [...(context === undefined ? [] : [`--context ${context}`]), `--namespace ${stack.namespace}`].join(' ')
  const forward = `kubectl ${flags} port-forward service/${service} ${servicePort}:${servicePort}`
  return `The gateway is at http://${service}.${stack.namespace}.svc:${servicePort} in the cluster; to reach it from here: ${forward}`
}
