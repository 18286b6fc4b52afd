import { parseArgs } from 'node:util'
import { StackError } from '../errors.ts'
import { didYouMean } from '../model/closest.ts'
import { type GlobalValues, globalOptions } from './global-options.ts'
import type { Option, Options } from './options.ts'
import { aliases, type CommandName, commands, defaultFile, type Invocation } from './table.ts'

/**
 * Turns the words of a command line into an invocation.
 *
 * @throws StackError USAGE for an unknown command or option, a missing or malformed value, a word too many.
 */
export function parseWords(words: readonly string[]): Invocation {
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: parseOptions(allOptions()),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []))
  if (given.some((token) => token.name === 'version' || token.rawName === '-V')) return invocation('version', {}, given)

  const { command, rest } = findCommand(positionals)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read by the very table its type is made from
  const global = readOptions(command, given, globalOptions) as GlobalValues
  refuseUnknown(command, given)
  if (global.help && command !== 'help') return { ...helpFor(command), global }
  if (commands[command].argument === 'folder') return { ...withFolder(command, rest, given), global }
  return { ...invocation(command, readArgument(command, rest), given), global }
}

type Token = {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function invocation(
  command: CommandName,
  argument: { readonly file?: string; readonly topic?: CommandName },
  given: readonly Token[],
): Invocation {
  const value = {
    command,
    file: defaultFile,
    ...argument,
    options: readOptions(command, given, commands[command].options),
    global: readOptions(command, given, globalOptions),
  }
  // The table gives name and options together, which the compiler cannot follow across a union.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return value as unknown as Invocation
}

function helpFor(topic: CommandName): Invocation {
  return invocation('help', { topic }, [])
}

function findCommand(positionals: readonly string[]): {
  readonly command: CommandName
  readonly rest: readonly string[]
} {
  if (positionals.length === 0) return { command: 'help', rest: [] }
  for (const length of [2, 1]) {
    const command = commandNames.get(positionals.slice(0, length).join(' '))
    if (command !== undefined && positionals.length >= length) return { command, rest: positionals.slice(length) }
  }
  const word = positionals[0] ?? ''
  throw new StackError({
    code: 'USAGE',
    message: `there is no command ${JSON.stringify(word)}`,
    hint: `${didYouMean(word, [...commandNames.keys()])}All commands: mcp-deploy help`,
  })
}

const commandNames: ReadonlyMap<string, CommandName> = new Map([
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the type
  ...(Object.keys(commands) as CommandName[]).map((name): [string, CommandName] => [name, name]),
  ...Object.entries(aliases),
])

/** DIR and FILE: the file is the one that is named like YAML. */
function withFolder(command: CommandName, rest: readonly string[], given: readonly Token[]): Invocation {
  const isFile = (word: string) => /\.ya?ml$/i.test(word)
  const [folder, ...more] = rest.filter((word) => !isFile(word))
  const file = readArgument('certs', rest.filter(isFile))
  if (more.length > 0 || (folder !== undefined && given.some(({ name }) => name === 'from'))) {
    const words = [folder, ...more].map((word) => JSON.stringify(word)).join(' ')
    throw wrongValue(command, `${command} takes one folder, not ${words} as well`, `Write mcp-deploy ${command} DIR`)
  }
  const from = folder === undefined ? [] : [{ name: 'from', rawName: '--from', value: folder, inlineValue: true }]
  return invocation(command, file, [...given, ...from])
}

function readArgument(
  command: CommandName,
  rest: readonly string[],
): { readonly file?: string; readonly topic?: CommandName } {
  const { argument } = commands[command]
  if (rest.length === 0) return {}
  if (argument === 'command') return { topic: findCommand(rest).command }
  const [file, ...more] = argument === 'file' ? rest : [undefined, ...rest]
  if (more.length > 0) {
    throw new StackError({
      code: 'USAGE',
      message: `${command} does not know what to do with ${more.map((word) => JSON.stringify(word)).join(' ')}`,
      hint:
        argument === 'file'
          ? `It takes one file: mcp-deploy ${command} ${file}`
          : `It takes no argument: mcp-deploy ${command}`,
    })
  }
  return file === undefined ? {} : { file }
}

function refuseUnknown(command: CommandName, given: readonly Token[]): void {
  const known = Object.values<Option<unknown>>({ ...globalOptions, ...commands[command].options })
  const names = known.flatMap(namesOf)
  for (const token of given) {
    if (names.includes(token.name)) continue
    const elsewhere = Object.entries(commands).filter(([, entry]) =>
      Object.values<Option<unknown>>(entry.options).some((option) => namesOf(option).includes(token.name)),
    )
    throw new StackError({
      code: 'USAGE',
      message: `${command} has no option ${token.rawName}`,
      hint:
        elsewhere.length > 0
          ? `${elsewhere.map(([name]) => name).join(', ')} ${elsewhere.length === 1 ? 'has' : 'have'} it; all options: mcp-deploy help ${command}`
          : `${didYouMean(
              token.rawName,
              names.map((name) => `--${name}`),
            )}All options: mcp-deploy help ${command}`,
    })
  }
}

function readOptions(
  command: CommandName,
  given: readonly Token[],
  options: Options,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(options).map(([key, option]) => {
      const tokens = given.filter((token) => namesOf(option).includes(token.name))
      return [key, tokens.length === 0 ? option.default : readValue(command, option, tokens)]
    }),
  )
}

