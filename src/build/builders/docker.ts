import { join } from 'node:path'
import type { BuildContext, BuildJob, ImageBuilder } from '../../model/image.ts'
import type { Command } from '../../model/io.ts'
import { argumentFlags } from '../build-arguments.ts'
import { buildEach, imageMissing } from '../build-each.ts'
import { prepareContainerfile } from '../containerfile-copy.ts'
import { engineCommand, isPodman } from '../detect-engine.ts'
import { inspectImage } from '../engine-store.ts'
import { nameOf } from '../image-reference.ts'

/** Docker's own builder, for a docker command that has no buildx. Builds for the engine's platform only. */
export const docker: ImageBuilder = {
  name: 'docker',

  available: ({ engine }) => Promise.resolve(!isPodman(engine.program)),

  build: (jobs, context) =>
    buildEach(jobs, context, async (job, step) => {
      const { engine, io } = context
      await step(dockerBuildCommand(job, context, await prepareContainerfile(job, io)))
      if (job.push) for (const tag of job.tags) await step(engineCommand(engine, ['push', tag]))

      const [tag = ''] = job.tags
      const stored = await inspectImage(engine, tag, io)
      if (stored === undefined) throw imageMissing(tag)
      if (!job.push) return stored.id
      const pushed = stored.repoDigests.find((reference) => nameOf(reference) === nameOf(tag))
      if (pushed === undefined) throw imageMissing(tag)
      return pushed
    }),
}

/** `docker build`; the values of build arguments travel in the environment. */
export function dockerBuildCommand(
  job: BuildJob,
  {
    engine,
    cache,
    io,
  }: Pick<BuildContext, 'engine' | 'cache'> & { readonly io: Pick<BuildContext['io'], 'environment'> },
  containerfile: string,
): Command {
  const { flags, env } = argumentFlags(job, io.environment)
  return {
    ...engineCommand(engine, [
      'build',
      `--file=${containerfile}`,
      ...job.tags.map((tag) => `--tag=${tag}`),
      ...Object.entries(job.labels).map(([name, value]) => `--label=${name}=${value}`),
      ...flags,
      ...(job.target === undefined ? [] : [`--target=${job.target}`]),
      ...(cache ? [] : ['--no-cache']),
      join(job.folder, job.context),
    ]),
    // Without buildx a newer client refuses to build at all unless told to use the engine's own builder.
    env: { ...env, DOCKER_BUILDKIT: '0' },
  }
}
