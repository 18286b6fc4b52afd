import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../../model/host.ts'
import type { FolderStore } from '../../model/layer-cache.ts'

type Library = typeof import('@actions/cache')

/**
 * Folders of layers that travel from job to job through GitHub's cache. The library finds the service in the variables of
 * this process and keeps to ACTIONS_CACHE_MODE; what fails it says as a warning of the job and goes on.
 *
 * @param environment  As it was when the program started, tokens and all.
 * @param warn  For the few failures that it throws.
 * @returns undefined where there is no service, or no folder of the job's own.
 */
export function openFolderStore(environment: Environment, warn: (message: string) => void): FolderStore | undefined {
  const { ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_TOKEN, RUNNER_TEMP } = environment
  const hasService = isSet(ACTIONS_RUNTIME_TOKEN) && (isSet(ACTIONS_RESULTS_URL) || isSet(ACTIONS_CACHE_URL))
  if (!hasService || RUNNER_TEMP === undefined || RUNNER_TEMP === '') return undefined

  const attempt = async <T>(what: string, work: (cache: Library) => Promise<T>): Promise<T | undefined> => {
    try {
      // Loading it takes a tenth of a second, which only a run that builds needs.
      return await work(await import('@actions/cache'))
    } catch (error) {
      warn(`layer cache: ${what}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }
  return {
    // A restored path is the one that was saved; a runner's temporary folder is the same in every job.
    folder: join(RUNNER_TEMP, 'mcp-layers'),
    restore: (folder, key, prefixes) =>
      attempt(`${key} could not be restored`, async (cache) => {
        await mkdir(folder, { recursive: true })
        return cache.restoreCache([folder], key, [...prefixes])
      }),
    async save(folder, key) {
      await attempt(`${key} could not be saved`, (cache) => cache.saveCache([folder], key))
    },
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}
