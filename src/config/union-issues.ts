import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/**
 * A union says only that none of its forms fits. Where the value has the kind of just one of them (a map, a text with a
 * grammar), what is wrong with it there is what helps; else the union's own words stay.
 */
export function expandUnion(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue]
  const meant = issue.errors.filter(
    (branch) => !branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  )
  const [only, ...others] = meant
  if (only === undefined || others.length > 0) return [issue]
  const helps = only.every(
    ({ code, path }) =>
      path.length > 0 || code === 'custom' || code === 'unrecognized_keys' || code === 'invalid_union',
  )
  if (!helps) return [issue]
  return only.flatMap((inner) => expandUnion({ ...inner, path: [...issue.path, ...inner.path] }))
}
