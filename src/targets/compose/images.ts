import { StackError } from '../../errors.ts'
import type { Bundle, BundleComponent } from '../../model/bundle.ts'
import { isPending } from '../../model/pending.ts'
import type { ComponentFailure } from '../../model/target.ts'
import { lastLine, type Place, runEngine } from './engine.ts'

/** An image that is on the engine. */
export interface PresentImage {
  readonly reference: string
  /** `Config.User`: `10001:10001`, `node`, or empty for root. */
  readonly user: string
}

export interface ImageNeed {
  readonly component: string
  readonly service: string
  readonly image: string
}

/** How many images are pulled at once. */
const parallelPulls = 4

/** Pulls what the bundle's components need and the engine does not have. @returns those whose image cannot be had. */
export async function fetchImages(place: Place, bundle: Bundle): Promise<readonly ComponentFailure[]> {
  return (await ensureImages(place, bundle.components.map(toNeed))).failures
}

/** A component's image, which is known by now. */
export function toNeed({ name, service, image }: BundleComponent): ImageNeed {
  if (isPending(image)) throw new StackError({ code: 'BUG', message: `${name} was to be applied before it was built` })
  return { component: name, service, image }
}

/** Looks images up on the engine and pulls those that are missing; answers for every need, by reference. */
export async function ensureImages(
  place: Place,
  needs: readonly ImageNeed[],
): Promise<{ readonly images: ReadonlyMap<string, PresentImage>; readonly failures: readonly ComponentFailure[] }> {
  const images = new Map<string, PresentImage>()
  const failures: ComponentFailure[] = []
  const queue = [...new Set(needs.map(({ image }) => image))]
  const work = async () => {
    for (let image = queue.shift(); image !== undefined; image = queue.shift()) {
      const found = (await inspectImage(place, image)) ?? (await pullImage(place, image))
      if (typeof found !== 'string') images.set(image, found)
      else for (const need of needs.filter((one) => one.image === image)) failures.push(missing(need, found))
    }
  }
  await Promise.all(Array.from({ length: parallelPulls }, work))
  return { images, failures }
}

async function inspectImage(place: Place, reference: string): Promise<PresentImage | undefined> {
  const result = await runEngine(place, ['image', 'inspect', '--format', '{{json .Config.User}}', reference])
  if (result.exitCode !== 0) return undefined
  const user = JSON.parse(result.stdout) as unknown
  return { reference, user: typeof user === 'string' ? user : '' }
}

/** @returns the image, or in words why there is none. */
async function pullImage(place: Place, reference: string): Promise<PresentImage | string> {
  if (reference.startsWith('sha256:')) return 'it was built on this engine and is not there any more'
  const task = place.io.progress.task(`image ${reference}`)
  const pulled = await runEngine(place, ['pull', '--quiet', reference])
  if (pulled.exitCode !== 0) {
    task.fail('could not be pulled')
    return lastLine(place, pulled.stderr)
  }
  task.done('pulled')
  return (await inspectImage(place, reference)) ?? 'it was pulled and is not there'
}

function missing(need: ImageNeed, why: string): ComponentFailure {
  return {
    component: need.component,
    service: need.service,
    reason: `image ${need.image} is missing: ${why}`,
    lastLog: [],
    hint: need.image.startsWith('sha256:')
      ? 'Build it again: mcp-deploy build'
      : `Look whether the name is right and this engine is logged in: docker pull ${need.image}`,
  }
}
