/** English words that end in KEY and hide nothing. */
const harmlessKeyWords: ReadonlySet<string> = new Set([
  'MONKEY',
  'DONKEY',
  'TURKEY',
  'HOCKEY',
  'JOCKEY',
  'WHISKEY',
  'HOTKEY',
])

/**
 * Tells from its name that a variable is secret (DESIGN §4 Secrets): PASSWORD, SECRET, TOKEN or CREDENTIAL anywhere in it
 * (`PGPASSWORD`, `authToken`), or a word that is or ends in KEY (`API_KEY`, `APIKEY`, `sshKeys`), but not MONKEY and not KEYBOARD.
 * Rather one too many: `plain_env` takes a name out, nothing puts a leaked value back.
 */
export function isSecretName(name: string): boolean {
  if (/PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIAL/i.test(name)) return true
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
  return words.some((word) => /KEYS?\d*$/.test(word) && !harmlessKeyWords.has(word.replace(/S?\d*$/, '')))
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
 * A text with what may be secret in URLs replaced, also in addresses that lack their scheme; digests of images stay.
 * For one line: the time grows with the square of its length.
 */
export function maskUserInfo(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/)[^\s]*@/gi, '$1***@')
    .replace(/(^|[\s"'[{,=])[^\s"'@/]*:(?!\/\/)[^\s@]+@(?!sha256:)/g, '$1***@')
}
