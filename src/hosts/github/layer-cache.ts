import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../../model/host.ts'
import type { FolderStore } from '../../model/layer-cache.ts'

/**
 * Folders of layers that travel from job to job through GitHub's cache. The library finds the service in the variables of
 * this process and keeps to ACTIONS_CACHE_MODE; what fails it says as a warning of the job and goes on.
 *
 * @param warn  For the few failures that it throws.
 * @returns undefined where there is no service, or no folder of the job's own.
 */
export async function openFolderStore(
  environment: Environment,
  warn: (message: string) => void,
): Promise<FolderStore | undefined> {
  const { RUNNER_TEMP } = environment
  if (RUNNER_TEMP === undefined || RUNNER_TEMP === '') return undefined
  const cache = await import('@actions/cache')
  if (!cache.isFeatureAvailable()) return undefined

  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      warn(`layer cache: ${what}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }
  return {
    // A restored path is the one that was saved; a runner's temporary folder is the same in every job.
    folder: join(RUNNER_TEMP, 'mcp-layers'),
    restore: (folder, key, prefixes) =>
      attempt(`${key} could not be restored`, async () => {
        await mkdir(folder, { recursive: true })
        return cache.restoreCache([folder], key, [...prefixes])
      }),
    async save(folder, key) {
      await attempt(`${key} could not be saved`, () => cache.saveCache([folder], key))
    },
  }
}
