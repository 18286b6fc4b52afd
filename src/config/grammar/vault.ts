import { readKvPlace } from '../../model/kv-place.ts'
import type { Refusal } from '../finding.ts'

/** Refuses what is no name of a role, an issuer or a mount of Vault: `pki`, `team/pki`. */
export function checkVaultPath(text: string): Refusal | undefined {
  const parts = text.split('/')
  if (parts.every((part) => /^[A-Za-z0-9_][\w.-]{0,127}$/.test(part))) return undefined
  return { message: 'must be letters, digits, "_", "." and "-", with "/" between parts only' }
}

/** Refuses an address that Vault cannot be asked at. */
export function checkVaultAddress(text: string): Refusal | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const form = 'Write it as https://vault.example.com:8200, without a user, a password or a query'
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    return { message: 'is not an http or https URL', hint: form }
  if (url.username === '' && url.password === '' && url.search === '') return undefined
  const secret = url.password
  return { message: 'has a user, a password or a query', hint: form, ...(secret === '' ? {} : { secret }) }
}

/** Refuses what is no document of a KV engine: its mount alone, or a key in it. */
export function checkKvPath(text: string): Refusal | undefined {
  const parts = text.replace(/^\/+|\/+$/g, '').split('/')
  const hint = 'Write MOUNT/data/PATH, for example secret/data/mcp; its keys are the names'
  if (text.includes('#')) return { message: 'names a key, and the keys are the names of secrets', hint }
  if (parts.length < 2) return { message: 'must be a mount and a path in it', hint }
  if (parts.some((part) => ['', '.', '..'].includes(part))) return { message: 'has an empty part, "." or ".."', hint }
  return readKvPlace(text) === undefined ? { message: 'is no path in Vault', hint } : undefined
}

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** Refuses what is no life of a certificate as Vault writes it. */
export function checkTtl(text: string): Refusal | undefined {
  const seconds = ttlInSeconds(text)
  if (seconds !== undefined && seconds >= 3600) return undefined
  return { message: 'must be an hour or more: a whole number and s, m, h or d', hint: 'For example 720h or 30d' }
}

/** Seconds of `720h`; undefined for what is none. */
export function ttlInSeconds(text: string): number | undefined {
  const [, count, unit] = /^([1-9]\d{0,8})([smhd])$/.exec(text) ?? []
  const factor = secondsIn[unit ?? '']
  return factor === undefined ? undefined : Number(count) * factor
}
