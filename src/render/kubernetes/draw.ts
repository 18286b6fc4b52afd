import { StackError } from '../../errors.ts'
import { objectKey, objectLabels, type SecretValues, type UnnamedObject } from '../../model/kubernetes.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { openTemplates } from '../compile.ts'
import { kubernetesDialect } from '../scalar.ts'
import type { Templates } from '../templates.ts'
import { isObject, objectAt } from './json.ts'

/** What an object is beside its text. */
export interface Sketch {
  /** `deployment`: the template without `.yaml.hbs`. */
  readonly template: string
  readonly apiVersion: string
  readonly kind: string
  readonly component: string
  readonly wave: number
  readonly contentNamed?: boolean
  readonly values?: SecretValues
  readonly view: View
}

/** What the template sees; `namespace` is absent for what is in none. */
export type View = Readonly<Record<string, unknown>> & { readonly name: string; readonly namespace?: string }

/**
 * Draws objects from their templates and reads them back: an override, or a value that broke out of its place, shows here.
 *
 * @throws StackError RENDER_INVALID for text that is no YAML, another identity than planned, or one that is there twice.
 */
export async function drawObjects(
  templates: Templates,
  stack: string,
  sketches: readonly Sketch[],
): Promise<readonly UnnamedObject[]> {
  const [render, { load }] = await Promise.all([openTemplates(templates, kubernetesDialect), import('js-yaml')])
  const objects = sketches.map((sketch): UnnamedObject => {
    const { template, view, apiVersion, kind, component, wave, contentNamed = false, values } = sketch
    const text = render(`${template}.yaml.hbs`, view)
    const manifest = readManifest(template, () => load(text, { maxAliases: 0 }))
    checkIdentity(sketch, stack, manifest)
    return {
      apiVersion,
      kind,
      name: view.name,
      component,
      wave,
      contentNamed,
      manifest,
      ...(values === undefined ? {} : { values }),
    }
  })
  refuseTwins(objects)
  return objects
}

/** YAML 1.2's core gives nothing but JSON. */
function readManifest(template: string, read: () => unknown): JsonObject {
  try {
    const found = read()
    if (isObject(found)) return found
  } catch (error) {
    // The lines after the first quote the text.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
    throw invalid(template, `the text is not YAML: ${message}`, error)
  }
  throw invalid(template, 'a mapping was expected')
}

function checkIdentity({ template, apiVersion, kind, view }: Sketch, stack: string, manifest: JsonObject): void {
  const { name, namespace } = objectAt(manifest, 'metadata')
  const label = objectAt(manifest, 'metadata', 'labels')[objectLabels.stack]
  const pairs: readonly (readonly [string, Json | undefined, string | undefined])[] = [
    ['apiVersion', manifest['apiVersion'], apiVersion],
    ['kind', manifest['kind'], kind],
    ['metadata.name', name, view.name],
    ['metadata.namespace', namespace, view.namespace],
    [`the label ${objectLabels.stack}`, label, stack],
  ]
  const wrong = pairs.find(([, found, wanted]) => found !== wanted)
  if (wrong === undefined) return
  const [what, found, wanted] = wrong
  throw invalid(template, `${what} of ${kind} ${view.name} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`)
}

function refuseTwins(objects: readonly UnnamedObject[]): void {
  const seen = new Set<string>()
  for (const object of objects) {
    const key = objectKey(object)
    if (seen.has(key)) {
      throw new StackError({ code: 'RENDER_INVALID', message: `two objects would be ${object.kind}/${object.name}` })
    }
    seen.add(key)
  }
}

function invalid(template: string, message: string, cause?: unknown): StackError {
  return new StackError({
    code: 'RENDER_INVALID',
    message: `${template}.yaml.hbs: ${message}`,
    hint: 'If you override templates with templates_dir, correct yours; else this is our bug: please report it',
    cause,
  })
}
