import { quoteWord } from '../model/show-command.ts'
import { showSet } from './show-set.ts'
import { defaultFile, type Invocation } from './table.ts'

/** The words that choose this invocation's stack, quoted for a shell, each behind a space; empty for the default. No secret. */
export function sameStack({ file, global }: Pick<Invocation, 'file' | 'global'>): string {
  const words = [
    ...(file === defaultFile ? [] : [file]),
    ...(global.environment === undefined ? [] : ['--environment', global.environment]),
    ...(global.context === undefined ? [] : ['--context', global.context]),
  ]
  return [...words.map(quoteWord), ...global.set.map((set) => `--set ${showSet(set)}`)]
    .map((word) => ` ${word}`)
    .join('')
}

/** The command with the words without which it would be another one. */
export function sameCommand(invocation: Invocation): string {
  return `${invocation.command}${ownWords(invocation)}`
}

/** Those words, quoted for a shell, each behind a space; empty where there are none. */
export function ownWords(invocation: Invocation): string {
  return wordsOf(invocation)
    .map((word) => ` ${quoteWord(word)}`)
    .join('')
}

function wordsOf(invocation: Invocation): readonly string[] {
  if (invocation.command === 'certs import')
    return invocation.options.from === undefined ? [] : [invocation.options.from]
  if (invocation.command !== 'certs rotate') return []
  const { ca, caFromEnv, plugin } = invocation.options
  return [
    ...(caFromEnv ? ['--ca-from-env'] : []),
    ...(ca ? ['--ca'] : []),
    ...plugin.flatMap((name) => ['--plugin', name]),
  ]
}
