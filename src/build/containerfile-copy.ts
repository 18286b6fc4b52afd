import { basename, join } from 'node:path'
import type { BuildJob } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import { replaceBases } from './containerfile.ts'

/**
 * The Containerfile to build from: the source's own, or a copy in which the base images are replaced. One way for
 * every builder: named contexts would need a newer BuildKit than many engines carry, and the others have none.
 *
 * @param spell  How this builder wants a base image written.
 * @returns an absolute path.
 */
export async function prepareContainerfile(
  job: BuildJob,
  io: Io,
  spell: (reference: string) => string = (reference) => reference,
): Promise<string> {
  const original = join(job.folder, job.containerfile)
  const text = await io.files.read(original)
  const replaced = replaceBases(text, job.buildArgs, (reference) => spell(job.baseImages[reference] ?? reference))
  if (replaced === text) return original

  const copy = join(await io.files.temporaryFolder('containerfile'), basename(original))
  await io.files.write(copy, replaced, 0o600)
  // BuildKit looks for it beside the Containerfile it is given.
  const ignore = `${original}.dockerignore`
  if (await io.files.exists(ignore)) await io.files.write(`${copy}.dockerignore`, await io.files.read(ignore), 0o600)
  return copy
}
