/** Base64, tokens and the body of PEM have all three; a line of YAML or the address in a service account has not. */
const looksRandom = (word: string) => /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word)
const looksHex = (word: string) => /^[0-9a-f]{32,}$/i.test(word)

const certificate = /-----BEGIN (?:CERTIFICATE|PUBLIC KEY)-----[^-]+-----END (?:CERTIFICATE|PUBLIC KEY)-----/g
/** `-----BEGIN CERTI` in base64, as a kubeconfig has it. */
const encodedCertificate = 'LS0tLS1CRUdJTiBDRVJUS'
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]+-----END [A-Z ]*PRIVATE KEY-----/g

/** What of a text with several words or lines is secret by itself, and what of it anybody may know. */
export interface PrivateWords {
  /** Words that look like nothing else. */
  readonly words: readonly string[]
  /** Whether a piece of the text says nothing about what is private in it. */
  readonly isPublic: (piece: string) => boolean
}

/**
 * A private key holds its public key, and so does the certificate: some lines of both can be the same (seen: the last line
 * of an EC key, at one alignment in three). Such lines, and whole certificates, are no secret.
 *
 * @param shortest  of a word, in characters
 */
export function privateWords(text: string, shortest: number): PrivateWords {
  const shared = (text.match(privateKey) ?? []).flatMap(publicLines)
  const sharedWords = new Set(shared.flatMap((block) => block.split('\n')))
  const words = text
    .replaceAll(certificate, ' ')
    .split(/[\s"',;]+/)
    .filter((word) => word.length >= shortest && word !== text && (looksRandom(word) || looksHex(word)))
    .filter((word) => !sharedWords.has(word) && !word.startsWith(encodedCertificate))
  return { words, isPublic: (piece) => shared.some((block) => block.includes(piece.replaceAll('\r', ''))) }
}

/** Runs of lines of a PEM key that are in its public key as well, with the armour that follows. */
function publicLines(pem: string): readonly string[] {
  const known = publicBytes(pem)
  if (known === undefined) return []
  const blocks: string[] = []
  let block = ''
  for (const line of pem.split(/\r?\n/)) {
    const isArmour = line.startsWith('-----')
    if (isArmour ? line.startsWith('-----END') : known.includes(Buffer.from(line, 'base64'))) block += `${line}\n`
    else {
      blocks.push(block)
      block = ''
    }
  }
  return [...blocks, block].filter((one) => one !== '')
}

/** INTEGER 0 (the version of RSAPrivateKey) and the head of the modulus, a length of two bytes follows (RFC 8017, A.1.2). */
const modulusHead = Buffer.from('0201000282', 'hex')
/** `02 03 01 00 01`: the public exponent stands behind the modulus in both keys. */
const exponentSize = 5
/** BIT STRING with an uncompressed point on P-256, P-384 and P-521 (RFC 5915, 3): the end of the key. */
const pointHeads = ['03420004', '03620004', '0381860004'].map((hex) => Buffer.from(hex, 'hex'))

/**
 * What of a key's DER is in its SubjectPublicKeyInfo, too; undefined where nothing is. By its marks: OpenSSL takes a third of a
 * millisecond for a key, and a large stack has hundreds.
 */
function publicBytes(pem: string): Buffer | undefined {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----/g, ''), 'base64')
  const modulus = der.indexOf(modulusHead) + modulusHead.length + 2
  if (modulus > modulusHead.length + 1) {
    const size = ((der[modulus - 2] ?? 0) << 8) | (der[modulus - 1] ?? 0)
    return der.subarray(modulus, modulus + size + exponentSize)
  }
  const point = Math.max(...pointHeads.map((head) => der.lastIndexOf(head)))
  return point === -1 ? undefined : der.subarray(point)
}
