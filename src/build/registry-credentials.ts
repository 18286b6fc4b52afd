import type { Io } from '../model/io.ts'
import { Secret } from '../model/secret.ts'

/** What a registry's token service is given: user and password as a Basic header, or a form with a refresh token. */
export interface Credentials {
  readonly basic?: Secret
  /** The body of the token request (OAuth 2, RFC 6749 section 6) with these further parameters. */
  readonly refreshForm?: (parameters: Readonly<Record<string, string>>) => Secret
}

interface DockerConfig {
  readonly auths?: Readonly<Record<string, { readonly auth?: string; readonly identitytoken?: string }>>
  readonly credsStore?: string
  readonly credHelpers?: Readonly<Record<string, string>>
}

/**
 * Looks for what `docker login` or `podman login` left for a registry, helpers included.
 * Nothing found, or a helper that fails, is an anonymous request: the registry then says what it thinks of it.
 */
export async function findCredentials(registry: string, io: Io): Promise<Credentials | undefined> {
  const keys =
    registry === 'docker.io' ? ['https://index.docker.io/v1/', 'docker.io'] : [registry, `https://${registry}`]
  for (const file of configFiles(io)) {
    const config = await readConfig(file, io)
    if (config === undefined) continue
    for (const key of keys) {
      const helper = config.credHelpers?.[key] ?? config.credsStore
      const found = helper === undefined ? readAuth(config, key, io) : await askHelper(helper, key, io)
      if (found !== undefined) return found
    }
  }
  return undefined
}

function configFiles(io: Io): readonly string[] {
  const { DOCKER_CONFIG, REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR, HOME } = io.environment
  const docker = DOCKER_CONFIG ?? (HOME === undefined ? undefined : `${HOME}/.docker`)
  const candidates = [
    docker === undefined ? undefined : `${docker}/config.json`,
    REGISTRY_AUTH_FILE,
    XDG_RUNTIME_DIR === undefined ? undefined : `${XDG_RUNTIME_DIR}/containers/auth.json`,
  ]
  return candidates.flatMap((path) => (path === undefined || path === '' ? [] : [path]))
}

async function readConfig(path: string, io: Io): Promise<DockerConfig | undefined> {
  try {
    const value: DockerConfig | null = JSON.parse(await io.files.read(path))
    return value ?? undefined
  } catch {
    return undefined
  }
}

function readAuth(config: DockerConfig, key: string, io: Io): Credentials | undefined {
  const entry = config.auths?.[key]
  if (entry === undefined) return undefined
  const { auth, identitytoken } = entry
  if (identitytoken !== undefined && identitytoken !== '') {
    return refreshing(identitytoken, io)
  }
  if (auth === undefined || auth === '') return undefined
  const password = Buffer.from(auth, 'base64').toString('utf8').split(':').slice(1).join(':')
  keep(new Secret('registry password', password), io)
  keep(new Secret('registry credentials', auth), io)
  return { basic: keep(new Secret('registry credentials', `Basic ${auth}`), io) }
}

async function askHelper(helper: string, key: string, io: Io): Promise<Credentials | undefined> {
  if (!/^[\w.-]+$/.test(helper)) return undefined
  try {
    const command = { program: `docker-credential-${helper}`, args: ['get'], stdin: key }
    const { exitCode, stdout } = await io.run(command, { timeoutSeconds: 10 })
    if (exitCode !== 0) return undefined
    const { Username: user, Secret: password }: { Username?: string; Secret?: string } = JSON.parse(stdout)
    if (user === undefined || password === undefined) return undefined
    // The helpers' protocol: this user name says that the secret is a refresh token.
    if (user === '<token>') return refreshing(password, io)
    keep(new Secret('registry password', password), io)
    const encoded = Buffer.from(`${user}:${password}`).toString('base64')
    return { basic: keep(new Secret('registry credentials', `Basic ${encoded}`), io) }
  } catch {
    return undefined
  }
}

function refreshing(token: string, io: Io): Credentials {
  keep(new Secret('registry refresh token', token), io)
  return {
    refreshForm: (parameters) => {
      const form = new URLSearchParams({ grant_type: 'refresh_token', ...parameters, refresh_token: token })
      return new Secret('registry token request', form.toString())
    },
  }
}

function keep(secret: Secret, io: Io): Secret {
  io.redactor.add(secret)
  return secret
}
