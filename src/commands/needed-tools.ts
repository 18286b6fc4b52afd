import { isPodman } from '../build/detect-engine.ts'
import type { Environment, ToolName } from '../model/host.ts'
import type { StackConfig } from '../model/stack.ts'
import type { Session } from './session.ts'
import type { CommandName } from './table.ts'

/** They make images that are missing. */
const builds: ReadonlySet<string> = new Set<CommandName>(['build', 'deploy'])

/** They read files alone. */
const withoutTarget: ReadonlySet<string> = new Set<CommandName>(['build', 'generate', 'rbac', 'validate', 'config'])

/** The programs that a command needs on this stack, as far as a host can fetch them. Pure. */
export function neededTools(
  command: string,
  config: Pick<StackConfig, 'deployment' | 'gateway' | 'plugins'>,
): readonly ToolName[] {
  const { deployment, gateway, plugins } = config
  // Podman builds and composes in its own way.
  const docker = !isPodman(deployment.containerEngine ?? 'docker')
  const hasSource = [gateway, ...plugins].some(({ source }) => source.kind !== 'image')
  return [
    ...(deployment.type === 'kubernetes' && !withoutTarget.has(command) ? (['kubectl'] as const) : []),
    ...(deployment.type === 'compose' && docker && !withoutTarget.has(command) ? (['compose'] as const) : []),
    ...(hasSource && docker && builds.has(command) ? (['buildx'] as const) : []),
  ]
}

/** The environment with what the host fetched; undefined where it is as it was. */
export async function provideTools(session: Session, config: StackConfig): Promise<Environment | undefined> {
  const tools = neededTools(session.command, config)
  if (config.network.offline === true || tools.length === 0) return undefined
  const added = await session.host.provideTools?.(tools, session.io.progress)
  if (added === undefined || Object.keys(added).length === 0) return undefined
  return { ...session.host.environment, ...added }
}
