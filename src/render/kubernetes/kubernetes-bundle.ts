import { StackError } from '../../errors.ts'
import type { Bundle, BundleFile } from '../../model/bundle.ts'
import type { Certificate, CertificateState } from '../../model/certificate.ts'
import type { Image } from '../../model/image.ts'
import type { UnnamedObject } from '../../model/kubernetes.ts'
import { isPending, type Maybe, type Pending } from '../../model/pending.ts'
import type { ComponentPlan, Plan } from '../../model/plan.ts'

import { chooseTemplate } from '../compile.ts'
import { groupBy } from '../group-by.ts'
import { renderPluginsConfig } from '../plugins-config.ts'
import type { RenderInput } from '../render-bundle.ts'
import { numberVariables, type VariableUse } from '../variables.ts'
import { checkTexts } from './check-texts.ts'
import { describeComponents } from './describe.ts'
import { drawObjects } from './draw.ts'
import { readExtraManifests } from './extra-manifests.ts'
import { writeFiles } from './files.ts'
import { shortHash } from './json.ts'
import { nameObjects } from './name-objects.ts'
import { applyPatches } from './patches.ts'
import { checkReferenced, digestReferenced, type ReferencedUse, splitReferenced } from './referenced-keys.ts'
import { sketchComponent } from './sketch-component.ts'
import { sketchExpose, sketchStack } from './sketch-stack.ts'
import { withSlotUrls } from './slots.ts'

/** The Kubernetes bundle: objects before and after their contents name them, and the files that people read. */
export async function renderKubernetes(input: RenderInput): Promise<Bundle> {
  const plan = planForSlots(input)
  const components = [...plan.infrastructure, ...plan.plugins, plan.gateway]
  const uses = numberVariables(components)
  const images = new Map(input.images.map((image) => [image.component, image]))
  const pluginsConfig = await renderPluginsConfig(plan, input.templates)
  const { own, referenced } = splitReferenced(uses, input.reference)
  const unnamed = await makeUnnamed(input, plan, { components, uses: own, referenced, images, pluginsConfig })

  const named = nameObjects(unnamed, {
    ...(input.gitops === true ? madeElsewhere : readSources(input)),
    referenced: input.gitops === true ? new Map() : digestReferenced(referenced, input.digest),
    images: pendingImages(input.images),
    slotOf: input.slotOf,
  })
  const objects = named.map(({ object }) => object)
  checkTexts(objects, uses)
  const config = objects.find(
    ({ component, manifest }) => component === plan.gateway.name && isConfig(manifest['data']),
  )
  // Of no use to a deploy, and a quarter of its rendering: made when somebody asks.
  let files: readonly BundleFile[] | undefined
  const makeFiles = () =>
    writeFiles({
      plan,
      objects: named,
      pluginsConfig: isConfig(config?.manifest['data']) ? config.manifest['data']['plugins.yaml'] : pluginsConfig,
      gitops: input.gitops === true,
    })
  const facts = components.map((component) => {
    const { name, role, replicas } = component
    const { reference, tag, revision } = imageOf(images, component)
    return { name, role, replicas, image: reference, tag, revision }
  })
  return {
    target: 'kubernetes',
    get files() {
      files ??= makeFiles()
      return files
    },
    components: describeComponents(facts, named),
    contents: [],
    variables: {},
    kubernetes: { objects, unnamed },
  }
}

/** A repository holds one revision: there is nobody to remove the old one. */
function planForSlots({ plan, gitops }: RenderInput): Plan {
  return gitops === true ? { ...plan, deploy: { ...plan.deploy, rolling: 'in_place' } } : withSlotUrls(plan)
}

interface Parts {
  readonly components: readonly ComponentPlan[]
  readonly uses: readonly VariableUse[]
  readonly referenced: readonly ReferencedUse[]
  readonly images: ReadonlyMap<string, Image>
  readonly pluginsConfig: string
}

async function makeUnnamed(
  { templates, gitops, namespaceExists = true }: RenderInput,
  plan: Plan,
  { components, uses, referenced, images, pluginsConfig }: Parts,
): Promise<readonly UnnamedObject[]> {
  const usesOf = groupBy(uses, ({ component }) => component)
  const referencedBy = groupBy(referenced, ({ component }) => component)
  const sketches = [
    // In a repository `create_namespace` alone decides: one that goes with the next `generate` would be pruned, with all in it.
    ...sketchStack({
      plan,
      namespaceExists: namespaceExists && gitops !== true,
      shim: chooseTemplate(templates, 'sitecustomize.py').text,
    }),
    ...components.flatMap((component) =>
      sketchComponent({
        plan,
        component,
        image: imageText(imageOf(images, component)),
        uses: usesOf.get(component.name) ?? [],
        referenced: referencedBy.get(component.name) ?? [],
        ...(component.role === 'gateway' ? { pluginsConfig } : {}),
      }),
    ),
    ...sketchExpose(plan),
  ]
  const drawn = await drawObjects(templates, plan.stack.name, sketches)
  checkReferenced(referenced, drawn)
  const patched = applyPatches(drawn, plan.config.patches)
  return [...patched, ...(await readExtraManifests(plan, patched))]
}

/** In a repository, values and certificates are no business of ours: a change of them must not change a file. */
const madeElsewhere = {
  digest: () => 'elsewhere',
  certificate: (): Pending => ({ pending: 'certificate', key: 'elsewhere' }),
  marksCertificates: false,
}

function readSources({ digest, certificates }: RenderInput) {
  const states = new Map(certificates.map((state) => [state.request.component, state]))
  return { digest, certificate: (component: string) => certificateOf(component, states.get(component)) }
}

/** One that is not issued yet is known by what was asked for. */
function certificateOf(component: string, state: CertificateState | undefined): Maybe<Certificate> {
  return state?.certificate ?? { pending: 'certificate', key: shortHash(state?.request ?? component, 12) }
}

/** No node can pull an engine's own image id: then, and while it is not built, the tag. */
function imageText({ reference, tag }: Image): string {
  return isPending(reference) || reference.startsWith('sha256:') ? tag : reference
}

function pendingImages(images: readonly Image[]): ReadonlyMap<string, Pending> {
  return new Map(images.flatMap(({ component, reference }) => (isPending(reference) ? [[component, reference]] : [])))
}

/** @throws StackError RENDER_INVALID: our bug, the build stage answers for every component of the plan. */
function imageOf(images: ReadonlyMap<string, Image>, component: ComponentPlan): Image {
  const image = images.get(component.name)
  if (image !== undefined) return image
  throw new StackError({ code: 'RENDER_INVALID', message: `there is no image for ${component.name}` })
}

function isConfig(data: unknown): data is { readonly 'plugins.yaml': string } {
  return typeof data === 'object' && data !== null && 'plugins.yaml' in data && typeof data['plugins.yaml'] === 'string'
}
