import { createHash } from 'node:crypto'
import type { HttpResponse, Io } from '../model/io.ts'
import { askOnce } from '../model/run-limited.ts'
import { Secret } from '../model/secret.ts'
import { type ImageReference, isLoopback } from './image-reference.ts'
import { type Credentials, findCredentials } from './registry-credentials.ts'
import { type Challenge, grantedActions, readChallenge } from './registry-token.ts'

/** What a registry says of a tag or digest. */
export type RegistryAnswer =
  | { readonly kind: 'found'; readonly digest: string }
  | { readonly kind: 'absent' }
  /** It answered and does not let us look: 401, 403 and the like. Many say so of what does not exist. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly reason: string }

/** The registries of one run; answers and tokens are kept for its length. */
export interface Registry {
  /** HEAD of a manifest. Never throws; a registry that is silent for five seconds is unreachable. */
  look(reference: ImageReference): Promise<RegistryAnswer>
  /** Labels of an image (of its first platform); undefined when they cannot be read. */
  labels(reference: ImageReference): Promise<Readonly<Record<string, string>> | undefined>
  /** `linux/amd64` …; empty when they cannot be read. */
  platforms(reference: ImageReference): Promise<readonly string[]>
  /** Whether it lets us in, and for how much; writes nothing. @throws an Error with the network's reason. */
  enter(registry: string, path: string, access: Access): Promise<Entry>
  /** Gives a manifest a second tag; false when the registry does not let us. */
  alias(from: ImageReference, tag: string): Promise<boolean>
}

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

const timeoutSeconds = 5

type Access = 'pull' | 'pull,push'

/** The answer to `GET /v2/` with a token for one repository. */
export interface Entry {
  readonly status: number
  /** What the token service granted (`pull`, `push`); absent where there is none, or its token does not say. */
  readonly granted?: readonly string[]
  readonly credentials: boolean
  /** The registry's clock. */
  readonly date?: string
}

interface Call {
  readonly method: string
  /** Below the repository; absent: the registry's own `/v2/`. */
  readonly path?: string
  readonly access: Access
  readonly body?: string
  readonly contentType?: string
}

