import { type FieldDifference, fieldManager } from '../../model/kubernetes.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { isHand } from './conflict.ts'
import { mayBeSecret } from './differences.ts'
import { type FieldSet, isEmpty, joinFields, splitFields, valueAt } from './field-sets.ts'
import type { KubeObject, ManagedFields } from './kube-objects.ts'

/** What makes an object behave; labels and annotations are everybody's, and `kubectl rollout restart` is one. */
const parts = ['f:spec', 'f:data', 'f:binaryData'] as const

/** A scaled Deployment is scale.ts's business. */
const everybodys = ['spec.template.metadata', 'spec.replicas']

/**
 * What somebody's kubectl added beside what we want: server-side apply leaves that alone. Pure.
 *
 * @param live  With its managedFields.
 * @param own  Also what is ours and not wanted: `takenOver` was written, and the apply after it was not.
 */
export function addedByHand(
  live: KubeObject,
  wanted: JsonObject,
  { own }: { readonly own: boolean },
): readonly FieldDifference[] {
  const unwanted = entriesOf(live)
    .filter((entry) => isByHand(live, entry) || (own && isOurs(entry)))
    .map((entry) => unwantedOf(entry, wanted))
  return differencesOf(unwanted.reduce(joinFields, {}), live as unknown as JsonObject, '')
}

/** Whether somebody's kubectl set anything of what makes it behave, be it what we want or not. Pure. */
export function isTouched(live: KubeObject): boolean {
  return entriesOf(live).some((entry) => isByHand(live, entry) && !isEmpty(unwantedOf(entry, {})))
}

/**
 * The managedFields that make us the owner of what was added by hand, so that the next apply removes it: nothing but the
 * owner's name changes, no pod starts. It is what kubectl does when it goes over to server-side apply. Pure.
 *
 * @returns undefined where nothing was added.
 */
export function takenOver(live: KubeObject, wanted: JsonObject): readonly ManagedFields[] | undefined {
  const { apiVersion = '' } = live
  const hands = entriesOf(live).filter((entry) => isByHand(live, entry))
  const unwanted = hands.map((entry) => unwantedOf(entry, wanted)).reduce(joinFields, {})
  if (isEmpty(unwanted)) return undefined
  const others = entriesOf(live).flatMap((entry) => {
    if (isOurs(entry)) return []
    if (!hands.includes(entry)) return [entry]
    const { named } = splitFields(fieldsOf(entry), wanted, everybodys)
    const rest = { ...fieldsOf(entry), ...pick(named) }
    for (const part of parts) if (named[part] === undefined) delete rest[part]
    return isEmpty(rest) ? [] : [{ ...entry, fieldsV1: rest }]
  })
  const ours = entriesOf(live).find(isOurs) ?? {
    manager: fieldManager,
    operation: 'Apply',
    apiVersion,
    fieldsType: 'FieldsV1',
  }
  return [{ ...ours, fieldsV1: joinFields(fieldsOf(ours), unwanted) }, ...others]
}

function unwantedOf(entry: ManagedFields, wanted: JsonObject): FieldSet {
  return splitFields(pick(fieldsOf(entry)), wanted, everybodys).unnamed
}

function pick(fields: FieldSet): FieldSet {
  return Object.fromEntries(Object.entries(fields).filter(([element]) => parts.some((part) => part === element)))
}

/** Field by field; an item of a list is one, whatever is in it. */
function differencesOf(fields: FieldSet, value: Json | undefined, path: string): readonly FieldDifference[] {
  return Object.entries(fields).flatMap(([element, below]) => {
    if (element === '.') return []
    const inside = valueAt(value, element)
    // It is owned and not there any more.
    if (inside === undefined) return []
    const field = element.startsWith('f:')
      ? `${path === '' ? '' : `${path}.`}${element.slice(2)}`
      : `${path}${item(element)}`
    const deeper = '.' in below && element.startsWith('k:') ? [] : differencesOf(below, inside, field)
    return deeper.length > 0 ? deeper : [{ field, before: shown(field, inside), after: '(removed)' }]
  })
}

/** `k:{"containerPort":80,"protocol":"TCP"}` → `[80]`. */
function item(element: string): string {
  const key = JSON.parse(element.slice(2)) as Json
  const first: Json | undefined = typeof key === 'object' && key !== null ? Object.values(key)[0] : key
  return `[${typeof first === 'string' ? first : JSON.stringify(first)}]`
}

/** Words of a hand may be secret anywhere, and the redactor does not know them: only numbers and switches are told. */
function shown(field: string, value: Json): string {
  const plain = typeof value === 'number' || typeof value === 'boolean'
  return plain && !mayBeSecret(field) ? String(value) : '(added by hand)'
}

/** Entries of another version of the API name other fields. */
function isByHand({ apiVersion }: KubeObject, entry: ManagedFields): boolean {
  const { manager = '', operation, subresource = '' } = entry
  return operation === 'Update' && subresource === '' && entry.apiVersion === apiVersion && isHand(manager)
}

function isOurs({ manager, operation, subresource = '' }: ManagedFields): boolean {
  return manager === fieldManager && operation === 'Apply' && subresource === ''
}

const entriesOf = ({ metadata }: KubeObject) => metadata.managedFields ?? []

/** The API's own form of it. */
const fieldsOf = ({ fieldsV1 = {} }: ManagedFields) => fieldsV1 as FieldSet
