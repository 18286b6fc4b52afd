import type { ExposeConfig, StackConfig, TargetType } from '../model/stack.ts'
import { mcpPath } from './contract/plugin.ts'
import { pluginService } from './names.ts'

/** Where the gateway calls a plugin (CONTRACT §3); https exactly when that plugin has mTLS. */
export function pluginUrl(
  plugin: { readonly name: string; readonly port: number; readonly servicePort: number; readonly mtls: boolean },
  place: { readonly target: TargetType; readonly namespace: string },
): string {
  const scheme = plugin.mtls ? 'https' : 'http'
  const service = pluginService(plugin.name, place.target)
  // A Compose service has no port of its own: the container's is dialled.
  const authority =
    place.target === 'compose' ? `${service}:${plugin.port}` : `${service}.${place.namespace}.svc:${plugin.servicePort}`
  return `${scheme}://${authority}${mcpPath}`
}

/** What a plugin or the gateway is published on: Compose publishes the gateway on the loopback address unless told otherwise. */
export function gatewayHostPort(config: StackConfig): { readonly address: string; readonly port: number } | undefined {
  if (config.deployment.type !== 'compose') return undefined
  return config.gateway.hostPort ?? { address: '127.0.0.1', port: config.gateway.port }
}

/** Where a person reaches the gateway: on the engine's machine, or at the host it is exposed under; undefined where only the cluster knows. */
export function gatewayUrl(config: StackConfig): string | undefined {
  const published = gatewayHostPort(config)
  if (published === undefined) return exposedUrl(config.expose)
  const everywhere = ['0.0.0.0', '::', ''].includes(published.address)
  const host = everywhere ? '127.0.0.1' : published.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${published.port}`
}

function exposedUrl(expose: ExposeConfig | undefined): string | undefined {
  if (expose === undefined || expose.host === '') return undefined
  return `${isEncrypted(expose) ? 'https' : 'http'}://${expose.host}${expose.path === '/' ? '' : expose.path}`
}

/** A Gateway's listener is not ours to see: its name tells, where it is given. */
function isEncrypted({ via, tlsSecret, parent }: ExposeConfig): boolean {
  if (via === 'route') return true
  if (via === 'ingress') return tlsSecret !== undefined
  return /https|tls|secure/i.test(parent?.sectionName ?? '')
}
