import { coerce, gte } from 'semver'
import { type Check, type Finding, good, wrong } from '../../model/check.ts'
import type { Io } from '../../model/io.ts'
import { toolVersion } from '../../model/version.ts'

/** As in package.json. */
const oldestNode = '20.19.0'
/** First with `rev-parse --end-of-options`, which guards what a file says. */
const oldestGit = '2.24.0'

/** What runs this program, and what it fetches sources with. */
export function softwareChecks(io: Io, needsGit: boolean): readonly Check[] {
  return [
    { name: 'mcp-deploy', needed: true, ask: async () => [judgeNode(process.versions.node)] },
    {
      name: 'git',
      needed: needsGit,
      async ask() {
        const { stdout } = await io.run({ program: 'git', args: ['--version'] }, { brief: true })
        return [judgeGit(stdout, needsGit)]
      },
    },
  ]
}

export function judgeNode(version: string): Finding {
  const found = `${toolVersion} on Node ${version}`
  if (gte(version, oldestNode)) return good('mcp-deploy', found)
  return wrong(true, 'mcp-deploy', {
    code: 'TOOL_OLD',
    message: found,
    hint: `Install Node ${oldestNode.replace(/\.0$/, '')} or newer: https://nodejs.org/en/download`,
  })
}

/** @param answer  Of `git --version`: `git version 2.39.5 (Apple Git-154)`. */
export function judgeGit(answer: string, needed: boolean): Finding {
  const version = coerce(answer)?.version
  if (version !== undefined && gte(version, oldestGit)) return good('git', version)
  return wrong(needed, 'git', {
    code: 'TOOL_OLD',
    message: version ?? `no version in ${JSON.stringify(answer.trim().slice(0, 60))}`,
    hint: `Install git ${oldestGit.replace(/\.0$/, '')} or newer`,
  })
}
