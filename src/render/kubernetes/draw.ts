import { StackError } from '../../errors.ts'
import { objectKey, objectLabels, type SecretValues, type UnnamedObject } from '../../model/kubernetes.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import type { Templates } from '../templates.ts'
import { invalid, openForms } from './form.ts'
import { objectAt } from './json.ts'

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
 * Draws objects from their templates and compares them with what was planned: an override that went wrong shows here.
 *
 * @throws StackError RENDER_INVALID for text that is no YAML, another identity than planned, or one that is there twice.
 */
export async function drawObjects(
  templates: Templates,
  stack: string,
  sketches: readonly Sketch[],
): Promise<readonly UnnamedObject[]> {
  const form = await openForms(templates)
  const objects = sketches.map((sketch): UnnamedObject => {
    const { template, view, apiVersion, kind, component, wave, contentNamed = false, values } = sketch
    const manifest = form(template, view)
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
