import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { StackError } from '../../errors.ts'
import { createFiles } from '../../io/files.ts'
import type { Environment } from '../../model/host.ts'
import { Secret } from '../../model/secret.ts'

/** The component hands an input `dry-run` over as the variable MCP_INPUT_DRY_RUN: never as a piece of a script. */
export const inputPrefix = 'MCP_INPUT_'

/** Inputs by their kebab-case name; an empty one was not given. */
export function inputsOf(environment: Environment): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(environment).flatMap(([name, value = '']) => {
      const text = linesOf(value.trim())
      if (!name.startsWith(inputPrefix) || text === '') return []
      return [[name.slice(inputPrefix.length).toLowerCase().replaceAll('_', '-'), text] as const]
    }),
  )
}

/**
 * An array, one item a line. GitLab puts an input of type array into a text as Ruby shows it, which is JSON but for the
 * backslash before `#{`, `#$` and `#@`.
 */
function linesOf(value: string): string {
  if (!value.startsWith('[')) return value
  try {
    const items: unknown = JSON.parse(value.replaceAll(/\\#(?=[{$@])/g, '#'))
    return Array.isArray(items) && items.every((item) => typeof item !== 'object') ? items.join('\n') : value
  } catch {
    return value
  }
}

/**
 * The input `kubeconfig` as a path: a file-type variable is one already, a text is written into a 0600 file in a folder of
 * its own, which goes when the process ends.
 */
export async function kubeconfigPath(value: string): Promise<string> {
  if (!value.includes('\n') && !value.startsWith('{')) {
    // Whatever folder is entered after this.
    if (existsSync(value)) return resolve(value)
    throw new StackError({
      code: 'USAGE',
      message: 'the input kubeconfig is neither a file that is there nor the text of a kubeconfig',
      hint: 'Give a variable of the type file: kubeconfig: $KUBECONFIG_OF_PRODUCTION',
    })
  }
  const files = createFiles()
  const path = `${await files.temporaryFolder('mcp-kubeconfig')}/config`
  await files.write(path, new Secret('kubeconfig', `${value}\n`), 0o600)
  return path
}
