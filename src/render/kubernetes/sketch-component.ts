import type { EnvValue } from '../../model/env-value.ts'
import type { SecretValues } from '../../model/kubernetes.ts'
import type { ComponentPlan, Plan } from '../../model/plan.ts'
import type { JsonObject } from '../../model/stack.ts'
import type { VariableUse } from '../variables.ts'
import { viewCertificate } from './certificate.ts'
import type { Sketch } from './draw.ts'
import { componentAnnotations, componentLabels, podSelector } from './labels.ts'
import { sketchPolicy } from './network-policy.ts'
import { portName } from './probes.ts'
import { type ReferencedUse, viewReferenced } from './referenced-keys.ts'
import { hasSlot, slotLabel, workloadName } from './slots.ts'
import { names } from './volumes.ts'
import { isMany, viewWorkload } from './workload.ts'

/** What is ready before the next wave starts (CONTRACT §6); configuration is there before all of them. */
export const waves = {
  namespace: -2,
  configuration: -1,
  postgres: 0,
  redis: 0,
  plugin: 1,
  gateway: 2,
  last: 3,
} as const

export interface ComponentParts {
  readonly plan: Plan
  readonly component: ComponentPlan
  readonly image: string
  /** The component's secrets. */
  readonly uses: readonly VariableUse[]
  /** Its secrets that are in Secrets of somebody else's. */
  readonly referenced: readonly ReferencedUse[]
  /** plugins-config.yaml; the gateway's. */
  readonly pluginsConfig?: string
}

/** Where a SQLite database and what else the gateway keeps goes; nothing in the configuration says how large it gets. */
const gatewayDataSize = '1Gi'

/** All objects of one component. */
export function sketchComponent(parts: ComponentParts): readonly Sketch[] {
  const { plan, component, image } = parts
  const env = sketchEnv(parts)
  const wave = waves[component.role]
  const stateful = component.role === 'postgres'
  const workload: Sketch = {
    ...frame(parts, wave),
    template: stateful ? 'statefulset' : 'deployment',
    apiVersion: 'apps/v1',
    kind: stateful ? 'StatefulSet' : 'Deployment',
    view: viewWorkload({ plan, component, image, envFrom: env.sources, env: viewReferenced(parts.referenced) }),
  }
  return [
    ...env.sketches,
    ...sketchCertificates(parts),
    ...sketchConfig(parts),
    ...sketchClaims(parts),
    ...sketchPolicy(plan, component).map((policy) => ({ ...frame(parts, waves.configuration), ...policy })),
    workload,
    ...sketchServices(parts),
    ...(isMany(component) ? [sketchBudget(parts)] : []),
  ]
}

function frame({ component }: ComponentParts, wave: number): Pick<Sketch, 'component' | 'wave'> {
  return { component: component.name, wave }
}

function metadata({ plan, component }: ComponentParts, name: string) {
  return {
    name,
    namespace: plan.stack.namespace,
    labels: componentLabels(plan, component),
    annotations: componentAnnotations(component),
  }
}

/**
 * Plain values in a ConfigMap, secret ones in a Secret, both through `envFrom`: in `env` the kubelet would replace `$(NAME)`.
 * The user's own Secret comes last, and so wins.
 */
function sketchEnv(parts: ComponentParts): {
  readonly sketches: readonly Sketch[]
  readonly sources: readonly JsonObject[]
} {
  const { component, uses } = parts
  const name = names.env(component)
  const hidden = new Map(uses.map((use): [string, EnvValue] => [use.name, use.value]))
  const elsewhere = new Set(parts.referenced.map((use) => use.name))
  const shown = Object.entries(component.env)
    .filter(([key]) => !hidden.has(key) && !elsewhere.has(key))
    .map(([key, value]) => ({ key, value: value.kind === 'plain' ? value.value : '' }))
  const own = component.pod.existingSecret
  const secret =
    hidden.size === 0 ? [] : [sketchSecret(parts, name, 'Opaque', { kind: 'env', env: Object.fromEntries(hidden) })]
  return {
    sketches: [...(shown.length === 0 ? [] : [sketchConfigMap(parts, name, shown)]), ...secret],
    sources: [
      ...(shown.length === 0 ? [] : [{ configMapRef: { name } }]),
      ...(hidden.size === 0 ? [] : [{ secretRef: { name } }]),
      ...(own === undefined ? [] : [{ secretRef: { name: own } }]),
    ],
  }
}

