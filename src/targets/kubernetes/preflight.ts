import type { Bundle } from '../../model/bundle.ts'
import type { Change } from '../../model/change.ts'
import type { Live } from '../../model/live.ts'
import { isPending } from '../../model/pending.ts'
import type { Problem } from '../../model/problem.ts'
import type { JsonObject } from '../../model/stack.ts'
import type { PlatformsOf } from '../../model/target.ts'
import type { Place } from './api.ts'
import { findMissingIssuer, issuerOf, ownCertificates } from './check-issuer.ts'
import { formerKindProblem } from './former-kinds.ts'
import { inParallel } from './in-parallel.ts'
import { contextOf, isLocalOnly, loadCommand } from './load-images.ts'
import { groupOf, pathOf } from './paths.ts'
import { comparePlatforms, type KubeNode } from './platforms.ts'
import { prunable } from './prunable.ts'
import type { Kind } from './read-objects.ts'
import { certManagerRights, neededRights, type Right, resourceOf } from './rights.ts'

/** Everything about the cluster that would end a deploy half-way, all at once. Reads only. */
export async function preflightStack(
  place: Place,
  bundle: Bundle,
  changes: readonly Change[],
  platformsOf: PlatformsOf,
  live: Live,
): Promise<readonly Problem[]> {
  const active = changes.filter(({ action }) => action !== 'unchanged')
  if (active.length === 0) return []
  const started = new Set(
    active.filter(({ action }) => action === 'create' || action === 'update').map(({ service }) => service),
  )
  const components = bundle.components.filter(({ service }) => started.has(service))
  const objects = bundle.kubernetes?.objects ?? []
  const certificates = ownCertificates(objects)
  const [first] = certificates
  const kept = certificates.map(({ name }) => name)
  const rights = [
    ...neededRights('deploy', objects),
    ...(first === undefined ? [] : certManagerRights('deploy', kept, issuerOf(first))),
  ]
  const found = await Promise.all([
    findMissingRights(
      place,
      rights.filter(({ optional }) => optional !== true),
    ),
    findUnremovable(place, bundle, live, rights),
    findForeignPlatforms(place, bundle, components, platformsOf),
    findUnreachableImages(place, components),
    findMissingIssuer(place, objects),
  ])
  return found.flat()
}

/** One problem for all that are missing. */
export async function findMissingRights(place: Place, rights: readonly Right[]): Promise<readonly Problem[]> {
  const { missing } = await askRights(place, rights)
  if (missing.length === 0) return []
  return [
    {
      severity: 'error',
      code: 'RIGHTS_MISSING',
      message: `rights are missing in namespace ${place.namespace}: ${missing.join(', ')}`,
      hint: 'mcp-deploy rbac | kubectl apply -f - (an account that is there: --service-account NAMESPACE:NAME)',
    },
  ]
}

/** Kinds of which nothing is wanted any more: their rights are nowhere among those of the bundle. */
async function findUnremovable(
  place: Place,
  bundle: Bundle,
  live: Live,
  asked: readonly Right[],
): Promise<readonly Problem[]> {
  const known = new Set(asked.map(({ group, resource }) => `${group}/${resource}`))
  const keyOf = (kind: Kind) => `${groupOf(kind.apiVersion)}/${resourceOf(kind)}`
  const going = new Map(prunable(bundle, live).objects.map((object) => [keyOf(object), object]))
  const former = [...going].flatMap(([key, object]) => (known.has(key) ? [] : [object]))
  const found = await Promise.all(
    former.map(async (object) => {
      const right = { group: groupOf(object.apiVersion), resource: resourceOf(object), verbs: ['delete'] }
      const { missing } = await askRights(place, [right])
      return missing.length === 0 ? [] : [formerKindProblem(place, object, ['delete'])]
    }),
  )
  return found.flat()
}

export interface AskedRights {
  /** How many were asked for. */
  readonly asked: number
  /** `list networkpolicies.networking.k8s.io`, sorted. */
  readonly missing: readonly string[]
}

/** Asks the server right by right. */
export async function askRights(place: Place, rights: readonly Right[]): Promise<AskedRights> {
  const questions = rights.flatMap(({ verbs, names = [undefined], ...right }) =>
    verbs.flatMap((verb) => names.map((name) => ({ ...right, verb, name }))),
  )
  const missing: string[] = []
  await inParallel(questions, async ({ group, resource: whole, verb, name }) => {
    const [resource = '', subresource] = whole.split('/')
    const attributes = { namespace: place.namespace, group, resource, subresource, verb, name }
    const body = {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: attributes },
    }
    const answer = await place.api.create(reviewPath, JSON.stringify(body))
    const status = answer.body['status'] as { readonly allowed?: boolean } | undefined
    // A server that does not answer the question will say itself what it refuses.
    if (answer.status === 201 && status?.allowed === false) {
      missing.push(`${verb} ${whole}${group === '' ? '' : `.${group}`}${name === undefined ? '' : ` ${name}`}`)
    }
  })
  return { asked: questions.length, missing: missing.toSorted() }
}

const reviewPath = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews'

async function findForeignPlatforms(
  place: Place,
  bundle: Bundle,
  components: Bundle['components'],
  platformsOf: PlatformsOf,
): Promise<readonly Problem[]> {
  const { status, body } = await place.api.get(pathOf('v1', 'Node', place.namespace))
  // Nodes are the cluster's: who may not see them is told nothing.
  if (status !== 200) return []
  const known = await platformsOf(components.flatMap(({ image }) => (isPending(image) ? [] : [image])))
  const placed = components.map(({ name, service, image }) => ({
    component: name,
    platforms: isPending(image) ? [] : (known.get(image) ?? []),
    nodeSelector: nodeSelectorOf(bundle, service),
  }))
  return comparePlatforms((body['items'] ?? []) as readonly KubeNode[], placed)
}

async function findUnreachableImages(place: Place, components: Bundle['components']): Promise<readonly Problem[]> {
  const local = components.filter(isLocalOnly)
  if (local.length === 0) return []
  const context = await contextOf(place)
  if (loadCommand(context, []) !== undefined) return []
  return [
    {
      severity: 'error',
      code: 'IMAGE_NOT_FOUND',
      message: `only the local engine has the images of ${local.map(({ name }) => name).join(', ')}, and the cluster cannot reach it`,
      hint: 'Set registry: with enabled: true and push: true, and the nodes pull from there (kind, k3d and minikube are loaded without)',
    },
  ]
}

function nodeSelectorOf(bundle: Bundle, service: string): Readonly<Record<string, string>> {
  const workload = bundle.kubernetes?.objects.find(
    ({ kind, name }) => name === service && /Deployment|StatefulSet/.test(kind),
  )
  const template = objectAt(objectAt(workload?.manifest, 'spec'), 'template')
  return objectAt(objectAt(template, 'spec'), 'nodeSelector') as Readonly<Record<string, string>>
}

function objectAt(object: JsonObject | undefined, key: string): JsonObject {
  const value = object?.[key]
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}
