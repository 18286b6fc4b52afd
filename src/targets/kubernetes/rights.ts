import { certificateKind, certManagerGroup, leafSecret } from '../../model/cert-manager.ts'
import { stateNames } from '../../model/kubernetes.ts'
import type { Plan } from '../../model/plan.ts'
import type { IssuerReference, JsonObject } from '../../model/stack.ts'
import type { RightsCommand } from '../../model/target.ts'
import { extraKinds } from './extra-kinds.ts'
import { groupOf, knownResource } from './paths.ts'
import type { Kind } from './read-objects.ts'

/** One rule of a Role. */
export interface Right {
  readonly group: string
  /** `deployments`, `pods/exec`. */
  readonly resource: string
  readonly verbs: readonly string[]
  /** Only objects of these names; RBAC cannot limit `create` and `list` so. */
  readonly names?: readonly string[]
  /** There is another way without it: a deploy is not refused for it. */
  readonly optional?: true
}

/** Kinds that every stack has, and those that a smaller one of its releases had and that must still be found. */
const usualKinds: readonly Kind[] = [
  { apiVersion: 'v1', kind: 'ConfigMap' },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim' },
  { apiVersion: 'v1', kind: 'Service' },
  { apiVersion: 'v1', kind: 'ServiceAccount' },
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget' },
]

const watched = ['deployments', 'statefulsets']

/**
 * The least that a command needs in the stack's namespace. Secrets are read by name only, the stack's own two; those with
 * values are written (apply is `patch`, and `create` where they are new) and removed without being read. Pure.
 */
export function neededRights(command: RightsCommand, kinds: readonly Kind[]): readonly Right[] {
  const writes = command === 'deploy'
  const resources = new Map(
    [...usualKinds, ...kinds].flatMap((one) => {
      const resource = resourceOf(one)
      const skipped = ['secrets', 'namespaces', 'pods'].includes(resource)
      return skipped ? [] : [[`${groupOf(one.apiVersion)}/${resource}`, { group: groupOf(one.apiVersion), resource }]]
    }),
  )
  const ofKinds = [...resources.values()].map(({ group, resource }): Right => {
    const follow = watched.includes(resource) ? ['watch'] : []
    return { group, resource, verbs: ['get', 'list', ...(writes ? [...follow, 'create', 'patch', 'delete'] : [])] }
  })
  const { state, history, lock } = stateNames
  const secret = { group: '', resource: 'secrets' }
  const lease = { group: 'coordination.k8s.io', resource: 'leases' }
  return [
    { ...secret, verbs: ['get', ...(writes ? ['update'] : [])], names: [state, history] },
    ...(writes ? [{ ...secret, verbs: ['create', 'patch', 'delete'] }] : []),
    ...ofKinds,
    { group: '', resource: 'pods', verbs: ['get', 'list', ...(writes ? ['watch', 'delete'] : [])] },
    // Newer kubectl opens an exec by GET (a web socket), older ones by POST.
    ...(command === 'plan'
      ? []
      : [{ group: '', resource: 'pods/exec', verbs: ['get', 'create'], optional: true } as const]),
    ...(command === 'plan' ? [] : [{ group: '', resource: 'pods/log', verbs: ['get'] }]),
    ...(writes
      ? [
          { group: '', resource: 'events', verbs: ['get', 'list', 'watch'], optional: true } as const,
          // Where no gateway runs, one is started to ask where its database stands.
          { group: '', resource: 'pods', verbs: ['create'] },
          { ...lease, verbs: ['create'] },
          { ...lease, verbs: ['get', 'update', 'patch', 'delete'], names: [lock] },
        ]
      : []),
  ]
}

/** What `destroy` needs to remove what a deploy writes. */
export async function deleteRights(plan: Plan): Promise<readonly Right[]> {
  return (await plannedRights(plan, 'deploy')).flatMap((right) =>
    right.optional !== true && right.verbs.includes('delete') ? [{ ...right, verbs: ['delete'] }] : [],
  )
}