function sketchCertificates(parts: ComponentParts): readonly Sketch[] {
  const { plan, component } = parts
  const request = plan.certificates.find((candidate) => candidate.component === component.name)
  if (request === undefined) return []
  const { issuer } = plan.certificatePolicy
  if (issuer !== undefined) {
    const certificate = viewCertificate(request, issuer, metadata(parts, names.certificates(component)))
    return [{ ...frame(parts, waves.configuration), ...certificate }]
  }
  const values: SecretValues = { kind: 'certificates', component: component.name }
  return [sketchSecret(parts, names.certificates(component), 'kubernetes.io/tls', values)]
}

function sketchConfig(parts: ComponentParts): readonly Sketch[] {
  const { component, pluginsConfig } = parts
  if (pluginsConfig === undefined) return []
  return [sketchConfigMap(parts, names.config(component), [{ key: 'plugins.yaml', value: pluginsConfig }])]
}

function sketchConfigMap(
  parts: ComponentParts,
  name: string,
  data: readonly { readonly key: string; readonly value: string }[],
): Sketch {
  const view = { ...metadata(parts, name), data }
  return {
    ...frame(parts, waves.configuration),
    template: 'config-map',
    apiVersion: 'v1',
    kind: 'ConfigMap',
    contentNamed: true,
    view,
  }
}

function sketchSecret(parts: ComponentParts, name: string, type: string, values: SecretValues): Sketch {
  const view = { ...metadata(parts, name), type }
  return {
    ...frame(parts, waves.configuration),
    template: 'secret',
    apiVersion: 'v1',
    kind: 'Secret',
    contentNamed: true,
    values,
    view,
  }
}

function sketchClaims(parts: ComponentParts): readonly Sketch[] {
  const { component } = parts
  if (component.role === 'postgres' || Object.keys(component.dataPaths).length === 0) return []
  const view = { ...metadata(parts, names.claim(component)), size: gatewayDataSize }
  return [
    {
      ...frame(parts, waves.configuration),
      template: 'persistent-volume-claim',
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      view,
    },
  ]
}

/** Two where a plugin has slots: the slot's own, and a stable one that follows once the gateway is there. */
function sketchServices(parts: ComponentParts): readonly Sketch[] {
  const { plan, component } = parts
  const slotted = hasSlot(plan, component)
  const outside = component.serviceType !== 'ClusterIP'
  const make = (name: string, wave: number): Sketch => {
    const base = metadata(parts, name)
    const view = {
      ...base,
      labels: { ...base.labels, ...slotLabel(plan, component) },
      // One port of the node, one address: the stable name's.
      type: slotted && wave !== waves.last ? 'ClusterIP' : component.serviceType,
      sessionAffinity: component.role === 'plugin' ? 'ClientIP' : undefined,
      externalTrafficPolicy: outside && !(slotted && wave !== waves.last) ? 'Local' : undefined,
      selector: { ...podSelector(plan, component), ...slotLabel(plan, component) },
      portName: portName(component),
      // Meshes and Ingress controllers take a port for plain HTTP that is named http and says nothing else.
      appProtocol: component.role === 'plugin' && component.mtls ? 'https' : undefined,
      port: component.servicePort,
    }
    return { ...frame(parts, wave), template: 'service', apiVersion: 'v1', kind: 'Service', view }
  }
  const own = make(workloadName(plan, component), waves[component.role])
  return slotted ? [own, make(component.service, waves.last)] : [own]
}

function sketchBudget(parts: ComponentParts): Sketch {
  const { plan, component } = parts
  return {
    ...frame(parts, waves[component.role]),
    template: 'pod-disruption-budget',
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    view: { ...metadata(parts, component.service), selector: podSelector(plan, component) },
  }
}
