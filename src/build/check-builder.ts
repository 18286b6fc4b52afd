import { coerce, lt } from 'semver'
import { type Finding, good, skipped, wrong } from '../model/check.ts'
import type { Engine } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import type { BuildxBuilder } from './buildx-builder.ts'
import { engineCommand, isPodman } from './detect-engine.ts'

/** First whose bake reads a definition from stdin and writes metadata as we read it. */
const oldestBuildx = '0.13.0'

/** What a stack asks of its builder. */
export interface BuilderWishes {
  /** ci_cd.build.builder */
  readonly builder?: string
  /** Some image asks for platforms, which only buildx builds. */
  readonly platforms: boolean
}

/** buildx and the builder it would use. @param inspect  Asks for that one. */
export async function checkBuilder(
  engine: Engine,
  wishes: BuilderWishes,
  inspect: () => Promise<BuildxBuilder | undefined>,
  io: Io,
): Promise<Finding> {
  if (isPodman(engine.program)) return skipped('buildx', 'podman builds itself')
  const version = await io.run(engineCommand(engine, ['buildx', 'version']))
  const found = version.exitCode === 0 ? coerce(version.stdout)?.version : undefined
  if (found === undefined || !version.stdout.includes('buildx')) return judgeBuildx(undefined, undefined, wishes)
  return judgeBuildx(found, await inspect(), wishes)
}

/** @param version  Of buildx; undefined where there is none. */
export function judgeBuildx(
  version: string | undefined,
  facts: BuildxBuilder | undefined,
  { builder, platforms }: BuilderWishes,
): Finding {
  if (version === undefined) {
    const asked = builder !== undefined ? 'ci_cd.build.builder' : platforms ? 'platforms' : undefined
    return wrong(asked !== undefined, 'buildx', {
      code: 'TOOL_MISSING',
      message:
        asked === undefined
          ? 'not installed: images are built by docker build'
          : `not installed, and ${asked} needs it`,
      hint: 'Install the plugin: apt-get install docker-buildx-plugin, or https://github.com/docker/buildx#installing',
    })
  }
  if (builder !== undefined && facts === undefined) {
    return wrong(true, 'buildx', {
      code: 'NOT_SUPPORTED',
      message: `${version} has no builder ${builder}`,
      hint: `Make it: docker buildx create --name ${builder}; docker buildx ls shows what there is`,
    })
  }
  const layers = facts?.exports === true ? 'can bring layers elsewhere' : 'keeps its layers to itself'
  const found = `${version}${facts === undefined ? '' : `, builder ${facts.name} (${facts.driver}) ${layers}`}`
  // A builder that is asleep wakes up with the first build.
  if (facts !== undefined && /error|fail|unable|cannot/i.test(facts.status)) {
    return wrong(builder !== undefined, 'buildx', {
      code: 'ENGINE_UNREACHABLE',
      message: `${found}; it does not answer: ${facts.status}`,
      hint: `Look at it: docker buildx inspect ${facts.name}`,
    })
  }
  if (!lt(version, oldestBuildx)) return good('buildx', found)
  return wrong(false, 'buildx', {
    code: 'TOOL_OLD',
    message: found,
    hint: `Install buildx ${oldestBuildx.replace(/\.0$/, '')} or newer`,
  })
}
