import type { Certificate } from '../../model/certificate.ts'
import type { EnvValue } from '../../model/env-value.ts'
import type { PullValue, SecretDatum, UnnamedObject } from '../../model/kubernetes.ts'
import { isPending, type Maybe, type Pending } from '../../model/pending.ts'
import { shortHash } from './json.ts'

/** Where values, and what tells one from another, come from. */
export interface ContentSources {
  /** Keyed hash of a secret value; `name` is `component.VARIABLE`. */
  readonly digest: (value: EnvValue, name: string) => Maybe<string>
  readonly certificate: (component: string) => Maybe<Certificate>
}

/** What an object holds beside its manifest. */
export interface Content {
  /** Equal for equal values, and says nothing about them. */
  readonly identity: unknown
  readonly data?: Readonly<Record<string, SecretDatum>>
  /** Variable → keyed hash, for reports. */
  readonly digests: Readonly<Record<string, string>>
  readonly pending: readonly Pending[]
}

const nothing: Content = { identity: null, digests: {}, pending: [] }

/** The values of one object; ConfigMaps have theirs in the manifest. */
export function readContent(object: UnnamedObject, sources: ContentSources): Content {
  const { values, component } = object
  if (values === undefined) return nothing
  if (values.kind === 'env') return readEnv(values.env, component, sources)
  if (values.kind === 'pull') return readPull(values.credentials, sources)
  return readCertificate(sources.certificate(values.component))
}

/** Name of an object that its content names; a content that is not there yet is known by what asks for it. */
export function contentName(object: UnnamedObject, { identity, pending }: Content): string {
  const { data, binaryData } = object.manifest
  const hash = shortHash([data, binaryData, identity], 10)
  return pending.length === 0 ? `${object.name}-${hash}` : `${object.name}-pending-${hash}`
}

function readEnv(env: Readonly<Record<string, EnvValue>>, component: string, { digest }: ContentSources): Content {
  const read = Object.entries(env).map(([name, value]) => ({
    name,
    value,
    digest: digest(value, `${component}.${name}`),
  }))
  const digests = Object.fromEntries(read.map((entry) => [entry.name, showDigest(entry.digest)]))
  const data = Object.fromEntries(
    read.map((entry): [string, SecretDatum] => [
      entry.name,
      isPending(entry.digest)
        ? { kind: 'pending', pending: entry.digest }
        : { kind: 'env', name: `${component}.${entry.name}`, value: entry.value },
    ]),
  )
  return { identity: digests, digests, data, pending: read.map((entry) => entry.digest).filter((it) => isPending(it)) }
}

function readPull(credentials: readonly PullValue[], { digest }: ContentSources): Content {
  const read = credentials.map(({ registry, username, password }) => ({
    registry,
    username,
    digest: digest(password, `pull.${registry}`),
  }))
  const pending = read.map((entry) => entry.digest).filter((it) => isPending(it))
  const [first] = pending
  const datum: SecretDatum = first === undefined ? { kind: 'pull', credentials } : { kind: 'pending', pending: first }
  return {
    identity: read.map((entry) => ({ ...entry, digest: showDigest(entry.digest) })),
    digests: {},
    data: { '.dockerconfigjson': datum },
    pending,
  }
}

function readCertificate(certificate: Maybe<Certificate>): Content {
  if (isPending(certificate)) {
    const datum: SecretDatum = { kind: 'pending', pending: certificate }
    return {
      identity: `pending ${certificate.key}`,
      digests: {},
      data: { 'tls.crt': datum, 'tls.key': datum, 'ca.crt': datum },
      pending: [certificate],
    }
  }
  const { fingerprint, chainPem, keyPem, trustBundlePem } = certificate
  return {
    // The key is bound to the leaf by its public key; the trust bundle changes alone during a roll-over of the CA.
    identity: [fingerprint, chainPem, trustBundlePem],
    digests: {},
    data: {
      'tls.crt': { kind: 'text', text: chainPem },
      'tls.key': { kind: 'text', text: keyPem },
      'ca.crt': { kind: 'text', text: trustBundlePem },
    },
    pending: [],
  }
}

function showDigest(digest: Maybe<string>): string {
  return isPending(digest) ? `secret:pending:${digest.key}` : `secret:${digest}`
}
