import { type Check, type Finding, good, skipped, wrong } from '../../model/check.ts'
import type { SecretRequest } from '../../model/plan.ts'
import type { Problem } from '../../model/problem.ts'
import type { SecretSource } from '../../model/secrets.ts'

/** Whether somebody has what the stack asks for; only names are told. */
export function secretsCheck(requests: readonly SecretRequest[], open: () => SecretSource): Check {
  return {
    name: 'secrets',
    needed: false,
    async ask() {
      const wanted = requests.filter(({ origin }) => origin === 'declared')
      const source = open()
      try {
        const findings = await source.find(wanted)
        const unread = wanted.filter(({ name }) => 'unread' in (findings.get(name) ?? {})).map(({ name }) => name)
        const asked = wanted.map(({ name }) => name).filter((name) => !unread.includes(name))
        const refused = new Set([...findings.values()].flatMap((found) => ('problem' in found ? [found.problem] : [])))
        return [
          ...((asked.length > 0 && refused.size > 0) || (asked.length === 0 && unread.length > 0)
            ? []
            : [judgeSecrets(asked, new Set(findings.keys()), source.order)]),
          // The doctor's own look at the cluster is another check.
          ...(unread.length === 0
            ? []
            : [skipped('secrets', `in the cluster, which a deploy asks: ${unread.join(', ')}`)]),
          ...[...refused].map(refusedFinding),
        ]
      } finally {
        await source.close()
      }
    },
  }
}

/** Whoever keeps it says no, or does not answer: a deploy from here ends with the same. A name that is not set may be set there. */
function refusedFinding({ code, message, hint }: Problem): Finding {
  return wrong(true, 'secrets', { code, message, ...(hint === undefined ? {} : { hint }) })
}

/** @param order  Providers that names are asked of. */
export function judgeSecrets(wanted: readonly string[], found: ReadonlySet<string>, order: readonly string[]): Finding {
  if (wanted.length === 0) return skipped('secrets', 'the file asks for none')
  const absent = wanted.filter((name) => !found.has(name)).toSorted()
  if (absent.length === 0) return good('secrets', `all ${wanted.length} are there`)
  return wrong(false, 'secrets', {
    code: 'SECRET_MISSING',
    message: `${absent.length} of ${wanted.length} not set here: ${absent.join(', ')}`,
    hint: order.some((provider) => provider !== 'environment')
      ? `Put them where a deploy asks for them: ${order.join(', ')}`
      : 'Set them in the environment of the deploy; in a pipeline as secrets of the job',
  })
}
