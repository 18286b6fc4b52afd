import { StackError } from '../../errors.ts'
import type { VaultAnswer } from '../../vault/client.ts'
import { fieldOf } from '../../vault/field.ts'
import type { VaultSession } from '../../vault/session.ts'

/** What is at one path of a KV engine. */
export interface KvDocument {
  /** As it was asked for: `secret/data/mcp`. */
  readonly path: string
  readonly values: Readonly<Record<string, unknown>>
  /** Absent in version 1 of the engine, which keeps none. */
  readonly version?: string
}

/**
 * Reads a path of a KV engine of either version: `secret/data/mcp` as Vault's HTTP interface has it, or `secret/mcp` as
 * `vault kv get` has it, whose mount is then looked up.
 *
 * @throws StackError SECRET_MISSING, SECRET_FORBIDDEN, SECRET_UNREACHABLE
 */
export async function readKv(vault: VaultSession, path: string, version: string | undefined): Promise<KvDocument> {
  const direct = path.split('/').includes('data') ? await read(vault, path, version) : undefined
  if (direct !== undefined && !isWrongPath(direct)) return await toDocument(vault, path, version, direct)

  const real = await findPath(vault, path)
  const answer = direct !== undefined && real === path ? direct : await read(vault, real, version)
  return await toDocument(vault, real, version, answer)
}

function read(vault: VaultSession, path: string, version: string | undefined): Promise<VaultAnswer> {
  const query = version === undefined ? '' : `?version=${version}`
  return vault.ask({ path: `${path.split('/').map(encodeURIComponent).join('/')}${query}` })
}

/** `secret/app/data/x` is `secret/data/app/data/x` to the engine, which says so only to who may read the former. */
function isWrongPath({ status, body }: VaultAnswer): boolean {
  const warnings = fieldOf(body, 'warnings')
  const isInvalid = Array.isArray(warnings) && warnings.some((text) => /invalid path/i.test(String(text)))
  return status === 403 || (status === 404 && isInvalid)
}

/** The path of the HTTP interface. Vault tells its mounts everybody who may do anything below them. */
async function findPath(vault: VaultSession, path: string): Promise<string> {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  const { status, body } = await vault.ask({ path: `sys/internal/ui/mounts/${encoded}` })
  const data = fieldOf(body, 'data')
  const mount = fieldOf(data, 'path')
  const [first = '', ...rest] = path.split('/')
  if (status !== 200 || typeof mount !== 'string') {
    // Also what it says where nothing is mounted.
    throw await vault.forbidden(rest[0] === 'data' ? path : `${first}/data/${rest.join('/')}`, 'read')
  }
  const inside = path.slice(mount.length)
  return fieldOf(fieldOf(data, 'options'), 'version') === '2' && !inside.startsWith('data/')
    ? `${mount}data/${inside}`
    : path
}

async function toDocument(
  vault: VaultSession,
  path: string,
  version: string | undefined,
  { status, body, reason }: VaultAnswer,
): Promise<KvDocument> {
  if (status === 403) throw await vault.forbidden(path, 'read')
  const data = fieldOf(body, 'data')
  if (status === 404) throw nothingThere(path, version, fieldOf(data, 'metadata'))
  if (status !== 200 || !isRecord(data)) {
    throw new StackError({
      code: 'SECRET_UNREACHABLE',
      message: `Vault at ${vault.address} answers for ${path} with HTTP ${status}${reason === '' ? '' : `: ${reason}`}`,
      hint: `vault kv get ${path}`,
    })
  }
  const metadata = data['metadata']
  if (!isRecord(data['data']) || !isRecord(metadata)) {
    if (version !== undefined) throw noVersions(path, version)
    return { path, values: data }
  }
  const current = metadata['version']
  return { path, values: data['data'], ...(typeof current === 'string' ? { version: current } : {}) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param metadata  What the engine still says of a version that was deleted. */
function nothingThere(path: string, version: string | undefined, metadata: unknown): StackError {
  const gone = fieldOf(metadata, 'destroyed') === true ? 'was destroyed' : 'was deleted'
  const current = fieldOf(metadata, 'version')
  const which = typeof current === 'string' ? current : version
  return new StackError({
    code: 'SECRET_MISSING',
    message:
      metadata === undefined
        ? `nothing is at ${path}${version === undefined ? '' : ` in version ${version}`}`
        : `version ${which ?? ''} of ${path} ${gone}`,
    hint:
      metadata === undefined
        ? 'vault kv put makes it; a path of another mount or namespace looks the same'
        : 'Put it there again, or name another version: …#KEY?version=N',
  })
}

function noVersions(path: string, version: string): StackError {
  return new StackError({
    code: 'CONFIG_INVALID',
    message: `${path} is in a KV engine of version 1, which keeps no version ${version}`,
    hint: 'Leave ?version=… out of the reference',
  })
}
