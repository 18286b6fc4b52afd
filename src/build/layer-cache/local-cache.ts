import { join } from 'node:path'
import type { Io } from '../../model/io.ts'
import type { FolderStore, ImageCache } from '../../model/layer-cache.ts'
import type { Problem } from '../../model/problem.ts'
import { hasLayers, makeFreshFolder, pruneFolders, swapFolder } from './local-folder.ts'

export interface LocalCacheOptions {
  /** Absolute; one folder per scope in it. */
  readonly folder: string
  readonly maxBytes: number
  readonly writes: boolean
  /** Carries the folders from job to job, where the machine does not stay. */
  readonly store: FolderStore | undefined
}

/** Layers in folders of this machine. What fails is a warning. */
export interface LocalCache {
  place(component: string, scope: string, sourceKey: string): Promise<ImageCache>
  /** @param built  Components whose build ended well. */
  close(built: readonly string[]): Promise<void>
}

interface Writing {
  readonly scope: string
  readonly fresh: string
  readonly folder: string
  readonly key: string
  /** The key that was restored; the folder need not be saved when it is this very one. */
  readonly restored: string | undefined
}

export function openLocalCache(options: LocalCacheOptions, io: Io): LocalCache {
  const { folder: cacheFolder, maxBytes, store, writes } = options
  const writing = new Map<string, Writing>()
  const warn = (problem: Problem) => io.progress.problem(problem)

  return {
    async place(component, scope, sourceKey) {
      const folder = join(cacheFolder, scope)
      // Layers of another processor are of no use, and a key is written only once.
      const prefix = `mcp-layers-${process.arch}-${scope}-`
      const key = `${prefix}${sourceKey}`
      // A step before this one in the same job has the newest.
      const restored = (await hasLayers(folder)) ? undefined : await store?.restore(folder, key, [prefix])
      const from = (await hasLayers(folder)) ? { from: { type: 'local' as const, folder } } : {}
      if (!writes) return from
      try {
        const fresh = await makeFreshFolder(cacheFolder, scope, Buffer.from(io.random(6)).toString('hex'))
        writing.set(component, { scope, fresh, folder, key, restored })
        return { ...from, to: { type: 'local', folder: fresh } }
      } catch (error) {
        warn(unwritable(cacheFolder, error))
        return from
      }
    },

    async close(built) {
      for (const [component, { fresh, folder, key, restored }] of writing) {
        try {
          if (!built.includes(component)) await io.files.remove(fresh)
          else if ((await swapFolder(fresh, folder)) && restored !== key) await store?.save(folder, key)
        } catch (error) {
          warn(unwritable(folder, error))
        }
      }
      if (writing.size === 0) return
      try {
        const removed = await pruneFolders(cacheFolder, maxBytes, io.clock.now())
        if (removed.length > 0) io.progress.line(`layer cache: over its size, removed ${removed.join(', ')}`)
      } catch (error) {
        warn(unwritable(cacheFolder, error))
      }
    },
  }
}

function unwritable(folder: string, error: unknown): Problem {
  return {
    severity: 'warning',
    code: 'CACHE_UNUSABLE',
    message: `the layer cache in ${folder} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    hint: 'The images are built all the same; name a folder of yours: ci_cd.build.cache_dir',
  }
}
