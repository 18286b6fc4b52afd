import { StackError } from '../errors.ts'
import { type Finding, good, skipped, wrong } from '../model/check.ts'
import type { Engine } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import { detectEngine, type EngineHints, engineCommand, isPodman } from './detect-engine.ts'

/** As much of `docker info` and `podman info` as tells whether a build and a deploy have room here. */
export interface EngineFacts {
  readonly version: string
  readonly root: string
  readonly rootless: boolean
}

/** Bytes below which a few images fill the disk. */
const littleRoom = 2 * 1024 ** 3

/**
 * Which engine there is, whether it answers, and how much room it has.
 *
 * @param hints  With a builder only where its daemon runs nothing either.
 * @param needed  False where the stack neither builds nor runs anything on it.
 */
export async function checkEngine(
  hints: EngineHints,
  needed: boolean,
  io: Io,
): Promise<{ readonly engine?: Engine; readonly findings: readonly Finding[] }> {
  try {
    const engine = await detectEngine(hints, io)
    const { exitCode, stdout, stderr } = await io.run(engineCommand(engine, ['info', '--format', '{{json .}}']))
    const facts = exitCode === 0 ? readFacts(stdout) : undefined
    if (facts === undefined) {
      // A builder of its own needs the program alone.
      if (hints.builder !== undefined) {
        const finding = skipped('engine', `${engine.program}, whose daemon is silent: builder ${hints.builder} is used`)
        return { engine, findings: [finding] }
      }
      const said = io.redactor.redact(stderr.trim().split('\n').at(-1) ?? '')
      throw silent(engine, said === '' ? 'no answer' : said)
    }
    const [where, free] = await Promise.all([hostOf(engine, io), freeBytes(facts.root, io)])
    const findings = judgeEngine(engine, facts, where, free)
    const { DOCKER_HOST: wanted = '' } = io.environment
    const passedOver = isPodman(engine.program) && hints.containerEngine === undefined && wanted !== ''
    return {
      engine,
      findings: passedOver ? [notAnswering(wanted), ...findings] : findings,
    }
  } catch (error) {
    if (!(error instanceof StackError)) throw error
    return { findings: [wrong(needed, 'engine', error)] }
  }
}

function notAnswering(host: string): Finding {
  return wrong(false, 'DOCKER_HOST', {
    code: 'ENGINE_UNREACHABLE',
    message: `docker at ${withoutUser(host)} does not answer: podman is taken instead`,
    hint: 'Start that engine, correct DOCKER_HOST, or set deployment.container_engine: podman',
  })
}

function silent(engine: Engine, reason: string): StackError {
  return new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `the container engine does not answer (${engine.program}: ${reason})`,
    hint: 'Start it, or name another: DOCKER_HOST, deployment.docker_context, deployment.container_engine',
  })
}

/** @param free  Bytes; undefined where the engine's disk is not this machine's. */
export function judgeEngine(
  engine: Engine,
  facts: EngineFacts,
  where: string,
  free: number | undefined,
): readonly Finding[] {
  const name = isPodman(engine.program) ? 'Podman' : 'Docker'
  const engineFinding = good(
    'engine',
    `${name} ${facts.version}${where === '' ? '' : ` at ${where}`}${facts.rootless ? ', rootless' : ''}`,
  )
  if (free === undefined) return [engineFinding]
  const found = `${(free / 1024 ** 3).toFixed(1)} GiB free at ${facts.root}`
  if (free >= littleRoom) return [engineFinding, good('disk', found)]
  return [
    engineFinding,
    wrong(false, 'disk', {
      code: 'BUILD_FAILED',
      message: `only ${found}`,
      hint: `Make room: ${engine.program} system df shows by what, ${engine.program} image prune removes what no tag names`,
    }),
  ]
}

interface DockerInfo {
  readonly ServerVersion?: string
  readonly DockerRootDir?: string
  readonly SecurityOptions?: readonly string[] | null
}

interface PodmanInfo {
  readonly version?: { readonly Version?: string }
  readonly store?: { readonly graphRoot?: string }
  readonly host?: { readonly security?: { readonly rootless?: boolean } }
}

/** @returns undefined where the client answers and its daemon does not: docker then leaves the version out. */
export function readFacts(text: string): EngineFacts | undefined {
  try {
    const info: DockerInfo & PodmanInfo = Object(JSON.parse(text))
    const version = info.ServerVersion ?? info.version?.Version
    if (version === undefined || version === '') return undefined
    return {
      version,
      root: info.DockerRootDir ?? info.store?.graphRoot ?? '',
      rootless: info.host?.security?.rootless ?? (info.SecurityOptions ?? []).some((one) => one.includes('rootless')),
    }
  } catch {
    return undefined
  }
}

/** DOCKER_HOST beats every context but the one that is asked for. */
async function hostOf(engine: Engine, io: Io): Promise<string> {
  if (isPodman(engine.program)) return ''
  const { DOCKER_HOST: host = '' } = io.environment
  if (engine.args.length === 0 && host !== '') return withoutUser(host)
  const format = ['--format', '{{.Name}} ({{.Endpoints.docker.Host}})']
  const name = engine.args[1] === undefined ? [] : [engine.args[1]]
  const { exitCode, stdout } = await io.run({
    program: engine.program,
    args: ['context', 'inspect', ...format, ...name],
  })
  return exitCode === 0 ? withoutUser(stdout.trim()) : ''
}

function withoutUser(address: string): string {
  return address.replace(/(:\/\/)[^/@\s]*:[^/@\s]*@/, '$1')
}

/** As `df` says, where the folder is on this machine. */
async function freeBytes(root: string, io: Io): Promise<number | undefined> {
  if (!root.startsWith('/') || !(await io.files.exists(root).catch(() => false))) return undefined
  try {
    const { exitCode, stdout } = await io.run({ program: 'df', args: ['-Pk', '--', root] })
    const kilobytes = Number(stdout.trim().split('\n').at(-1)?.split(/\s+/)[3])
    return exitCode === 0 && Number.isFinite(kilobytes) ? kilobytes * 1024 : undefined
  } catch {
    // No df here: it was worth a try.
    return undefined
  }
}
