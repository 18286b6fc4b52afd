import { createHash } from 'node:crypto'
import type { Content } from '../model/bundle.ts'
import type { CertificateState } from '../model/certificate.ts'
import type { Pending } from '../model/pending.ts'
import type { ComponentPlan, Plan } from '../model/plan.ts'

/** Where the packets are mounted: the folders the plan's environment names (`src/plan/contract/paths.ts`). */
const mountPaths = { certificates: '/app/certs/mcp', config: '/app/config', shim: '/opt/mcp-stack/shim' } as const

const words = { certificates: 'certs', config: 'config', shim: 'shim' } as const

/** The packets of files that components mount: named by their content, so that a change of content is a change of name. */
export function makeContents(
  plan: Plan,
  certificates: readonly CertificateState[],
  texts: { readonly pluginsConfig: string; readonly shim: string },
): readonly Content[] {
  const states = new Map(certificates.map((state) => [state.request.component, state]))
  const requested = new Set(plan.certificates.map(({ component }) => component))
  return [plan.gateway, ...plan.plugins].flatMap((component) => {
    const state = states.get(component.name)
    return [
      ...(component.role === 'gateway'
        ? [makeContent(plan, component, 'config', texts.pluginsConfig, { 'plugins.yaml': texts.pluginsConfig })]
        : []),
      ...(requested.has(component.name) && state !== undefined ? [makeCertificates(plan, component, state)] : []),
      ...(component.shim ? [makeContent(plan, component, 'shim', texts.shim, { 'sitecustomize.py': texts.shim })] : []),
    ]
  })
}

function makeCertificates(plan: Plan, component: ComponentPlan, state: CertificateState): Content {
  const { certificate, request } = state
  if (certificate === undefined) {
    const key = shortHash(JSON.stringify(request))
    const pending: Pending = { pending: 'certificate', key }
    const files = { [`${request.kind}.crt`]: pending, [`${request.kind}.key`]: pending, 'ca.crt': pending }
    return makeContent(plan, component, 'certificates', `pending ${key}`, files)
  }
  const { fingerprint, chainPem, keyPem, trustBundlePem } = certificate
  // The key is bound to the leaf by its public key; the trust bundle changes alone during a roll-over of the CA.
  const identity = [fingerprint, chainPem, trustBundlePem].join('\n')
  // The names of the tree in CONTRACT §4; the plan's environment names the same.
  const files = { [`${request.kind}.crt`]: chainPem, [`${request.kind}.key`]: keyPem, 'ca.crt': trustBundlePem }
  return makeContent(plan, component, 'certificates', identity, files)
}

function makeContent(
  plan: Plan,
  component: ComponentPlan,
  kind: Content['kind'],
  identity: string,
  files: Content['files'],
): Content {
  return {
    name: `${plan.stack.name}_${component.service}-${words[kind]}-${shortHash(identity)}`,
    component: component.name,
    kind,
    mountPath: mountPaths[kind],
    files,
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
