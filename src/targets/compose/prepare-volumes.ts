import { StackError } from '../../errors.ts'
import type { Bundle, BundleComponent, DataVolume } from '../../model/bundle.ts'
import { isPending } from '../../model/pending.ts'
import { toFilling } from './contents.ts'
import { askEngine, type Place } from './engine.ts'
import { type Filling, fillVolumes } from './fill-volumes.ts'
import { findOwner, type Owner } from './image-user.ts'
import type { PresentImage } from './images.ts'
import { composeLabels, labels } from './names.ts'
import { createVolume, listVolumes } from './volumes.ts'

/**
 * Makes and fills every volume that the changed components mount, each for the user of its component's image:
 * contents whole, and of data volumes the root folder's owner alone.
 */
export async function prepareVolumes(
  place: Place,
  bundle: Bundle,
  changed: readonly BundleComponent[],
  images: ReadonlyMap<string, PresentImage>,
): Promise<void> {
  const [contentVolumes, dataVolumes] = await Promise.all([
    listVolumes(place, [`${labels.stack}=${place.project}`]),
    listVolumes(place, [`${composeLabels.project}=${place.project}`]),
  ])
  const fillings: Filling[] = []
  for (const component of changed) {
    const contents = bundle.contents.filter(({ name }) => component.contents.includes(name))
    const data = (bundle.dataVolumes ?? []).filter(({ service }) => service === component.service)
    const owned = data.filter(({ ownedByComponent }) => ownedByComponent)
    const missing = contents.filter(({ name }) => !contentVolumes.includes(name))
    await Promise.all(missing.map(async ({ name }) => await createVolume(place, name, 'content')))
    for (const volume of owned) if (!dataVolumes.includes(volume.name)) await createDataVolume(place, volume)
    if (contents.length + owned.length === 0) continue
    const owner = await findOwner(place, imageOf(component, images))
    fillings.push(...contents.map((content) => toFilling(content, owner)), ...owned.map((one) => giveTo(one, owner)))
  }
  if (fillings.length > 0) await fillVolumes(place, fillings)
}

/** The root folder changes hands; what is in it stays as it is. */
function giveTo({ name }: DataVolume, owner: Owner): Filling {
  return { volume: name, entries: (folder) => [{ path: folder, mode: 0o700, ...owner }] }
}

/** With Compose's own labels, so that Compose takes it for its own. */
async function createDataVolume(place: Place, { name }: DataVolume): Promise<void> {
  const ours = [`${composeLabels.project}=${place.project}`, `${composeLabels.volume}=${name}`]
  await askEngine(place, ['volume', 'create', ...ours.flatMap((label) => ['--label', label]), name])
}

function imageOf({ name, image }: BundleComponent, images: ReadonlyMap<string, PresentImage>): PresentImage {
  const found = isPending(image) ? undefined : images.get(image)
  if (found !== undefined) return found
  throw new StackError({ code: 'BUG', message: `the image of ${name} was not looked up before its volumes` })
}
