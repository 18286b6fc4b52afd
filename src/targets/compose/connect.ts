import { StackError } from '../../errors.ts'
import type { Engine } from '../../model/image.ts'
import type { Io } from '../../model/io.ts'
import type { Plan } from '../../model/plan.ts'
import { type Place, runEngine, unreachable } from './engine.ts'

/** The engine's command as the configuration and the environment want it. */
export function chooseEngine({ config }: Plan): Engine {
  const { containerEngine = 'docker', dockerContext } = config.deployment
  return { program: containerEngine, args: dockerContext === undefined ? [] : ['--context', dockerContext] }
}

/**
 * Asks the engine who it is, and whether Compose v2 is there.
 *
 * @returns for example `Docker 28.2.2 at unix:///var/run/docker.sock, Compose 2.40.3`.
 * @throws StackError TOOL_MISSING, ENGINE_UNREACHABLE.
 */
export async function describeEngine(place: Place): Promise<string> {
  const { engine, io } = place
  const [version, compose, where] = await Promise.all([
    runEngine(place, ['version', '--format', '{{.Server.Version}}']),
    runEngine(place, ['compose', 'version', '--short'], { brief: true }),
    findHost(place),
  ])
  if (version.exitCode !== 0) throw unreachable(place, version.stderr)
  const composeVersion = compose.stdout.trim().replace(/^v/, '')
  if (compose.exitCode !== 0 || !(Number.parseInt(composeVersion, 10) >= 2))
    throw composeMissing(engine, composeVersion)
  const name = /podman/.test(engine.program) ? 'Podman' : 'Docker'
  return `${name} ${version.stdout.trim()}${where === '' ? '' : ` at ${io.redactor.redact(where)}`}, Compose ${composeVersion}`
}

/** The engine's address: of DOCKER_HOST, which beats every context but --context, or of the context. */
async function findHost(place: Place): Promise<string> {
  const fromEnvironment = place.io.environment['DOCKER_HOST']
  if (place.engine.args.length === 0 && fromEnvironment) return fromEnvironment
  const format = '{{.Endpoints.docker.Host}}'
  const name = place.engine.args[1]
  const args = ['context', 'inspect', '--format', format, ...(name === undefined ? [] : [name])]
  const { exitCode, stdout } = await runEngine(place, args, { brief: true })
  return exitCode === 0 ? stdout.trim() : ''
}

function composeMissing(engine: Engine, found: string): StackError {
  return new StackError({
    code: 'TOOL_MISSING',
    message: `${engine.program} compose ${found === '' ? 'is not there' : `has version ${found}`}; version 2 is needed`,
    hint: 'Install the Compose plugin: apt-get install docker-compose-plugin, or docs.docker.com/compose/install',
  })
}

/** Makes the place that everything else of this target works on. */
export function makePlace(plan: Plan, io: Io): Place {
  return { io, engine: chooseEngine(plan), project: plan.stack.name }
}
