import type { Refusal } from '../finding.ts'

/** Refuses NUL, which ends every argument in the kernel. */
export function checkWord(text: string): Refusal | undefined {
  return text.includes('\0') ? { message: 'holds a NUL character' } : undefined
}

/** Refuses what is no platform of an image. */
export function checkPlatform(text: string): Refusal | undefined {
  if (/^[a-z0-9]+\/[a-z0-9_]+(\/v[0-9]+)?$/.test(text)) return undefined
  return { message: 'is not a platform: os/architecture', hint: 'For example linux/amd64' }
}

/** Refuses what is no name of a build stage. */
export function checkStage(text: string): Refusal | undefined {
  if (/^[A-Za-z0-9][\w.-]{0,127}$/.test(text)) return undefined
  return { message: 'is not a name of a build stage: letters, digits, "_", "." and "-"' }
}

/** Refuses names that programs could read as options or that break tables. */
export function checkPlainName(text: string): Refusal | undefined {
  if (/^[A-Za-z0-9][\w.-]{0,127}$/.test(text)) return undefined
  return { message: 'must be letters, digits, "_", "." and "-", beginning with a letter or digit' }
}

/** Refuses what is no name or path of a program. */
export function checkProgram(text: string): Refusal | undefined {
  if (/^\/?[A-Za-z0-9_.][\w./+-]*$/.test(text)) return undefined
  return { message: 'must be docker, podman, or the path of one of them' }
}

/** Refuses what is no DNS domain. */
export function checkDomain(text: string): Refusal | undefined {
  const label = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?'
  return new RegExp(`^${label}(\\.${label})*$`).test(text) ? undefined : { message: 'is not a domain name' }
}
