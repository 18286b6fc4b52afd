import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { plain } from '../../src/model/env-value.ts'
import { Secret } from '../../src/model/secret.ts'
import { renderBundle } from '../../src/render/render-bundle.ts'
import { plainEnv, plainPod, pluginConfig } from '../plan/stack-config.ts'
import { kubernetesConfig, kubernetesInput } from '../render/kubernetes/kubernetes-input.ts'

const reference = (secret: string) => ({ kind: 'secret' as const, parts: [{ kind: 'reference' as const, secret, encoding: 'none' as const }] })

/** The feature request's own example. Update with `vitest -u`. */
const request = kubernetesConfig({
  gateway: {
    replicas: 2,
    resources: { memoryRequest: '512Mi', memoryLimit: '1Gi', cpuRequest: '250m', cpuLimit: '1000m' },
    env: {
      ...plainEnv({ LOG_LEVEL: 'INFO', MCPGATEWAY_UI_ENABLED: 'true', REDIS_URL: 'redis://redis:6379' }),
      DATABASE_URL: { kind: 'secret', parts: [{ kind: 'literal', text: new Secret('DATABASE_URL', 'postgresql://user:pass@postgres:5432/mcpgateway') }] },
      JWT_SECRET_KEY: reference('JWT_SECRET_KEY'),
    },
  },
  plugins: [
    pluginConfig('OPAPluginFilter', { replicas: 2, priority: 10, env: plainEnv({ OPA_POLICY_PATH: '/app/policies' }) }),
    pluginConfig('ClamAVPlugin', { port: 3000, servicePort: 3000, env: plainEnv({ CLAMAV_PORT: '3310' }) }),
  ],
})

const pod = {
  ...plainPod,
  labels: { team: 'security' },
  annotations: { 'example.com/owner': 'ada' },
}

/** Every key that Kubernetes knows beyond the request's. */
const full = kubernetesConfig({
  gateway: {
    replicas: 3,
    autoscaled: true,
    serviceType: 'LoadBalancer',
    servicePort: 80,
    env: { ...plainEnv({ PRICE: '$5 {{ "quoted" }} $(HOME)', MOTD: 'line one\nline two\n' }), JWT_SECRET_KEY: reference('JWT_SECRET_KEY') },
    pod: {
      ...pod,
      nodeSelector: { disk: 'ssd' },
      tolerations: [{ key: 'mcp', operator: 'Exists', effect: 'NoSchedule' }],
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] }] } } },
      topologySpread: [{ maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' }],
      priorityClass: 'system-cluster-critical',
      serviceAccount: 'gateway',
      imagePullSecrets: ['own-registry'],
      existingSecret: 'gateway-extra',
      runAsUser: 10001,
      volumes: [
        { name: 'models', mountPath: '/models', readOnly: true, source: { persistentVolumeClaim: { claimName: 'models' } } },
        { name: 'tuning', mountPath: '/etc/tuning.conf', subPath: 'tuning.conf', readOnly: false, source: { configMap: { name: 'tuning' } } },
      ],
    },
  },
  plugins: [
    pluginConfig('Clam_AV', {
      port: 3000,
      servicePort: 3001,
      mtls: false,
      mode: 'sequential',
      command: ['python', '-m', 'clam', '$(NOT_A_VARIABLE)', '$$'],
      healthcheck: ['clam-ready'],
      writablePaths: ['/var/lib/clamav'],
      pod,
    }),
    pluginConfig('Guard', {
      replicas: 2,
      env: { API_KEY: { kind: 'secret', parts: [{ kind: 'literal', text: new Secret('API_KEY', 'a literal secret value') }] } },
      resources: { memoryLimit: '512Mi' },
      serviceType: 'NodePort',
      pullPolicy: 'Always',
    }),
    pluginConfig('Quiet', { healthcheck: false, readOnlyRoot: false, runtimeCompat: false }),
  ],
  infrastructure: {
    postgres: {
      image: 'postgres:17',
      database: 'mcpgateway',
      user: 'mcp',
      storageSize: '10Gi',
      storageClass: 'fast',
      dataPath: '/var/lib/postgresql/data',
      resources: { memoryLimit: '256Mi' },
      pod: { ...plainPod, runAsUser: 999 },
    },
    redis: { image: 'redis:7', resources: {}, pod: { ...plainPod, runAsUser: 999 } },
  },
  deployment: {
    imagePullSecrets: ['registry'],
    pullCredentials: [{ registry: 'registry.example', username: 'ci', password: reference('REGISTRY_TOKEN') }],
  },
  networkPolicy: {
    enabled: true,
    gatewayFrom: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress' } } }],
    metricsFrom: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
    egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }], ports: [{ protocol: 'TCP', port: 443 }] }],
  },
  expose: { host: 'mcp.example.com', via: 'ingress', path: '/', className: 'nginx', tlsSecret: 'mcp-tls', tlsTermination: 'edge', annotations: { 'nginx.ingress.kubernetes.io/proxy-read-timeout': '600' } },
  patches: [
    { target: { kind: 'Deployment', name: 'mcpgateway' }, merge: { spec: { template: { spec: { dnsPolicy: 'Default', containers: [{ name: 'gateway', env: [{ name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }] } } } } },
    { target: { kind: 'Service', component: 'Guard' }, json6902: [{ op: 'add', path: '/spec/ports/-', value: { name: 'metrics', port: 9000, targetPort: 'health' } }] },
  ],
  extraManifests: [{ file: 'extra.yaml', text: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: tuning\ndata:\n  tuning.conf: "x"\n' }],
})

const minimal = kubernetesConfig({ plugins: [pluginConfig('Guard', { mtls: false, env: { A: plain('b') } })] })

/** cert-manager keeps the certificates: its objects, fixed names of its Secrets, and no Secret of ours beside them. */
const certManager = kubernetesConfig({
  plugins: [pluginConfig('OPAPluginFilter')],
  certificates: { authority: 'cert-manager', issuer: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: 'mcp-ca' } },
})

const root = resolve(import.meta.dirname, 'kubernetes')

test.each([
  ['request', request, false],
  ['full', full, false],
  ['minimal', minimal, false],
  // For a repository: fixed names and no Secrets.
  ['gitops', request, true],
  ['cert-manager', certManager, false],
  ['cert-manager-gitops', certManager, true],
])('the objects of %s are what they were', async (name, config, gitops) => {
  const bundle = await renderBundle(await kubernetesInput(config, { gitops, namespaceExists: false }))
  for (const file of bundle.files) {
    await expect(file.text).toMatchFileSnapshot(resolve(root, name, file.path))
  }
  const objects = bundle.kubernetes?.objects.map(({ manifest: _manifest, data, ...rest }) => ({
    ...rest,
    ...(data === undefined ? {} : { data: Object.keys(data) }),
  }))
  const text = JSON.stringify({ components: bundle.components, objects }, undefined, 2)
  await expect(`${text}\n`).toMatchFileSnapshot(resolve(root, name, 'bundle.json'))
})
