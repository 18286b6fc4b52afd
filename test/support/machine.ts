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
  /** A program that serves a real Vault at the address it is given; null where the machine cannot build one. */
  readonly vault: string | null
  /** moto_server, which emulates AWS; null where Python cannot make environments. */
  readonly moto: string | null
  /** A cluster for the end-to-end tests; null where the machine has none, and after `npm test`. */
  readonly kubernetes: KubernetesFacts | null
  /** What runs and checks pipelines; null after `npm test`. */
  readonly pipelines: PipelineFacts | null
}

/** Absolute paths of programs, and an image. */
export interface PipelineFacts {
  /** The FOLDER of a `node` 24, which GitHub gives an action: put it first on PATH. */
  readonly node24: string
  readonly act: string
  readonly gitlabCiLocal: string
  readonly actionlint: string
  readonly checkJsonschema: string
  readonly zizmor: string
  readonly buildkitd: string
  readonly shellcheck: string
  /** The builder image in the registry and in the engine; null where no kubectl is at hand to put into it. */
  readonly builderImage: string | null
}

export interface KubernetesFacts {
  /** The administrator's. */
  readonly kubeconfig: string
  /** Absolute path of a kubectl of the cluster's version. */
  readonly kubectl: string
  /** One JSON line for each request of a user that is no service account; null where we cannot read it. */
  readonly auditLog: string | null
  /** Set-up started it for these tests: nobody else is using it. */
  readonly ours: boolean
  /** `localhost:<port>`, from which the cluster pulls. */
  readonly registry: string
  /** `gateway`, `wordguard`, `mailmask`, `postgres`, `redis`: real ones; `tiny` and `tiny2`: a megabyte with httpd. */
  readonly images: Readonly<Record<ClusterImage, string>>
}

export type ClusterImage = 'gateway' | 'wordguard' | 'mailmask' | 'postgres' | 'redis' | 'tiny' | 'tiny2'

/** @throws Error naming the command that writes the facts. */
export function readMachine(): Machine {
  try {
    return JSON.parse(readFileSync(join(root, 'build/machine.json'), 'utf8'))
  } catch (cause) {
    throw new Error('no build/machine.json: run node scripts/setup.mjs test', { cause })
  }
}
