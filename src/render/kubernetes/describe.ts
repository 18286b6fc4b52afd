import type { BundleComponent } from '../../model/bundle.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import type { Maybe } from '../../model/pending.ts'
import type { Role } from '../../model/plan.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { groupBy } from '../group-by.ts'
import { type Field, readableFields, readableText } from '../readable-fields.ts'
import { isObject, listAt, objectAt, podTemplatePath, textOf } from './json.ts'
import { type NamedObject, pluginsAnnotation, templateOf } from './name-objects.ts'
import { referencedAnnotation } from './referenced-keys.ts'
import { listReferences } from './references.ts'
import { waves } from './sketch-component.ts'

/** What a component is beside its objects. */
export interface ComponentFacts {
  readonly name: string
  readonly role: Role
  readonly image: Maybe<string>
  readonly tag: string
  readonly revision?: string | undefined
  /** Where an autoscaler decides: what the configuration says. */
  readonly replicas: number
}

/** Makes every component's report from the final objects, so that patches and overridden templates count too. */
export function describeComponents(
  facts: readonly ComponentFacts[],
  named: readonly NamedObject[],
): readonly BundleComponent[] {
  const byKey = new Map(named.map((entry) => [`${entry.object.kind}/${entry.object.name}`, entry]))
  const byComponent = groupBy(named, ({ object }) => object.component)
  return facts.flatMap((fact) => {
    const own = byComponent.get(fact.name) ?? []
    const workload = own.find(({ object }) => podTemplatePath(object.kind) !== undefined)
    return workload === undefined ? [] : [describe(fact, workload, own, byKey)]
  })
}

function describe(
  fact: ComponentFacts,
  { object }: NamedObject,
  own: readonly NamedObject[],
  byKey: ReadonlyMap<string, NamedObject>,
): BundleComponent {
  const { name, role, image, tag, revision } = fact
  const template = templateOf(object.manifest, object.kind)
  const replicas = objectAt(object.manifest, 'spec')['replicas']
  const contents = listReferences(template).flatMap((reference) => byKey.get(reference) ?? [])
  // Only what differs is asked for them, and most runs change little.
  let fields: BundleComponent['fields'] | undefined
  return {
    name,
    role,
    service: object.name,
    wave: waves[role],
    image,
    tag,
    ...(revision === undefined ? {} : { revision }),
    replicas: typeof replicas === 'number' ? replicas : fact.replicas,
    hash: textOf(objectAt(template, 'metadata', 'labels')[objectLabels.hash]),
    get fields() {
      fields ??= describeFields(object.manifest, template, own, byKey)
      return fields
    },
    contents: contents.map((entry) => entry.object.name),
    pending: object.pending,
  }
}

