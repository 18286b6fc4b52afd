/** One port of the engine's machine. */
export interface HostPort {
  /** Empty for all of its addresses. */
  readonly address: string
  readonly port: number
  readonly protocol: string
}

export interface ServicePort extends HostPort {
  readonly service: string
}

/** The host ports a manifest publishes, in Compose's long and short form; ranges are left to the engine. */
export async function readHostPorts(manifest: string): Promise<readonly ServicePort[]> {
  // Most stacks publish one port or none: reading a large manifest for nothing would take longer than the deploy's rest.
  if (!manifest.includes('ports')) return []
  const { load } = await import('js-yaml')
  const services = Object.entries(recordOf(recordOf(load(manifest))['services']))
  return services.flatMap(([service, definition]) => {
    const { ports } = recordOf(definition)
    return (Array.isArray(ports) ? ports : []).flatMap((port: unknown) => {
      const read = typeof port === 'string' ? readShort(port) : readLong(recordOf(port))
      return read === undefined ? [] : [{ service, ...read }]
    })
  })
}

/** `[address:]published:target[/protocol]` */
function readShort(text: string): HostPort | undefined {
  const match = /^(?:(\[[^\]]+\]|[^:]+):)?(\d+):\d+(?:\/(\w+))?$/.exec(text)
  if (match === null) return undefined
  const [, address = '', published, protocol = 'tcp'] = match
  return { address: address.replace(/^\[|\]$/g, ''), port: Number(published), protocol }
}

function readLong({ host_ip: address, published, protocol }: Readonly<Record<string, unknown>>): HostPort | undefined {
  if (!/^\d+$/.test(String(published))) return undefined
  return {
    address: typeof address === 'string' ? address : '',
    port: Number(published),
    protocol: typeof protocol === 'string' ? protocol : 'tcp',
  }
}

/** Whether two cannot be published beside each other. */
export function portOverlaps(a: HostPort, b: HostPort): boolean {
  if (a.port !== b.port || a.protocol !== b.protocol) return false
  if (a.address === b.address) return true
  if (a.address === '' || b.address === '') return true
  const [one, other] = [a.address, b.address]
  if (isVersion6(one) !== isVersion6(other)) return false
  return isAny(one) || isAny(other)
}

const isVersion6 = (address: string) => address.includes(':')
const isAny = (address: string) => address === '0.0.0.0' || address === '::'

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {}
}
