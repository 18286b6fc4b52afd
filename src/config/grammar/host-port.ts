import type { Refusal } from '../finding.ts'

export interface HostPort {
  readonly address: string
  readonly port: number
}

/** Reads `port` or `address:port`; undefined when it is neither. The address is 127.0.0.1 when none is given. */
export function parseHostPort(value: string | number): HostPort | undefined {
  const match = /^(?:(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]):)?(\d{1,5})$/.exec(String(value))
  const port = Number(match?.[2] ?? 0)
  if (match === null || port < 1 || port > 65535) return undefined
  const address = match[1] ?? '127.0.0.1'
  if (!address.startsWith('[') && address.split('.').some((part) => Number(part) > 255)) return undefined
  return { address, port }
}

/** Refuses what is no port of the host. */
export function checkHostPort(text: string): Refusal | undefined {
  if (!text.includes(':')) return { message: 'must be a port, or "address:port"' }
  return parseHostPort(text) === undefined
    ? { message: 'must be a port, or "address:port" with an IP address' }
    : undefined
}
