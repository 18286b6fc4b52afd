import { StackError } from '../errors.ts'
import { isHeaderValue } from '../model/header-value.ts'
import type { Io } from '../model/io.ts'
import { Secret } from '../model/secret.ts'
import type { VaultSource } from '../model/stack-secrets.ts'

/** Where Vault is: what the file leaves open is filled from the environment. */
export interface VaultPlace {
  /** Without a slash at its end. */
  readonly address: string
  readonly namespace?: string
}

export interface VaultSettings extends VaultPlace {
  readonly logIn: LogInMethod
}

export type LogInMethod =
  | { readonly kind: 'token'; readonly token: Secret }
  | { readonly kind: 'approle'; readonly mount: string; readonly roleId: Secret; readonly secretId: Secret }
  | {
      readonly kind: 'jwt'
      readonly mount: string
      readonly role?: string
      readonly audience: string
      /** Nobody chose it: there was nothing else to log in with. */
      readonly guessed?: true
    }

type Environment = Io['environment']

/** @throws StackError SECRET_MISSING naming the variables that are not set, SECRET_INVALID; CONFIG_INVALID as `readPlace`. */
export function readSettings(source: VaultSource, environment: Environment): VaultSettings {
  const place = readPlace(source, environment)
  return { ...place, logIn: readLogIn({ ...source, audience: source.audience ?? place.address }, environment) }
}

/** What Vault tells everybody needs no more. @throws StackError CONFIG_INVALID for an address that is none. */
export function readPlace(source: VaultSource, environment: Environment): VaultPlace {
  const namespace = source.namespace ?? valueOf(environment, 'VAULT_NAMESPACE')
  if (!isHeaderValue(namespace ?? '')) throw noHeader('the namespace of Vault')
  return {
    address: readAddress(source.address ?? valueOf(environment, 'VAULT_ADDR')),
    ...(namespace === undefined ? {} : { namespace }),
  }
}

/** True where requests, and the token in them, cross a network that others can read. */
export function isClearText({ address }: Pick<VaultPlace, 'address'>): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'http:' && !/^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

function readAddress(address: string | undefined): string {
  if (address === undefined) {
    throw new StackError({
      code: 'SECRET_MISSING',
      message: 'Vault is asked and its address is not known',
      hint: 'Set ci_cd.secrets.vault.address: https://vault.example.com:8200, or VAULT_ADDR in the environment',
    })
  }
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isPlain = url?.username === '' && url.password === '' && url.search === ''
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || !isPlain) {
    throw new StackError({
      code: 'CONFIG_INVALID',
      message: 'the address of Vault is not a plain http or https URL',
      hint: 'Write it as https://vault.example.com:8200, without a user, a password or a query',
    })
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

function readLogIn(
  { auth, mount, role, audience }: VaultSource & { readonly audience: string },
  environment: Environment,
): LogInMethod {
  const variable = (name: string) => {
    const value = valueOf(environment, name)
    return value === undefined ? undefined : new Secret(name, value)
  }
  const token = variable('VAULT_TOKEN')
  const roleId = variable('VAULT_ROLE_ID')
  const secretId = variable('VAULT_SECRET_ID')
  const kind = auth ?? guess(token !== undefined, roleId !== undefined || secretId !== undefined)
  switch (kind) {
    case 'token':
      if (token === undefined) throw notSet('token', ['VAULT_TOKEN'])
      if (!isHeaderValue(token.reveal())) throw noHeader('VAULT_TOKEN')
      return { kind, token }
    case 'approle':
      if (roleId === undefined || secretId === undefined) {
        const names = [
          ...(roleId === undefined ? ['VAULT_ROLE_ID'] : []),
          ...(secretId === undefined ? ['VAULT_SECRET_ID'] : []),
        ]
        throw notSet('approle', names)
      }
      return { kind, mount: trim(mount) ?? 'approle', roleId, secretId }
    case 'jwt':
      return {
        kind,
        mount: trim(mount) ?? 'jwt',
        ...(role === undefined ? {} : { role }),
        audience,
        ...(auth === undefined ? { guessed: true } : {}),
      }
  }
}

/** A token before AppRole before an identity token, which needs nothing in the environment. */
function guess(hasToken: boolean, hasAppRole: boolean): LogInMethod['kind'] {
  if (hasToken) return 'token'
  return hasAppRole ? 'approle' : 'jwt'
}

function notSet(method: string, names: readonly string[]): StackError {
  return new StackError({
    code: 'SECRET_MISSING',
    message: `Vault is asked with auth: ${method}, but ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not set`,
    hint: `Pass ${names.length === 1 ? 'it' : 'them'} to the step, or choose another ci_cd.secrets.vault.auth: token, approle or jwt`,
  })
}

function noHeader(what: string): StackError {
  return new StackError({
    code: 'SECRET_INVALID',
    message: `${what} holds a line end, or a character that no HTTP header can carry`,
    hint: 'Pass it again, as one line: two tokens under each other look like this, and a file that is no text',
  })
}

/** CI systems pass a variable that does not exist as an empty text. */
function valueOf(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim()
  return value === '' ? undefined : value
}

/** `auth/jwt/` and `jwt` name the same mount. */
function trim(mount: string | undefined): string | undefined {
  return mount?.replace(/^\/*(auth\/)?/, '').replace(/\/+$/, '')
}