/** As neededRights, for what the plan has and what an earlier one of the same stack may have had. */
export async function plannedRights(plan: Plan, command: RightsCommand): Promise<readonly Right[]> {
  const { certificatePolicy: policy, certificates, gateway, plugins } = plan
  const mounting = new Set(certificates.map(({ component }) => component))
  const services = [gateway, ...plugins].filter(({ name }) => mounting.has(name)).map(({ service }) => service)
  const kept = policy.issuer === undefined || services.length === 0 ? undefined : policy.issuer
  const names = referencedSecrets(plan)
  const read: Right = { group: '', resource: 'secrets', verbs: ['get'], names, optional: true }
  const kinds = [...exposingKinds(plan), ...(await extraKinds(plan)), ...(kept === undefined ? [] : [certificateKind])]
  return [
    ...neededRights(command, kinds),
    ...formerRights(plan, command, kinds),
    ...(kept === undefined ? [] : certManagerRights(command, services.map(leafSecret), kept)),
    ...(names.length === 0 ? [] : [read]),
  ]
}

/**
 * With cert-manager beside the rights for its Certificates: to read the Secrets that it fills, each by its name, and to hear why
 * it does not. A ClusterIssuer is no matter of the namespace, and nobody must read it. Pure.
 */
export function certManagerRights(
  command: RightsCommand,
  secretNames: readonly string[],
  issuer: IssuerReference,
): readonly Right[] {
  const group = certManagerGroup
  const issuers = { group, resource: 'issuers', verbs: ['get'], names: [issuer.name], optional: true } as const
  return [
    { group: '', resource: 'secrets', verbs: ['get'], names: secretNames },
    ...(command === 'deploy'
      ? [{ group, resource: 'certificaterequests', verbs: ['get', 'list'], optional: true } as const]
      : []),
    ...(command !== 'verify' && issuer.group === group && issuer.kind === 'Issuer' ? [issuers] : []),
  ]
}

/** Other people's Secrets that pods refer to: read to see that they are there and that they changed. */
function referencedSecrets({ config, secrets }: Plan): readonly string[] {
  const { certificate, key } = config.certificates.caSecret ?? {}
  const places = [...secrets.map(({ from }) => from), certificate, key].flatMap((from) =>
    from?.provider === 'kubernetes' ? [String(from.at).split('#', 1)[0] ?? ''] : [],
  )
  const { secret } = config.secretSources?.kubernetes ?? {}
  return [...new Set([...places, ...(secret === undefined ? [] : [secret])])].toSorted()
}

/** A ServiceAccount with that and no more, as objects for `kubectl apply`: no cluster scope. */
export async function roleFor(plan: Plan, command: RightsCommand): Promise<readonly JsonObject[]> {
  const { namespace, name: stack } = plan.stack
  const name = `${stack}-${command}`
  const metadata = { name, namespace, labels: { 'app.kubernetes.io/part-of': 'mcp-stack' } }
  const rules = (await plannedRights(plan, command)).map(({ group, resource, verbs, names }) => ({
    apiGroups: [group],
    resources: [resource],
    ...(names === undefined ? {} : { resourceNames: names }),
    verbs,
  }))
  const rbac = 'rbac.authorization.k8s.io'
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata, automountServiceAccountToken: false },
    { apiVersion: `${rbac}/v1`, kind: 'Role', metadata, rules },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'RoleBinding',
      metadata,
      roleRef: { apiGroup: rbac, kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ]
}

const ingress: Kind = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }
const route: Kind = { apiVersion: 'route.openshift.io/v1', kind: 'Route' }
const exposedBy: Readonly<Record<string, Kind>> = {
  ingress,
  httproute: { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
  route,
}

function exposingKinds({ config }: Plan): readonly Kind[] {
  const via = config.expose?.via ?? (config.deployment.openshift?.createRoutes === true ? 'route' : undefined)
  const exposed = via === undefined ? undefined : exposedBy[via]
  return exposed === undefined ? [] : [exposed]
}

/**
 * To find and remove what an earlier release was exposed by. Only what everybody who administers a namespace may do: nobody can
 * give rights that he does not have, and one rule too many and the whole Role is refused him.
 */
function formerRights({ config }: Plan, command: RightsCommand, kinds: readonly Kind[]): readonly Right[] {
  const former = [ingress, ...(config.deployment.openshift === undefined ? [] : [route])]
  const now = new Set(kinds.map(resourceOf))
  return former
    .filter((one) => !now.has(resourceOf(one)))
    .map((one) => ({
      group: groupOf(one.apiVersion),
      resource: resourceOf(one),
      verbs: ['get', 'list', ...(command === 'deploy' ? ['delete'] : [])],
      optional: true,
    }))
}

/** A kind that is not known here has the plural that nearly all have. Pure. */
export function resourceOf({ apiVersion, kind }: Kind): string {
  return knownResource(apiVersion, kind)?.plural ?? `${kind.toLowerCase()}s`
}
