import { dirname } from 'node:path'
import { StackError } from '../errors.ts'
import type { Io, RunResult } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'

/**
 * Refuses to put keys into a folder that git tracks, and warns about one that git does not ignore.
 *
 * @param folders  Absolute; they need not exist yet.
 * @throws StackError FOLDER_TRACKED naming the tracked files' folder.
 */
export async function refuseTracked(folders: readonly string[], io: Io): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  for (const folder of folders) {
    const from = await existingParent(folder, io)
    const tracked = await askGit(['ls-files', '-z', '--', folder], from, io)
    if (tracked === undefined) continue
    if (tracked.exitCode === 0 && tracked.stdout !== '') throw folderTracked(folder, tracked.stdout)

    const ignored = await askGit(['check-ignore', '--quiet', '--', `${folder}/tls.key`], from, io)
    if (ignored?.exitCode === 1) problems.push(notIgnored(folder))
  }
  return problems
}

/** Undefined where there is no git. A folder outside of any repository ends with code 128. */
async function askGit(args: readonly string[], folder: string, io: Io): Promise<RunResult | undefined> {
  try {
    // A checkout in a CI container often belongs to another user; git would refuse to look at it.
    const command = { program: 'git', args: ['-c', 'safe.directory=*', ...args], cwd: folder }
    return await io.run(command, { timeoutSeconds: 20 })
  } catch (error) {
    if (error instanceof StackError && error.code === 'TOOL_MISSING') return undefined
    throw error
  }
}

async function existingParent(folder: string, io: Io): Promise<string> {
  let parent = folder
  while (parent !== dirname(parent) && !(await io.files.exists(parent))) parent = dirname(parent)
  return parent
}

function folderTracked(folder: string, listing: string): StackError {
  const files = listing.split('\0').filter((name) => name !== '')
  const more = files.length > 3 ? ` and ${files.length - 3} more` : ''
  return new StackError({
    code: 'FOLDER_TRACKED',
    message: `${folder} is tracked by git (${files.slice(0, 3).join(', ')}${more}), so private keys are not written there`,
    hint: `git rm -r --cached ${folder} && echo 'certs/' >> .gitignore`,
  })
}

function notIgnored(folder: string): Problem {
  return {
    severity: 'warning',
    code: 'FOLDER_TRACKED',
    message: `${folder} holds private keys and git does not ignore it`,
    hint: "echo 'certs/' >> .gitignore",
  }
}
