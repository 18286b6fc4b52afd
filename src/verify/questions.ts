import type { Plan } from '../model/plan.ts'
import type { PluginEndpoint, Probe } from '../model/verification.ts'

/** What the probe program is to ask; JSON. */
export interface Questions {
  readonly dials: readonly Dial[]
  readonly foreignCertificate: string
  /** The gateway itself is asked nothing. */
  readonly onlyDials?: true
}

/** One attempt to talk to a plugin. */
export interface Dial {
  readonly component: string
  /** Address or service name. */
  readonly to: string
  readonly port: number
  /** The host name that its certificate must carry. */
  readonly serverName: string
  readonly tls: boolean
  /** `own` speaks MCP; the next two must be refused; `look` takes any certificate, tells which it is, and says nothing. */
  readonly with: 'own' | 'none' | 'foreign' | 'look'
  /** Socket time-out. */
  readonly seconds: number
}

const socketSeconds = 5

/** Every plugin container by address, and every plugin once by the name that the gateway uses. Pure. */
export function askEveryPlugin(plan: Plan, endpoints: readonly PluginEndpoint[]): readonly Dial[] {
  return plan.plugins.flatMap((plugin) => {
    const dial = { component: plugin.name, tls: plugin.mtls, seconds: socketSeconds }
    const own = endpoints.filter(({ component }) => component === plugin.name)
    const byAddress = own.flatMap(({ address, port, serverName }) =>
      withCertificates(plugin.mtls).map((certificate) => ({
        ...dial,
        to: address,
        port,
        serverName,
        with: certificate,
      })),
    )
    const name = new URL(plugin.url)
    const port = Number(name.port || (plugin.mtls ? 443 : 80))
    return [...byAddress, { ...dial, to: name.hostname, port, serverName: name.hostname, with: 'own' as const }]
  })
}

/** What a gateway container has to dial yet: what it was not asked before, and all of a plugin that did not pass in all. Pure. */
export function stillOpen(dials: readonly Dial[], from: string, known: readonly Probe[]): readonly Dial[] {
  return dials.filter(({ component, to }) => {
    const answers = known.filter((probe) => probe.from === from && probe.component === component)
    return !answers.some((probe) => probe.to === to) || answers.some(({ outcome }) => outcome !== 'passed')
  })
}

/** Every running container of a plugin with mTLS, for nothing but the certificate that it presents. Pure. */
export function lookAtEveryPlugin(plan: Plan, endpoints: readonly PluginEndpoint[]): readonly Dial[] {
  const names = new Set(plan.plugins.filter(({ mtls }) => mtls).map(({ name }) => name))
  return endpoints
    .filter(({ component }) => names.has(component))
    .map(({ address, ...endpoint }) => ({ ...endpoint, to: address, tls: true, with: 'look', seconds: socketSeconds }))
}

const withCertificates = (mtls: boolean): readonly Dial['with'][] => (mtls ? ['own', 'none', 'foreign'] : ['own'])
