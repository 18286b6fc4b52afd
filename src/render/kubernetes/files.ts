import type { BundleFile } from '../../model/bundle.ts'
import { type BundleObject, objectLabels } from '../../model/kubernetes.ts'
import type { ComponentPlan, Plan } from '../../model/plan.ts'
import type { JsonObject } from '../../model/stack.ts'
import { kustomizationTitle, objectsTitle } from '../written.ts'
import { objectAt, textOf } from './json.ts'
import type { NamedObject } from './name-objects.ts'
import { renameReferences } from './references.ts'
import { writeYaml } from './write-yaml.ts'

export interface FilesInput {
  readonly plan: Plan
  readonly objects: readonly NamedObject[]
  readonly pluginsConfig: string
  /** For Argo CD, Flux or `kubectl apply -k`: fixed names, and Secrets that are made elsewhere. */
  readonly gitops: boolean
}

/** What `generate -o` writes: one file for each component, no Secret among them. */
export function writeFiles({ plan, objects, pluginsConfig, gitops }: FilesInput): readonly BundleFile[] {
  const shown = gitops ? fixNames(objects) : objects.map(({ object }) => object)
  const components = [...plan.infrastructure, ...plan.plugins, plan.gateway]
  const named = new Set(components.map(({ name }) => name))
  const files = [
    { path: 'namespace.yaml', objects: shown.filter(({ kind }) => kind === 'Namespace') },
    {
      path: 'stack.yaml',
      objects: shown.filter(({ kind, component }) => kind !== 'Namespace' && !named.has(component)),
    },
    ...components.map((component) => ({
      path: fileOf(component),
      objects: shown.filter((object) => object.component === component.name),
    })),
  ].filter((file) => file.objects.length > 0)
  const written = files.map((file) => ({ path: file.path, text: writeFile(file.objects, gitops) }))
  // A file of secrets alone is a comment: kubectl refuses it.
  const resources = files.filter((file) => file.objects.some(isShown)).map(({ path }) => path)
  return [
    { path: 'plugins-config.yaml', text: pluginsConfig },
    ...written,
    ...(gitops ? [{ path: 'kustomization.yaml', text: writeKustomization(plan, resources) }] : []),
  ]
}

/** The names of the feature request: `plugin-<dns name>-deployment.yaml`. */
function fileOf({ name, role, service }: ComponentPlan): string {
  if (role === 'plugin') return `plugin-${name.toLowerCase().replaceAll('_', '-')}-deployment.yaml`
  return role === 'postgres' ? `${service}-statefulset.yaml` : `${role}-deployment.yaml`
}

function isShown({ kind }: BundleObject): boolean {
  return kind !== 'Secret'
}

function writeFile(objects: readonly BundleObject[], gitops: boolean): string {
  const secrets = objects.filter((object) => !isShown(object))
  const documents = objects.filter(isShown).map(({ manifest }) => `---\n${writeYaml(manifest)}`)
  return `${objectsTitle}\n${secrets.map((secret) => describeSecret(secret, gitops)).join('')}${documents.join('')}`
}

/** What must be there beside the file. */
function describeSecret({ name, manifest, data = {} }: BundleObject, gitops: boolean): string {
  const who = gitops ? 'to be there before' : 'which `mcp-deploy deploy` makes'
  return `# Needs Secret ${name} (${textOf(manifest['type'])}: ${Object.keys(data).sort().join(', ')}), ${who}.\n`
}

/** Names without hashes, as somebody writes them who keeps them in a repository. The pods' hash label still rolls them. */
function fixNames(objects: readonly NamedObject[]): readonly BundleObject[] {
  const logical = new Map(objects.map(({ object, logicalName }) => [`${object.kind}/${object.name}`, logicalName]))
  return objects.map(({ object, logicalName }) => {
    const { kind, contentNamed } = object
    const manifest = withoutHash(renameReferences(object.manifest, kind, logical))
    if (!contentNamed) return { ...object, manifest }
    const { immutable: _immutable, ...rest } = manifest
    return {
      ...object,
      name: logicalName,
      manifest: { ...rest, metadata: { ...objectAt(rest, 'metadata'), name: logicalName } },
    }
  })
}

function withoutHash(manifest: JsonObject): JsonObject {
  const { annotations: _annotations, ...metadata } = objectAt(manifest, 'metadata')
  const { [objectLabels.hash]: _hash, ...annotations } = objectAt(manifest, 'metadata', 'annotations')
  return { ...manifest, metadata: { ...metadata, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) } }
}

function writeKustomization(plan: Plan, resources: readonly string[]): string {
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: plan.stack.namespace,
    resources,
  }
  return `${kustomizationTitle}\n${writeYaml(kustomization)}`
}
