import { createFiles } from '../../io/files.ts'
import type { Environment } from '../../model/host.ts'
import { Secret } from '../../model/secret.ts'
import { readKubeconfig } from '../kubeconfig.ts'

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

/** The input `kubeconfig` as a path: a text goes into a 0600 file in a folder of its own, which is gone when the process ends. */
export async function kubeconfigPath(input: string): Promise<string> {
  const hint = 'Give a variable of the type file: kubeconfig: $KUBECONFIG_OF_PRODUCTION'
  const kubeconfig = readKubeconfig(input, hint)
  if ('path' in kubeconfig) return kubeconfig.path
  const files = createFiles()
  const path = `${await files.temporaryFolder('mcp-kubeconfig')}/config`
  await files.write(path, new Secret('kubeconfig', `${kubeconfig.text}\n`), 0o600)
  return path
}
