import { type Check, type Finding, good, skipped, wrong } from '../../model/check.ts'
import type { Io } from '../../model/io.ts'
import type { SecretRequest } from '../../model/plan.ts'
import type { SecretProvider } from '../../model/secrets.ts'

/** Whether somebody has what the stack asks for; only names are told. */
export function secretsCheck(requests: readonly SecretRequest[], providers: readonly SecretProvider[], io: Io): Check {
  return {
    name: 'secrets',
    needed: false,
    async ask() {
      const wanted = requests.filter(({ origin }) => origin === 'declared').map(({ name }) => name)
      const found = new Set<string>()
      for (const provider of providers) {
        for (const [name, value] of await provider.resolve(wanted, io)) {
          io.redactor.add(value)
          found.add(name)
        }
      }
      return [judgeSecrets(wanted, found)]
    },
  }
}

export function judgeSecrets(wanted: readonly string[], found: ReadonlySet<string>): Finding {
  if (wanted.length === 0) return skipped('secrets', 'the file asks for none')
  const absent = wanted.filter((name) => !found.has(name)).toSorted()
  if (absent.length === 0) return good('secrets', `all ${wanted.length} are there`)
  return wrong(false, 'secrets', {
    code: 'SECRET_MISSING',
    message: `${absent.length} of ${wanted.length} not set here: ${absent.join(', ')}`,
    hint: 'Set them in the environment of the deploy; in a pipeline as secrets of the job',
  })
}
