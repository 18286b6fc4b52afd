import { StackError } from '../errors.ts'
import { hintFor, socketAddition } from '../model/builder-image.ts'
import type { Engine } from '../model/image.ts'
import type { Command, Io } from '../model/io.ts'

/** What the configuration says of the engine. */
export interface EngineHints {
  /** `docker`, `podman`, or a path to one. */
  readonly containerEngine?: string | undefined
  readonly dockerContext?: string | undefined
  /** A buildx builder by name: then docker's own daemon is not needed. */
  readonly builder?: string | undefined
}

/**
 * Finds the container engine: the one that is asked for, else the first of docker and podman that answers.
 *
 * @throws StackError TOOL_MISSING when there is none, ENGINE_UNREACHABLE with its reason when none answers.
 */
export async function detectEngine(hints: EngineHints, io: Io): Promise<Engine> {
  const wanted = hints.containerEngine
  const reasons: string[] = []
  for (const program of wanted === undefined ? ['docker', 'podman'] : [wanted]) {
    const context = hints.dockerContext === undefined || isPodman(program) ? [] : ['--context', hints.dockerContext]
    const answer = await askVersion({ program, args: [...context, 'version', '--format', '{{json .}}'] }, io)
    if (answer === undefined) continue
    if (answer.ok) return { program: answer.podman ? 'podman' : program, args: answer.podman ? [] : context }
    if (hints.builder !== undefined && !isPodman(program)) return { program, args: context }
    reasons.push(`${program}: ${answer.reason}`)
  }
  if (reasons.length === 0) {
    throw new StackError({
      code: 'TOOL_MISSING',
      message: wanted === undefined ? 'neither docker nor podman is installed' : `${wanted} is not installed`,
      hint: 'Install Docker or Podman, or name the program: deployment.container_engine',
    })
  }
  throw new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `the container engine does not answer (${reasons.join('; ')})`,
    hint: hintFor(
      io.environment,
      'Start it, or name another: DOCKER_HOST, deployment.docker_context, deployment.container_engine',
      `${socketAddition}; or name a buildx builder that needs no engine here: ci_cd.build.builder`,
    ),
  })
}

/** True for podman under its own name, with or without a path. */
export function isPodman(program: string): boolean {
  return /(^|\/)podman(-remote)?$/.test(program)
}

/** A call of the engine. */
export function engineCommand(engine: Engine, args: readonly string[]): Command {
  return { program: engine.program, args: [...engine.args, ...args] }
}

async function askVersion(
  command: Command,
  io: Io,
): Promise<{ readonly ok: boolean; readonly podman: boolean; readonly reason: string } | undefined> {
  try {
    const { exitCode, stdout, stderr, timedOut } = await io.run(command, { timeoutSeconds: 20 })
    // podman-docker installs podman under the name docker; the two spell this one word differently.
    const podman = isPodman(command.program) || stdout.includes('"APIVersion"')
    const reason = timedOut ? 'no answer' : (stderr.trim().split('\n')[0] ?? '')
    return { ok: exitCode === 0, podman, reason: io.redactor.redact(reason === '' ? `exit ${exitCode}` : reason) }
  } catch (error) {
    if (error instanceof StackError && error.code === 'TOOL_MISSING') return undefined
    throw error
  }
}
