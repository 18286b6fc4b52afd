import { isRecord } from './record.ts'

export type Field = readonly [name: string, text: string]

/**
 * One key of a Compose service as a person reads it: one field per leaf (`healthcheck.interval`), a list as one line.
 * Two services that differ may read the same (`1` and `"1"`), so a hash is taken of something else.
 */
export function readableFields(key: string, value: unknown): readonly Field[] {
  // The configuration has it under `resources`, without Compose's `deploy`.
  if (key === 'deploy' && isRecord(value)) return Object.entries(value).flatMap(([name, item]) => flatten(name, item))
  return flatten(key, value)
}

function flatten(path: string, value: unknown): readonly Field[] {
  if (isRecord(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, item]) => flatten(`${path}.${key}`, item))
  }
  if (path.startsWith('resources.') && path.endsWith('.memory')) return [[path, showMemory(value)]]
  return [[path, readableText(value)]]
}

/** One value on one line: words as they are, quoted where a space would tear them apart. */
export function readableText(value: unknown): string {
  if (Array.isArray(value)) return value.map(showItem).join(value.some(isRecord) ? ', ' : ' ')
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, item]) => `${key}=${showItem(item)}`)
      .join(' ')
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function showItem(item: unknown): string {
  if (isRecord(item)) return 'published' in item ? showPort(item) : readableText(item)
  if (Array.isArray(item)) return `[${readableText(item)}]`
  const text = readableText(item)
  return text === '' || /[\s"]/.test(text) ? JSON.stringify(text) : text
}

/** As `docker ps` writes it: `127.0.0.1:4444->4444/tcp`. */
function showPort(port: Readonly<Record<string, unknown>>): string {
  const { host_ip: address, published, target, protocol = 'tcp' } = port
  const host = readableText(address)
  const shown = host.includes(':') ? `[${host}]` : host
  return `${shown === '' ? '' : `${shown}:`}${readableText(published)}->${readableText(target)}/${readableText(protocol)}`
}

const units = ['', 'Ki', 'Mi', 'Gi', 'Ti']

/** Bytes in the largest unit that needs no fraction, as the configuration writes them. */
function showMemory(value: unknown): string {
  const text = readableText(value)
  if (!/^\d+$/.test(text)) return text
  let [amount, unit] = [BigInt(text), 0]
  while (amount > 0n && amount % 1024n === 0n && unit < units.length - 1) [amount, unit] = [amount / 1024n, unit + 1]
  return `${amount}${units[unit] ?? ''}`
}
