import type { Refusal } from '../finding.ts'

/** Refuses what is no name of a role, an issuer or a mount of Vault: `pki`, `team/pki`. */
export function checkVaultPath(text: string): Refusal | undefined {
  const parts = text.split('/')
  if (parts.every((part) => /^[A-Za-z0-9_][\w.-]{0,127}$/.test(part))) return undefined
  return { message: 'must be letters, digits, "_", "." and "-", with "/" between parts only' }
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
