import { createHash } from 'node:crypto'
import type { Bundle, BundleComponent } from '../../src/model/bundle.ts'
import { type BundleObject, objectKey, objectLabels, type SecretDatum } from '../../src/model/kubernetes.ts'
import type { Role } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import type { Secrets } from '../../src/model/secrets.ts'
import type { Json, JsonObject } from '../../src/model/stack.ts'

/** One component as a test wants it: a busybox that does what the script says. */
export interface Service {
  readonly name: string
  readonly role: Role
  readonly image: string
  /** The default is ready after a moment and stays. */
  readonly script?: string
  /** Another one is another pod template. */
  readonly version?: string
  readonly replicas?: number
  /** Mounts a ConfigMap and a Secret of its own, named by content: `TOKEN` from the run's secrets. */
  readonly token?: string
  /** Merged into the container. */
  readonly container?: JsonObject
  /** Merged into the pod's specification. */
  readonly pod?: JsonObject
  readonly kind?: 'Deployment' | 'StatefulSet'
  readonly selector?: Readonly<Record<string, string>>
}

const waves: Readonly<Record<Role, number>> = { postgres: 0, redis: 0, plugin: 1, gateway: 2 }
const stay = 'touch /tmp/ready; trap "exit 0" TERM; while :; do sleep 1 & wait $!; done'

/** A bundle as render makes it, small: workload and Service of each, one ServiceAccount. */
export function kubernetesBundle(
  { namespace, stack }: { readonly namespace: string; readonly stack: string },
  services: readonly Service[],
  extra: readonly BundleObject[] = [],
): Bundle {
  const account = named('v1', 'ServiceAccount', 'mcp-stack', { automountServiceAccountToken: false })
  const made = services.map((service) => makeService(stack, service))
  const all = [toObject(stack, namespace, 'stack', 'stack', -1, account), ...made.flatMap(({ parts }) => parts)]
  return {
    target: 'kubernetes',
    files: [],
    components: made.map(({ component }) => component),
    contents: [],
    variables: {},
    kubernetes: {
      objects: [...all.map((object) => inNamespace(object, namespace)), ...extra],
      unnamed: [],
    },
  }
}

function makeService(stack: string, service: Service) {
  const { name, role, image, version = '1', replicas = 1, kind = 'Deployment' } = service
  const wave = waves[role]
  const own = service.selector ?? { 'app.kubernetes.io/name': name, [objectLabels.stack]: stack }
  const token = service.token === undefined ? undefined : `${name}-env-${digest(service.token).slice(0, 10)}`
  const container: JsonObject = {
    name: 'main',
    image,
    imagePullPolicy: 'IfNotPresent',
    command: ['sh', '-c', service.script ?? stay],
    env: [{ name: 'VERSION', value: version }],
    readinessProbe: { exec: { command: ['cat', '/tmp/ready'] }, periodSeconds: 1 },
    ...(token === undefined ? {} : { envFrom: [{ secretRef: { name: token } }] }),
    ...service.container,
  }
  const spec: JsonObject = {
    serviceAccountName: 'mcp-stack',
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    terminationGracePeriodSeconds: 1,
    containers: [container],
    ...service.pod,
  }
  const hash = digest(JSON.stringify(spec))
  const labels = {
    ...own,
    [objectLabels.stack]: stack,
    [objectLabels.component]: name,
    [objectLabels.role]: role,
    [objectLabels.hash]: hash,
  }
  const template: JsonObject = { metadata: { labels, annotations: { [objectLabels.name]: name } }, spec }
  const workload = named('apps/v1', kind, name, {
    spec: {
      replicas,
      ...(kind === 'StatefulSet' ? { serviceName: name, volumeClaimTemplates: [claim] } : {}),
      selector: { matchLabels: own },
      template,
    },
  })
  const ports = [{ name: 'main', port: 80, targetPort: 8080, protocol: 'TCP' }]
  const front = named('v1', 'Service', name, { spec: { selector: own, ports } })
  const parts = [front, workload].map((object) => toObject(stack, '', name, role, wave, object))
  if (token !== undefined) {
    const datum: SecretDatum = {
      kind: 'env',
      name: 'TOKEN',
      value: { kind: 'secret', parts: [{ kind: 'reference', secret: 'TOKEN', encoding: 'none' }] },
    }
    const secret = named('v1', 'Secret', token, { immutable: true })
    parts.push({ ...toObject(stack, '', name, role, -1, secret), contentNamed: true, data: { TOKEN: datum } })
  }
  const component: BundleComponent = {
    name,
    role,
    service: name,
    wave,
    image,
    tag: image,
    replicas,
    hash,
    fields: { image, 'env.VERSION': version },
    contents: [],
    pending: [],
  }
  return { component, parts }
}

const claim: JsonObject = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '16Mi' } } },
}

interface NamedObject {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly rest: JsonObject
}

function named(apiVersion: string, kind: string, name: string, rest: JsonObject): NamedObject {
  return { apiVersion, kind, name, rest }
}

function toObject(
  stack: string,
  namespace: string,
  component: string,
  role: string,
  wave: number,
  { apiVersion, kind, name, rest }: NamedObject,
): BundleObject {
  const labels = { [objectLabels.stack]: stack, [objectLabels.component]: component, [objectLabels.role]: role }
  const hash = digest(JSON.stringify(rest))
  const annotations = { [objectLabels.hash]: hash, [objectLabels.name]: component }
  const manifest: JsonObject = { apiVersion, kind, metadata: { name, namespace, labels, annotations }, ...rest }
  const key = objectKey({ apiVersion, kind, name })
  return { key, apiVersion, kind, name, component, wave, contentNamed: false, manifest, hash, pending: [] }
}

function inNamespace(object: BundleObject, namespace: string): BundleObject {
  const metadata = object.manifest['metadata'] as { readonly [key: string]: Json }
  return { ...object, manifest: { ...object.manifest, metadata: { ...metadata, namespace } } }
}

export const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Secrets of one value. */
export function oneSecret(token = 'token-of-the-test-0123456789'): Secrets {
  const secret = new Secret('TOKEN', token)
  return {
    get: () => secret,
    compose: () => secret,
    digest: () => digest(token),
    reference: () => undefined,
    generated: {},
    provenance: {},
    problems: [],
  }
}
