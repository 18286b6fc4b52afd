import type { Path } from './node.ts'
import { showPath } from './node.ts'

/** Keys that the design names and this version cannot honour: refused until they work, never dropped in silence. */
const laterKeys: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/^secrets$/, 'Name them in ci_cd.vault_secrets, and where they are kept in ci_cd.secrets'],
  [/^deployment\.allow_older$/, 'Remove the key'],
  [
    /^ci_cd\.build\.(?:cache_to|cache_from)$/,
    'Use cache: registry with cache_ref, cache: local with cache_dir, or cache: gha',
  ],
  [/^ci_cd\.build\.dagger$/, 'Remove the key'],
  [/^certificates\.(?:cert_manager|issuer_ref)$/, 'Use authority: local, env, external or vault'],
]

const laterValues: readonly (readonly [path: string, values: readonly string[], instead: string])[] = [
  ['certificates.authority', ['cert-manager'], 'Use local, env, external or vault'],
]

/** What to say about a value that a later version takes; undefined when it is simply wrong. */
export function explainLaterValue(
  path: Path,
  value: unknown,
): { readonly message: string; readonly hint: string } | undefined {
  const found = laterValues.find(([key, values]) => key === showPath(path) && values.includes(String(value)))
  return found === undefined
    ? undefined
    : { message: `is ${String(value)}, and this version cannot do this yet`, hint: found[2] }
}

/** What to say about a key of a later version; undefined when it is simply unknown. */
export function explainLaterKey(path: Path): { readonly message: string; readonly hint: string } | undefined {
  const text = showPath(path)
  const found = laterKeys.find(([pattern]) => pattern.test(text))
  return found === undefined ? undefined : { message: 'this version cannot do this yet', hint: found[1] }
}
