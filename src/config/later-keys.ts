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
  [/^certificates\.(?:cert_manager|issuer_ref)$/, 'Use cert_manager_issuer, cert_manager_kind and cert_manager_group'],
]

/** What to say about a key of a later version; undefined when it is simply unknown. */
export function explainLaterKey(path: Path): { readonly message: string; readonly hint: string } | undefined {
  const text = showPath(path)
  const found = laterKeys.find(([pattern]) => pattern.test(text))
  return found === undefined ? undefined : { message: 'this version cannot do this yet', hint: found[1] }
}