/** The command that was meant although the line could not be read. */
export function firstCommand(words: readonly string[]): CommandName | undefined {
  const positionals = words.filter((word) => !word.startsWith('-'))
  return commandNames.get(positionals.slice(0, 2).join(' ')) ?? commandNames.get(positionals[0] ?? '')
}

/** The last one wins, lists collect. */
function readValue(command: CommandName, option: Option<unknown>, tokens: readonly Token[]): unknown {
  if (option.kind === 'flag') {
    const wrong = tokens.find((token) => token.inlineValue === true)
    if (wrong !== undefined)
      throw wrongValue(command, `${wrong.rawName} takes no value`, `Write ${wrong.rawName} or --no-${option.name}`)
    return tokens.at(-1)?.name === option.name
  }
  const values = tokens.map((token) => readText(command, option, token))
  if (option.kind === 'list') return values
  const last = values.at(-1) ?? ''
  if (option.kind === 'text') return oneOf(command, option, last)
  if (!/^\d{1,9}$/.test(last)) {
    throw wrongValue(
      command,
      `--${option.name} is a whole number, not ${JSON.stringify(last)}`,
      `Write --${option.name} ${option.metavar}, e.g. --${option.name} 60`,
    )
  }
  return Number(last)
}

function oneOf(command: CommandName, { choices, name }: Option<unknown>, value: string): string {
  if (choices === undefined || choices.includes(value)) return value
  const message = `--${name} does not know ${JSON.stringify(value)}`
  throw wrongValue(command, message, `${didYouMean(value, choices)}Write --${name} ${choices.join(' or ')}`)
}

function readText(command: CommandName, option: Option<unknown>, token: Token): string {
  // `--set --json` would swallow the next option; who means it writes `--set=--json`.
  const swallowed = token.inlineValue !== true && token.value?.startsWith('-') === true && token.value !== '-'
  if (token.value !== undefined && token.value !== '' && !swallowed) return token.value
  throw wrongValue(command, `${token.rawName} needs a value`, `Write ${token.rawName} ${option.metavar}`)
}

function wrongValue(command: CommandName, message: string, hint: string): StackError {
  return new StackError({ code: 'USAGE', message, hint: `${hint}; all options: mcp-deploy help ${command}` })
}

/** `--x` and, for a flag, `--no-x`. */
function namesOf(option: Option<unknown>): readonly string[] {
  return option.kind === 'flag' && !option.name.startsWith('no-') ? [option.name, `no-${option.name}`] : [option.name]
}

function allOptions(): readonly Option<unknown>[] {
  return [globalOptions, ...Object.values(commands).map((entry) => entry.options)].flatMap((options) =>
    Object.values<Option<unknown>>(options),
  )
}

function parseOptions(
  options: readonly Option<unknown>[],
): Record<string, { type: 'boolean' | 'string'; short?: string }> {
  return Object.fromEntries(
    options.flatMap((option) =>
      namesOf(option).map((name) => [
        name,
        {
          type: option.kind === 'flag' ? ('boolean' as const) : ('string' as const),
          ...(option.short === undefined || name !== option.name ? {} : { short: option.short }),
        },
      ]),
    ),
  )
}
