import { type Env, plain } from '../../src/model/env-value.ts'
import type { ComponentConfig, ExposeConfig, PluginConfig, PodOptions, StackConfig } from '../../src/model/stack.ts'

/** Pods as they are when nobody asks for more. */
export const plainPod: PodOptions = {
  labels: {},
  annotations: {},
  nodeSelector: {},
  tolerations: [],
  topologySpread: [],
  volumes: [],
  imagePullSecrets: [],
}

/** A reading of a config file with everything at its default. */
function component(name: string, port: number): ComponentConfig {
  return {
    name,
    source: { kind: 'image', reference: `registry.example/mcp/${name.toLowerCase()}:1` },
    pullPolicy: 'IfNotPresent',
    port,
    servicePort: port,
    serviceType: 'ClusterIP',
    replicas: 1,
    resources: {},
    env: {},
    mtls: true,
    readOnlyRoot: true,
    writablePaths: [],
    autoscaled: false,
    pod: plainPod,
  }
}

export function pluginConfig(name: string, changes: Partial<PluginConfig> = {}): PluginConfig {
  return { ...component(name, 8000), overrides: {}, runtimeCompat: true, ...changes }
}

export interface StackChanges {
  readonly type?: 'compose' | 'kubernetes'
  readonly gateway?: Partial<StackConfig['gateway']>
  readonly plugins?: readonly PluginConfig[]
  readonly infrastructure?: StackConfig['infrastructure']
  readonly secrets?: StackConfig['secrets']
  readonly networks?: readonly string[]
  readonly deployment?: Partial<StackConfig['deployment']>
  readonly deploy?: Partial<StackConfig['deploy']>
  readonly expose?: ExposeConfig
  readonly patches?: StackConfig['patches']
}

export function stackConfig(changes: StackChanges = {}): StackConfig {
  return {
    file: 'mcp-stack.yaml',
    folder: '/stack',
    deployment: {
      type: changes.type ?? 'compose',
      name: 'demo',
      namespace: 'mcp-gateway',
      networks: changes.networks ?? [],
      createNamespace: true,
      imagePullSecrets: [],
      pullCredentials: [],
      kubectlProxy: true,
      ...changes.deployment,
    },
    gateway: {
      ...component('gateway', 4444),
      mtlsVerify: true,
      mtlsCheckHostname: true,
      runtimeCompat: true,
      ...changes.gateway,
    },
    plugins: changes.plugins ?? [],
    infrastructure: changes.infrastructure ?? {},
    certificates: {
      authority: 'local',
      autoGenerate: true,
      validityDays: 90,
      renewBeforeDays: 30,
      keyAlgorithm: 'ecdsa-p256',
      caStorage: 'target',
      caPath: '/stack/certs/mcp/ca',
      gatewayPath: '/stack/certs/mcp/gateway',
      pluginsPath: '/stack/certs/mcp/plugins',
    },
    secrets: changes.secrets ?? [],
    build: {
      parallel: 2,
      cache: { mode: 'auto', maxBytes: 2 ** 31 },
      insecureRepos: [],
      baseImages: {},
      checkBase: false,
    },
    deploy: { wait: true, timeoutSeconds: 300, verify: true, rollBack: true, rolling: 'in_place', ...changes.deploy },
    network: {},
    networkPolicy: { enabled: false, gatewayFrom: [], metricsFrom: [] },
    ...(changes.expose === undefined ? {} : { expose: changes.expose }),
    patches: changes.patches ?? [],
    extraManifests: [],
    problems: [],
    digest: 'd'.repeat(64),
  }
}

/** A plain environment from a map of text. */
export function plainEnv(values: Readonly<Record<string, string>>): Env {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]))
}
