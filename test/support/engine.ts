import { execFileSync } from 'node:child_process'

/** One container of a Compose project as the engine has it. */
export interface Container {
  readonly id: string
  readonly service: string
  readonly image: string
  readonly running: boolean
  /** ISO 8601 with nanoseconds: sorts as text. */
  readonly startedAt: string
  readonly env: readonly string[]
}

export function docker(...args: readonly string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
}

/** service → container, of the containers that a Compose project has now, stopped ones included. */
export function containersOf(project: string): Readonly<Record<string, Container>> {
  const ids = list('ps', '--all', '--quiet', ...ofProject(project))
  if (ids.length === 0) return {}
  const found: readonly InspectedContainer[] = JSON.parse(docker('inspect', ...ids))
  return Object.fromEntries(
    found.map(({ Id, Image, State, Config }) => {
      const service = Config.Labels['com.docker.compose.service'] ?? Id
      return [
        service,
        { id: Id, service, image: Image, running: State.Running, startedAt: State.StartedAt, env: Config.Env ?? [] },
      ]
    }),
  )
}

interface InspectedContainer {
  readonly Id: string
  readonly Image: string
  readonly State: { readonly Running: boolean; readonly StartedAt: string }
  readonly Config: { readonly Labels: Readonly<Record<string, string>>; readonly Env: readonly string[] | null }
}

/** What identifies a container and that it was not restarted. */
export function identities(project: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.values(containersOf(project)).map((one) => [one.service, `${one.id} ${one.startedAt}`]),
  )
}

/** Names of volumes whose name begins with the project's. */
export function volumesOf(project: string): readonly string[] {
  return list('volume', 'ls', '--quiet').filter((name) => name.startsWith(`${project}_`))
}

export function networksOf(project: string): readonly string[] {
  return list('network', 'ls', '--quiet', ...ofProject(project))
}

/** Removes all that an earlier, broken run may have left of a project. */
export function removeProject(project: string): void {
  const byName = list('ps', '--all', '--quiet', '--filter', `name=^${project}-`)
  const containers = new Set([...list('ps', '--all', '--quiet', ...ofProject(project)), ...byName])
  if (containers.size > 0) docker('rm', '--force', '--volumes', ...containers)
  const networks = networksOf(project)
  if (networks.length > 0) docker('network', 'rm', ...networks)
  const volumes = volumesOf(project)
  if (volumes.length > 0) docker('volume', 'rm', '--force', ...volumes)
}

function ofProject(project: string): readonly string[] {
  return ['--filter', `label=com.docker.compose.project=${project}`]
}

function list(...args: readonly string[]): readonly string[] {
  return docker(...args)
    .split('\n')
    .filter((line) => line !== '')
}
