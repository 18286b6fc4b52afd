import type { CertificateRequest } from '../model/plan.ts'
import type { CertificatesConfig, StackConfig } from '../model/stack.ts'
import { dnsName, gatewayService, pluginAlias } from './names.ts'

/** One client certificate for the gateway and one server certificate per plugin with mTLS; none where no plugin has it. */
export function planCertificates(config: StackConfig): readonly CertificateRequest[] {
  const plugins = config.plugins.filter((plugin) => plugin.mtls)
  if (plugins.length === 0 || !config.gateway.mtls) return []
  const common = commonRequest(config.certificates)
  return [
    { component: 'gateway', kind: 'client', commonName: gatewayService, dnsNames: [gatewayService], ...common },
    ...plugins.map(
      ({ name }): CertificateRequest => ({
        component: name,
        kind: 'server',
        commonName: pluginAlias(name),
        dnsNames: serverNames(name, config.deployment.namespace),
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

function commonRequest(
  policy: CertificatesConfig,
): Pick<CertificateRequest, 'keyAlgorithm' | 'validityDays' | 'renewBeforeDays'> {
  const { keyAlgorithm, validityDays, renewBeforeDays } = policy
  return { keyAlgorithm, validityDays, renewBeforeDays }
}
