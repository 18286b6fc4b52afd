import type { Engine } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import { engineCommand } from './detect-engine.ts'

/** An image in the engine's own store. */
export interface StoredImage {
  /** `sha256:<hex>`, also where podman prints the hex alone. */
  readonly id: string
  /** `name@sha256:…` under which registries know it. */
  readonly repoDigests: readonly string[]
  readonly labels: Readonly<Record<string, string>>
}

/** What docker and podman print alike, without a format: their templates know other names. */
interface Inspected {
  readonly Id: string
  readonly RepoDigests?: readonly string[] | null
  readonly Config?: { readonly Labels?: Readonly<Record<string, string>> | null } | null
}

/** Looks into the engine's store; undefined when it has no such image. */
export async function inspectImage(engine: Engine, reference: string, io: Io): Promise<StoredImage | undefined> {
  const command = engineCommand(engine, ['image', 'inspect', reference])
  const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 30 })
  if (exitCode !== 0) return undefined
  const [value]: readonly Inspected[] = JSON.parse(stdout)
  if (value === undefined) return undefined
  return {
    id: value.Id.startsWith('sha256:') ? value.Id : `sha256:${value.Id}`,
    repoDigests: value.RepoDigests ?? [],
    labels: value.Config?.Labels ?? {},
  }
}

/** Gives an image of the store a second name; it is a convenience, so failing is no error. */
export async function tagImage(engine: Engine, id: string, tag: string, io: Io): Promise<void> {
  await io.run(engineCommand(engine, ['tag', id, tag]), { timeoutSeconds: 30 })
}
