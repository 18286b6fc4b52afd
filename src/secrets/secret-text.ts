/** A secret is a password, a key, a chain of certificates; what is larger is something else. In bytes. */
export const mostBytes = 1024 * 1024

/** What a file or a program gave, or why it cannot be a value: words to follow its name. */
export type SecretText = { readonly text: string } | { readonly why: string; readonly hint: string }

/** Bytes as a value: UTF-8, without the one line end that editors, `echo` and most programs put behind it. */
export function toSecretText(bytes: Uint8Array): SecretText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '') }
  } catch {
    return { why: 'is not UTF-8 text', hint: 'Encode it, as base64 for example' }
  }
}
