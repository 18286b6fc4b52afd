import { StackError } from '../../errors.ts'
import type { Bundle } from '../../model/bundle.ts'
import { isCertificate } from '../../model/cert-manager.ts'
import type { StoredObject, UnnamedObject } from '../../model/kubernetes.ts'
import type { Role } from '../../model/plan.ts'
import type { RestoreInput } from '../restore-bundle.ts'
import { readRole, toEnvValue } from '../restore-compose.ts'
import { describeComponents } from './describe.ts'
import { nameObjects } from './name-objects.ts'

/**
 * A stored release as a bundle that can be applied again: its objects, with the secrets and certificates of today. Pure.
 *
 * @throws StackError ROLL_BACK_REFUSED when the release needs a certificate that is gone, or has no objects.
 */
export function restoreKubernetes({
  release,
  state,
  kept = [],
  digest,
  referenced = new Map(),
  slotOf,
}: RestoreInput): Bundle {
  if (release.objects === undefined) throw refuse(`release ${release.revision} has no objects`)
  // The namespace is there: to write it again would need rights to the whole cluster.
  const unnamed = release.objects.filter(({ kind }) => kind !== 'Namespace').map(toUnnamed)
  const asked = new Set(release.objects.filter(isCertificate).map(({ component }) => component))
  const stored = state.certificates.filter(({ component }) => !asked.has(component))
  const certificates = new Map(
    [...stored, ...kept.filter(({ component }) => asked.has(component))].map((one) => [one.component, one]),
  )
  const named = nameObjects(unnamed, {
    digest,
    referenced,
    slotOf,
    certificate: (component) => {
      const certificate = certificates.get(component)
      if (certificate !== undefined) return certificate
      throw refuse(`the certificate of ${component} is not among the stack's any more`)
    },
  })
  const facts = release.components.map(({ name, role, image, tag, revision }) => {
    const known: Role = readRole(role)
    return { name, role: known, image, tag, revision, replicas: 1 }
  })
  return {
    target: 'kubernetes',
    files: [],
    components: describeComponents(facts, named),
    contents: [],
    variables: {},
    kubernetes: { objects: named.map(({ object }) => object), unnamed },
  }
}

function toUnnamed({ values, ...object }: StoredObject): UnnamedObject {
  if (values === undefined) return object
  if (values.kind === 'certificates') return { ...object, values }
  if (values.kind === 'env') {
    const env = Object.entries(values.env).map(([name, value]) => [name, toEnvValue(value)] as const)
    return { ...object, values: { kind: 'env', env: Object.fromEntries(env) } }
  }
  const credentials = values.credentials.map((entry) => ({ ...entry, password: toEnvValue(entry.password) }))
  return { ...object, values: { kind: 'pull', credentials } }
}

function refuse(message: string): StackError {
  return new StackError({
    code: 'ROLL_BACK_REFUSED',
    message,
    hint: 'Check out the commit you want and deploy it',
  })
}
