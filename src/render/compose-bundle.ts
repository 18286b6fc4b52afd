import { StackError } from '../errors.ts'
import type { Bundle, BundleFile, Content, DataVolume } from '../model/bundle.ts'
import type { Image } from '../model/image.ts'
import type { ComponentPlan, Plan } from '../model/plan.ts'
import { readBack } from './check-compose.ts'
import { checkSecrets } from './check-secrets.ts'
import { chooseTemplate, renderTemplate } from './compile.ts'
import { describeComponent } from './component.ts'
import { hashMark, networkKey, ownNetwork, viewService } from './compose-service.ts'
import { makeContents } from './contents.ts'
import { groupBy } from './group-by.ts'
import { renderPluginsConfig } from './plugins-config.ts'
import type { RenderInput } from './render-bundle.ts'
import { composeDialect } from './scalar.ts'
import { numberVariables } from './variables.ts'

/** The Compose bundle: compose.yaml, plugins-config.yaml, the shim, and what each service is made of. */
export async function renderCompose(input: RenderInput): Promise<Bundle> {
  const { plan, templates } = input
  const components = [...plan.infrastructure, ...plan.plugins, plan.gateway]
  const pluginsConfig = await renderPluginsConfig(plan, templates)
  const shim = chooseTemplate(templates, 'sitecustomize.py').text
  const contents = makeContents(plan, input.certificates, { pluginsConfig, shim })
  const dataVolumes = components.flatMap((component) => listDataVolumes(plan, component))
  const uses = numberVariables(components)
  const usesOf = groupBy(uses, ({ component }) => component)
  const contentsOf = groupBy(contents, ({ component }) => component)
  const byName = new Map(components.map((component) => [component.name, component]))
  const images = new Map(input.images.map((image) => [image.component, image]))

  const services = components.map((component) =>
    viewService({
      plan,
      component,
      image: imageOf(images, component),
      contents: contentsOf.get(component.name) ?? [],
      uses: usesOf.get(component.name) ?? [],
      components: byName,
    }),
  )
  const networks = [
    { key: ownNetwork, name: `${plan.stack.name}_${ownNetwork}`, external: false },
    ...plan.config.deployment.networks.map((name, index) => ({ key: networkKey(index), name, external: true })),
  ]
  // Content volumes are the target's; data volumes are Compose's own, so `docker compose` alone would make them too.
  const volumes = [
    ...contents.map(({ name }) => ({ name, external: true })),
    ...dataVolumes.map(({ name }) => ({ name, external: false })),
  ]
  const view = { project: plan.stack.name, services, networks, volumes }
  const marked = await renderTemplate(templates, 'compose.yaml.hbs', view, composeDialect)

  const file = await readBack(marked, {
    project: plan.stack.name,
    services: components.map(({ service }) => service),
    networks: networks.map(({ key }) => key),
    volumes: volumes.map(({ name }) => name),
    variables: new Set(uses.map(({ variable }) => variable)),
  })
  const described = components.map((component) =>
    describeComponent({
      component,
      service: file.services[component.service] ?? {},
      image: imageOf(images, component),
      contents: contentsOf.get(component.name) ?? [],
      digests: new Map(
        (usesOf.get(component.name) ?? []).map(({ name, value }) => [
          name,
          input.digest(value, `${component.name}.${name}`),
        ]),
      ),
    }),
  )

  const hashes = new Map(described.map(({ service, hash }) => [hashMark(service), hash]))
  const compose = marked.replace(/mcps-hash-of-[a-z0-9-]+/g, (mark) => hashes.get(mark) ?? mark)
  const files = listFiles(compose, pluginsConfig, contents, shim)
  checkSecrets(files, uses)
  return {
    target: 'compose',
    files,
    components: described,
    contents,
    variables: Object.fromEntries(uses.map(({ variable, value }) => [variable, value])),
    dataVolumes,
  }
}

/** @throws StackError RENDER_INVALID: our bug, the build stage answers for every component of the plan. */
function imageOf(images: ReadonlyMap<string, Image>, component: ComponentPlan): Image {
  const image = images.get(component.name)
  if (image !== undefined) return image
  throw new StackError({ code: 'RENDER_INVALID', message: `there is no image for ${component.name}` })
}

function listDataVolumes(plan: Plan, component: ComponentPlan): readonly DataVolume[] {
  return Object.entries(component.dataPaths).map(([mountPath, name]) => ({
    name: `${plan.stack.name}_${name}`,
    component: component.name,
    service: component.service,
    mountPath,
    ownedByComponent: component.role !== 'postgres',
  }))
}

function listFiles(
  compose: string,
  pluginsConfig: string,
  contents: readonly Content[],
  shim: string,
): readonly BundleFile[] {
  const hasShim = contents.some(({ kind }) => kind === 'shim')
  return [
    { path: 'compose.yaml', text: compose },
    { path: 'plugins-config.yaml', text: pluginsConfig },
    ...(hasShim ? [{ path: 'shim/sitecustomize.py', text: shim }] : []),
  ]
}
