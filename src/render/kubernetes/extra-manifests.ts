import { StackError } from '../../errors.ts'
import { objectLabels, stateNames, type UnnamedObject } from '../../model/kubernetes.ts'
import type { Plan } from '../../model/plan.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { isClusterKind } from './cluster-kinds.ts'
import { isObject, objectAt } from './json.ts'
import { commonLabels, stackComponent } from './labels.ts'
import { openManifests } from './read-manifests.ts'
import { waves } from './sketch-component.ts'

/** What runs comes when the configuration is there; everything else is configuration. */
const workloadKinds: ReadonlySet<string> = new Set(['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'])

/**
 * The user's own manifests as objects of the stack.
 * @throws StackError CONFIG_INVALID for what is no object, is outside the namespace, is named as one of ours, or holds a secret.
 */
export async function readExtraManifests(
  plan: Plan,
  ours: readonly UnnamedObject[],
): Promise<readonly UnnamedObject[]> {
  const { extraManifests } = plan.config
  if (extraManifests.length === 0) return []
  const read = await openManifests()
  const taken = new Map(
    ours.map((object) => [identity(object.apiVersion, object.kind, object.name), 'the stack itself']),
  )
  return extraManifests.flatMap(({ file, text }) =>
    read(file, text).map((document, index) => {
      const place = `${file}, document ${index + 1}`
      const object = toObject(plan, document, place)
      const id = identity(object.apiVersion, object.kind, object.name)
      const other = taken.get(id)
      if (other !== undefined) throw refuse(place, `${object.kind} ${object.name} is there already, from ${other}`)
      taken.set(id, place)
      return object
    }),
  )
}

function toObject(plan: Plan, document: unknown, place: string): UnnamedObject {
  if (!isObject(document)) throw refuse(place, 'is no mapping')
  const { apiVersion, kind } = document
  const { name } = objectAt(document, 'metadata')
  if (!isText(apiVersion)) throw refuse(place, 'has no apiVersion')
  if (!isText(kind)) throw refuse(place, 'has no kind')
  for (const [what, text, shape] of [
    ['apiVersion', apiVersion, apiVersionShape],
    ['kind', kind, kindShape],
    ['metadata.name', name, nameShape],
  ] as const) {
    if (isText(text) && !shape.test(text)) throw refuse(place, `${JSON.stringify(text)} is no ${what}`)
  }
  refuseList(place, document, apiVersion, kind)
  if (!isText(name)) throw refuse(place, `${kind} has no metadata.name`, 'Objects are found again by their names')
  refusePlace(plan, place, document, { apiVersion, kind })
  refuseSecrets(place, kind, name, document)
  const reserved: readonly string[] = Object.values(stateNames)
  if (reserved.includes(name)) throw refuse(place, `${name} is where the stack keeps its state`, 'Choose another name')

  const labels = { ...objectAt(document, 'metadata', 'labels'), ...ownLabels(plan) }
  const metadata = { ...objectAt(document, 'metadata'), namespace: plan.stack.namespace, labels }
  return {
    apiVersion,
    kind,
    name,
    component: stackComponent,
    wave: workloadKinds.has(kind) ? waves.redis : waves.configuration,
    contentNamed: false,
    manifest: { ...document, metadata },
  }
}

/** They become parts of a path: what is in them is what the server allows, and nothing that leads elsewhere. */
const apiVersionShape = /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?v\d[a-z0-9]{0,30}$/
const kindShape = /^[A-Z][A-Za-z0-9]{0,62}$/
/** Of most kinds a DNS name; roles and their bindings may have colons. */
const nameShape = /^[a-zA-Z0-9](?:[-a-zA-Z0-9.:_]{0,251}[a-zA-Z0-9])?$/

/** Only those that pruning goes by: the rest is the user's own. */
function ownLabels(plan: Plan): JsonObject {
  const { [objectLabels.stack]: stack = '', [objectLabels.component]: component = '' } = commonLabels(plan.stack.name)
  return { [objectLabels.stack]: stack, [objectLabels.component]: component }
}

/** What kubectl unpacks. A kind of somebody's own may end in `List` and be no list. */
function refuseList(place: string, document: JsonObject, apiVersion: string, kind: string): void {
  const isList = (apiVersion === 'v1' && kind === 'List') || (kind.endsWith('List') && Array.isArray(document['items']))
  if (isList) throw refuse(place, 'is a list', 'Write its items as documents, with --- between')
}

function refusePlace(
  plan: Plan,
  place: string,
  document: JsonObject,
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
): void {
  const { namespace } = objectAt(document, 'metadata')
  if (isClusterKind(groupOf(apiVersion), kind)) {
    throw refuse(place, `${kind} is in no namespace, and a stack owns nothing outside its own`, 'Apply it with kubectl')
  }
  if (namespace === undefined || namespace === plan.stack.namespace) return
  throw refuse(
    place,
    `is for namespace ${JSON.stringify(namespace)}, the stack's is ${plan.stack.namespace}`,
    'Leave the namespace out',
  )
}

function refuseSecrets(place: string, kind: string, name: string, document: JsonObject): void {
  const hasValues = ['data', 'stringData'].some((key) => Object.keys(objectAt(document, key)).length > 0)
  if (kind !== 'Secret' || !hasValues) return
  throw refuse(
    place,
    `Secret ${name} holds its values in plain text`,
    'Make the Secret where its values are kept, and name it with existing_secret',
  )
}

/** The group counts and its version does not: `apps/v1` and `apps/v1beta1` are one object. */
function identity(apiVersion: string, kind: string, name: string): string {
  return `${groupOf(apiVersion)}/${kind}/${name}`
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value !== ''
}

function refuse(place: string, message: string, hint?: string): StackError {
  return new StackError({ code: 'CONFIG_INVALID', message: `extra_manifests: ${place}: ${message}`, hint })
}
