import { join } from 'node:path'
import type { BuildContext, BuildJob, ImageBuilder } from '../../model/image.ts'
import type { Command } from '../../model/io.ts'
import type { CachePlace } from '../../model/layer-cache.ts'
import { argumentFlags } from '../build-arguments.ts'
import { buildEach, imageMissing } from '../build-each.ts'
import { readContainerfile } from '../containerfile.ts'
import { prepareContainerfile } from '../containerfile-copy.ts'
import { engineCommand, isPodman } from '../detect-engine.ts'
import { inspectImage } from '../engine-store.ts'
import { isLoopback, nameOf, parseReference } from '../image-reference.ts'

/** `podman build`, and buildah beneath it. Builds for the engine's platform only. */
export const podman: ImageBuilder = {
  name: 'podman',

  available: ({ engine }) => Promise.resolve(isPodman(engine.program)),

  build: (jobs, context) =>
    buildEach(jobs, context, async (job, step) => {
      const { engine, io } = context
      const containerfile = await prepareContainerfile(job, io, qualify)
      const { bases } = readContainerfile(await io.files.read(containerfile), job.buildArgs)
      await step(podmanBuildCommand(job, context, containerfile, bases))

      const [tag = ''] = job.tags
      if (!job.push) {
        const stored = await inspectImage(engine, tag, io)
        if (stored === undefined) throw imageMissing(tag)
        return stored.id
      }
      const digestFile = join(await io.files.temporaryFolder('podman'), 'digest')
      for (const one of job.tags) await step(podmanPushCommand(engine, one, digestFile))
      return `${nameOf(tag)}@${(await io.files.read(digestFile)).trim()}`
    }),
}

/** `podman build` in Docker's image format: OCI's own has no HEALTHCHECK. */
export function podmanBuildCommand(
  job: BuildJob,
  {
    engine,
    cache,
    io,
  }: Pick<BuildContext, 'engine' | 'cache'> & { readonly io: Pick<BuildContext['io'], 'environment'> },
  containerfile: string,
  bases: readonly string[],
): Command {
  const { flags, env } = argumentFlags(job, io.environment)
  return {
    ...engineCommand(engine, [
      'build',
      '--format=docker',
      // The one label podman adds by itself.
      '--identity-label=false',
      ...(bases.length > 0 && bases.every(isPlain) ? ['--tls-verify=false'] : []),
      `--file=${containerfile}`,
      ...job.tags.map((tag) => `--tag=${tag}`),
      ...Object.entries(job.labels).map(([name, value]) => `--label=${name}=${value}`),
      ...flags,
      ...(job.target === undefined ? [] : [`--target=${job.target}`]),
      ...(cache ? layerFlags(job) : ['--no-cache']),
      join(job.folder, job.context),
    ]),
    env,
  }
}

/** `podman push`; the registry's digest of the manifest is written to a file, for nothing else tells it. */
export function podmanPushCommand(engine: BuildContext['engine'], tag: string, digestFile: string): Command {
  const plain = isPlain(tag) ? ['--tls-verify=false'] : []
  return engineCommand(engine, ['push', `--digestfile=${digestFile}`, ...plain, tag])
}

/** podman's own form: a tag for each layer in a repository that is named without a tag. */
function layerFlags({ layers }: BuildJob): readonly string[] {
  const flag = (name: string, place: CachePlace | undefined) =>
    place?.type === 'registry' ? [`--${name}=${nameOf(place.ref)}`] : []
  const flags = [...flag('cache-from', layers?.from), ...flag('cache-to', layers?.to)]
  return flags.length === 0 ? [] : ['--layers', ...flags]
}

/** Registries on this machine speak plain HTTP; Docker knows that, podman has to be told. */
function isPlain(reference: string): boolean {
  return isLoopback(parseReference(reference)?.registry ?? '')
}

/** Docker's meaning of a short name, whatever podman's own search list says. */
function qualify(reference: string): string {
  const parsed = parseReference(reference)
  if (parsed?.registry !== 'docker.io' || reference.startsWith('docker.io/')) return reference
  const tag = parsed.digest === undefined ? `:${parsed.tag ?? 'latest'}` : `@${parsed.digest}`
  return `docker.io/${parsed.path}${tag}`
}
