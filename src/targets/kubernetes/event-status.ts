import type { Event } from './kube-objects.ts'
import { isSlowKubelet } from './pod-status.ts'
import { withoutPodName } from './workload-status.ts'

/** What an event says about an object's chance to come up. */
export interface EventStatus {
  /** Of the object it is about: a caller compares it, since events outlive their objects. */
  readonly uid: string
  readonly kind: string
  readonly name: string
  readonly message: string
  /** Waiting longer does not help. */
  readonly terminal: boolean
}

/** A volume that could not be mounted this often is not just slow: the kubelet waits longer each time (0.5 s, 1 s, 2 s). */
const mountAttempts = 4

/** Reads a warning that tells why something does not come up; undefined for every other event. Pure. */
export function readEvent(event: Event): EventStatus | undefined {
  const verdict = judge(event)
  const { kind = '', name = '', uid = '' } = event.involvedObject ?? {}
  return verdict === undefined ? undefined : { uid, kind, name, ...verdict }
}

function judge({
  reason = '',
  message = '',
  count,
  series,
}: Event): Pick<EventStatus, 'message' | 'terminal'> | undefined {
  const attempts = series?.count ?? count ?? 1
  switch (reason) {
    case 'FailedMount':
    case 'FailedAttachVolume': {
      const absent = /(secret|configmap) "[^"]+" not found|references non-existent (secret|config) key/i.test(message)
      const text = `a volume cannot be mounted: ${message.replace(/^MountVolume\.SetUp failed for volume ("[^"]*") : /, '$1: ')}`
      return { message: text, terminal: absent || (attempts >= mountAttempts && !isSlowKubelet(message)) }
    }
    case 'FailedCreate': {
      // A quota may have room again: whoever waits counts the seconds.
      const terminal = /violates PodSecurity|admission webhook .* denied|is invalid:/.test(message)
      return { message: `its pods cannot be made: ${withoutPodName(message)}`, terminal }
    }
    case 'FailedScheduling':
      return { message: `no node can take it: ${message}`, terminal: false }
    case 'Unhealthy':
      return { message: message.trim(), terminal: false }
    case 'ProvisioningFailed':
      return { message: `its volume cannot be made: ${message}`, terminal: attempts >= mountAttempts }
    case 'Evicted':
    case 'Preempted':
      return { message: `${reason.toLowerCase()}: ${message}`, terminal: false }
    default:
      return undefined
  }
}
