import type { Plan } from '../../model/plan.ts'
import type { Sketch } from './draw.ts'
import { commonLabels, componentAnnotations, componentLabels, stackComponent, stackLabels } from './labels.ts'
import { waves } from './sketch-component.ts'
import { names } from './volumes.ts'

export interface StackParts {
  readonly plan: Plan
  readonly namespaceExists: boolean
  readonly shim: string
}

/** The objects that belong to no component. */
export function sketchStack({ plan, namespaceExists, shim }: StackParts): readonly Sketch[] {
  const { name: stack, namespace } = plan.stack
  const { createNamespace, pullCredentials } = plan.config.deployment
  const common = { component: stackComponent, wave: waves.configuration, apiVersion: 'v1' }
  const place = { namespace, labels: commonLabels(stack) }
  const sketches: Sketch[] = [
    { ...common, template: 'service-account', kind: 'ServiceAccount', view: { name: names.account, ...place } },
  ]
  if (createNamespace && !namespaceExists) sketches.unshift(sketchNamespace(namespace, stack))
  if ([plan.gateway, ...plan.plugins].some(({ shim: mounted }) => mounted)) {
    const view = { name: names.shim, ...place, data: [{ key: 'sitecustomize.py', value: shim }] }
    sketches.push({ ...common, template: 'config-map', kind: 'ConfigMap', contentNamed: true, view })
  }
  if (pullCredentials.length > 0) {
    const view = { name: names.pull, ...place, type: 'kubernetes.io/dockerconfigjson' }
    // Not named by its content: a password that changes with every run would roll every pod with every deploy.
    sketches.push({
      ...common,
      template: 'secret',
      kind: 'Secret',
      values: { kind: 'pull', credentials: pullCredentials },
      view,
    })
  }
  return sketches
}

/** Warnings only: an official Postgres image may need more than `restricted` gives, and the user decides. */
function sketchNamespace(namespace: string, stack: string): Sketch {
  const labels = {
    ...stackLabels(stack),
    'pod-security.kubernetes.io/warn': 'restricted',
    'pod-security.kubernetes.io/audit': 'restricted',
  }
  const view = { name: namespace, labels }
  return {
    component: stackComponent,
    wave: waves.namespace,
    apiVersion: 'v1',
    template: 'namespace',
    kind: 'Namespace',
    view,
  }
}

/** How people outside the cluster reach the gateway. */
export function sketchExpose(plan: Plan): readonly Sketch[] {
  const { gateway } = plan
  const { expose, deployment } = plan.config
  const base = {
    name: gateway.service,
    namespace: plan.stack.namespace,
    labels: componentLabels(plan, gateway),
    service: gateway.service,
  }
  const annotations = componentAnnotations(gateway)
  const frame = { component: gateway.name, wave: waves.last }
  if (expose === undefined) {
    if (deployment.openshift?.createRoutes !== true) return []
    const { domain, tlsTermination } = deployment.openshift
    const host = domain === undefined ? undefined : `${gateway.service}-${plan.stack.namespace}.${domain}`
    return [
      { ...frame, ...route, view: { ...base, annotations, host, path: undefined, tls: terminate(tlsTermination) } },
    ]
  }

  const { via, host, path, className, tlsSecret, parent, tlsTermination } = expose
  const common = { ...base, host, annotations: { ...expose.annotations, ...annotations } }
  if (via === 'ingress') return [{ ...frame, ...ingress, view: { ...common, path, className, tlsSecret } }]
  if (via === 'httproute')
    return [{ ...frame, ...httpRoute, view: { ...common, path, parent, port: gateway.servicePort } }]
  const prefix = path === '/' ? undefined : path
  return [{ ...frame, ...route, view: { ...common, path: prefix, tls: terminate(tlsTermination) } }]
}

const ingress = { template: 'ingress', apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }
const httpRoute = { template: 'http-route', apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' }
const route = { template: 'route', apiVersion: 'route.openshift.io/v1', kind: 'Route' }

function terminate(termination: string): object | undefined {
  return termination === 'none' ? undefined : { termination, insecureEdgeTerminationPolicy: 'Redirect' }
}
