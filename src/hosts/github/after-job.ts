import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Environment } from '../../model/host.ts'

/** The state of the step: what `post` finds again as STATE_mcp-deploy. */
export const stateName = 'mcp-deploy'

const prefix = 'mcp-deploy-'

/** The runner's own folder for what a job leaves behind; it is emptied before the next job, not after this one. */
function rootOf(environment: Environment): string {
  const { RUNNER_TEMP } = environment
  return resolve(RUNNER_TEMP === undefined || RUNNER_TEMP === '' ? tmpdir() : RUNNER_TEMP)
}

/** A 0700 folder for everything that must not outlive the job: a kubeconfig, temporary folders of a run that was killed. */
export function makeStepFolder(environment: Environment): string {
  const root = rootOf(environment)
  mkdirSync(root, { recursive: true })
  return mkdtempSync(join(root, prefix))
}

/** Removes what state names; a path that we did not make is not ours to remove, whoever wrote it there. */
export function removeStepFolder(state: string, environment: Environment): void {
  const folder = resolve(state)
  if (dirname(folder) !== rootOf(environment) || !basename(folder).startsWith(prefix)) return
  rmSync(folder, { recursive: true, force: true })
}
