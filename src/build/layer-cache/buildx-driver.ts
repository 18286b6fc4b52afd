import type { BuildContext } from '../../model/image.ts'
import { engineCommand } from '../detect-engine.ts'

/** What `docker buildx inspect` says of a builder. */
export interface BuildxDriver {
  /** docker, docker-container, kubernetes, remote, cloud; absent when it does not answer. */
  readonly driver?: string
  readonly exports: boolean
}

/** Asks which driver builds, and whether it can bring layers elsewhere. Does not throw. */
export async function inspectDriver({
  engine,
  builder,
  io,
}: Pick<BuildContext, 'engine' | 'builder' | 'io'>): Promise<BuildxDriver> {
  const words = ['buildx', 'inspect', ...(builder === undefined ? [] : [builder])]
  // Only then it lists its features (since 0.11).
  const command = { ...engineCommand(engine, words), env: { DEBUG: '1' } }
  const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 30 })
  return exitCode === 0 ? readInspect(stdout) : { exports: false }
}

/** Reads the text of `docker buildx inspect`. */
export function readInspect(text: string): BuildxDriver {
  const driver = /^Driver:\s+(\S+)/m.exec(text)?.[1]
  const feature = /^\s*Cache export:\s+(true|false)/m.exec(text)?.[1]
  const exports = feature === undefined ? driver !== undefined && driver !== 'docker' : feature === 'true'
  return { exports, ...(driver === undefined ? {} : { driver }) }
}
