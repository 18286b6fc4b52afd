import { objectLabels } from '../../model/kubernetes.ts'
import type { ObjectMeta } from './kube-objects.ts'

/** The tool that keeps an object, where it is another one; its next run would undo what we write. Pure. */
export function ownerOf({ labels = {}, annotations = {} }: ObjectMeta): string | undefined {
  // `<application>:<group>/<kind>:<namespace>/<name>`.
  const argo = annotations['argocd.argoproj.io/tracking-id']?.split(':')[0] ?? labels['argocd.argoproj.io/instance']
  if (argo !== undefined) return `Argo CD application ${argo}`
  const kustomization = labels['kustomize.toolkit.fluxcd.io/name']
  if (kustomization !== undefined) return `Flux kustomization ${kustomization}`
  const fluxRelease = labels['helm.toolkit.fluxcd.io/name']
  if (fluxRelease !== undefined) return `Flux release ${fluxRelease}`
  const helm = annotations['meta.helm.sh/release-name']
  return helm === undefined ? undefined : `Helm release ${helm}`
}

/** Words for whose an object is that does not carry our label. Pure. */
export function strangerOf(metadata: ObjectMeta): string {
  const stack = metadata.labels?.[objectLabels.stack]
  if (stack !== undefined) return `stack ${stack}`
  const keeper = ownerOf(metadata)
  if (keeper !== undefined) return keeper
  const manager = metadata.managedFields?.find(({ subresource }) => subresource === undefined)?.manager
  return manager === undefined ? 'somebody else' : `whoever made it with ${manager}`
}
