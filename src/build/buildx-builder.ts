import type { BuildContext } from '../model/image.ts'
import { engineCommand } from './detect-engine.ts'

/** What `docker buildx inspect` says of a builder. */
export interface BuildxBuilder {
  readonly name: string
  /** docker, docker-container, kubernetes, remote, cloud. */
  readonly driver: string
  /** Of its first node: running, inactive, or why it does not answer. */
  readonly status: string
  /** It can bring layers elsewhere; docker's own cannot without containerd's image store. */
  readonly exports: boolean
}

/** Asks for the builder that would build; undefined where there is none of that name. Does not throw. */
export async function inspectBuilder({
  engine,
  builder,
  io,
}: Pick<BuildContext, 'engine' | 'builder' | 'io'>): Promise<BuildxBuilder | undefined> {
  const words = ['buildx', 'inspect', ...(builder === undefined ? [] : [builder])]
  // Only then it lists its features (since 0.11).
  const command = { ...engineCommand(engine, words), env: { DEBUG: '1' } }
  const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 30 })
  return exitCode === 0 ? readBuilder(stdout) : undefined
}

/** Reads lines `Key: value`, of the builder and of its first node. */
export function readBuilder(text: string): BuildxBuilder | undefined {
  const value = (key: string) => new RegExp(`^\\s*${key}:\\s*(\\S.*)$`, 'm').exec(text)?.[1]?.trim()
  const [name, driver] = [value('Name'), value('Driver')]
  if (name === undefined || driver === undefined) return undefined
  const feature = value('Cache export')
  const exports = feature === undefined ? driver !== 'docker' : feature === 'true'
  return { name, driver, status: value('Status') ?? value('Error') ?? 'unknown', exports }
}
