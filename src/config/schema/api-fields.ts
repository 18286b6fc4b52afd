import { z } from 'zod'
import type { Json } from '../../model/stack.ts'
import { oneOf } from '../grammar/kubernetes.ts'
import { freeMap } from './keys.ts'

/** Fields of core/v1, networking/v1 at the places where the user writes them as Kubernetes has them (API of 1.34). */
const tolerationFields = ['key', 'operator', 'value', 'effect', 'tolerationSeconds']
const affinityFields = ['nodeAffinity', 'podAffinity', 'podAntiAffinity']
const spreadFields = [
  'maxSkew',
  'topologyKey',
  'whenUnsatisfiable',
  'labelSelector',
  'minDomains',
  'matchLabelKeys',
  'nodeAffinityPolicy',
  'nodeTaintsPolicy',
]
const peerFields = ['podSelector', 'namespaceSelector', 'ipBlock']
const egressFields = ['to', 'ports']
const volumeSources = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'fc',
  'flexVolume',
  'hostPath',
  'image',
  'iscsi',
  'nfs',
  'persistentVolumeClaim',
  'projected',
  'secret',
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'gcePersistentDisk',
  'glusterfs',
  'portworxVolume',
  'rbd',
  'vsphereVolume',
]

/** Maps whose first level is checked, for a typo there is silently dropped or refused late; what is below is the API server's to judge. */
export const toleration = passedThrough(tolerationFields, 'a toleration')
export const affinity = passedThrough(affinityFields, 'an affinity')
export const topologySpread = passedThrough(spreadFields, 'a topology spread constraint')
export const policyPeer = passedThrough(peerFields, 'a NetworkPolicyPeer')
export const egressRule = passedThrough(egressFields, 'a NetworkPolicyEgressRule')
export const volumeSource = passedThrough(volumeSources, 'a volume')

/** A map of which nothing is known here. */
export const anyFields = freeMap(z.custom<Json>(), 'fields')

function passedThrough(fields: readonly string[], of: string) {
  return freeMap(z.custom<Json>(), `fields of ${of}`, oneOf(fields, of))
}
