import { z } from 'zod'
import {
  checkAnnotationKey,
  checkLabelKey,
  checkLabelValue,
  checkObjectName,
  checkQualifiedName,
  checkVolumeName,
} from '../grammar/kubernetes.ts'
import { checkContainerPath, checkInnerPath } from '../grammar/paths.ts'
import { checkStorage } from '../grammar/quantity.ts'
import { affinity, toleration, topologySpread, volumeSource } from './api-fields.ts'
import { flag, freeMap, ignored, key, list, section, text, textOrNumber, whole } from './keys.ts'

/** Kubernetes keeps users in 64 bits, Linux in 32. */
const maxUser = 2_147_483_647

const volume = section({
  name: key(text(checkVolumeName), { about: 'Name of the volume in the pod.', example: 'policies' }),
  mount_path: key(text(checkContainerPath), { about: 'Where the container sees it.', example: '/app/policies' }),
  sub_path: key(text(checkInnerPath).optional(), {
    about: 'One file or folder of the volume.',
    example: 'policy.rego',
  }),
  read_only: key(flag().optional(), {
    about: 'Mounts it read-only; true when absent, but for empty_dir.',
    example: false,
  }),
  config_map: key(text(checkObjectName).optional(), {
    about: 'Name of an existing ConfigMap. A volume has exactly one of config_map, secret, claim, empty_dir, source.',
    example: 'opa-policies',
  }),
  secret: key(text(checkObjectName).optional(), { about: 'Name of an existing Secret.', example: 'opa-licence' }),
  claim: key(text(checkObjectName).optional(), {
    about: 'Name of an existing PersistentVolumeClaim.',
    example: 'signatures',
  }),
  empty_dir: key(
    z.union([z.literal(true), textOrNumber(checkStorage)], { error: 'must be true or a size' }).optional(),
    { about: 'A folder that lives as long as the pod: true, or its largest size.', example: '1Gi' },
  ),
  source: key(volumeSource.optional(), {
    about: "Any other source, in Kubernetes' own words.",
    example: { csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true } },
  }),
})

/** What pods get on Kubernetes only; gateway and plugins share it. */
export const podShape = {
  labels: key(freeMap(text(checkLabelValue), 'labels', checkLabelKey).default({}), {
    about: 'Further labels of the pods and of the workload.',
    example: { team: 'platform' },
    compose: ignored,
  }),
  annotations: key(freeMap(text(), 'annotations', checkAnnotationKey).default({}), {
    about: 'Further annotations of the pods.',
    example: { 'prometheus.io/scrape': 'true' },
    compose: ignored,
  }),
  node_selector: key(freeMap(text(checkLabelValue), 'labels of nodes', checkQualifiedName).default({}), {
    about: 'Labels of the nodes it may run on.',
    example: { 'kubernetes.io/arch': 'amd64' },
    compose: ignored,
  }),
  tolerations: key(list(toleration, 'tolerations').default([]), {
    about: "Taints it may run on, in Kubernetes' own words.",
    example: [{ key: 'dedicated', operator: 'Equal', value: 'mcp', effect: 'NoSchedule' }],
    compose: ignored,
  }),
  affinity: key(affinity.optional(), {
    about: "Where it runs beside what, in Kubernetes' own words.",
    example: { podAntiAffinity: {} },
    compose: ignored,
  }),
  topology_spread: key(list(topologySpread, 'topology spread constraints').default([]), {
    about: "How its pods are spread, in Kubernetes' own words.",
    example: [{ maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' }],
    compose: ignored,
  }),
  priority_class: key(text(checkObjectName).optional(), {
    about: 'An existing PriorityClass.',
    example: 'high',
    compose: ignored,
  }),
  service_account: key(text(checkObjectName).optional(), {
    about: "An existing ServiceAccount; the stack's own, without a token, when absent.",
    example: 'mcp-plugins',
    compose: ignored,
  }),
  image_pull_secrets: key(list(text(checkObjectName), 'names of Secrets').default([]), {
    about: 'Existing Secrets this component pulls with, beside those of deployment.',
    example: ['regcred'],
    compose: ignored,
  }),
  existing_secret: key(text(checkObjectName).optional(), {
    about: 'An existing Secret whose keys become environment variables.',
    example: 'opa-credentials',
    compose: ignored,
  }),
  run_as_user: key(whole(1, maxUser).optional(), {
    about: 'Number of the user it runs as, for images whose user is a name.',
    example: 1001,
    compose: ignored,
    kubernetes: 'honoured; on OpenShift ignored, with a warning',
  }),
  volumes: key(list(volume, 'volumes, each with name and mount_path').default([]), {
    about: 'Further volumes.',
    example: [{ name: 'policies', mount_path: '/app/policies', config_map: 'opa-policies' }],
    compose: ignored,
  }),
  autoscaling: key(flag().default(false), {
    about: 'Leaves the number of pods to an autoscaler of your own: replicas is never written.',
    example: true,
    compose: ignored,
  }),
}

/** What Postgres and Redis take of that: one pod each, of an image whose volumes and variables are known here. */
export const storePodShape = {
  labels: podShape.labels,
  annotations: podShape.annotations,
  node_selector: podShape.node_selector,
  tolerations: podShape.tolerations,
  affinity: podShape.affinity,
  priority_class: podShape.priority_class,
  service_account: podShape.service_account,
  image_pull_secrets: podShape.image_pull_secrets,
  run_as_user: key(whole(1, maxUser).optional(), {
    about: "Number of the image's user; known for the official and the sclorg images.",
    example: 999,
    compose: ignored,
    kubernetes: 'honoured; on OpenShift ignored, with a warning',
  }),
}
