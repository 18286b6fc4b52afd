import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { StackError } from '../../errors.ts'
import type { Environment, HostContract, HostRedactor } from '../../model/host.ts'
import type { Problem } from '../../model/problem.ts'
import { Secret } from '../../model/secret.ts'
import { kubeconfigSecrets } from '../kubeconfig-secrets.ts'
import { withoutRunnerTokens } from './environment.ts'
import { parseSecrets } from './given-inputs.ts'

/** What the inputs of a step come to. */
export interface ActionStep {
  readonly words: readonly string[]
  readonly environment: Environment
  readonly secrets: Environment
  /** The token of the comment; absent where none is wanted. */
  readonly commentToken?: Secret
  readonly problems: readonly Problem[]
}

export interface ActionStepOptions {
  readonly given: ReadonlyMap<string, string>
  readonly environment: Environment
  readonly contract: HostContract
  readonly redactor: HostRedactor
  /** makeStepFolder. */
  readonly folder: string
}

/** A unix socket's path may have 108 bytes (sun_path), and `kubectl proxy` has one in a temporary folder. */
const longestTemporaryFolder = 60

/**
 * Inputs into words, environment and secrets. Secrets are known to the redactor before anything else is looked at: a wrong
 * input next to them is an error that is printed.
 *
 * @throws StackError USAGE
 */
export function openActionStep({ contract, environment, folder, given, redactor }: ActionStepOptions): ActionStep {
  const token = given.get('github-token')?.trim()
  if (token !== undefined) redactor.add(new Secret('github-token', token))
  const json = given.get('secrets')
  const secrets = json === undefined ? {} : parseSecrets(json)
  for (const [name, value] of Object.entries(secrets)) redactor.add(new Secret(name, value))
  const kubeconfig = given.get('kubeconfig')
  const kubeconfigIn = kubeconfig === undefined ? undefined : kubeconfigText(kubeconfig)
  for (const value of kubeconfigIn === undefined ? [] : [...kubeconfigSecrets(kubeconfigIn), kubeconfigIn])
    redactor.add(new Secret('kubeconfig', value))

  const comments = wantsComment(given.get('comment'))
  const words = contract.words(given, 'github')
  enterFolder(given.get('working-directory')?.trim() ?? '.')
  return {
    words,
    secrets,
    environment: {
      ...withoutRunnerTokens(environment),
      ...(folder.length > longestTemporaryFolder ? {} : { TMPDIR: folder }),
      ...(kubeconfig === undefined ? {} : { KUBECONFIG: kubeconfigFile(kubeconfig, folder) }),
    },
    ...(comments && token !== undefined ? { commentToken: new Secret('github-token', token) } : {}),
    problems: [...(json === undefined ? [] : [tooManySecrets]), ...(comments && token === undefined ? [noToken] : [])],
  }
}

const tooManySecrets: Problem = {
  severity: 'warning',
  code: 'CONFIG_WARNING',
  message:
    'the input secrets hands every secret of the repository to this step; only those that the file names are used',
  // oxlint-disable-next-line no-template-curly-in-string
  hint: 'Name each one under env: of the step: DB_PASSWORD: ${{ secrets.DB_PASSWORD }}',
}

const noToken: Problem = {
  severity: 'warning',
  code: 'CONFIG_WARNING',
  message: 'no comment is written: the input github-token is empty',
  // oxlint-disable-next-line no-template-curly-in-string
  hint: 'Leave it out, or give it: github-token: ${{ github.token }}',
}

function enterFolder(folder: string): void {
  try {
    process.chdir(folder)
  } catch (cause) {
    throw new StackError({
      code: 'USAGE',
      message: `the input working-directory names ${JSON.stringify(folder)}, which is no folder here`,
      hint: 'Check the repository out before (actions/checkout), and give the folder from its top',
      cause,
    })
  }
}

/** A text, also in base64, or the path of a file that is there. @throws StackError USAGE without a word of it, for it may be a secret. */
function kubeconfigFile(kubeconfig: string, folder: string): string {
  const text = kubeconfigText(kubeconfig)
  if (text === undefined) {
    if (existsSync(kubeconfig.trim())) return resolve(kubeconfig.trim())
    throw new StackError({
      code: 'USAGE',
      message: 'the input kubeconfig is neither a file that is there nor the text of a kubeconfig',
      // oxlint-disable-next-line no-template-curly-in-string
      hint: 'Give a secret that holds the file: kubeconfig: ${{ secrets.KUBECONFIG }}',
    })
  }
  const file = join(folder, 'kubeconfig')
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

/** A text has several lines or is JSON; many keep it in base64. undefined for everything else. */
function kubeconfigText(kubeconfig: string): string | undefined {
  if (/[\n{]/.test(kubeconfig.trim())) return kubeconfig
  const decoded = Buffer.from(kubeconfig, 'base64').toString('utf8')
  return /^\s*["']?clusters\b|["']clusters["']/m.test(decoded) ? decoded : undefined
}

/** YAML's own words. @throws StackError USAGE */
function wantsComment(value: string | undefined): boolean {
  const word = value?.trim().toLowerCase() ?? 'false'
  if (word === 'true' || word === 'false') return word === 'true'
  throw new StackError({
    code: 'USAGE',
    message: `the input comment does not know ${JSON.stringify(value)}`,
    hint: 'It knows: true, false',
  })
}
