import { statSync } from 'node:fs'
import type { Environment } from '../../model/host.ts'
import type { HostSelfScan } from '../../model/leak.ts'

/** Files of the runner's that @actions/core adds to; a step before us, or a command of the same step, may have written there. */
const names = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_STATE'] as const

/** Before they are written to: from here on what is in them is ours. */
export function noteRunnerFiles(environment: Environment, selfScan: HostSelfScan | undefined): void {
  for (const name of names) {
    const path = environment[name]
    if (path === undefined || path === '') continue
    selfScan?.wrote(path, { from: statSync(path, { throwIfNoEntry: false })?.size ?? 0 })
  }
}
