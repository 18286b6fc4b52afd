import { randomUUID } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { EOL, tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { Environment } from '../../model/host.ts'
import { givenInputs } from './given-inputs.ts'

/** The state of the step: what `post` finds again as STATE_mcp-deploy. */
export const stateName = 'mcp-deploy'

const prefix = 'mcp-deploy-'

/** In the step's folder: files elsewhere that must not outlive the job, one JSON text a line. */
const listName = 'private-files'

/** A unix socket's path may have 108 bytes (sun_path), and `kubectl proxy` has one in a temporary folder of the step's folder. */
const longestRoot = 42

/** The runner's own folder for what a job leaves behind (it is emptied before the next job, not after this one), and the system's. */
function rootsOf({ RUNNER_TEMP }: Environment): readonly string[] {
  return [...(RUNNER_TEMP === undefined || RUNNER_TEMP === '' ? [] : [RUNNER_TEMP]), tmpdir()].map((root) =>
    resolve(root),
  )
}

/** Whether the program is the action (`uses:`), at the step or at the end of its job, and no command of a `run:` step. */
export function isAction(words: readonly string[], environment: Environment): boolean {
  return environment['GITHUB_ACTIONS'] === 'true' && words.length === 0 && givenInputs(environment) !== undefined
}

/** Makes the step's folder and notes it for `post`, in the format of the runner's file; at once, and without a package. */
export function beginStep(environment: Environment): string {
  const folder = makeStepFolder(environment)
  const { GITHUB_STATE } = environment
  if (GITHUB_STATE !== undefined && GITHUB_STATE !== '') {
    const end = `end-${randomUUID()}`
    appendFileSync(GITHUB_STATE, `${stateName}<<${end}${EOL}${folder}${EOL}${end}${EOL}`)
  }
  return folder
}

/** A 0700 folder for everything that must not outlive the job: a kubeconfig, temporary folders of a run that was killed. */
function makeStepFolder(environment: Environment): string {
  const roots = rootsOf(environment)
  const [shortest = ''] = roots.toSorted((one, other) => one.length - other.length)
  const root = roots.find((path) => path.length <= longestRoot) ?? shortest
  mkdirSync(root, { recursive: true })
  return mkdtempSync(join(root, prefix))
}

/** Before the file is written: a run that is killed in between leaves no key that nobody knows of. */
export function notePrivateFile(folder: string, path: string): void {
  appendFileSync(join(folder, listName), `${JSON.stringify(resolve(path))}\n`)
}

/**
 * Removes what state names, and the files that were noted there; a folder that we did not make is not ours to look into, whoever
 * wrote it there.
 */
export function removeStepFolder(state: string, environment: Environment): void {
  const folder = resolve(state)
  if (!rootsOf(environment).includes(dirname(folder)) || !basename(folder).startsWith(prefix)) return
  try {
    for (const path of privateFiles(folder)) rmSync(path, { force: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function privateFiles(folder: string): readonly string[] {
  let text: string
  try {
    text = readFileSync(join(folder, listName), 'utf8')
  } catch {
    // Nothing was noted.
    return []
  }
  return text.split('\n').flatMap((line) => (line === '' ? [] : [String(JSON.parse(line))]))
}
