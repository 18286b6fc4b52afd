import { asksForLeaf, certificateKind, certManagerGroup } from '../../model/cert-manager.ts'
import type { BundleObject } from '../../model/kubernetes.ts'
import type { Problem } from '../../model/problem.ts'
import type { IssuerReference, JsonObject } from '../../model/stack.ts'
import type { Place } from './api.ts'
import { discoveryPath, pathOf } from './paths.ts'
import { inPlace } from './refusal.ts'

/** Certificates of components among the objects: the user's own belong to the stack. Pure. */
export function ownCertificates(objects: readonly BundleObject[]): readonly BundleObject[] {
  return objects.filter(({ manifest }) => asksForLeaf(manifest))
}

/** The issuer that a Certificate names. Pure. */
export function issuerOf({ manifest }: BundleObject): IssuerReference {
  const { group, kind, name } = ((manifest['spec'] as JsonObject)['issuerRef'] ?? {}) as Readonly<
    Record<string, string>
  >
  return { group: group ?? certManagerGroup, kind: kind ?? 'Issuer', name: name ?? '' }
}

/** Before anything is written: cert-manager is there, and so is the issuer. Who may not look at it is told nothing. */
export async function findMissingIssuer(place: Place, objects: readonly BundleObject[]): Promise<readonly Problem[]> {
  const [first] = ownCertificates(objects)
  if (first === undefined) return []
  const group = await place.api.get(discoveryPath(certificateKind.apiVersion))
  if (group.status === 404) return [notInstalled]
  const { group: of, kind, name } = issuerOf(first)
  if (of !== certManagerGroup) return []
  const { status } = await place.api.get(pathOf(certificateKind.apiVersion, kind, place.namespace, name))
  if (status !== 404) return []
  const where = kind === 'Issuer' ? ` in namespace ${place.namespace}` : ''
  return [
    {
      severity: 'error',
      code: 'AUTHORITY_FAILED',
      message: `cert-manager has no ${kind} ${name}${where}`,
      hint: inPlace(
        place,
        `Make it, or correct certificates.cert_manager_issuer and cert_manager_kind: kubectl get ${kind.toLowerCase()}s`,
      ),
    },
  ]
}

const notInstalled: Problem = {
  severity: 'error',
  code: 'AUTHORITY_FAILED',
  message: `certificates.authority is cert-manager, and this cluster has none: there is no API ${certificateKind.apiVersion}`,
  hint: 'Install it (https://cert-manager.io/docs/installation) and make an issuer, or set certificates.authority: local',
}
