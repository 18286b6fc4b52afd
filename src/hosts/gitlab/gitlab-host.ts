import { dirname, join, relative } from 'node:path'
import { StackError } from '../../errors.ts'
import { toPlainLine } from '../../io/plain-text.ts'
import type { Environment, Host, HostOptions } from '../../model/host.ts'
import { Secret } from '../../model/secret.ts'
import { boundsOf, enterFolder } from '../enter-folder.ts'
import { secretsOfKubeconfig } from '../kubeconfig.ts'
import { terminalHost } from '../terminal.ts'
import { factsOf } from './facts.ts'
import { splitEnvironment } from './job-environment.ts'
import { inputPrefix, inputsOf, kubeconfigPath } from './job-inputs.ts'
import { writeReportFiles } from './report-files.ts'
import { createSections } from './sections.ts'

/**
 * A job of GitLab: the terminal's host with sections for the steps, inputs from variables, and the files that GitLab shows.
 * GitLab has no way to hide a value while a job runs: everything passes our redactor before it is written.
 */
export async function gitlabHost(options: HostOptions): Promise<Host> {
  const { contract, redactor, stderr, words } = options
  const { environment, secrets } = splitEnvironment(options.environment, inputPrefix)
  for (const [name, value] of Object.entries(secrets)) redactor.add(new Secret(name, value ?? ''))
  const given = new Map(words.length === 0 ? inputsOf(options.environment) : [])
  const kubeconfigInput = given.get('kubeconfig')
  for (const value of secretsOfKubeconfig(kubeconfigInput ?? '')) redactor.add(new Secret('kubeconfig', value))
  const kubeconfig = await openKubeconfig(kubeconfigInput)
  const facts = factsOf(options.environment)
  const project = projectFolder(options.environment.CI_PROJECT_DIR)
  // Also where we were started elsewhere: a `cd` of the job may have followed a link.
  const checkout = options.environment.CI_PROJECT_DIR || process.cwd()
  const sections = createSections(stderr, options.now ?? Date.now)
  // GitLab's page shows colours although the log is no terminal.
  const base = terminalHost({ ...options, environment: { FORCE_COLOR: '1', ...environment, CI: 'true' } })

  return {
    ...base,
    name: 'gitlab',
    facts,
    checkout,
    ...(words.length === 0 ? { asked: given.get('command') ?? 'deploy' } : {}),
    environment: kubeconfig.path === undefined ? environment : { ...environment, KUBECONFIG: kubeconfig.path },
    secrets,
    // Its audience is fixed where the job asks for it: `id_tokens: {MCP_ID_TOKEN: {aud: …}}`.
    identityToken: async () => identityTokenOf(options.environment),
    // The template's cache: carries the folder from job to job.
    layerCache: {
      folder: join(project, '.mcp-stack/layers'),
      restore: () => Promise.resolve(undefined),
      save: () => Promise.resolve(),
    },

    words() {
      // First of all that can be refused: the reports of a refusal lie where those of the run would.
      const bounds = boundsOf(given, { checkout, trusted: facts.trusted })
      enterFolder(given.get('working-directory'), { hint: 'It counts from the root of the project', ...bounds })
      if (kubeconfig.error !== undefined) throw kubeconfig.error
      const asked = words.length === 0 ? contract.words(given, 'gitlab') : words
      refuseTrace(options.environment, asked[0] ?? '')
      return asked
    },

    progress(display) {
      const lines = base.progress(display)
      return { ...lines, step: (title) => sections.begin(toPlainLine(redactor.redact(title))) }
    },

    async print(text) {
      sections.end()
      await base.print(text)
    },

    async report(report, shown) {
      sections.end()
      await base.report(report, shown)
      const config = given.get('config')
      // Of inputs that were not understood, main does not know the file.
      const folder = config === undefined ? shown.folder : join(dirname(config), 'deploy')
      const around = { ...options, config: config ?? join(folder, '../mcp-stack.yaml'), project, checkout }
      const warnings = await writeReportFiles(redactor.redactJson(report), { ...shown, folder }, around)
      for (const warning of warnings) stderr.write(`${toPlainLine(redactor.redact(warning))}\n`)
    },
  }
}

function identityTokenOf({ MCP_ID_TOKEN: token }: Environment): Secret | undefined {
  return token === undefined || token === '' ? undefined : new Secret('identity token', token)
}

/** A job starts in it. CI_PROJECT_DIR counts where we were started deeper; in gitlab-ci-local's shell it is another folder. */
function projectFolder(named: string | undefined): string {
  const here = process.cwd()
  return named && !relative(named, here).startsWith('..') ? named : here
}

/** The error of a wrong value is thrown where main expects one. */
async function openKubeconfig(
  value: string | undefined,
): Promise<{ readonly path?: string; readonly error?: unknown }> {
  if (value === undefined) return {}
  return kubeconfigPath(value).then(
    (path) => ({ path }),
    (error: unknown) => ({ error }),
  )
}

/** They resolve no secret. */
const withoutSecrets: ReadonlySet<string> = new Set(['validate', 'schema', 'version', 'help'])

/** What the runner takes for true. */
const isOn = /^(?:1|t|true)$/i

/**
 * A traced job writes every command and variable into its log before anybody could hide them.
 *
 * @throws StackError UNTRUSTED
 */
function refuseTrace(environment: Environment, command: string): void {
  const name = ['CI_DEBUG_TRACE', 'CI_DEBUG_SERVICES'].find((variable) => isOn.test(environment[variable] ?? ''))
  if (name === undefined || withoutSecrets.has(command)) return
  throw new StackError({
    code: 'UNTRUSTED',
    message: `${command} is not done with ${name}: it writes the secrets of the stack into the log of the job`,
    hint: `Remove the variable ${name}, delete the log of this job and change the secrets that stand in it; validate runs all the same`,
  })
}
