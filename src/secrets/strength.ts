/**
 * What the gateway calls weak. It refuses to start with a weak JWT_SECRET_KEY or AUTH_ENCRYPTION_SECRET
 * (mcp-contextforge-gateway 1.0.7: settings validation, password policy service).
 */

/** Placeholders that the gateway refuses whatever their length, in lower case. */
const refusedValues: ReadonlySet<string> = new Set([
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

const placeholderPrefix = '__replace_me__'
const secretLength = 32
/** Bits per character. */
const secretEntropy = 3.5

/** For accounts; 22 is for administrators who change their password, and what we generate has more. */
const passwordLength = 12
const passwordClasses = 3
const privilegedPasswordLength = 22

const classes: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /[0-9]/, /[!@#$%^&*(),.?":{}|<>\-_=+[\]\\;'`~]/]

/** The commonest of common passwords, without case, digits and signs at their end. */
const commonStems =
  /^(password|passw0rd|p@ssw0rd|p@ssword|admin|administrator|root|toor|welcome|letmein|qwerty|abc|monkey|changeme)$/

/** Why the gateway refuses a value as its secret; undefined when it takes it. Never holds the value. */
export function findSecretWeakness(value: string): string | undefined {
  const length = Array.from(value).length
  if (value.toLowerCase().startsWith(placeholderPrefix)) return 'is a placeholder'
  if (refusedValues.has(value.toLowerCase())) return "is on the gateway's list of weak values"
  if (length < secretLength) return `has ${length} characters, ${secretLength} at least`
  const entropy = entropyOf(value)
  if (entropy < secretEntropy)
    return `has ${entropy.toFixed(1)} bits of entropy per character, ${secretEntropy} at least`
  return undefined
}

/** Why a value is no password for the platform's administrator; undefined when it is. */
export function findPasswordWeakness(value: string): string | undefined {
  const length = Array.from(value).length
  const lower = value.toLowerCase()
  if (refusedValues.has(lower) || commonStems.test(lower.replace(/[\d!@]+$/, ''))) return 'is a common password'
  if (length < passwordLength) return `has ${length} characters, ${passwordLength} at least`
  if (classes.filter((pattern) => pattern.test(value)).length < passwordClasses) {
    return `has fewer than ${passwordClasses} of: lower-case letters, upper-case letters, digits, signs`
  }
  return undefined
}

/** Passes the policy that the gateway has for administrators who change their password. */
export function isPrivilegedPassword(value: string): boolean {
  return (
    findPasswordWeakness(value) === undefined &&
    value.length >= privilegedPasswordLength &&
    classes.every((pattern) => pattern.test(value)) &&
    !/admin/i.test(value) &&
    !hasSequence(value)
  )
}

/** Shannon entropy in bits per character, as the gateway computes it. */
export function entropyOf(value: string): number {
  const characters = Array.from(value)
  const counts = new Map<string, number>()
  for (const character of characters) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => {
    const share = count / characters.length
    return sum - share * Math.log2(share)
  }, 0)
}

/** Three letters or three digits in a row that count up or down (`abc`, `321`). */
function hasSequence(value: string): boolean {
  const lower = value.toLowerCase()
  for (let index = 0; index + 3 <= lower.length; index++) {
    const three = lower.slice(index, index + 3)
    if (!/^([a-z]{3}|[0-9]{3})$/.test(three)) continue
    const [first, second, third] = [three.charCodeAt(0), three.charCodeAt(1), three.charCodeAt(2)]
    if (second - first === third - second && Math.abs(second - first) === 1) return true
  }
  return false
}
