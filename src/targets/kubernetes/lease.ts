import { randomUUID } from 'node:crypto'
import { fieldManager, objectLabels, stateNames } from '../../model/kubernetes.ts'
import { formatMark, type ProcessMark, parseMark } from '../process-mark.ts'
import type { Place } from './api.ts'
import { pathOf } from './paths.ts'

const apiVersion = 'coordination.k8s.io/v1'

const annotations = {
  /** One run: two of the same holder are two. */
  run: 'mcp-stack.dev/run',
  purpose: 'mcp-stack.dev/purpose',
  process: 'mcp-stack.dev/process',
} as const

/** What a run writes into the Lease while it holds it. */
export interface Claim {
  readonly run: string
  readonly holder: string
  readonly purpose: string
  readonly mark?: ProcessMark
  /** ISO 8601: for people; no two clocks are compared. */
  readonly since: string
  readonly staleSeconds: number
}

/** The Lease as somebody else's claim. */
export interface SeenLease extends Omit<Claim, 'staleSeconds'> {
  readonly uid: string
  /** Moves with every sign of life. */
  readonly resourceVersion: string
}

export const newRun = (): string => randomUUID()

export const leasePath = ({ namespace }: Place): string => pathOf(apiVersion, 'Lease', namespace, stateNames.lock)

export const leasesPath = ({ namespace }: Place): string => pathOf(apiVersion, 'Lease', namespace)

/** The body of a write. @param over  The version that is replaced. */
export function leaseBody(place: Place, claim: Claim, over?: Pick<SeenLease, 'uid' | 'resourceVersion'>): string {
  return JSON.stringify({
    apiVersion,
    kind: 'Lease',
    metadata: {
      name: stateNames.lock,
      labels: { [objectLabels.stack]: place.stack, 'app.kubernetes.io/managed-by': fieldManager },
      annotations: {
        [annotations.run]: claim.run,
        [annotations.purpose]: claim.purpose,
        ...(claim.mark && { [annotations.process]: formatMark(claim.mark) }),
      },
      ...over,
    },
    spec: {
      holderIdentity: claim.holder,
      leaseDurationSeconds: Math.max(1, Math.ceil(claim.staleSeconds)),
      acquireTime: microTime(claim.since),
      renewTime: microTime(place.io.clock.now().toISOString()),
    },
  })
}

export function parseLease(body: Readonly<Record<string, unknown>>): SeenLease {
  const { metadata, spec } = body as unknown as LeaseBody
  const mark = parseMark(metadata.annotations?.[annotations.process] ?? '')
  return {
    uid: metadata.uid,
    resourceVersion: metadata.resourceVersion,
    run: metadata.annotations?.[annotations.run] ?? '',
    holder: spec?.holderIdentity || 'unknown',
    purpose: metadata.annotations?.[annotations.purpose] ?? 'unknown',
    since: spec?.acquireTime?.replace(/\d{3}Z$/, 'Z') ?? 'unknown',
    ...(mark && { mark }),
  }
}

interface LeaseBody {
  readonly metadata: {
    readonly uid: string
    readonly resourceVersion: string
    readonly annotations?: Readonly<Record<string, string>>
  }
  readonly spec?: { readonly holderIdentity?: string; readonly acquireTime?: string }
}

/** The server takes six digits of a second and nothing else. */
const microTime = (iso: string) => iso.replace(/Z$/, '000Z')
