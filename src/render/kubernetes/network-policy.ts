import { objectLabels } from '../../model/kubernetes.ts'
import type { ComponentPlan, Plan } from '../../model/plan.ts'
import type { JsonObject } from '../../model/stack.ts'
import type { Sketch } from './draw.ts'
import { componentAnnotations, componentLabels, podSelector } from './labels.ts'
import { healthPort } from './probes.ts'

/** 53 is the Service's, 5353 the pods' on OpenShift, where policies see the pod's port. */
const names: JsonObject = {
  ports: [53, 5353].flatMap((port) => ['UDP', 'TCP'].map((protocol) => ({ protocol, port }))),
}

/** Who may reach a component. Probes come from the node itself, which network plugins let through. */
export function sketchPolicy(
  plan: Plan,
  component: ComponentPlan,
): readonly Pick<Sketch, 'template' | 'apiVersion' | 'kind' | 'view'>[] {
  const { networkPolicy } = plan.config
  if (!networkPolicy.enabled) return []
  const egress = component.role === 'plugin' ? networkPolicy.egress : undefined
  const view = {
    name: component.service,
    namespace: plan.stack.namespace,
    labels: componentLabels(plan, component),
    annotations: componentAnnotations(component),
    selector: podSelector(plan, component),
    types: egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'],
    ingress: planIngress(plan, component),
    egress: egress === undefined ? undefined : [names, ...egress],
  }
  return [{ template: 'network-policy', apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', view }]
}

function planIngress(plan: Plan, component: ComponentPlan): readonly JsonObject[] {
  const { gatewayFrom, metricsFrom } = plan.config.networkPolicy
  const ports = [{ protocol: 'TCP', port: component.port }]
  if (component.role === 'gateway') return [gatewayFrom.length === 0 ? { ports } : { from: gatewayFrom, ports }]

  const gateway = { matchLabels: { [objectLabels.stack]: plan.stack.name, [objectLabels.role]: 'gateway' } }
  const health = healthPort(component)
  const metrics =
    health === undefined || metricsFrom.length === 0
      ? []
      : [{ from: metricsFrom, ports: [{ protocol: 'TCP', port: health }] }]
  return [{ from: [{ podSelector: gateway }], ports }, ...metrics]
}
