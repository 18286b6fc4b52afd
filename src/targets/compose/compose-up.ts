import { StackError } from '../../errors.ts'
import type { Bundle } from '../../model/bundle.ts'
import type { RunResult } from '../../model/io.ts'
import type { Secrets } from '../../model/secrets.ts'
import { type Place, runEngine } from './engine.ts'
import { removeHalfMade } from './half-made.ts'
import { composeVariables, foreignComposeSettings } from './variables.ts'

/** What one `docker compose` call needs: the manifest goes in on stdin, the values through its environment. */
export interface Composer {
  /** Lets Compose itself read the manifest. @throws StackError RENDER_INVALID */
  check(): Promise<void>
  /** Recreates and starts these services and nothing else. @returns what Compose complained about, if it did. */
  up(services: readonly string[]): Promise<string | undefined>
  /** Runs a program with the Python of a service's image, in a container of its own that is removed afterwards. */
  python(service: string, program: string, timeoutSeconds: number): Promise<RunResult>
}

/** @param log  File name under deploy/logs/. */
export async function makeComposer(place: Place, bundle: Bundle, secrets: Secrets, log: string): Promise<Composer> {
  const manifest = bundle.files.find(({ path }) => path === 'compose.yaml')?.text
  if (manifest === undefined) throw new StackError({ code: 'BUG', message: 'the bundle has no compose.yaml' })
  // An empty folder of its own: Compose would read an .env file beside a manifest, and the user's is none of ours.
  const folder = await place.io.files.temporaryFolder('mcp-compose')
  const env = { ...foreignComposeSettings, ...composeVariables(bundle, secrets), COMPOSE_PROGRESS: 'plain' }
  const project = ['compose', '--project-name', place.project, '--project-directory', folder, '--file', '-']
  return {
    async check() {
      const result = await runEngine(place, [...project, 'config', '--quiet'], {
        stdin: manifest,
        env,
        cwd: folder,
        log,
      })
      if (result.exitCode === 0) return
      throw new StackError({
        code: 'RENDER_INVALID',
        message: `docker compose refuses the manifest: ${place.io.redactor.redact(result.stderr.trim()).split('\n').at(-1)}`,
        hint: 'Look at it with: mcp-deploy generate; an override in templates_dir is the usual cause',
      })
    },
    async up(services) {
      await removeHalfMade(place, services)
      const flags = ['--detach', '--no-deps', '--no-build', '--pull', 'never', '--force-recreate']
      const args = [...project, 'up', ...flags, '--', ...services]
      const result = await runEngine(place, args, { stdin: manifest, env, cwd: folder, log })
      return result.exitCode === 0 ? undefined : place.io.redactor.redact(result.stderr)
    },
    async python(service, program, timeoutSeconds) {
      const flags = ['--rm', '--no-deps', '--no-TTY', '--interactive=false', '--entrypoint', 'python3']
      const args = [...project, 'run', ...flags, service, '-c', program]
      return await runEngine(place, args, { stdin: manifest, env, cwd: folder, log, timeoutSeconds })
    },
  }
}
