import type { Change } from './change.ts'
import type { Problem } from './problem.ts'
import type { Verification } from './verification.ts'

/** What a command did, once; every output is a view of it. Additive within v1. */
export interface Report {
  readonly apiVersion: 'mcp-stack-deploy/v1'
  readonly kind: 'Report' | 'Plan'
  readonly command: string
  readonly status: 'succeeded' | 'unchanged' | 'pending' | 'failed' | 'unhealthy'
  readonly exitCode: number
  readonly run: RunFacts
  readonly stack?: ReportStack
  readonly changes: readonly Change[]
  readonly images: readonly ReportImage[]
  readonly certificates: readonly ReportCertificate[]
  readonly verification?: Verification
  readonly components: readonly ReportComponent[]
  readonly problems: readonly Problem[]
  /** `doctor`: what was looked at, in this order. */
  readonly checks?: readonly ReportCheck[]
  /** Names of secrets and where they came from; never values. */
  readonly secrets: Readonly<Record<string, string>>
  readonly release?: { readonly revision: number; readonly summary: string }
  /** Stage → seconds. */
  readonly timings: Readonly<Record<string, number>>
  /** The command to type next, or where the gateway is. */
  readonly next?: string
}

/** Facts of this run on this host; the only part in which two hosts may differ. */
export interface RunFacts {
  readonly host: string
  readonly toolVersion: string
  readonly startedAt: string
  readonly actor: string
  readonly repository?: string
  readonly commit?: string
  readonly ref?: string
  readonly url?: string
  /** False for pull requests from forks and the like: no deploy, no secrets, no cache writes. */
  readonly trusted: boolean
}

export interface ReportStack {
  readonly name: string
  readonly target: string
  readonly environment?: string
  readonly where: string
  readonly gatewayUrl?: string
}

export interface ReportImage {
  readonly component: string
  readonly tag: string
  readonly reference: string
  readonly revision?: string
  readonly how: string
  readonly seconds: number
  /** Steps that the layer cache had already: `3 of 4`. */
  readonly cacheHits?: string
}

/** A leaf, or with the kind `ca` an authority that the leaves trust. */
export interface ReportCertificate {
  readonly component: string
  readonly kind: string
  readonly how: string
  readonly reason?: string
  readonly issuer?: string
  /** Of the stored one; of what is there now where `how` is `pending`. */
  readonly fingerprint?: string
  readonly notAfter?: string
  readonly daysLeft?: number
  /** Absent where nobody looked. */
  readonly inUse?: CertificateInUse
}

/** The certificate that the running component uses, beside the stored one. */
export interface CertificateInUse {
  /** `other`: at one place at least another one runs, told here; `unreachable`: nobody could see it. */
  readonly state: 'same' | 'other' | 'unreachable'
  readonly fingerprint?: string
  readonly issuer?: string
  readonly notAfter?: string
  readonly daysLeft?: number
  /** Where another one runs, or why it was not seen. */
  readonly message?: string
}

export interface ReportComponent {
  readonly name: string
  readonly service: string
  readonly readiness: string
  readonly message: string
  readonly image: string
  readonly containers: readonly string[]
  readonly seconds?: number
}

export interface ReportCheck {
  readonly name: string
  readonly state: 'good' | 'warning' | 'bad' | 'skipped'
  readonly found: string
  readonly fix?: string
}
