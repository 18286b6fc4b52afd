import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The clone's folder. */
export const root = join(import.meta.dirname, '../..')

/** What set-up found and started on this machine; `npm test` and `npm run test:e2e` run it first. */
export interface Machine {
  /** `host:port` of an image registry on loopback, plain HTTP. */
  readonly registry: string
  /** Small images that the engine and the registry have. */
  readonly images: { readonly busybox: string; readonly python: string }
  /** A base image with Python 3.11 or later that the engine has or can pull. */
  readonly base: string
  /** Python 3.13, whose TLS checks are strict by default; null where the machine has none. */
  readonly python313: string | null
}

/** @throws Error naming the command that writes the facts. */
export function readMachine(): Machine {
  try {
    return JSON.parse(readFileSync(join(root, 'build/machine.json'), 'utf8'))
  } catch (cause) {
    throw new Error('no build/machine.json: run node scripts/setup.mjs test', { cause })
  }
}
