import { isSecretParameter } from '../model/secret-names.ts'

const mask = '***'

/** Credentials that are known by how they begin. Each starts at a word, so that no text is read more than once. */
const credential = new RegExp(
  [
    // GitHub, GitLab, Slack, npm, Hugging Face, Vault, Stripe
    String.raw`(?:gh[oprsu]_|github_pat_|glpat-|xox[abeoprs]-|npm_|hf_|hvs\.|[rs]k_(?:live|test)_|whsec_)[\w-]{6,}`,
    // OpenAI and others; sk-learn is a library
    String.raw`sk-(?=[A-Za-z_-]*\d)[\w-]{8,}`,
    // AWS, Google
    String.raw`A[KS]IA[A-Z0-9]{12,}`,
    String.raw`AIza[\w-]{30,}`,
    // JSON Web Token
    String.raw`eyJ[\w-]{4,}\.eyJ[\w-]{4,}(?:\.[\w-]*)?`,
  ]
    .map((pattern) => String.raw`(?<![\w-])${pattern}`)
    .join('|'),
  'g',
)

/** Addresses whose path is the secret. */
const hook =
  /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com|outlook\.office(?:365)?\.com\/webhook|hooks\.zapier\.com\/hooks|api\.telegram\.org\/bot)[^\s"'<>]+/gi

const privateKey = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/
/** `Bearer …` as the whole text, or behind the name of the header. */
const bearer =
  /^\s*(?:Bearer|Basic)\s+[\w.~+/=-]{4,}\s*$|authorization["']?\s{0,5}[:=]\s{0,5}["']?(?:Bearer|Basic)\s+\S/i
/** `user:password@tcp(host)` of Go's drivers, and an address without its scheme. */
const schemeless = /^[^\s:/@?#]+:[^\s@]+@(?!sha\d+:)(?:(?:tcp|unix)\d?\(|\[?[\w.:-]+\]?(?:[/?][^\s@]*)?$)/

/**
 * Tells from its form that a text is secret, whatever it is called: user info or a secret parameter in a URL, a password in a
 * connection string, a private key, an Authorization header, a credential or webhook of a known maker. In one pass, whatever the text.
 */
export function isSecretText(text: string): boolean {
  if (hasUserInfo(text) || privateKey.test(text) || bearer.test(text)) return true
  if (text.search(credential) !== -1 || text.search(hook) !== -1) return true
  if (!text.startsWith('mailto:') && schemeless.test(text)) return true
  return secretParameters(text).length > 0
}

/** The parts of a text that are secret on their own: passwords and parameters of URLs and connection strings, decoded too. */
export function secretPartsOf(text: string): readonly string[] {
  const passwords = [...text.matchAll(/:\/\/[^\s/?#:@]*:([^\s/?#@]+)@/g)].map(([, password = '']) => password)
  const values = secretParameters(text).map(({ start, end }) => text.slice(start, end))
  return [...new Set([...passwords, ...values].flatMap((part) => [part, decode(part)]))]
}

/** User info in the authority of a URL anywhere in a text: `//user@`, `//user:word@`, `//:word@`. In one pass, whatever the text. */
export function hasUserInfo(text: string): boolean {
  const authority = /[^\s/?#]*/y
  for (let index = text.indexOf('://'); index !== -1; index = text.indexOf('://', index + 3)) {
    authority.lastIndex = index + 3
    if (authority.exec(text)?.[0].includes('@') === true) return true
  }
  return false
}

/**
 * A text with what may be secret in it replaced, also in addresses that lack their scheme; digests of images stay.
 * For one line: the time grows with the square of its length.
 */
export function maskSecrets(text: string): string {
  let masked = ''
  let from = 0
  for (const { start, end } of secretParameters(text)) {
    masked += text.slice(from, start) + mask
    from = end
  }
  return (masked + text.slice(from))
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s]*@/gi, `$1${mask}@`)
    .replace(/(^|[\s"'[{,=])[^\s"'@/]*:(?!\/\/)[^\s@]+@(?!sha256:)/g, `$1${mask}@`)
    .replace(/\b(Bearer|Basic)(\s+)[\w.~+/=-]{6,}/gi, `$1$2${mask}`)
    .replace(credential, mask)
    .replace(hook, mask)
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Longer names are none of ours. */
const maxName = 64

/** What every secret name has in it; a percent sign may hide a letter. */
const hint = /pass|pw|secret|token|cred|key|salt|auth|bearer|jwt|pat|sig|%/i

/** Where the values of secret parameters stand: `?token=…`, `&sig=…`, `;Password=…`, `--password=…`, `host=db password=…`. */
function secretParameters(text: string): readonly Span[] {
  const spans: Span[] = []
  const judged = new Map<string, boolean>()
  const value = /[ \t]{0,3}("[^"]*"|'[^']*'|[^\s;&"',#}\])]+)/y
  for (let equals = text.indexOf('='); equals !== -1; equals = text.indexOf('=', equals + 1)) {
    const before = text.slice(Math.max(0, equals - maxName), equals)
    const name = hint.test(before) ? parameterName(before) : undefined
    if (name === undefined) continue
    // The name alone first: what stands behind every `=` may be long.
    const maySay = judged.get(name) ?? isSecretParameter(name)
    judged.set(name, maySay)
    if (!maySay) continue
    value.lastIndex = equals + 1
    const [whole, found] = value.exec(text) ?? []
    if (whole === undefined || found === undefined) continue
    if (/^(?:true|false|null|none)$/i.test(found) || !isSecretParameter(name, found)) continue
    const end = equals + 1 + whole.length
    spans.push({ start: end - found.length, end })
    equals = end - 1
  }
  return spans
}

/** The name before a `=`, decoded; undefined where it says nothing: `key=` in a format is not `?key=`. */
function parameterName(before: string): string | undefined {
  const match = /(^|[^\w.%-])-{0,2}([\w.%-]+)[ \t]{0,3}$/.exec(before)
  const name = decode(match?.[2] ?? '')
  const isQuery = /[?&#]/.test(match?.[1] ?? '')
  return name === '' || (!isQuery && /^(?:keys?|auth|pat|salt|sig|signature)$/i.test(name)) ? undefined : name
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
