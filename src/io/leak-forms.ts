import { privateWords } from './private-words.ts'
import { isPublicText } from './public-text.ts'

/** Shorter texts, in bytes, meet by chance. */
const shortest = 8
/** From here on a text is taken for a secret whatever it looks like; a word of a longer text must have this length, too. */
const longEnough = 16

/** Words and host names under `longEnough` bytes, numbers: a password like that is in many a file that has never seen it. */
const ordinary = /^(?:[a-z]+(?:[-_. ][a-z]+)*|\d+)$/i

/**
 * The bytes by which a value gives itself away on a disk. Apart from the redactor's own list on purpose: what that one
 * misses, this one is there to find. Of a value with several lines or words each word that looks like nothing else is
 * searched for, so that a key without its first line, or in lines of another length, is found as well.
 */
export function leakForms(value: string): readonly Buffer[] {
  // What is between white space is a part of the whole in every form; half a character is written as U+FFFD.
  const text = Buffer.from(value.trim()).toString()
  if (!isDistinct(text) || isPublicText(text)) return []
  const { isPublic, words } = privateWords(text, longEnough)
  const plain = (words.length > 0 ? words : [text]).flatMap(inDialects).flatMap(plainForms)
  return [...new Set([...plain, ...base64Forms(text), ...wrappedForms(text, isPublic), ...hexForms(text)])]
    .filter((form) => Buffer.byteLength(form) >= shortest)
    .map((form) => Buffer.from(form))
}

/** Whether a value can be told from ordinary text: only such a one is searched for where nothing was redacted. */
export function isDistinct(value: string): boolean {
  const size = Buffer.byteLength(value)
  return size >= longEnough || (size >= shortest && !ordinary.test(value))
}

/** Compose, the kubelet and CI systems replace `$`, and `$$` is how a dollar is written for them. */
function inDialects(text: string): readonly string[] {
  return text.includes('$') ? [text, text.replaceAll('$', () => '$$')] : [text]
}

/** As it is, and as JSON, XML and a URL write it. */
function plainForms(text: string): readonly string[] {
  if (/^[a-z\d.-]*$/i.test(text)) return [text]
  const url = encodeURIComponent(text)
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    JSON.stringify(JSON.stringify(text)).slice(3, -3),
    url,
    url.replace(/%../g, (code) => code.toLowerCase()),
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    text.replaceAll("'", "''"),
    // Our own Markdown, of summaries and comments.
    text.replace(/[^\p{L}\p{N} .,:;=/()+-]/gu, (one) => `&#${one.codePointAt(0) ?? 0};${one === '@' ? '&#8203;' : ''}`),
  ]
}

/** Whatever stands before it in what was encoded: without the characters at both ends that other bytes have a part in. */
function base64Forms(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const own = encoded.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3))
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** The lines that `base64` and PEM break it into. The first of a PEM text is the same for every key of a kind. */
function wrappedForms(text: string, isPublic: (piece: string) => boolean): readonly string[] {
  const encoded = Buffer.from(text).toString('base64')
  return [64, 76].flatMap((width) => {
    const lines = encoded.length <= width ? [] : (encoded.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
    const own = text.startsWith('-----BEGIN') ? lines.slice(1) : lines
    return own.filter((line) => line.length >= longEnough && !isPublic(Buffer.from(line, 'base64').toString()))
  })
}

function hexForms(text: string): readonly string[] {
  const hex = Buffer.from(text).toString('hex')
  return [hex, hex.toUpperCase()]
}
