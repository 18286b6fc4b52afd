/** English words that end like a secret word and hide nothing. */
const harmlessWords: ReadonlySet<string> = new Set([
  'MONKEY',
  'DONKEY',
  'TURKEY',
  'HOCKEY',
  'JOCKEY',
  'WHISKEY',
  'HOTKEY',
  'COMPASS',
  'ENCOMPASS',
  'BYPASS',
  'OVERPASS',
  'UNDERPASS',
  'SURPASS',
  'TRESPASS',
  'BASALT',
  'ASPHALT',
])

/** Words that are secret as the last one of a name: AUTH, but not AUTH_REQUIRED; JWT, but not JWT_ALGORITHM. */
const lastWords: ReadonlySet<string> = new Set(['AUTH', 'AUTHORIZATION', 'BEARER', 'JWT', 'PAT'])
/** Words behind those that only say how the value is written. */
const formWords: ReadonlySet<string> = new Set(['HEADER', 'STRING', 'VALUE', 'CONFIG', 'DATA', 'B64', 'BASE64'])
/** What stands behind AUTH where it is a switch. */
const switchValue = /^(?:true|false|yes|no|on|off|none|null|enabled|disabled|required|optional|\d{1,5})?$/i

/**
 * Tells from its name that a variable is secret (DESIGN §4 Secrets): PASSWORD, PASSPHRASE, SECRET, TOKEN or CREDENTIAL anywhere in it
 * (`PGPASSWORD`, `authToken`); a word that is or ends in KEY, PASS, PWD or SALT (`API_KEY`, `APIKEY`, `DBPASS`), but not MONKEY and not
 * COMPASS; PW, CRED or CREDS as a word; AUTH, AUTHORIZATION, BEARER, JWT or PAT as the last word.
 * Rather one too many: `plain_env` takes a name out, nothing puts a leaked value back.
 *
 * @param value  Where it is known: a folder in PWD and OLDPWD is the shell's, a switch in AUTH is a switch.
 */
export function isSecretName(name: string, value?: string): boolean {
  if (/PASSWORD|PASSWD|PASSPHRASE|PASSCODE|SECRET|TOKEN|CREDENTIAL/i.test(name)) return true
  if (name === 'PWD' || name === 'OLDPWD') return value !== undefined && value !== '' && !value.startsWith('/')
  const words = wordsOf(name)
  if (words.some(isSecretWord)) return true
  const last = words.findLast((word) => !formWords.has(word))
  return last !== undefined && lastWords.has(last) && (value === undefined || !switchValue.test(value))
}

/** As isSecretName, for parameters of URLs and connection strings, which sign as well: `sig`, `X-Amz-Signature`. */
export function isSecretParameter(name: string, value?: string): boolean {
  return isSecretName(name === 'PWD' ? 'pwd' : name, value) || /^SIG(?:NATURE)?$/.test(wordsOf(name).at(-1) ?? '')
}

function isSecretWord(word: string): boolean {
  if (/^(?:PW|CREDS?)$/.test(word)) return true
  return /(?:KEYS?|PASS|PWD|SALT)$/.test(word) && !harmlessWords.has(word.replace(/(?<=KEY)S$/, ''))
}

/** The same few names stand in every component of a large stack. */
const known = new Map<string, readonly string[]>()
const mostKnown = 10_000

/** `dbPass2` → DB, PASS: the words of a name in capitals, without numbers. */
function wordsOf(name: string): readonly string[] {
  const found = known.get(name)
  if (found !== undefined) return found
  const words = splitName(name)
  if (known.size < mostKnown) known.set(name, words)
  return words
}

function splitName(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .map((word) => word.replace(/^(?!B64$|BASE64$)(.*?)\d+$/, '$1'))
    .filter((word) => word !== '')
}
