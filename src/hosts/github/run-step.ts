import type { Host, HostOptions } from '../../model/host.ts'
import { cleanDeeply, terminalHost } from '../terminal.ts'
import type { RunningProgress } from '../terminal-progress.ts'
import { annotate } from './annotations.ts'
import { withoutRunnerTokens } from './environment.ts'
import { checkoutOf, readOrigin } from './event.ts'
import { openGroupProgress } from './group-progress.ts'
import { requestIdentityToken } from './identity-token.ts'
import { noteRunnerFiles } from './runner-files.ts'
import { writeSummary } from './summary-file.ts'
import { withoutCommands } from './workflow-commands.ts'

/**
 * `mcp-deploy …` in a `run:` step: the result on stdout as on a terminal, so that it can be piped; groups and annotations on
 * stderr, from which the runner reads commands too. No masks: `2>file` and `| tee` are common here, and what
 * tells the runner a secret would write it there. The redactor is what keeps secrets out.
 */
export function openRunStep(options: HostOptions): Host {
  const { environment, redactor, selfScan, stderr, views } = options
  const base = terminalHost({ ...options, stdout: withoutCommands(options.stdout), stderr: withoutCommands(stderr) })
  let progress: RunningProgress | undefined

  return {
    name: 'github',
    words: () => options.words,
    facts: readOrigin(environment).facts,
    checkout: checkoutOf(environment),
    environment: withoutRunnerTokens(environment),
    mask: () => undefined,
    identityToken: (audience) => requestIdentityToken(audience, environment),
    style: (color) => base.style(color),

    progress({ color, verbose }) {
      progress = openGroupProgress(stderr, options, { style: base.style(color), verbose })
      return progress
    },

    async report(report, shown) {
      progress?.stop()
      noteRunnerFiles(environment, selfScan)
      await base.report(report, shown)
      const redacted = cleanDeeply(redactor.redactJson(report))
      annotate(stderr, redacted, environment.GITHUB_WORKSPACE)
      if (environment.GITHUB_STEP_SUMMARY === undefined) return
      const core = await import('@actions/core')
      await writeSummary(core, views.summary(redacted), (message) => stderr.write(`${message}\n`))
    },
    async print(text) {
      progress?.stop()
      await base.print(text)
    },
    printSecret: (text) => base.printSecret(text),
  }
}
