import { quoteWord, showCommand } from '../model/show-command.ts'
import { defaultFile, type Invocation } from './table.ts'

/** The words that choose this invocation's stack, quoted for a shell, each behind a space; empty for the default. */
export function sameStack({ file, global }: Pick<Invocation, 'file' | 'global'>): string {
  const words = [
    ...(file === defaultFile ? [] : [file]),
    ...(global.environment === undefined ? [] : ['--environment', global.environment]),
    ...(global.context === undefined ? [] : ['--context', global.context]),
    ...global.set.flatMap((value) => ['--set', value]),
  ]
  const [program, ...args] = words
  return program === undefined ? '' : ` ${showCommand({ program, args })}`
}

/** The command with the folder that only this line of it names. */
export function sameCommand(invocation: Invocation): string {
  const { command } = invocation
  const folder = command === 'certs import' ? invocation.options.from : undefined
  return folder === undefined ? command : `${command} ${quoteWord(folder)}`
}
