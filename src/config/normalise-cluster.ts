import type { DeploymentConfig, ExposeConfig, NetworkPolicyConfig, PatchConfig } from '../model/stack.ts'
import { literal, toEnvValue } from './component-env.ts'
import { defined } from './defined.ts'
import { findNode, type Path, type Text } from './node.ts'
import type { Written } from './schema/stack.ts'
import type { Subject } from './subject.ts'

export const defaultName = 'mcp-gateway'

/** Where the stack runs and how it is reached. */
export function normaliseDeployment(subject: Subject): DeploymentConfig {
  const { deployment } = subject.written
  const { openshift } = deployment
  return {
    type: deployment.type,
    name: deployment.project_name ?? deployment.namespace ?? defaultName,
    namespace: deployment.namespace ?? defaultName,
    ...defined({
      containerEngine: deployment.container_engine,
      dockerContext: deployment.docker_context,
      context: deployment.context,
    }),
    networks: deployment.networks,
    createNamespace: deployment.create_namespace,
    imagePullSecrets: deployment.image_pull_secrets,
    pullCredentials: deployment.pull_credentials.map(({ registry, username, password }, index) => {
      const text = textAt(subject, ['deployment', 'pull_credentials', index, 'password'], password) ?? []
      return { registry, username, password: toEnvValue('registry password', text, true) }
    }),
    kubectlProxy: deployment.kubectl_proxy,
    ...(openshift === undefined
      ? {}
      : {
          openshift: {
            createRoutes: openshift.create_routes,
            tlsTermination: openshift.tls_termination,
            ...defined({ domain: openshift.domain }),
          },
        }),
  }
}

/** A text with its variables, or as it is written. */
export function textAt(subject: Subject, path: Path, value: string | undefined): Text | undefined {
  const node = findNode(subject.root, path)
  if (node?.kind !== 'scalar') return undefined
  return node.text ?? (value === undefined ? undefined : literal(value))
}

export function normaliseNetworkPolicy({ network_policy: policy }: Written): NetworkPolicyConfig {
  return {
    enabled: policy.enabled,
    gatewayFrom: policy.gateway_from,
    metricsFrom: policy.metrics_from,
    ...defined({ egress: policy.egress }),
  }
}

/** expose, wherever it is written; else the incumbent's openshift.create_routes, whose host the Route chooses where no domain is given. */
export function normaliseExpose(written: Written): ExposeConfig | undefined {
  const expose = written.expose ?? written.gateway.expose
  const { namespace = defaultName, openshift } = written.deployment
  if (expose === undefined) {
    if (openshift?.create_routes !== true) return undefined
    const host = openshift.domain === undefined ? '' : `mcpgateway-${namespace}.${openshift.domain}`
    return { host, via: 'route', path: '/', tlsTermination: openshift.tls_termination, annotations: {} }
  }
  const { parent } = expose
  return {
    host: expose.host ?? '',
    via: expose.via,
    path: expose.path,
    tlsTermination: expose.tls_termination,
    annotations: expose.annotations,
    ...defined({ className: expose.class, tlsSecret: expose.tls_secret }),
    ...(parent === undefined
      ? {}
      : { parent: { name: parent.name, ...defined({ namespace: parent.namespace, sectionName: parent.section }) } }),
  }
}

export function normalisePatches(written: Written): readonly PatchConfig[] {
  return written.patches.map(({ target, merge, json6902 }) => ({
    target: { kind: target.kind, ...defined({ name: target.name, component: target.component }) },
    ...defined({ merge, json6902: json6902?.map((step) => defined(step)) }),
  }))
}
