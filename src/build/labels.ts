import { showRepository } from './repository-url.ts'

/** Our own labels, beside those of the OCI image specification. */
export const sourceKeyLabel = 'mcp-stack.dev/source-key'
export const basesLabel = 'mcp-stack.dev/bases'

export interface LabelFacts {
  readonly stack: string
  readonly component: string
  readonly sourceKey: string
  /** Git sources only. */
  readonly repo?: string
  readonly commit?: string
  /** Base image as written → digest it had when this image was built. */
  readonly bases: Readonly<Record<string, string>>
  /** The one of them that the built stage rests on. */
  readonly finalBase?: string
}

/** The labels every image of ours carries; without times, so that equal sources give equal labels. */
export function imageLabels(facts: LabelFacts): Readonly<Record<string, string>> {
  const baseDigest = facts.finalBase === undefined ? undefined : facts.bases[facts.finalBase]
  return {
    'org.opencontainers.image.title': facts.component,
    ...(facts.repo === undefined ? {} : { 'org.opencontainers.image.source': showRepository(facts.repo) }),
    ...(facts.commit === undefined ? {} : { 'org.opencontainers.image.revision': facts.commit }),
    ...(facts.finalBase === undefined ? {} : { 'org.opencontainers.image.base.name': facts.finalBase }),
    ...(baseDigest === undefined ? {} : { 'org.opencontainers.image.base.digest': baseDigest }),
    // Not the ownership label: containers inherit an image's labels, and who runs one by hand owns it.
    'mcp-stack.dev/built-for': facts.stack,
    [sourceKeyLabel]: facts.sourceKey,
    [basesLabel]: JSON.stringify(Object.fromEntries(Object.entries(facts.bases).sort(([a], [b]) => (a < b ? -1 : 1)))),
  }
}

/** The base digests an image was built on; empty when its labels do not say. */
export function recordedBases(labels: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> {
  try {
    const value: Record<string, string> | null = JSON.parse(labels?.[basesLabel] ?? '{}')
    return value ?? {}
  } catch {
    return {}
  }
}
