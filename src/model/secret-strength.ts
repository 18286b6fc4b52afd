/** The gateway's own list of values it refuses to start with, in lower case (PyPI mcp-contextforge-gateway 1.0.7). */
const knownWeak: ReadonlySet<string> = new Set([
  'my-test-key',
  'my-test-key-but-now-longer-than-32-bytes',
  'my-test-salt',
  'changeme',
  'secret',
  'password',
  'test-secret',
  'my-secret',
  '12345678',
])

/** Gateway keys: characters and Shannon bits per character below which the gateway does not start. */
const gatewayLength = 32
const gatewayEntropy = 3.5
/** The gateway's default minimum for a user's password. */
const administratorLength = 12

/**
 * Says why the gateway would not take a value, in words that do not contain it; undefined when it would.
 *
 * @param strength  `gateway` for JWT_SECRET_KEY and AUTH_ENCRYPTION_SECRET, `administrator` for the platform administrator's password.
 */
export function weaknessOf(value: string, strength: 'gateway' | 'administrator'): string | undefined {
  if (value.trim() === '') return 'is empty'
  if (value.toLowerCase().startsWith('__replace_me__')) return 'is still a placeholder'
  if (knownWeak.has(value.toLowerCase())) return 'is a well-known value'
  const length = [...value].length
  const needed = strength === 'gateway' ? gatewayLength : administratorLength
  if (length < needed) return `has fewer than ${needed} characters`
  if (strength === 'gateway' && entropyOf(value) < gatewayEntropy) return 'repeats too few different characters'
  return undefined
}

/** Shannon entropy in bits per character. */
function entropyOf(value: string): number {
  const characters = [...value]
  const counts = new Map<string, number>()
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => {
    const share = count / characters.length
    return sum - share * Math.log2(share)
  }, 0)
}
