import { coerce, gte } from 'semver'
import { StackError } from '../../errors.ts'
import { type Check, type Finding, good, skipped, wrong } from '../../model/check.ts'
import type { Io } from '../../model/io.ts'
import type { Plan } from '../../model/plan.ts'
import { chooseEngine } from './connect.ts'

/** First with `up --wait` as we use it and the JSON of `ps` that is read. */
const oldestCompose = '2.20.0'

/** The Compose plugin; the engine itself is looked at by who builds. */
export function composeChecks(plan: Plan | undefined, io: Io): readonly Check[] {
  const engine = plan === undefined ? { program: 'docker', args: [] } : chooseEngine(plan)
  const needed = plan !== undefined
  return [
    {
      name: 'compose',
      needed,
      async ask() {
        try {
          const args = [...engine.args, 'compose', 'version', '--short']
          const { exitCode, stdout } = await io.run({ program: engine.program, args })
          return [judgeCompose(engine.program, exitCode === 0 ? stdout.trim() : '', needed)]
        } catch (error) {
          if (!(error instanceof StackError) || error.code !== 'TOOL_MISSING') throw error
          return [needed ? wrong(true, 'compose', error) : skipped('compose', `no ${engine.program} to ask`)]
        }
      },
    },
  ]
}

/** @param found  What `compose version --short` printed; empty where there is no such command. */
export function judgeCompose(program: string, found: string, needed: boolean): Finding {
  const version = coerce(found)?.version
  if (version !== undefined && gte(version, oldestCompose)) return good('compose', version)
  return wrong(needed, 'compose', {
    code: version === undefined ? 'TOOL_MISSING' : 'TOOL_OLD',
    message: version === undefined ? `${program} compose is not there` : `${version} is too old`,
    hint: `Install Compose ${oldestCompose.replace(/\.0$/, '')} or newer: apt-get install docker-compose-plugin, or https://docs.docker.com/compose/install`,
  })
}
