const publicBlocks = /-----BEGIN (CERTIFICATE|TRUSTED CERTIFICATE|PUBLIC KEY)-----[A-Za-z0-9+/=\s]+-----END \1-----/g

/**
 * Whether a text is nothing but certificates and public keys: as PEM, as PEM with its line ends written `\n`, or as base64 of
 * it, the forms in which a CA is given. Whoever connects is shown them, so they are hidden nowhere and leak nowhere.
 */
export function isPublicText(text: string): boolean {
  if (text.includes('-----BEGIN')) return isPublicPem(text)
  const base64 = text.replaceAll(/\s/g, '')
  // `-----BEGIN ` in base64, at the start of a text.
  return base64.startsWith('LS0tLS1CRUdJTi') && isPublicPem(Buffer.from(base64, 'base64').toString())
}

function isPublicPem(text: string): boolean {
  const lines = text.replaceAll('\\r', '').replaceAll('\\n', '\n')
  return lines.replaceAll(publicBlocks, '').trim() === ''
}
