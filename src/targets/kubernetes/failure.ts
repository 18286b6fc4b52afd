import type { ComponentFailure } from '../../model/target.ts'
import { chooseHint, type Hint } from '../hints.ts'
import type { Place } from './api.ts'
import { keepEvidence, worstFirst } from './evidence.ts'
import type { Pod, Workload } from './kube-objects.ts'
import { inPlace } from './refusal.ts'

/** A component that did not come up, and the words for it. */
export interface Fallen {
  readonly component: string
  readonly service: string
  readonly reason: string
  readonly workload?: Workload
  /** The one that tells why. */
  readonly pod?: Pod
}

/** Keeps the evidence before anything is undone, and says what to do and where the evidence is. */
export async function describeFailure(place: Place, fallen: Fallen): Promise<ComponentFailure> {
  const { component, service, pod, workload } = fallen
  const pods = worstFirst(pod === undefined ? [] : [pod])
  const { events, log, lastLog } = await keepEvidence(place, { component, pods, ...(workload && { workload }) })
  const reason = place.io.redactor.redact(fallen.reason)
  // What the component says of itself is nearer to the cause.
  const words = lastLog.length > 0 ? lastLog : events
  const hint = inPlace(place, chooseHint(log, `${reason}\n${words.join('\n')}`, signs))
  return { component, service, reason, lastLog, ...(events.length === 0 ? {} : { events }), hint }
}

/** Words of kubelet, scheduler and admission, most telling first. */
export const signs: readonly Hint[] = [
  {
    sign: /exceeded quota: ([^,]+)/,
    hint: 'The namespace’s quota is used up: kubectl describe resourcequota; raise it, or lower replicas and resources',
  },
  {
    sign: /violates PodSecurity/,
    hint: 'The namespace’s Pod Security level refuses the pod: the message names the field; see volumes and patches',
  },
  {
    sign: /runAsNonRoot and image (has non-numeric user|will run as root)|non-numeric user/,
    hint: 'The cluster cannot tell whether the image’s user is root: set run_as_user to the number of a user in the image',
  },
  {
    sign: /no node can take it: .*Insufficient (cpu|memory)/s,
    hint: 'No node has that much free: lower cpu_request or memory_request of this component, or add a node',
  },
  {
    sign: /no node can take it: .*(node affinity|node selector|didn't match Pod)/s,
    hint: 'No node has what node_selector or affinity ask for: kubectl get nodes --show-labels',
  },
  {
    sign: /no node can take it: .*taint/s,
    hint: 'Every node has a taint that the pod does not tolerate: set tolerations, or see kubectl describe nodes',
  },
  {
    sign: /no node can take it: .*(persistentvolumeclaim|volume)/is,
    hint: 'Its volume finds no place: set storage_class to one of kubectl get storageclass',
  },
  {
    sign: /(secret|configmap) "?([\w.-]+)"? not found/i,
    hint: 'It refers to an object that is not there: create it in this namespace (the message names it), or correct existing_secret, volumes or patches',
  },
  {
    sign: /couldn't find key|non-existent (secret|config) key/i,
    hint: 'The Secret or ConfigMap that is named has no such key: look with kubectl describe',
  },
  {
    sign: /cannot be pulled: access denied|unauthorized|pull access denied/i,
    hint: 'The registry wants credentials: set deployment.image_pull_secrets or deployment.pull_credentials',
  },
  {
    sign: /cannot be pulled: not found/,
    hint: 'The registry has no such image: correct image: or ref:, or build it first with mcp-deploy build',
  },
  {
    sign: /cannot be pulled|ErrImageNeverPull|is not on the node/,
    hint: 'The nodes cannot reach that registry: set registry: to one they can, or load the image into the nodes',
  },
  {
    sign: /Liveness|Readiness|Startup probe failed|probe failed/,
    hint: 'Its health check never succeeded: look whether it listens on the port of the config',
  },
]
