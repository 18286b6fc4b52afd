/** Where objects of a kind are found: `apps/v1`, `deployments`. */
export interface KubeResource {
  readonly apiVersion: string
  readonly plural: string
  readonly namespaced: boolean
}

/** Plural of `group/Kind`; the core group is the empty one. */
const plurals: Readonly<Record<string, string>> = {
  '/ConfigMap': 'configmaps',
  '/Event': 'events',
  '/Namespace': 'namespaces',
  '/Node': 'nodes',
  '/PersistentVolumeClaim': 'persistentvolumeclaims',
  '/Pod': 'pods',
  '/Secret': 'secrets',
  '/Service': 'services',
  '/ServiceAccount': 'serviceaccounts',
  'apps/Deployment': 'deployments',
  'apps/ReplicaSet': 'replicasets',
  'apps/StatefulSet': 'statefulsets',
  'autoscaling/HorizontalPodAutoscaler': 'horizontalpodautoscalers',
  'batch/CronJob': 'cronjobs',
  'batch/Job': 'jobs',
  'cert-manager.io/Certificate': 'certificates',
  'cert-manager.io/CertificateRequest': 'certificaterequests',
  'cert-manager.io/ClusterIssuer': 'clusterissuers',
  'cert-manager.io/Issuer': 'issuers',
  'coordination.k8s.io/Lease': 'leases',
  'discovery.k8s.io/EndpointSlice': 'endpointslices',
  'gateway.networking.k8s.io/HTTPRoute': 'httproutes',
  'networking.k8s.io/Ingress': 'ingresses',
  'networking.k8s.io/NetworkPolicy': 'networkpolicies',
  'policy/PodDisruptionBudget': 'poddisruptionbudgets',
  'rbac.authorization.k8s.io/Role': 'roles',
  'rbac.authorization.k8s.io/RoleBinding': 'rolebindings',
  'route.openshift.io/Route': 'routes',
}

const clusterScoped: ReadonlySet<string> = new Set(['clusterissuers', 'namespaces', 'nodes'])

/** The resource of a kind that this target writes; undefined for others, which the server must be asked about. Pure. */
export function knownResource(apiVersion: string, kind: string): KubeResource | undefined {
  const plural = plurals[`${groupOf(apiVersion)}/${kind}`]
  return plural === undefined ? undefined : { apiVersion, plural, namespaced: !clusterScoped.has(plural) }
}

/** The same from the answer to `discoveryPath`. Pure. */
export function discoveredResource(apiVersion: string, kind: string, body: unknown): KubeResource | undefined {
  const list: { readonly resources?: readonly { name: string; kind: string; namespaced: boolean }[] } = Object(body)
  // `deployments/scale` is of another kind, `deployments/status` is not.
  const found = list.resources?.find((one) => one.kind === kind && !one.name.includes('/'))
  return found && { apiVersion, plural: found.name, namespaced: found.namespaced }
}

/** One object, or without a name all of the namespace. @throws Error for a kind that is not known here. */
export function pathOf(apiVersion: string, kind: string, namespace: string, name?: string): string {
  const resource = knownResource(apiVersion, kind)
  if (resource === undefined) throw new Error(`the plural of ${apiVersion} ${kind} is not known`)
  return resourcePath(resource, namespace, name)
}

export function resourcePath({ apiVersion, plural, namespaced }: KubeResource, namespace: string, name?: string) {
  const folder = namespaced ? `/namespaces/${encodeURIComponent(namespace)}` : ''
  const object = name === undefined ? '' : `/${encodeURIComponent(name)}`
  return `${discoveryPath(apiVersion)}${folder}/${plural}${object}`
}

/** The path of an object in kubectl's words: `deployments.v1.apps/mcpgateway`. Pure. */
export function resourceArgument(path: string): string {
  const [plural = '', name = ''] = path.split('/').slice(-2)
  const [, group, version] = /^\/apis\/([^/]+)\/([^/]+)\//.exec(path) ?? []
  return `${group === undefined ? plural : `${plural}.${version}.${group}`}/${decodeURIComponent(name)}`
}

/** What kinds a group has. */
export function discoveryPath(apiVersion: string): string {
  return groupOf(apiVersion) === '' ? `/api/${apiVersion}` : `/apis/${apiVersion}`
}

export interface ListQuery {
  /** `mcp-stack.dev/stack=demo,mcp-stack.dev/role`. */
  readonly labelSelector?: string
  readonly fieldSelector?: string
  readonly limit?: number
  readonly resourceVersion?: string
  readonly timeoutSeconds?: number
}

export function listPath(apiVersion: string, kind: string, namespace: string, query: ListQuery = {}): string {
  return withQuery(pathOf(apiVersion, kind, namespace), { ...query })
}

export interface LogQuery {
  readonly container?: string
  readonly tailLines?: number
  /** The log of the container before the last restart. */
  readonly previous?: boolean
  readonly follow?: boolean
  readonly limitBytes?: number
}

/** A pod's log, as plain text. */
export function logPath(namespace: string, pod: string, query: LogQuery = {}): string {
  return withQuery(`${pathOf('v1', 'Pod', namespace, pod)}/log`, { ...query })
}

/** A path with further parameters; undefined ones are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  if (parameters.length === 0) return path
  return `${path}${path.includes('?') ? '&' : '?'}${parameters.join('&')}`
}

/** `` for `v1`, `apps` for `apps/v1`. */
export function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
}

/** Groups of what this target writes itself. */
export const knownGroups: readonly string[] = [
  ...new Set(Object.keys(plurals).map((key) => key.slice(0, key.indexOf('/')))),
].filter((group) => group !== '')

/**
 * What `kubectl proxy --accept-paths` lets through: the one namespace, and of the cluster only what says nothing of others.
 * The proxy takes them separated by commas.
 *
 * @param groups  API groups beside the core one; undefined: every group.
 * @param clusterIssuer  Name of the one whose certificates the stack uses: whether it is there is asked.
 */
export function acceptPaths(namespace: string, groups?: readonly string[], clusterIssuer?: string): readonly string[] {
  const group = groups === undefined ? '[^/]+' : `(${groups.map(escapeRegex).join('|')})`
  const own = `namespaces/${escapeRegex(namespace)}(/.*)?`
  return [
    '^/version$',
    '^/api/v1$',
    `^/api/v1/${own}$`,
    '^/api/v1/nodes$',
    `^/apis/${group}/[^/]+$`,
    `^/apis/${group}/[^/]+/${own}$`,
    '^/apis/authorization[.]k8s[.]io/v1/self[a-z]+reviews$',
    ...(clusterIssuer === undefined
      ? []
      : [`^/apis/cert-manager[.]io/v1/clusterissuers/${escapeRegex(clusterIssuer)}$`]),
  ]
}

const escapeRegex = (text: string) => text.replaceAll('.', '[.]')
