import { asksForLeaf } from '../../model/cert-manager.ts'
import type { Certificate } from '../../model/certificate.ts'
import { objectLabels, type UnnamedObject } from '../../model/kubernetes.ts'
import { isPending, type Maybe, type Pending } from '../../model/pending.ts'
import type { JsonObject } from '../../model/stack.ts'
import { changeAt, objectAt, podTemplatePath, shortHash, textOf } from './json.ts'

/** What cert-manager keeps for a component: its Secret's name, and what is in it now. */
export interface KeptCertificate {
  readonly secretName: string
  readonly certificate: Maybe<Certificate>
}

/** Component → what its `Certificate` among the objects leads to; the user's own belong to no component. */
export function keptCertificates(
  objects: readonly UnnamedObject[],
  certificate: (component: string) => Maybe<Certificate>,
): ReadonlyMap<string, KeptCertificate> {
  const own = objects.filter(({ manifest }) => asksForLeaf(manifest))
  return new Map(
    own.map(({ component, manifest }): [string, KeptCertificate] => [
      component,
      { secretName: textOf(objectAt(manifest, 'spec')['secretName']), certificate: certificate(component) },
    ]),
  )
}

/** The Secret keeps its name when cert-manager renews: a mark on the pods is what rolls them. */
export function markPods(
  manifest: JsonObject,
  { component, kind }: Pick<UnnamedObject, 'component' | 'kind'>,
  kept: ReadonlyMap<string, KeptCertificate>,
): JsonObject {
  const path = podTemplatePath(kind)
  const found = kept.get(component)
  if (path === undefined || found === undefined) return manifest
  return changeAt(manifest, [...path, 'metadata', 'annotations', objectLabels.certificate], () =>
    markOf(found.certificate),
  )
}

/** Beginning of the leaf's SHA-256 fingerprint, and a hash of what comes with it: the trust bundle may change alone. */
function markOf(certificate: Maybe<Certificate>): string {
  if (isPending(certificate)) return `pending-${certificate.key}`
  const { chainPem, fingerprint, trustBundlePem } = certificate
  return `${fingerprint.slice(0, 16)}-${shortHash([chainPem, trustBundlePem], 8)}`
}

/** `Secret/name` → what it waits for. */
export function pendingSecrets(kept: ReadonlyMap<string, KeptCertificate>): ReadonlyMap<string, readonly Pending[]> {
  return new Map(
    [...kept.values()].flatMap(({ certificate, secretName }) =>
      isPending(certificate) ? [[`Secret/${secretName}`, [certificate]] as const] : [],
    ),
  )
}
