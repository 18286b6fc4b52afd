import type { ExecOptions, ExecOutput } from '@actions/exec'
import { toolMissing } from '../../io/tool-missing.ts'
import type { BriefRun } from '../../model/io.ts'

type GetExecOutput = (commandLine: string, args?: string[], options?: ExecOptions) => Promise<ExecOutput>

/** Commands that end by themselves in a moment, through @actions/exec: silent, so that nothing of a child reaches the log unredacted. */
export function runBriefWith(getExecOutput: GetExecOutput): BriefRun {
  return async ({ args, cwd, program }, environment) => {
    // It splits its first argument at spaces that are not quoted.
    const quoted = `"${program.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
    try {
      const { exitCode, stderr, stdout } = await getExecOutput(quoted, [...args], {
        silent: true,
        ignoreReturnCode: true,
        env: { ...environment },
        ...(cwd === undefined ? {} : { cwd }),
      })
      return { exitCode, stdout, stderr }
    } catch (error) {
      if (error instanceof Error && /Unable to locate executable file|ENOENT/.test(error.message))
        throw toolMissing(program, 'not found', error)
      throw error
    }
  }
}
