import type { Bundle, BundleComponent, Content } from '../model/bundle.ts'
import type { Certificate } from '../model/certificate.ts'
import type { EnvValue } from '../model/env-value.ts'
import type { Release, StackState, StoredContent, StoredVariable } from '../model/live.ts'
import type { Role } from '../model/plan.ts'
import type { Secret } from '../model/secret.ts'

const waves: Readonly<Record<Role, number>> = { postgres: 0, redis: 0, plugin: 1, gateway: 2 }

/**
 * A stored release as a bundle that can be applied again: its manifest, images and configuration, with the
 * certificates and secrets that `state` holds today. Pure.
 */
export function restoreCompose(release: Release, state: StackState): Bundle {
  const contents = Object.entries(release.contents).map(([name, stored]) => toContent(name, stored, state.certificates))
  return {
    target: 'compose',
    files: [{ path: 'compose.yaml', text: release.manifest }],
    components: release.components.map((component) => toComponent(component, contents)),
    contents,
    variables: Object.fromEntries(Object.entries(release.variables).map(([name, value]) => [name, toEnvValue(value)])),
  }
}

function toComponent(component: Release['components'][number], contents: readonly Content[]): BundleComponent {
  const role = readRole(component.role)
  const own = contents.filter((content) => content.component === component.name)
  return {
    ...component,
    role,
    wave: waves[role],
    replicas: 1,
    contents: own.map(({ name }) => name),
    pending: [],
  }
}

/** The word of a stored release; one that an older version wrote differently counts as a plugin's. */
export function readRole(word: string): Role {
  return word === 'gateway' || word === 'postgres' || word === 'redis' ? word : 'plugin'
}

function toContent(name: string, stored: StoredContent, certificates: readonly Certificate[]): Content {
  const { component, kind, mountPath } = stored
  const certificate = certificates.find((candidate) => candidate.component === component)
  const files = kind === 'certificates' && certificate !== undefined ? certificateFiles(certificate) : stored.files
  return { name, component, kind, mountPath, files }
}

/** The tree of CONTRACT §4: `client.*` for the gateway, `server.*` for a plugin. */
export function certificateFiles(certificate: Certificate): Readonly<Record<string, string | Secret>> {
  return {
    [`${certificate.kind}.crt`]: certificate.chainPem,
    [`${certificate.kind}.key`]: certificate.keyPem,
    'ca.crt': certificate.trustBundlePem,
  }
}

export function toEnvValue({ parts }: StoredVariable): EnvValue {
  return {
    kind: 'secret',
    parts: parts.map((part) =>
      part.kind === 'kept'
        ? { kind: 'literal', text: part.text }
        : { kind: 'reference', secret: part.secret, encoding: part.encoding },
    ),
  }
}
