import { readAwsPlace } from '../../model/aws-place.ts'
import { readKvPlace } from '../../model/kv-place.ts'
import { type SecretProviderName, type SecretReference, secretProviderNames } from '../../model/stack-secrets.ts'
import type { Refusal } from '../finding.ts'

/** What each provider expects after its word. */
const forms: Readonly<Record<Exclude<SecretProviderName, 'command'>, string>> = {
  environment: 'environment:NAME',
  env_file: 'env_file:secrets.env#NAME',
  file: 'file:/run/secrets/name',
  vault: 'vault:secret/data/mcp#key',
  aws: 'aws:prod/mcp#key',
  kubernetes: 'kubernetes:secret-name#key',
}

/** Providers whose place must name a key in it. */
const keyed: readonly string[] = ['vault', 'kubernetes']

/** Refuses what is not `provider:place`. */
export function checkSecretPlace(text: string): Refusal | undefined {
  const [, provider = '', place = ''] = /^([^:]*):(.*)$/s.exec(text) ?? []
  if (provider === 'command') {
    return { message: 'gives a command as text', hint: 'Give its words: from: {command: [op, read, op://vault/item]}' }
  }
  const form = Object.hasOwn(forms, provider) ? forms[provider as keyof typeof forms] : undefined
  if (form === undefined) {
    return {
      message: 'is not a place that secrets are kept in',
      hint: `Write ${Object.values(forms).slice(2, 5).join(', ')} … (${secretProviderNames.join(', ')})`,
    }
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001f\u007f]/.test(place)) return { message: 'holds a control character' }
  if (place.trim() === '' || (keyed.includes(provider) && !/^[^#]+#[^#]+$/.test(place))) {
    return { message: 'does not say where the secret is', hint: `Write ${form}` }
  }
  if (provider === 'vault' && !/^\/*[^/#]+\/+[^/#]/.test(place)) {
    return { message: 'names a mount of Vault and no path in it', hint: `Write ${form}` }
  }
  if (provider === 'vault' && readKvPlace(place) === undefined) {
    return { message: 'is no place in Vault', hint: vaultForm }
  }
  if (provider === 'aws' && readAwsPlace(place) === undefined) {
    return { message: 'is no place in AWS Secrets Manager', hint: awsForm }
  }
  return undefined
}

const vaultForm = 'Write vault:MOUNT/data/PATH#KEY; ?version=N at the end for another version'
const awsForm = 'Write aws:NAME-OR-ARN#key; ?stage=AWSPREVIOUS or ?version=ID at the end for another version'

/** Refuses what is not the name or ARN of a whole document. */
export function checkAwsSecret(text: string): Refusal | undefined {
  const place = readAwsPlace(text)
  if (place !== undefined && place.key === undefined) return undefined
  return { message: 'is no name or ARN of a secret', hint: 'Write prod/mcp; its JSON keys are the names' }
}

/** As checkSecretPlace has allowed it. */
export function parseSecretPlace(from: string | { readonly command: readonly string[] }): SecretReference {
  if (typeof from !== 'string') return { provider: 'command', at: from.command }
  const colon = from.indexOf(':')
  return { provider: from.slice(0, colon) as SecretProviderName, at: from.slice(colon + 1) }
}
