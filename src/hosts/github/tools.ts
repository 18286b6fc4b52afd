import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { StackError } from '../../errors.ts'
import type { Environment, Host, ToolName } from '../../model/host.ts'
import type { BriefRun } from '../../model/io.ts'
import { shadowDockerConfig } from './docker-config.ts'

type ToolCache = Pick<typeof import('@actions/tool-cache'), 'find' | 'downloadTool' | 'cacheFile'>

/** A program of a publisher, in the one version that was tried with this one. */
interface Tool {
  readonly version: string
  /** The name it must have to be found. */
  readonly file: string
  /** How it answers where it is there. */
  readonly probe: readonly [program: string, ...args: string[]]
  /** Paths below `publishers[tool]`. */
  readonly program: (architecture: Architecture, version: string) => string
  readonly checksums: (architecture: Architecture, version: string) => string
  /**
   * SHA-256 of the program in this version, as Kubespray and the Docker Official Images have it: whoever has taken over the publisher's
   * server cannot bring another program with its own sum. Absent: the publisher's list counts.
   */
  readonly sums?: Sums
}

type Sums = Readonly<Record<Architecture['go'], string>>

interface Architecture {
  /** As Go and Kubernetes call it. */
  readonly go: 'amd64' | 'arm64'
  /** As Linux calls it. */
  readonly machine: 'x86_64' | 'aarch64'
}

const tools: Readonly<Record<ToolName, Tool>> = {
  kubectl: {
    version: '1.34.1',
    file: 'kubectl',
    probe: ['kubectl', 'version', '--client'],
    program: ({ go }, version) => `v${version}/bin/linux/${go}/kubectl`,
    checksums: ({ go }, version) => `v${version}/bin/linux/${go}/kubectl.sha256`,
    sums: {
      amd64: '7721f265e18709862655affba5343e85e1980639395d5754473dafaadcaa69e3',
      arm64: '420e6110e3ba7ee5a3927b5af868d18df17aae36b720529ffa4e9e945aa95450',
    },
  },
  buildx: {
    version: '0.38.2',
    file: 'docker-buildx',
    probe: ['docker', 'buildx', 'version'],
    program: ({ go }, version) => `v${version}/buildx-v${version}.linux-${go}`,
    checksums: (_architecture, version) => `v${version}/checksums.txt`,
  },
  compose: {
    version: '2.40.3',
    file: 'docker-compose',
    probe: ['docker', 'compose', 'version'],
    program: ({ machine }, version) => `v${version}/docker-compose-linux-${machine}`,
    checksums: ({ machine }, version) => `v${version}/docker-compose-linux-${machine}.sha256`,
    sums: {
      amd64: 'dba9d98e1ba5bfe11d88c99b9bd32fc4a0624a30fafe68eea34d61a3e42fd372',
      arm64: 'd26373b19e89160546d15407516cc59f453030d9bc5b43ba7faf16f7b4980137',
    },
  },
}

/** Where each publisher has its releases. */
export const publishers: Readonly<Record<ToolName, string>> = {
  kubectl: 'https://dl.k8s.io/release',
  buildx: 'https://github.com/docker/buildx/releases/download',
  compose: 'https://github.com/docker/compose/releases/download',
}

export interface ToolOptions {
  readonly environment: Environment
  /** makeStepFolder: what is put in it is gone after the job. */
  readonly folder: string
  readonly runBrief: BriefRun
  readonly toolCache: () => Promise<ToolCache>
  readonly publishers?: Readonly<Record<ToolName, string>>
  /** In the place of those that are known here. */
  readonly sums?: Readonly<Partial<Record<ToolName, Sums>>>
}

/** Fetches programs that are missing through the runner's tool cache, and puts them on PATH or beside docker for this run alone. */
export function toolProvider(options: ToolOptions): NonNullable<Host['provideTools']> {
  return async (wanted, progress) => {
    const { environment, folder } = options
    const missing: ToolName[] = []
    for (const name of wanted) if (await isMissing(name, options)) missing.push(name)
    if (missing.length === 0) return {}
    const cache = await options.toolCache()
    const plugins: Record<string, string> = {}
    const paths: string[] = []
    for (const name of missing) {
      const { file, version } = tools[name]
      const place = cache.find(name, version) || (await fetchTool(name, cache, options))
      progress.line(`${name} ${version} for this run: there is none here`)
      if (file.startsWith('docker-')) plugins[file] = join(place, file)
      else paths.push(place)
    }
    return {
      ...(paths.length === 0 ? {} : { PATH: [...paths, environment.PATH ?? ''].join(delimiter) }),
      ...(Object.keys(plugins).length === 0 ? {} : { DOCKER_CONFIG: shadowDockerConfig(environment, folder, plugins) }),
    }
  }
}

/** A plugin without its docker is no use; what is said then is that there is no engine. */
async function isMissing(name: ToolName, { environment, runBrief }: ToolOptions): Promise<boolean> {
  const [program, ...args] = tools[name].probe
  try {
    const { exitCode } = await runBrief({ program, args }, definedOnly(environment))
    return exitCode !== 0
  } catch (error) {
    if (!(error instanceof StackError) || error.code !== 'TOOL_MISSING') throw error
    return name === 'kubectl'
  }
}

async function fetchTool(name: ToolName, cache: ToolCache, options: ToolOptions): Promise<string> {
  const { checksums, file, program, sums, version } = tools[name]
  const architecture = thisArchitecture(name)
  const base = (options.publishers ?? publishers)[name]
  const address = `${base}/${program(architecture, version)}`
  const download = async (url: string) => {
    try {
      return await cache.downloadTool(url)
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw refuse(name, `${url} could not be fetched: ${reason}`, cause)
    }
  }
  const fromList = async () => {
    const list = await readFile(await download(`${base}/${checksums(architecture, version)}`), 'utf8')
    return checksumIn(list, address.slice(address.lastIndexOf('/') + 1))
  }
  const pinned = (options.sums === undefined ? sums : options.sums[name])?.[architecture.go]
  const wanted = pinned ?? (await fromList())
  if (wanted === undefined) throw refuse(name, `its publisher names no checksum for ${address}`)
  const path = await download(address)
  const found = createHash('sha256')
  await pipeline(createReadStream(path), found)
  if (found.digest('hex') !== wanted)
    throw refuse(
      name,
      `${address} does not have the checksum that ${pinned === undefined ? 'its publisher names' : 'is known here'}`,
    )
  await chmod(path, 0o755)
  return cache.cacheFile(path, file, name, version)
}

/** A file with one checksum, or lines of `<hex> *<name>`. */
function checksumIn(list: string, file: string): string | undefined {
  if (/^[0-9a-f]{64}\s*$/.test(list)) return list.trim()
  const lines = list.split('\n').map((line) => /^([0-9a-f]{64}) [ *](\S+)\s*$/.exec(line))
  return lines.find((line) => line?.[2] === file)?.[1]
}

function thisArchitecture(name: ToolName): Architecture {
  if (process.platform === 'linux' && process.arch === 'x64') return { go: 'amd64', machine: 'x86_64' }
  if (process.platform === 'linux' && process.arch === 'arm64') return { go: 'arm64', machine: 'aarch64' }
  throw refuse(name, `nothing is known to fetch for ${process.platform} on ${process.arch}`)
}

function refuse(name: ToolName, reason: string, cause?: unknown): StackError {
  return new StackError({
    code: 'TOOL_MISSING',
    message: `${name} is not here, and ${reason}`,
    hint: `Install ${name} in a step before this one; network.offline: true keeps this action from fetching it`,
    cause,
  })
}

function definedOnly(environment: Environment): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
