import { hintFor } from '../model/builder-image.ts'
import type { Environment } from '../model/host.ts'
import { type Finding, wrong } from './finding.ts'
import type { Missing } from './interpolate.ts'
import { showPath } from './node.ts'
import { generatedSecrets } from './rules/secrets.ts'
import { shorten } from './subject.ts'

/**
 * One problem per name that is not set, at its first place, with all its places.
 *
 * @param environment  Says where the program runs.
 */
export function explainMissing(missing: readonly Missing[], environment: Environment): readonly Finding[] {
  const byName = new Map<string, Missing[]>()
  for (const entry of missing) {
    const same = byName.get(entry.name)
    if (same === undefined) byName.set(entry.name, [entry])
    else same.push(entry)
  }
  return [...byName].flatMap(([name, entries]) => {
    const [first] = entries
    if (first === undefined) return []
    const said = entries.find((entry) => entry.message !== undefined && entry.message !== '')?.message
    const others = [...new Set(entries.slice(1).map((entry) => showPath(entry.path)))].filter(
      (path) => path !== showPath(first.path),
    )
    const also = others.length === 0 ? '' : `; also needed by ${shorten(others)}`
    const message = `needs ${name}, which is not set${said === undefined ? '' : `: ${said}`}${also}`
    const set = first.secret
      ? `Pass it to this program in its environment: ${name}`
      : `Set ${name} in the environment, or write \${${name}:-default}`
    const where = hintFor(environment, set, `-e ${name}`)
    const hint = name in generatedSecrets ? `${where}; or remove the line: it is then generated once and kept` : where
    return [
      wrong(first.path, message, hint, {
        code: first.secret ? 'SECRET_MISSING' : 'VARIABLE_MISSING',
        origin: first.origin,
      }),
    ]
  })
}
