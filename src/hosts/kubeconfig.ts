import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { StackError } from '../errors.ts'

/** What the input `kubeconfig` is: a file that is there, or a text for a file of its own. */
export type Kubeconfig = { readonly path: string } | { readonly text: string }

/**
 * A text has several lines or is JSON; many keep it in base64. Everything else is a path.
 *
 * @param hint  How to give one on this host.
 * @throws StackError USAGE without a word of the input, for it may be a secret.
 */
export function readKubeconfig(input: string, hint: string): Kubeconfig {
  const text = kubeconfigText(input)
  if (text !== undefined) return { text }
  // Whatever folder is entered after this.
  if (existsSync(input.trim())) return { path: resolve(input.trim()) }
  throw new StackError({
    code: 'USAGE',
    message: 'the input kubeconfig is neither a file that is there nor the text of a kubeconfig',
    hint,
  })
}

/** What must not be shown of the input: what logs somebody in, and a text as a whole, so that its base64 is hidden too. */
export function secretsOfKubeconfig(input: string): readonly string[] {
  const text = kubeconfigText(input)
  if (text === undefined) return []
  const keys = 'token|password|client-key-data|access-token|id-token|refresh-token|client-secret'
  const values = text.matchAll(new RegExp(`["']?(?:${keys})["']?\\s*:\\s*(?:"([^"]*)"|'([^']*)'|([^\\s,}]+))`, 'g'))
  return [...[...values].map(([, double, single, bare]) => double ?? single ?? bare ?? ''), text]
}

function kubeconfigText(input: string): string | undefined {
  if (/[\n{]/.test(input.trim())) return input
  const decoded = Buffer.from(input, 'base64').toString('utf8')
  return /^\s*["']?clusters\b|["']clusters["']/m.test(decoded) ? decoded : undefined
}
