import type { Bundle } from '../../../src/model/bundle.ts'
import type { BundleObject } from '../../../src/model/kubernetes.ts'
import type { Json, JsonObject, StackConfig } from '../../../src/model/stack.ts'
import { planStack } from '../../../src/plan/plan-stack.ts'
import { type RenderInput, renderBundle } from '../../../src/render/render-bundle.ts'
import { loadTemplates } from '../../../src/render/templates.ts'
import { type StackChanges, stackConfig } from '../../plan/stack-config.ts'
import { files, renderInput } from '../render-input.ts'

export interface KubernetesChanges extends StackChanges {
  readonly networkPolicy?: StackConfig['networkPolicy']
  readonly extraManifests?: StackConfig['extraManifests']
  readonly certificates?: Partial<StackConfig['certificates']>
}

export function kubernetesConfig({
  certificates,
  networkPolicy,
  extraManifests,
  ...changes
}: KubernetesChanges): StackConfig {
  const config = stackConfig({ type: 'kubernetes', ...changes })
  return {
    ...config,
    certificates: { ...config.certificates, ...certificates },
    networkPolicy: networkPolicy ?? config.networkPolicy,
    extraManifests: extraManifests ?? config.extraManifests,
  }
}

export async function kubernetesInput(config: StackConfig, input: Partial<RenderInput> = {}): Promise<RenderInput> {
  const { templates } = await loadTemplates('kubernetes', undefined, { files })
  return renderInput(planStack(config), { templates, ...input })
}

export async function renderKubernetes(
  changes: KubernetesChanges = {},
  input: Partial<RenderInput> = {},
): Promise<Bundle> {
  return renderBundle(await kubernetesInput(kubernetesConfig(changes), input))
}

export function objectsOf(bundle: Bundle): readonly BundleObject[] {
  return bundle.kubernetes?.objects ?? []
}

/** The object that begins with this: `Deployment/mcpgateway`, `Secret/mcpgateway-env-`. */
export function find(bundle: Bundle, start: string): BundleObject {
  const found = objectsOf(bundle).filter(({ kind, name }) => `${kind}/${name}` === start)
  const [object, ...more] =
    found.length > 0 ? found : objectsOf(bundle).filter(({ kind, name }) => `${kind}/${name}`.startsWith(start))
  if (object === undefined || more.length > 0) {
    const there = objectsOf(bundle).map(({ kind, name }) => `${kind}/${name}`)
    throw new Error(`${start} is not there once: ${there.join(', ')}`)
  }
  return object
}

/** What is at `spec.template.spec.containers.0.image`. */
export function at(object: { readonly manifest: JsonObject }, path: string): Json | undefined {
  return path.split('.').reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)]
    return typeof value === 'object' && value !== null ? (value as JsonObject)[key] : undefined
  }, object.manifest)
}

/** Every object by key with its hash, and every component's hash: what a deploy compares. */
export function hashesOf(bundle: Bundle): Readonly<Record<string, string>> {
  return Object.fromEntries(objectsOf(bundle).map(({ key, hash }) => [key, hash]))
}
