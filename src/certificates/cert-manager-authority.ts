import type { AuthorityKind } from '../model/certificate.ts'

/** cert-manager in the cluster: the target asks it (targets/kubernetes), and it keeps keys and certificates itself. */
export const certManagerAuthority: AuthorityKind = {
  name: 'cert-manager',
  keptByTarget: true,
  open: () => Promise.resolve(undefined),
}
