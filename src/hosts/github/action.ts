import { join } from 'node:path'
import { createFiles } from '../../io/files.ts'
import type { Host, HostOptions, Shown } from '../../model/host.ts'
import type { Problem } from '../../model/problem.ts'
import type { Report } from '../../model/report.ts'
import { boundsOf } from '../enter-folder.ts'
import { isOwnFolder, liesIn } from '../own-folder.ts'
import { cleanDeeply, terminalHost } from '../terminal.ts'
import type { RunningProgress } from '../terminal-progress.ts'
import { type ActionStep, openActionStep } from './action-step.ts'
import { notePrivateFile } from './after-job.ts'
import { annotate, fromWorkspace } from './annotations.ts'
import { cacheTokensOf, withoutRunnerTokens } from './environment.ts'
import { checkoutOf, type RunOrigin, readOrigin } from './event.ts'
import { openGroupProgress } from './group-progress.ts'
import { requestIdentityToken } from './identity-token.ts'
import { openFolderStore } from './layer-cache.ts'
import { masksOf } from './masks.ts'
import { runBriefWith } from './run-brief.ts'
import { noteRunnerFiles } from './runner-files.ts'
import { writeSummary } from './summary-file.ts'
import { toolProvider } from './tools.ts'
import { withoutCommands } from './workflow-commands.ts'

export interface ActionOptions {
  readonly given: ReadonlyMap<string, string>
  readonly core: Pick<typeof import('@actions/core'), 'setSecret' | 'setOutput' | 'summary'>
  /** makeStepFolder. */
  readonly folder: string
  readonly getExecOutput?: typeof import('@actions/exec').getExecOutput
}

/** The runner compares each line of the log with each mask; beyond this many, our redactor is alone. */
const mostMasks = 2000

/** Of one value: a long file must not take the room of every later one. */
const mostMasksOfOne = 200

/**
 * The host of a `uses:` step. Everything is written to stdout, the only stream that keeps its order with the commands of
 * @actions/core; nothing else than ours can be a command in it.
 */
export function openAction(options: HostOptions, { core, folder, getExecOutput, given }: ActionOptions): Host {
  const { contract, environment, redactor, selfScan, stdout, views } = options
  const { GITHUB_WORKSPACE: workspace } = environment
  const origin = readOrigin(environment)
  const checkout = checkoutOf(environment)
  const quiet = withoutCommands(stdout)
  const base = terminalHost({ ...options, stdout: quiet, stderr: quiet })
  let step: ActionStep | undefined
  let progress: RunningProgress | undefined
  let masks = 0
  const partlyMasked = new Set<string>()
  const cacheTokens = cacheTokensOf(environment)
  const { ACTIONS_RUNTIME_TOKEN: token } = cacheTokens
  if (token !== undefined) redactor.add(token)
  const layerCache = openFolderStore(environment, (message) =>
    progress?.problem({ severity: 'warning', code: 'CACHE_UNUSABLE', message }),
  )
  const runBrief = getExecOutput === undefined ? undefined : runBriefWith(getExecOutput)

  return {
    name: 'github',
    facts: origin.facts,
    checkout,
    asked: given.get('command')?.trim() ?? 'deploy',
    words() {
      const bounds = boundsOf(given, { checkout, trusted: origin.facts.trusted })
      step = openActionStep({ bounds, given, environment, contract, redactor, folder })
      return step.words
    },
    get environment() {
      return step?.environment ?? withoutRunnerTokens(environment)
    },
    get secrets() {
      return step?.secrets ?? {}
    },
    cacheTokens,
    ...(layerCache === undefined ? {} : { layerCache }),
    ...(runBrief === undefined ? {} : { runBrief }),
    ...(runBrief === undefined
      ? {}
      : {
          provideTools: (tools, shown) =>
            toolProvider({
              environment: step?.environment ?? {},
              folder,
              runBrief,
              toolCache: () => import('@actions/tool-cache'),
            })(tools, shown),
        }),
    // A CA that is kept elsewhere on a machine of one's own is meant to stay.
    notePrivateFile: (path) => {
      if (liesIn(path, checkout)) notePrivateFile(folder, path)
    },
    identityToken: (audience) => requestIdentityToken(audience, environment),
    style: (color) => base.style(color),

    mask(secret) {
      const wanted = masksOf(secret)
      const fitting = wanted.slice(0, Math.min(mostMasksOfOne, mostMasks - masks))
      masks += fitting.length
      if (fitting.length < wanted.length) partlyMasked.add(secret.name)
      fitting.forEach((mask) => core.setSecret(mask))
    },

    progress({ color, verbose }) {
      progress = openGroupProgress(stdout, options, { style: base.style(color), verbose })
      return progress
    },

    async report(found, shown) {
      progress?.stop()
      noteRunnerFiles(environment, selfScan)
      // Of this host alone: said here, and not in the report, which is the same on every host.
      const own = [...(step?.problems ?? []), ...(partlyMasked.size === 0 ? [] : [notAllMasked(partlyMasked)])]
      const told = { ...found, problems: [...found.problems, ...own] }
      await base.report(told, { ...shown, json: false })
      const redacted = redactor.redactJson(found)
      const cleaned = cleanDeeply(redacted)
      const warn = (message: string) =>
        annotate(stdout, {
          ...cleaned,
          exitCode: 0,
          problems: [{ severity: 'warning', code: 'CONFIG_WARNING', message }],
        })
      annotate(stdout, cleanDeeply(redactor.redactJson(told)), workspace)
      const reportFile = await writeReport(redacted, shown, { warn, origin, checkout, selfScan })
      const files = { ...shown.files, report: reportFile }
      const paths = Object.entries(files).map(([name, path]) => [name, fromWorkspace(path, workspace)])
      for (const [name, value] of Object.entries(
        contract.outputs(redacted, { ...files, ...Object.fromEntries(paths) }),
      ))
        core.setOutput(name, value)
      await writeSummary(core, views.summary(cleaned), warn)
      if (step?.commentToken !== undefined) {
        const { writeComment } = await import('./comment.ts')
        const key = ['working-directory', 'config', 'environment'].map((name) => given.get(name)?.trim() ?? '')
        const { commentToken } = step
        await writeComment({ report: cleaned, origin, key, token: commentToken, environment, views, warn, selfScan })
      }
    },
    async print(text) {
      progress?.stop()
      await base.print(text)
    },
    printSecret: (text) => base.printSecret(text),
  }
}

function notAllMasked(names: ReadonlySet<string>): Problem {
  return {
    severity: 'warning',
    code: 'CONFIG_WARNING',
    message: `GitHub was not told to hide every line of ${[...names].sort().join(', ')}: it would compare each line of the log with thousands`,
    hint: 'What this step writes hides them all the same; later steps of the job should not print them',
  }
}

interface WriteOptions {
  readonly selfScan: HostOptions['selfScan'] | undefined
  readonly warn: (message: string) => void
  readonly origin: RunOrigin
  readonly checkout: string
}

/** For an upload or a following step; what a run could not write down it has done all the same. */
async function writeReport(
  report: Report,
  { folder }: Shown,
  { checkout, origin, selfScan, warn }: WriteOptions,
): Promise<string> {
  if (!origin.facts.trusted && !isOwnFolder(folder, checkout)) return ''
  const file = join(folder, 'report.json')
  try {
    await createFiles(undefined, selfScan?.wrote).write(file, `${JSON.stringify(report, null, 2)}\n`, 0o644)
    return file
  } catch (error) {
    warn(error instanceof Error ? error.message : String(error))
    return ''
  }
}
