import type { Bundle } from '../model/bundle.ts'
import type { Live } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'

/** More than half of the plugins of the live release would go: rather a wrong file or a wrong environment than what is meant. Pure. */
export function massDelete(bundle: Bundle, live: Live): Problem | undefined {
  const release = live.state.releases.findLast(({ status }) => status === 'live' || status === 'superseded')
  const plugins = (release?.components ?? []).flatMap(({ name, role }) => (role === 'plugin' ? [name] : []))
  const left = new Set(bundle.components.map(({ name }) => name))
  const leaving = plugins.filter((name) => !left.has(name))
  if (leaving.length < 2 || leaving.length * 2 <= plugins.length) return undefined
  return tooMany(`${leaving.length} of the stack’s ${plugins.length} plugins would be removed: ${some(leaving)}`)
}

/** The first three of them. Pure. */
export function some(names: readonly string[]): string {
  return `${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`
}

export function tooMany(message: string): Problem {
  return {
    severity: 'error',
    code: 'MASS_DELETE',
    message,
    hint: 'Look whether this is the right file, environment and place; --allow-mass-delete does it',
  }
}
