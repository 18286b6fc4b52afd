/** Values shorter than this (bytes of UTF-8) occur in ordinary text too often to be searched for. */
export const shortestSearched = 8

/** The first and last line of a PEM block are the same in every file and say nothing. */
const pemArmour = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/

/**
 * Every text under which a value is searched for: itself, its lines and long words, base64 at each alignment, hex, escaped for a URL,
 * JSON, XML and HTML, `$` and `'` doubled.
 * Empty when the value is too short.
 */
export function formsOf(value: string): ReadonlySet<string> {
  const forms = new Set<string>()
  // A lone surrogate cannot be written as UTF-8; what leaves the process has U+FFFD in its place.
  const whole = Buffer.from(value, 'utf8').toString('utf8')
  const add = (form: string) => {
    if (isSearched(form)) forms.add(form)
  }
  for (const text of new Set([whole, whole.trim()])) {
    if (!isSearched(text)) continue
    for (const form of [...writtenForms(text), ...base64Forms(text), ...hexForms(text)]) add(form)
  }
  const lines = whole.split(/\r\n|\r|\n/).map((line) => line.trim())
  for (const text of new Set([...lines, ...longWords(whole)])) {
    if (text === whole || !isSearched(text) || pemArmour.test(text)) continue
    for (const form of writtenForms(text)) add(form)
  }
  return forms
}

/** As it is and escaped, each also with every `$` doubled, as Compose and the kubelet want it. */
function writtenForms(text: string): readonly string[] {
  const texts = text.includes('$') ? [text, text.split('$').join('$$')] : [text]
  return texts.flatMap((one) => [one, ...urlForms(one), ...jsonForms(one), ...markupForms(one), ...quotedForms(one)])
}

/** A token in a longer text, which may be printed alone: in letters of both cases and digits, or in hex. */
function longWords(text: string): readonly string[] {
  const isToken = (word: string) =>
    /^[0-9a-f]{32,}$/i.test(word) || [/[a-z]/, /[A-Z]/, /\d/].every((one) => one.test(word))
  return text.split(/[\s"',;]+/).filter((word) => word.length >= 16 && isToken(word))
}

/** Whether a value is long enough to be searched for. */
export function isSearched(value: string): boolean {
  return Buffer.byteLength(value, 'utf8') >= shortestSearched
}

/**
 * Base64 of a value that starts at any byte of the encoded data: the characters that depend on the value alone,
 * with and without its end, in both alphabets, and the lines `base64` and PEM wrap it into (76 and 64 characters).
 */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8')
  const forms: string[] = []
  for (const offset of [0, 1, 2]) {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    // `offset` foreign bytes spoil the first ceil(offset * 8 / 6) characters.
    const skipped = Math.ceil((offset * 8) / 6)
    const ownLength = Math.floor(((offset + bytes.length) * 8) / 6)
    forms.push(encoded.slice(skipped), encoded.slice(skipped).replaceAll('=', ''), encoded.slice(skipped, ownLength))
  }
  const encoded = bytes.toString('base64')
  for (const width of [64, 76]) {
    if (encoded.length <= width) continue
    for (let start = 0; start < encoded.length; start += width) {
      const line = encoded.slice(start, start + width)
      if (line.length >= 16) forms.push(line)
    }
  }
  return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))]
}

/** Percent-encoding as browsers, RFC 3986, Python's `quote` (keeps `/`) and HTML forms (`+` for a space) write it. */
function urlForms(text: string): readonly string[] {
  // Secrets come by the hundred, and most are of these letters: none of the forms is another text.
  if (/^[\w.-]*$/.test(text)) return []
  const component = encodeURIComponent(text)
  const strict = component.replace(/[!'()*]/g, percent)
  // What URLSearchParams writes, in a fifth of its time.
  const form = component.replace(/[!'()~]/g, percent).replaceAll('%20', '+')
  const forms = [component, strict, encodeURI(text), strict.replaceAll('%2F', '/'), strict.replaceAll('%20', '+'), form]
  const different = [...new Set(forms)]
  return [...different, ...different.map((one) => one.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))]
}

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** JSON as JavaScript, Go (escapes `<>&`) and Python (escapes everything beyond ASCII) write it, and JSON within JSON. */
function jsonForms(text: string): readonly string[] {
  // Printable ASCII but for quote, backslash, ampersand and angle brackets: nothing is escaped.
  if (/^[ !#-%'-;=?-[\]-~]*$/.test(text)) return []
  const plain = JSON.stringify(text).slice(1, -1)
  const go = plain.replace(/[<>&\u2028\u2029]/g, escapeUnit)
  const ascii = plain.replace(/[\u007f-\uffff]/g, escapeUnit)
  return [plain, go, ascii, JSON.stringify(plain).slice(1, -1), JSON.stringify(go).slice(1, -1)]
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Within single quotes, as YAML and SQL write one. */
function quotedForms(text: string): readonly string[] {
  return text.includes("'") ? [text.replaceAll("'", "''")] : []
}

function hexForms(text: string): readonly string[] {
  const hex = Buffer.from(text, 'utf8').toString('hex')
  return [hex, hex.toUpperCase()]
}

/** How `"` and `'` are spelled by those who escape them; XML's text leaves both as they are. */
const quotes: readonly (readonly [double: string, single: string])[] = [
  ['"', "'"],
  ['&quot;', "'"],
  // XML and Java, lodash, Python and JavaScript, PHP, Go and Jinja.
  ['&quot;', '&apos;'],
  ['&quot;', '&#39;'],
  ['&quot;', '&#x27;'],
  ['&quot;', '&#039;'],
  ['&#34;', '&#39;'],
]

/** As XML, HTML and our own Markdown write it. */
function markupForms(text: string): readonly string[] {
  if (/^[\p{L}\p{N} .,:;=/()+-]*$/u.test(text)) return []
  const open = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const closed = open.replaceAll('>', '&gt;')
  const markdown = text.replace(/[^\p{L}\p{N} .,:;=/()+-]/gu, (one) => `&#${one.codePointAt(0) ?? 0};`)
  return [
    open,
    ...quotes.map(([double, single]) => closed.replaceAll('"', double).replaceAll("'", single)),
    markdown,
    // Nobody is to be notified.
    markdown.replaceAll('&#64;', '&#64;&#8203;'),
  ]
}