/** Talks the OCI distribution protocol with the credentials `docker login` left. */
export function openRegistry(io: Io): Registry {
  const credentials = askOnce((registry) => findCredentials(registry, io))
  const tokens = new Map<string, Secret>()
  const grants = new WeakMap<Secret, readonly string[]>()

  const send = async (reference: ImageReference, call: Call): Promise<HttpResponse> => {
    const url = `${baseUrl(reference.registry)}/v2/${call.path === undefined ? '' : `${reference.path}/${call.path}`}`
    const scope = `${reference.registry}/${reference.path}:${call.access}`
    const request = (token: Secret | undefined) =>
      io.http({
        url,
        method: call.method,
        redirects: 'anonymous', // Blobs are often in a store of their own; registry.k8s.io sends manifests on too.
        timeoutSeconds,
        headers: {
          Accept: manifestTypes,
          ...(token === undefined ? {} : { Authorization: token }),
          ...(call.contentType === undefined ? {} : { 'Content-Type': call.contentType }),
        },
        ...(call.body === undefined ? {} : { body: call.body }),
      })
    const first = await request(tokens.get(scope))
    if (first.status !== 401) return first
    const challenge = readChallenge(first.headers['www-authenticate'] ?? '')
    const token = await authorize(
      challenge,
      `repository:${reference.path}:${call.access}`,
      await credentials(reference.registry),
    )
    if (token === undefined) return first
    tokens.set(scope, token)
    return request(token)
  }

  const authorize = async (
    challenge: Challenge,
    scope: string,
    known: Credentials | undefined,
  ): Promise<Secret | undefined> => {
    if (challenge.scheme === 'basic') return known?.basic
    const { realm, service } = challenge
    // A realm without TLS would be given the password in clear text.
    if (realm === undefined || !URL.canParse(realm)) return undefined
    const url = new URL(realm)
    if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return undefined
    const query = { ...(service === undefined ? {} : { service }), scope }
    const response = await io.http(
      known?.refreshForm === undefined
        ? {
            url: `${realm}${realm.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`,
            timeoutSeconds,
            headers: known?.basic === undefined ? {} : { Authorization: known.basic },
          }
        : {
            url: realm,
            method: 'POST',
            timeoutSeconds,
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: known.refreshForm({ ...query, client_id: 'mcp-deploy' }),
          },
    )
    if (response.status !== 200) return undefined
    const answer: { token?: string; access_token?: string } = JSON.parse(response.body)
    const value = answer.token ?? answer.access_token
    if (value === undefined) return undefined
    io.redactor.add(new Secret('registry token', value))
    const token = new Secret('registry token', `Bearer ${value}`)
    const granted = grantedActions(value)
    if (granted !== undefined) grants.set(token, granted)
    return token
  }

  const manifest = (reference: ImageReference, method: string) =>
    send(reference, { method, path: `manifests/${reference.digest ?? reference.tag}`, access: 'pull' })

  const look = async (reference: ImageReference): Promise<RegistryAnswer> => {
    try {
      const head = await manifest(reference, 'HEAD')
      if (head.status === 404) return { kind: 'absent' }
      // Busy or broken: another try may well succeed, so it is not an answer about the image.
      if (head.status === 429 || head.status >= 500) return { kind: 'unreachable', reason: `HTTP ${head.status}` }
      if (head.status !== 200) return { kind: 'refused', reason: `HTTP ${head.status}` }
      const digest = head.headers['docker-content-digest']
      if (digest !== undefined) return { kind: 'found', digest }
      const { body } = await manifest(reference, 'GET')
      return { kind: 'found', digest: `sha256:${createHash('sha256').update(body).digest('hex')}` }
    } catch (error) {
      return { kind: 'unreachable', reason: error instanceof Error ? error.message : String(error) }
    }
  }
  const answers = new Map<string, Promise<RegistryAnswer>>()

  /** The manifests behind a reference that are images: those of an index, or the one that it is. */
  const manifestsOf = async (reference: ImageReference): Promise<readonly Manifest[]> => {
    const parsed: Manifest = JSON.parse((await manifest(reference, 'GET')).body)
    const first = parsed.manifests?.find((entry) => entry.platform?.os !== 'unknown')
    if (first === undefined) return [parsed]
    return [JSON.parse((await manifest({ ...reference, digest: first.digest }, 'GET')).body)]
  }

  const configOf = async (reference: ImageReference, { config }: Manifest): Promise<ImageConfig> => {
    if (config === undefined) return {}
    const path = `blobs/${config.digest}`
    return JSON.parse((await send(reference, { method: 'GET', path, access: 'pull' })).body)
  }

  return {
    look(reference) {
      const key = `${reference.registry}/${reference.path}@${reference.digest ?? reference.tag}`
      const answer = answers.get(key) ?? look(reference)
      answers.set(key, answer)
      return answer
    },

    async labels(reference) {
      try {
        const [first] = await manifestsOf(reference)
        return first === undefined ? undefined : ((await configOf(reference, first)).config?.Labels ?? {})
      } catch {
        return undefined
      }
    },

    async platforms(reference) {
      try {
        const parsed: Manifest = JSON.parse((await manifest(reference, 'GET')).body)
        const listed = (parsed.manifests ?? []).flatMap(({ platform }) => showPlatform(platform) ?? [])
        if (listed.length > 0 || parsed.config === undefined) return listed
        return [showPlatform(await configOf(reference, parsed)) ?? []].flat()
      } catch {
        return []
      }
    },

    async enter(registry, path, access) {
      const { status, headers } = await send({ registry, path }, { method: 'GET', access })
      const token = tokens.get(`${registry}/${path}:${access}`)
      const granted = token && grants.get(token)
      const { date } = headers
      const known = await credentials(registry)
      return { status, credentials: known !== undefined, ...(granted && { granted }), ...(date && { date }) }
    },

    async alias(from, tag) {
      try {
        const { status, body, headers } = await manifest(from, 'GET')
        if (status !== 200) return false
        const contentType = headers['content-type'] ?? ''
        const put = await send(from, {
          method: 'PUT',
          path: `manifests/${tag}`,
          access: 'pull,push',
          body,
          contentType,
        })
        return put.status === 201
      } catch {
        return false
      }
    },
  }
}

interface Platform {
  readonly os?: string
  readonly architecture?: string
}

interface Manifest {
  readonly config?: { readonly digest: string }
  readonly manifests?: readonly { readonly digest: string; readonly platform?: Platform }[]
}

/** The part of an image's configuration that is read here; it has its platform beside it. */
interface ImageConfig extends Platform {
  readonly config?: { readonly Labels?: Readonly<Record<string, string>> }
}

/** Build records (attestations) stand in an index as `unknown/unknown`. */
function showPlatform({ os, architecture }: Platform = {}): string | undefined {
  return os === undefined || architecture === undefined || os === 'unknown' ? undefined : `${os}/${architecture}`
}

/** Docker Hub's API lives under another name; this machine's registries speak plain HTTP, as engines expect of them. */
function baseUrl(registry: string): string {
  if (registry === 'docker.io') return 'https://registry-1.docker.io'
  return `${isLoopback(registry) ? 'http' : 'https'}://${registry}`
}