function describeFields(
  manifest: JsonObject,
  template: JsonObject,
  own: readonly NamedObject[],
  byKey: ReadonlyMap<string, NamedObject>,
): BundleComponent['fields'] {
  const services = own.filter(({ object }) => object.kind === 'Service')
  const fields = [
    ...describeWorkload(manifest),
    ...describePod(template, byKey),
    ...services.flatMap(({ object }) => describeService(object.manifest)),
  ]
  return Object.fromEntries(fields.filter(isTelling).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What every component has: it is left out of reports and of the history, until a patch or an override makes it differ. */
const usual: Readonly<Record<string, string>> = {
  'livenessProbe.failureThreshold': '6',
  'livenessProbe.periodSeconds': '10',
  'livenessProbe.timeoutSeconds': '5',
  'persistentVolumeClaimRetentionPolicy.whenDeleted': 'Retain',
  'persistentVolumeClaimRetentionPolicy.whenScaled': 'Retain',
  'pod.automountServiceAccountToken': 'false',
  'pod.enableServiceLinks': 'false',
  'pod.securityContext.runAsNonRoot': 'true',
  'pod.securityContext.seccompProfile.type': 'RuntimeDefault',
  'pod.serviceAccountName': 'mcp-stack',
  'pod.terminationGracePeriodSeconds': '30',
  'readinessProbe.failureThreshold': '3',
  'readinessProbe.periodSeconds': '5',
  'readinessProbe.timeoutSeconds': '5',
  revisionHistoryLimit: '2',
  'securityContext.allowPrivilegeEscalation': 'false',
  'securityContext.capabilities.drop': 'ALL',
  'startupProbe.failureThreshold': '100',
  'startupProbe.periodSeconds': '3',
  'startupProbe.timeoutSeconds': '5',
  'strategy.rollingUpdate.maxSurge': '1',
  'strategy.rollingUpdate.maxUnavailable': '0',
  'strategy.type': 'RollingUpdate',
}

function isTelling([name, text]: Field): boolean {
  // Our labels follow from the component's name and role, which its hash covers.
  return usual[name] !== text && !/^pod\.(?:labels|annotations)\.(?:app\.kubernetes\.io|mcp-stack\.dev)\//.test(name)
}

/** What is in no pod: a change of it rolls nothing. */
function describeWorkload(manifest: JsonObject): readonly Field[] {
  const { template: _template, selector: _selector, volumeClaimTemplates, ...rest } = objectAt(manifest, 'spec')
  const claims = listAt(volumeClaimTemplates).map((claim) => {
    return [`storage ${textOf(objectAt(claim, 'metadata')['name'])}`, readableText(objectAt(claim, 'spec'))] as const
  })
  return [...Object.entries(rest).flatMap(([key, value]) => readableFields(key, value)), ...claims]
}

function describeService(manifest: JsonObject): readonly Field[] {
  const { selector: _selector, ports, ...rest } = objectAt(manifest, 'spec')
  const [port] = listAt(ports)
  const { port: number = null, appProtocol } = objectAt(port)
  const shown = { ...rest, port: number, ...(appProtocol === undefined ? {} : { appProtocol }) }
  return Object.entries(shown).flatMap(([key, value]) => readableFields(`service.${key}`, value))
}

function describePod(template: JsonObject, byKey: ReadonlyMap<string, NamedObject>): readonly Field[] {
  const { containers, volumes, ...rest } = objectAt(template, 'spec')
  const [main, ...others] = listAt(containers)
  const { env, envFrom, volumeMounts, resources, name: _name, ...container } = objectAt(main)
  const {
    [objectLabels.hash]: _hash,
    [objectLabels.revision]: _slot,
    ...labels
  } = objectAt(template, 'metadata', 'labels')
  const {
    [pluginsAnnotation]: plugins,
    [objectLabels.certificate]: certificate,
    [referencedAnnotation]: referenced,
    ...annotations
  } = objectAt(template, 'metadata', 'annotations')
  return [
    ...Object.entries(container).flatMap(([key, value]) => readableFields(key, value)),
    ...(resources === undefined ? [] : readableFields('resources', resources)),
    ...Object.entries({ ...rest, labels, annotations }).flatMap(([key, value]) => readableFields(`pod.${key}`, value)),
    ...others.flatMap((other) => readableFields(`container ${textOf(objectAt(other)['name'])}`, other)),
    ...listAt(envFrom).flatMap((source) => describeEnv(source, byKey)),
    ...listAt(env).map((entry) => describeVariable(objectAt(entry))),
    ...describeMounts(listAt(volumeMounts), listAt(volumes), byKey),
    ...(certificate === undefined ? [] : [['certificates', readableText(certificate)] as const]),
    ...(plugins === undefined ? [] : [['plugins', readableText(plugins)] as const]),
    ...(referenced === undefined ? [] : [['existing secrets', `secret:${readableText(referenced)}`] as const]),
  ]
}

/** Each variable of what is ours; the name of what is the user's. */
function describeEnv(source: Json, byKey: ReadonlyMap<string, NamedObject>): readonly Field[] {
  const map = objectAt(source, 'configMapRef')['name']
  const secret = objectAt(source, 'secretRef')['name']
  const entry = byKey.get(map === undefined ? `Secret/${textOf(secret)}` : `ConfigMap/${textOf(map)}`)
  if (entry === undefined) return [[`env from ${textOf(map ?? secret)}`, readableText(source)]]
  const shown = map === undefined ? entry.content.digests : objectAt(entry.object.manifest, 'data')
  return Object.entries(shown).map(([name, value]): Field => [`env.${name}`, readableText(value)])
}

function describeVariable({ name, value, ...rest }: JsonObject): Field {
  const { name: secret, key } = objectAt(rest, 'valueFrom', 'secretKeyRef')
  if (secret !== undefined) return [`env.${textOf(name)}`, `kubernetes:${textOf(secret)}#${textOf(key)}`]
  return [`env.${textOf(name)}`, readableText(value ?? rest)]
}

/** What a person calls the files that are mounted there, and their content's hash; other mounts by their path. */
function describeMounts(
  mounts: readonly Json[],
  volumes: readonly Json[],
  byKey: ReadonlyMap<string, NamedObject>,
): readonly Field[] {
  const sources = new Map(volumes.map((volume) => [objectAt(volume)['name'], volume]))
  return mounts.map((mount): Field => {
    const { name, mountPath, ...rest } = objectAt(mount)
    const { name: _name, ...source } = objectAt(sources.get(name))
    const config = objectAt(source, 'configMap')['name']
    const secret = objectAt(source, 'secret')['secretName']
    const ours = byKey.get(config === undefined ? `Secret/${textOf(secret)}` : `ConfigMap/${textOf(config)}`)
    if (ours === undefined) return [`mount ${textOf(mountPath)}`, describeSource({ ...source, ...rest })]
    return [contentField(ours.logicalName), ours.object.name.slice(ours.logicalName.length + 1)]
  })
}

function contentField(name: string): string {
  if (name.endsWith('-certs')) return 'certificates'
  if (name.endsWith('-config')) return 'plugins-config.yaml'
  return name.endsWith('-shim') ? 'runtime shim' : name
}

function describeSource(source: JsonObject): string {
  return Object.entries(source)
    .map(([key, value]) => (isObject(value) && Object.keys(value).length === 0 ? key : `${key} ${readableText(value)}`))
    .join(' ')
}
