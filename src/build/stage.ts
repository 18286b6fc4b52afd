import { StackError } from '../errors.ts'
import type { BuildRequest, Engine, ImageBuilder } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import { askOnce } from '../model/run-limited.ts'
import type { BuildConfig, TargetType } from '../model/stack.ts'
import { detectEngine } from './detect-engine.ts'
import { type GitSettings, writeCaBundle } from './git-command.ts'
import { type Clone, checkOut, fetchCommit } from './git-fetch.ts'
import { chooseCommit, isCommit, listRefs } from './git-refs.ts'
import type { CacheSurroundings } from './layer-cache/find.ts'
import { openRegistry, type Registry } from './registry.ts'
import { checkRepository } from './repository-url.ts'

/** What the build stage is told beside the images. */
export interface BuildOptions {
  readonly config: BuildConfig
  /** The stack's name, for labels. */
  readonly stack: string
  readonly layerCache: CacheSurroundings
  readonly target: TargetType
  /** In order of preference; the first that is available builds. */
  readonly builders: readonly ImageBuilder[]
  /** `docker`, `podman` or a path; absent: whichever answers. */
  readonly containerEngine?: string
  readonly dockerContext?: string
  /** network.ca_file: absolute path of a PEM file. */
  readonly caFile?: string
}

/** One run of the build stage: every question to git, the engine and registries is asked once. */
export interface Stage {
  readonly request: BuildRequest
  readonly options: BuildOptions
  readonly io: Io
  readonly registry: Registry
  /** @throws StackError TOOL_MISSING, ENGINE_UNREACHABLE */
  engine(): Promise<Engine>
  /** The engine's image store, for reading; undefined where images run elsewhere or no engine answers. */
  localEngine(): Promise<Engine | undefined>
  /** @throws StackError SOURCE_INVALID, SOURCE_UNREACHABLE, REF_NOT_FOUND, REF_AMBIGUOUS */
  commitOf(repo: string, ref: string): Promise<string>
  /** Trees only. @throws StackError SOURCE_UNREACHABLE, REF_NOT_FOUND */
  clone(repo: string, commit: string): Promise<Clone>
  /** Files too; one folder per commit, shared by all images that are built from it. */
  checkedOut(clone: Clone, submodules: boolean): Promise<void>
}

/** Makes the stage; nothing is asked yet. */
export function openStage(request: BuildRequest, options: BuildOptions, io: Io): Stage {
  const { config, caFile, containerEngine, dockerContext } = options
  const engine = askOnce(() =>
    detectEngine(
      {
        ...(containerEngine === undefined ? {} : { containerEngine }),
        ...(dockerContext === undefined ? {} : { dockerContext }),
        ...(config.builder === undefined ? {} : { builder: config.builder }),
      },
      io,
    ),
  )
  // The one file a dry run makes too: it is gone at the end of the run, and git could not verify anybody without it.
  const caBundle = askOnce((path) => writeCaBundle(path, io))
  const settingsOf = async (repo: string): Promise<GitSettings> => {
    const transport = checkRepository(repo, config.insecureRepos)
    return { transport, ...(caFile === undefined ? {} : { caBundle: await caBundle(caFile) }) }
  }
  const refs = askOnce(async (repo) => listRefs(repo, await settingsOf(repo), io))
  const clones = new Map<string, Promise<Clone>>()
  const checkOuts = new Map<string, Promise<void>>()

  return {
    request,
    options,
    io,
    registry: openRegistry(io),
    engine: () => engine(''),

    async localEngine() {
      if (options.target !== 'compose') return undefined
      try {
        return await engine('')
      } catch (error) {
        if (error instanceof StackError && ['TOOL_MISSING', 'ENGINE_UNREACHABLE'].includes(error.code)) return undefined
        throw error
      }
    },

    async commitOf(repo, ref) {
      checkRepository(repo, config.insecureRepos)
      return isCommit(ref) ? ref : chooseCommit(await refs(repo), ref, repo)
    },

    async clone(repo, commit) {
      const settings = await settingsOf(repo)
      const key = `${repo}\n${commit}`
      const clone = clones.get(key) ?? fetchCommit(repo, commit, settings, io)
      clones.set(key, clone)
      return clone
    },

    checkedOut(clone, submodules) {
      const known = checkOuts.get(clone.folder)
      // One after the other: an image with submodules may come after one without.
      const next = (known ?? Promise.resolve()).then(() => checkOut(clone, submodules, io))
      const result = known === undefined || submodules ? next : known
      checkOuts.set(clone.folder, result)
      return result
    },
  }
}
