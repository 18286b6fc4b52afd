import { StackError } from '../errors.ts'
import { didYouMean } from '../model/closest.ts'
import { globalOptions } from './global-options.ts'
import type { Option } from './options.ts'
import { type CommandName, commands, defaultFile } from './table.ts'

/** One input of the Action and of the GitLab component. Its value is a text, as both hand it over. */
export interface Input {
  /** kebab-case */
  readonly name: string
  readonly kind: Option<unknown>['kind']
  /** What is there when nobody writes it; '' is as if the option was not on the command line. */
  readonly default: string
  /** Sentences with full stops. */
  readonly description: string
  readonly choices?: readonly string[]
  /** The hosts that have it; absent: every one. */
  readonly fronts?: readonly string[]
  /** The commands that know it; absent: every one. */
  readonly commands?: readonly CommandName[]
}

/** What a pipeline may run. The others ask a person, print a secret (`token`) or are for a terminal. */
export const pipelineCommands = [
  'deploy',
  'plan',
  'validate',
  'config',
  'build',
  'certs',
  'certs check',
  'certs import',
  'certs rotate',
  'generate',
  'verify',
  'status',
  'history',
  'rollback',
  'logs',
  'destroy',
  'rbac',
  'doctor',
] as const satisfies readonly CommandName[]

/** Options that mean nothing in a pipeline: the host decides how things look, and logs end. */
const withoutInput: readonly string[] = ['json', 'color', 'help', 'dagger', 'follow']

/** Inputs that are no option of a command. */
const ownInputs: readonly Input[] = [
  {
    name: 'command',
    kind: 'text',
    default: 'deploy',
    description: `What to do: ${pipelineCommands.join(', ')}.`,
    choices: pipelineCommands,
  },
  {
    name: 'config',
    kind: 'text',
    default: defaultFile,
    description: 'The configuration file, from the working folder.',
  },
  {
    name: 'working-directory',
    kind: 'text',
    default: '.',
    description: 'The folder that config and every other path are in.',
  },
  {
    name: 'kubeconfig',
    kind: 'text',
    default: '',
    description:
      'Kubernetes: a kubeconfig, as a path or as its text. A text is written into a 0600 file and removed after the job.',
  },
  {
    name: 'secrets',
    kind: 'text',
    default: '',
    description:
      'toJSON(secrets): values for the names that the configuration asks for; no process inherits them. Better: name each one under env: of the step.',
    fronts: ['github'],
  },
  {
    name: 'comment',
    kind: 'flag',
    default: 'false',
    description: 'Keep one comment on the pull request up to date with the plan or the result.',
    fronts: ['github'],
  },
  {
    name: 'github-token',
    kind: 'text',
    // oxlint-disable-next-line no-template-curly-in-string
    default: '${{ github.token }}',
    description: 'What the comment is written with; the job needs permissions: pull-requests: write.',
    fronts: ['github'],
  },
]

/** Every input, in the order the README lists them. */
export const inputs: readonly Input[] = [...ownInputs, ...optionInputs()]

/** An option that several commands have is one input: it says for each what it does there. */
function optionInputs(): readonly Input[] {
  const found = new Map<string, { readonly option: Option<unknown>; readonly commands: CommandName[] }[]>()
  for (const name of pipelineCommands) {
    for (const option of Object.values<Option<unknown>>(commands[name].options)) {
      const uses = found.get(option.name) ?? []
      const same = uses.find((use) => use.option.description === option.description)
      if (same === undefined) found.set(option.name, [...uses, { option, commands: [name] }])
      else same.commands.push(name)
    }
  }
  const globals = Object.values<Option<unknown>>(globalOptions).map((option) => toInput([{ option, commands: [] }]))
  return [...globals, ...[...found.values()].map(toInput)].filter(({ name }) => !withoutInput.includes(name))
}

function toInput(
  uses: readonly { readonly option: Option<unknown>; readonly commands: readonly CommandName[] }[],
): Input {
  const [first] = uses
  if (first === undefined) throw new Error('an input without an option')
  const { kind, name } = first.option
  const choices = uses.flatMap(({ option }) => option.choices ?? [])
  const known = uses.flatMap((use) => use.commands)
  return {
    name,
    kind,
    default: defaultText(first.option),
    description: uses.map(({ option, commands: where }) => describe(option, uses.length > 1 ? where : [])).join(' '),
    ...(choices.length === 0 ? {} : { choices }),
    ...(known.length === 0 ? {} : { commands: known }),
  }
}

function describe(
  { description, default: on, kind, metavar, choices }: Option<unknown>,
  where: readonly string[],
): string {
  const about = where.length === 0 ? '' : `${where.join(', ')}: `
  const off = kind === 'flag' && on === true ? 'false: ' : ''
  const form = kind === 'list' ? ` One ${metavar} a line.` : ''
  const words = choices === undefined ? '' : ` (${choices.join(' or ')})`
  return `${about}${off}${description.replace(/; repeatable$/, '')}${words}.${form}`
}

function defaultText({ default: value, kind }: Option<unknown>): string {
  if (kind === 'flag') return value === true ? 'true' : 'false'
  return typeof value === 'number' ? String(value) : ''
}

/**
 * Inputs in the form of a command line. What is at its default is left out, so that an input which a command does not know
 * is an error only when somebody wrote it.
 *
 * @throws StackError USAGE naming the input and, for a typo, the one that was meant.
 */
export function wordsOf(given: ReadonlyMap<string, string>, front: string): readonly string[] {
  const known = inputs.filter(({ fronts }) => fronts === undefined || fronts.includes(front))
  for (const name of given.keys()) if (!known.some((input) => input.name === name)) throw unknownInput(name, known)
  const valueOf = (name: string) => given.get(name)?.trim() || known.find((input) => input.name === name)?.default || ''
  const command = valueOf('command')
  if (!pipelineCommands.some((name) => name === command)) throw wrongInput('command', command, pipelineCommands)
  const options = known
    .filter((input) => !ownInputs.includes(input))
    .flatMap((input) => optionWords(input, given.get(input.name)?.trim() ?? ''))
  return [...command.split(' '), ...(given.get('config')?.trim() ? [valueOf('config')] : []), ...options]
}

/** YAML's own words for true and false: both systems hand over what was written. */
const truths: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
}

function optionWords(input: Input, value: string): readonly string[] {
  const { name, kind, choices } = input
  if (value === '' || value === input.default) return []
  if (kind === 'flag') {
    const on = truths[value]
    if (on === undefined) throw wrongInput(name, value, ['true', 'false'])
    return String(on) === input.default ? [] : [on ? `--${name}` : `--no-${name}`]
  }
  if (kind === 'list')
    return value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [`--${name}=${line.trim()}`]))
  if (choices !== undefined && !choices.includes(value)) throw wrongInput(name, value, choices)
  return [`--${name}=${value}`]
}

function unknownInput(name: string, known: readonly Input[]): StackError {
  const names = known.map((input) => input.name)
  return new StackError({
    code: 'USAGE',
    message: `there is no input ${JSON.stringify(name)}`,
    hint: `${didYouMean(name, names)}All inputs: ${names.join(', ')}`,
  })
}

function wrongInput(name: string, value: string, choices: readonly string[]): StackError {
  return new StackError({
    code: 'USAGE',
    message: `the input ${name} does not know ${JSON.stringify(value)}`,
    hint: `${didYouMean(value, choices)}It knows: ${choices.join(', ')}`,
  })
}

/** `dry-run` → `DRY_RUN`, as variables are written. */
export function variableName(name: string): string {
  return name.toUpperCase().replaceAll('-', '_')
}
