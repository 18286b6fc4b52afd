import { isSecretText } from '../config/secret-texts.ts'
import { isSecretName } from '../model/secret-names.ts'
import { quoteWord } from '../model/show-command.ts'

/** A path as `--set` takes it, and nothing that was meant otherwise. */
const plainPath = /^(?:(?:^|\.)[\w -]+|\[\d+\]|\["[^"]+"\])+$/
/** Maps and lists of values of the user's own: env_vars, env_file, build_args, headers, also misspelled. */
const ownValues = /env|(?:^|_|build)args?$|header|command|secret|credential/i

/**
 * A `--set` in a command line to type again, quoted for a shell. Whoever puts a secret there knows it and the log must not: a
 * value is repeated where key and value are plainly harmless, else `KEY=…`.
 */
export function showSet(set: string): string {
  const equals = set.indexOf('=')
  const [key, value] = [set.slice(0, Math.max(0, equals)), set.slice(equals + 1)]
  if (!plainPath.test(key) || isSecretText(key)) return '…'
  return isHarmless(key, value) ? quoteWord(set) : `${quoteWord(key)}=…`
}

function isHarmless(key: string, value: string): boolean {
  // A map or a list has keys of its own.
  if (/^\s*["'[{]/.test(value) || isSecretText(value)) return false
  const steps = key.split(/[.[\]"]+/).filter((step) => step !== '')
  return !steps.some((step) => ownValues.test(step) || isSecretName(step))
}
