import { mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../../model/host.ts'

/**
 * A folder that is docker's configuration with further CLI plugins in it: docker looks for plugins there first and knows no
 * variable for another place. Everything that is in the user's own (log-ins, contexts, builders) is a link to it.
 *
 * @param plugins  file name → path
 */
export function shadowDockerConfig(
  environment: Environment,
  folder: string,
  plugins: Readonly<Record<string, string>>,
): string {
  const own = environment.DOCKER_CONFIG ?? join(environment.HOME ?? homedir(), '.docker')
  const shadow = join(folder, 'docker')
  mkdirSync(join(shadow, 'cli-plugins'), { recursive: true, mode: 0o700 })
  for (const name of list(own)) if (name !== 'cli-plugins') symlinkSync(join(own, name), join(shadow, name))
  for (const [name, path] of Object.entries(plugins)) symlinkSync(path, join(shadow, 'cli-plugins', name))
  for (const name of list(join(own, 'cli-plugins'))) {
    if (!(name in plugins)) symlinkSync(join(own, 'cli-plugins', name), join(shadow, 'cli-plugins', name))
  }
  return shadow
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Nobody has logged in, or there are no plugins of the user's own.
    return []
  }
}
