import type { BuildJob } from '../model/image.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Arguments that every Containerfile takes without declaring them, and that do not end in the image or its cache key. */
const proxyNames = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY']

/** Names that would change the engine's own command if they were put into its environment. */
const reserved =
  /^(PATH|HOME|USER|SHELL|TMPDIR|.*_proxy|DOCKER_.*|BUILDX?_.*|BUILDKIT_.*|LD_.*|XDG_.*|SSL_.*|CONTAINERS?_.*|STORAGE_.*|REGISTRY_.*|GO[A-Z]+)$/i

/** The image's build arguments and this machine's proxies. */
export function buildArguments(job: BuildJob, environment: Environment): Readonly<Record<string, string>> {
  const proxies = proxyNames.flatMap((name) =>
    [name, name.toLowerCase()].flatMap((spelling) => {
      const value = environment[spelling]
      return value === undefined || value === '' ? [] : [[spelling, value] as const]
    }),
  )
  return { ...Object.fromEntries(proxies), ...job.buildArgs }
}

/**
 * The same as flags of `docker build` and `podman build`: names on the command line, where others can read,
 * and values in the environment; only a name that would disturb the engine itself is written out.
 */
export function argumentFlags(
  job: BuildJob,
  environment: Environment,
): { readonly flags: readonly string[]; readonly env: Readonly<Record<string, string>> } {
  const entries = Object.entries(buildArguments(job, environment)).sort(([a], [b]) => (a < b ? -1 : 1))
  const inherited = (name: string, value: string) => environment[name] === value
  return {
    flags: entries.flatMap(([name, value]) => [
      '--build-arg',
      reserved.test(name) && !inherited(name, value) ? `${name}=${value}` : name,
    ]),
    env: Object.fromEntries(entries.filter(([name, value]) => !reserved.test(name) && !inherited(name, value))),
  }
}
