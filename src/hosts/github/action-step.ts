import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StackError } from '../../errors.ts'
import type { Environment, HostContract, HostRedactor } from '../../model/host.ts'
import type { Problem } from '../../model/problem.ts'
import { Secret } from '../../model/secret.ts'
import { type EnterOptions, enterFolder } from '../enter-folder.ts'
import { readKubeconfig, secretsOfKubeconfig } from '../kubeconfig.ts'
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
  readonly bounds: Pick<EnterOptions, 'checkout'>
}

/**
 * Inputs into words, environment and secrets. Secrets are known to the redactor before anything else is looked at: a wrong
 * input next to them is an error that is printed.
 *
 * @throws StackError USAGE
 */
export function openActionStep({
  bounds,
  contract,
  environment,
  folder,
  given,
  redactor,
}: ActionStepOptions): ActionStep {
  const token = given.get('github-token')?.trim()
  if (token !== undefined) redactor.add(new Secret('github-token', token))
  const json = given.get('secrets')
  const secrets = json === undefined ? {} : parseSecrets(json)
  for (const [name, value] of Object.entries(secrets)) redactor.add(new Secret(name, value))
  const kubeconfig = given.get('kubeconfig')
  for (const value of secretsOfKubeconfig(kubeconfig ?? '')) redactor.add(new Secret('kubeconfig', value))

  // First of all that can be refused: the report of a refusal lies where that of the run would.
  enterFolder(given.get('working-directory'), {
    hint: 'Check the repository out before (actions/checkout), and give the folder from its top',
    ...bounds,
  })
  const comments = wantsComment(given.get('comment'))
  const words = contract.words(given, 'github')
  return {
    words,
    secrets,
    environment: {
      ...withoutRunnerTokens(environment),
      TMPDIR: folder,
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

function kubeconfigFile(input: string, folder: string): string {
  // oxlint-disable-next-line no-template-curly-in-string
  const kubeconfig = readKubeconfig(input, 'Give a secret that holds the file: kubeconfig: ${{ secrets.KUBECONFIG }}')
  if ('path' in kubeconfig) return kubeconfig.path
  const file = join(folder, 'kubeconfig')
  writeFileSync(file, kubeconfig.text, { mode: 0o600 })
  return file
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
