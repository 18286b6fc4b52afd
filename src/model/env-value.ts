import type { Secret } from './secret.ts'

/** How a secret is written into the text around it: as it is, or percent-encoded for a part of a URL (`${NAME:urlencode}`). */
export type Encoding = 'none' | 'url'

/** A piece of a secret text: a literal that is secret itself, or a reference that is resolved later. */
export type TextPart =
  | { readonly kind: 'literal'; readonly text: Secret }
  | { readonly kind: 'reference'; readonly secret: string; readonly encoding: Encoding }

/**
 * The value of one environment variable of a component.
 * `plain` is shown in plans and goes into manifests; `secret` is only ever named, and put together at the edge.
 */
export type EnvValue =
  | { readonly kind: 'plain'; readonly value: string }
  | { readonly kind: 'secret'; readonly parts: readonly TextPart[] }

export type Env = Readonly<Record<string, EnvValue>>

/** A plain environment value. */
export function plain(value: string): EnvValue {
  return { kind: 'plain', value }
}

/** The secret that alone is the whole value, as it is. */
export function wholeReference(value: EnvValue | undefined): string | undefined {
  if (value?.kind !== 'secret' || value.parts.length !== 1) return undefined
  const [part] = value.parts
  return part?.kind === 'reference' && part.encoding === 'none' ? part.secret : undefined
}

/** The names of the secrets a value refers to, in order, without duplicates. */
export function referencesOf(value: EnvValue): readonly string[] {
  if (value.kind === 'plain') return []
  return [...new Set(value.parts.flatMap((part) => (part.kind === 'reference' ? [part.secret] : [])))]
}
