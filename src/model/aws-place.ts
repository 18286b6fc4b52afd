/** One place in AWS Secrets Manager: `prod/mcp#jwt?stage=AWSPREVIOUS`. */
export interface AwsPlace {
  /** Name or ARN. */
  readonly secret: string
  /** Key of the JSON document; absent: the whole string. */
  readonly key?: string
  /** Staging label; AWSCURRENT where neither it nor a version is given. */
  readonly stage?: string
  /** Version ID. */
  readonly version?: string
}

/** Names have letters, digits and `/_+=.@-` (API reference, CreateSecret); ARNs also colons. */
const form = /^(?<secret>[\w/+=.@:-]+)(?:#(?<key>[^#?]+))?(?:\?(?<which>stage|version)=(?<value>[^?#&=\s]+))?$/

/** undefined for what is no such place. */
export function readAwsPlace(text: string): AwsPlace | undefined {
  const { secret, key, which, value } = form.exec(text)?.groups ?? {}
  if (secret === undefined) return undefined
  if (secret.includes(':') && regionOfArn(secret) === undefined) return undefined
  return {
    secret,
    ...(key === undefined ? {} : { key }),
    ...(which === 'stage' && value !== undefined ? { stage: value } : {}),
    ...(which === 'version' && value !== undefined ? { version: value } : {}),
  }
}

/** The region that an ARN names; undefined for a plain name. */
export function regionOfArn(secret: string): string | undefined {
  return /^arn:aws[\w-]*:secretsmanager:([a-z0-9-]+):\d{12}:secret:.+$/.exec(secret)?.[1]
}
