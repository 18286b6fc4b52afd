import type { CertificateRequest } from '../model/plan.ts'
import type { CertificatesConfig, StackConfig } from '../model/stack.ts'
import { dnsName, gatewayService, pluginAlias, slotService, slots } from './names.ts'

/** One client certificate for the gateway and one server certificate per plugin with mTLS; none where no plugin has it. */
export function planCertificates(config: StackConfig): readonly CertificateRequest[] {
  const plugins = config.plugins.filter((plugin) => plugin.mtls)
  if (plugins.length === 0 || !config.gateway.mtls) return []
  const common = commonRequest(config.certificates)
  const { namespace } = config.deployment
  return [
    { component: 'gateway', kind: 'client', commonName: gatewayService, dnsNames: [gatewayService], ...common },
    ...plugins.map(
      ({ name }): CertificateRequest => ({
        component: name,
        kind: 'server',
        commonName: pluginAlias(name),
        dnsNames: [...serverNames(name, namespace), ...(hasSlots(config) ? slotNames(name, namespace) : [])],
        ...common,
      }),
    ),
  ]
}

/** CONTRACT §4: every name under which the gateway may dial the plugin on either target, and the name as written. */
export function serverNames(name: string, namespace: string): readonly string[] {
  const alias = pluginAlias(name)
  const names = [
    dnsName(name),
    alias,
    `${alias}.${namespace}`,
    `${alias}.${namespace}.svc`,
    `${alias}.${namespace}.svc.cluster.local`,
    'localhost',
    name,
  ]
  return [...new Set(names)]
}

/** With `rolling: parallel` the gateway dials the Service of a slot, and which one it is changes with every revision. */
function slotNames(name: string, namespace: string): readonly string[] {
  return slots.flatMap((slot) => {
    const service = slotService(pluginAlias(name), slot)
    return [service, `${service}.${namespace}.svc`]
  })
}

function hasSlots({ deployment, deploy }: StackConfig): boolean {
  return deployment.type === 'kubernetes' && deploy.rolling === 'parallel'
}

function commonRequest(
  policy: CertificatesConfig,
): Pick<CertificateRequest, 'keyAlgorithm' | 'validityDays' | 'renewBeforeDays'> {
  const { keyAlgorithm, validityDays, renewBeforeDays } = policy
  return { keyAlgorithm, validityDays, ...(renewBeforeDays === undefined ? {} : { renewBeforeDays }) }
}
