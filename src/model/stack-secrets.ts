import type { Place } from './problem.ts'

/** Words of `from` and of `ci_cd.secrets.providers`. */
export const secretProviderNames = ['environment', 'env_file', 'file', 'vault', 'aws', 'kubernetes', 'command'] as const

export type SecretProviderName = (typeof secretProviderNames)[number]

/** Where in a provider a secret is; the words of a command for `command`. */
export type SecretLocator = string | readonly string[]

/** `from` of a secret. */
export interface SecretReference {
  readonly provider: SecretProviderName
  readonly at: SecretLocator
}

/** One key of a Kubernetes Secret in the stack's namespace: pods refer to it, and its value is not copied. */
export interface SecretKey {
  readonly secret: string
  readonly key: string
}

/** One entry of ci_cd.vault_secrets. */
export interface SecretDeclaration {
  readonly name: string
  /** Components whose environment gets it under its own name; empty: only where `${NAME}` refers to it. */
  readonly to: readonly string[]
  readonly from?: SecretReference
  /** Where the file says so; no part of the digest. */
  readonly place?: Place
}

/** The CA pair of `authority: env`, where it is not CA_CERT and CA_KEY. */
export interface CaSecret {
  readonly certificate: SecretReference
  readonly key: SecretReference
  /** Where the file says so; no part of the digest. */
  readonly places?: { readonly certificate: Place; readonly key: Place }
}

/** `ci_cd.secrets`: where secrets are kept. */
export interface SecretSources {
  /** Asked in this order for a name without `from`. */
  readonly providers: readonly SecretProviderName[]
  /** Absolute paths; the last that has a name wins. */
  readonly envFiles: readonly string[]
  /** Absolute folder with a file per name. */
  readonly folder?: string
  /** Words of a program that prints a value; `{name}` is the secret's name. */
  readonly command?: readonly string[]
  readonly vault: VaultSource
  readonly aws: AwsSource
  readonly kubernetes: {
    /** Name of the Secret whose keys are names. */
    readonly secret?: string
  }
}

/** HashiCorp Vault or OpenBao. */
export interface VaultSource {
  /** Absent: VAULT_ADDR. */
  readonly address?: string
  /** Absent: VAULT_NAMESPACE. */
  readonly namespace?: string
  /** Absent: what the environment has, a token before AppRole before an identity token. */
  readonly auth?: 'token' | 'approle' | 'jwt'
  /** Role of `jwt`. */
  readonly role?: string
  /** Where the auth method is mounted; its own name when absent. */
  readonly mount?: string
  /** Audience of the identity token. */
  readonly audience?: string
  /** KV path whose keys are names: `secret/data/mcp`. */
  readonly path?: string
}

/** AWS Secrets Manager. */
export interface AwsSource {
  readonly region?: string
  readonly profile?: string
  /** Another address than AWS's own: a VPC endpoint, an emulator. */
  readonly endpoint?: string
  /** Name or ARN of the secret whose JSON keys are names. */
  readonly secret?: string
}
