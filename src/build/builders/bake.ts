import { join } from 'node:path'
import type { BuildContext, BuildJob, ImageBuilder } from '../../model/image.ts'
import type { Command } from '../../model/io.ts'
import { buildArguments } from '../build-arguments.ts'
import { buildEach, imageMissing } from '../build-each.ts'
import { prepareContainerfile } from '../containerfile-copy.ts'
import { engineCommand, isPodman } from '../detect-engine.ts'
import { inspectImage } from '../engine-store.ts'
import { nameOf } from '../image-reference.ts'
import { cacheEntries } from '../layer-cache/bake-entries.ts'

/** The one target of our definitions. */
const targetName = 'image'

/**
 * BuildKit through `docker buildx bake`: one process per image, so each has its log and its end (decision 0002);
 * BuildKit itself builds what they share once.
 */
export const bake: ImageBuilder = {
  name: 'buildx',

  async available({ engine, io }) {
    if (isPodman(engine.program)) return false
    const { exitCode, stdout } = await io.run(engineCommand(engine, ['buildx', 'version']), {
      timeoutSeconds: 20,
      brief: true,
    })
    return exitCode === 0 && stdout.includes('buildx')
  },

  build: (jobs, context) =>
    buildEach(jobs, context, async (job, step) => {
      const { io } = context
      const containerfile = await prepareContainerfile(job, io)
      const metadata = join(await io.files.temporaryFolder('bake'), 'metadata.json')
      const definition = bakeDefinition(job, containerfile, buildArguments(job, io.environment))
      await step(bakeCommand(job, context, metadata, definition))

      const [tag = ''] = job.tags
      if (!job.push) {
        const stored = await inspectImage(context.engine, tag, io)
        if (stored === undefined) throw imageMissing(tag)
        return stored.id
      }
      const digest = readDigest(await io.files.read(metadata))
      if (digest === undefined) throw imageMissing(tag)
      return `${nameOf(tag)}@${digest}`
    }),
}

/** The command; everything that is the user's is in the definition on stdin. */
export function bakeCommand(
  job: BuildJob,
  context: Pick<BuildContext, 'engine' | 'cache' | 'builder' | 'cacheTokens'>,
  metadata: string,
  definition: object,
): Command {
  return {
    ...engineCommand(context.engine, [
      'buildx',
      'bake',
      '--file=-',
      '--progress=plain',
      `--metadata-file=${metadata}`,
      ...(context.builder === undefined ? [] : [`--builder=${context.builder}`]),
      ...(context.cache ? [] : ['--no-cache']),
      targetName,
    ]),
    cwd: job.folder,
    env: {
      ...context.cacheTokens,
      // Attestations hold times, which would give equal sources different digests.
      BUILDX_NO_DEFAULT_ATTESTATIONS: '1',
      BUILDX_GIT_INFO: 'false',
      // Asks before files outside the working folder are read; the definition is ours, and so is the copy it names.
      BUILDX_BAKE_ENTITLEMENTS_FS: '0',
    },
    stdin: JSON.stringify(definition),
  }
}

/** A bake file with one target. */
export function bakeDefinition(
  job: BuildJob,
  containerfile: string,
  buildArgs: Readonly<Record<string, string>>,
): { readonly target: Readonly<Record<string, object>> } {
  const layers = Object.entries(cacheEntries(job.layers)).map(([key, entries]) => [key, entries.map(escapeTemplate)])
  return {
    target: {
      [targetName]: {
        context: escapeTemplate(join(job.folder, job.context)),
        dockerfile: escapeTemplate(containerfile),
        tags: job.tags,
        args: mapValues(buildArgs, escapeTemplate),
        labels: mapValues(job.labels, escapeTemplate),
        output: [job.push ? 'type=registry' : 'type=docker'],
        ...(job.target === undefined ? {} : { target: escapeTemplate(job.target) }),
        ...(job.platforms.length === 0 ? {} : { platforms: job.platforms }),
        ...Object.fromEntries(layers),
      },
    },
  }
}

/** bake reads strings as HCL templates: without this a value could read our environment. */
function escapeTemplate(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{')
}

function mapValues(record: Readonly<Record<string, string>>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]))
}

function readDigest(metadata: string): string | undefined {
  const value: Record<string, { 'containerimage.digest'?: string } | undefined> = JSON.parse(metadata)
  return value[targetName]?.['containerimage.digest']
}
