import type { Style } from '../model/style.ts'
import { globalOptions } from './global-options.ts'
import type { Option } from './options.ts'
import { aliases, type CommandName, commands } from './table.ts'

/** The help text for everything or for one command; no line is longer than 79 columns. */
export function renderHelp(topic: CommandName | undefined, style: Style): string {
  const lines = topic === undefined ? renderOverview(style) : renderCommand(topic, style)
  return `${lines.join('\n')}\n`
}

/** Help is as wide as the narrowest terminal people use, wherever it is shown. */
const width = 79

function renderOverview(style: Style): readonly string[] {
  const names = Object.keys(commands)
  const column = Math.max(...names.map((name) => name.length)) + 4
  return [
    `${style.bold('mcp-deploy')}  one mcp-stack.yaml in, a running and verified stack out`,
    '',
    `${style.bold('Usage')}  mcp-deploy COMMAND [FILE] [OPTIONS]     FILE: mcp-stack.yaml by default`,
    '',
    style.bold('Commands'),
    ...Object.entries(commands).flatMap(([name, { summary }]) => describe(name, summary, column, style)),
    '',
    style.bold('Options of every command'),
    ...renderOptions(Object.values(globalOptions), style),
    '',
    style.bold('Exit codes'),
    '  0 done   1 failed, nothing new is live   2 usage or configuration',
    '  3 something is pending (plan --exit-code, certs check, certs)',
    '  4 live but not healthy   130, 143 interrupted',
    '',
    `More about a command: ${style.cyan('mcp-deploy help deploy')}`,
  ]
}

function renderCommand(name: CommandName, style: Style): readonly string[] {
  const { argument, details, examples, options, summary } = commands[name]
  const own = Object.values<Option<unknown>>(options)
  const others = Object.entries(aliases).flatMap(([alias, command]) => (command === name ? [alias] : []))
  const words = { file: ' [FILE]', folder: ' [DIR] [FILE]', command: ' [COMMAND]', none: '' }[argument]
  return [
    style.bold(`mcp-deploy ${name}`),
    '',
    ...wrap(`${summary}. ${details}`, width),
    '',
    `${style.bold('Usage')}  mcp-deploy ${name}${words} [OPTIONS]${others.length === 0 ? '' : `      also: ${others.join(', ')}`}`,
    ...(own.length === 0 ? [] : ['', style.bold('Options'), ...renderOptions(own, style)]),
    '',
    style.bold('Options of every command'),
    ...renderOptions(Object.values(globalOptions), style),
    '',
    style.bold(examples.length === 1 ? 'Example' : 'Examples'),
    ...examples.map((example) => `  ${style.cyan(example)}`),
  ]
}

function renderOptions(options: readonly Option<unknown>[], style: Style): readonly string[] {
  const shown = options.map((option) => ({ option, usage: usageOf(option) }))
  const column = Math.max(...shown.map(({ usage }) => usage.length)) + 4
  return shown.flatMap(({ option, usage }) => describe(usage, descriptionOf(option), column, style))
}

/** `-e, --environment NAME`; a flag that is on by default is shown by what turns it off. */
export function usageOf(option: Option<unknown>): string {
  const name = option.kind === 'flag' && option.default === true ? `no-${option.name}` : option.name
  const short = option.short === undefined ? '    ' : `-${option.short}, `
  return `${short}--${name}${option.metavar === undefined ? '' : ` ${option.metavar}`}`
}

function descriptionOf(option: Option<unknown>): string {
  return typeof option.default === 'number' ? `${option.description} (default: ${option.default})` : option.description
}

function describe(term: string, text: string, column: number, style: Style): readonly string[] {
  const lines = wrap(text, width - column)
  return lines.map(
    (line, index) =>
      `${index === 0 ? `  ${style.green(term)}${' '.repeat(column - term.length - 2)}` : ' '.repeat(column)}${line}`,
  )
}

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
