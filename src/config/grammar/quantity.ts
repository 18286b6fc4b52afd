import type { Refusal } from '../finding.ts'

const memoryUnits: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 10n ** 3n,
  M: 10n ** 6n,
  G: 10n ** 9n,
  T: 10n ** 12n,
  P: 10n ** 15n,
  E: 10n ** 18n,
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n,
}

/** Docker refuses memory limits below 6 MB, and nobody means 512 bytes. */
const leastMemory = 4n * 2n ** 20n

/** Bytes × 1000 of a Kubernetes memory quantity, or undefined when it is none. Thousandths keep `1.5Gi` exact enough to compare. */
export function parseMemory(text: string): bigint | undefined {
  const match = /^(\d{1,18})(?:\.(\d{1,9}))?([kMGTPE]i?|Ki)?$/.exec(text)
  const unit = memoryUnits[match?.[3] ?? '']
  if (match === null || unit === undefined || match[3] === 'ki') return undefined
  const fraction = (match[2] ?? '').padEnd(9, '0')
  return ((BigInt(match[1] ?? '0') * 10n ** 9n + BigInt(fraction)) * unit) / 10n ** 6n
}

/** Thousandths of a CPU, or undefined when the text is no CPU quantity (`250m`, `0.5`, `2`). */
export function parseCpu(text: string): bigint | undefined {
  const match = /^(\d{1,9})(?:(m)|\.(\d{1,3}))?$/.exec(text)
  if (match === null) return undefined
  const whole = BigInt(match[1] ?? '0')
  return match[2] === 'm' ? whole : whole * 1000n + BigInt((match[3] ?? '').padEnd(3, '0'))
}

/** Refuses what is no memory quantity, and a missing unit. */
export function checkMemory(text: string): Refusal | undefined {
  const value = parseMemory(text)
  const message = 'is not a memory quantity: a number and one of Ki Mi Gi Ti, k M G T (512Mi, 1.5Gi)'
  if (value === undefined) {
    const loose = /^\s*(\d+(?:\.\d+)?)\s*([kmgtp])(?:i?b?)\s*$/i.exec(text)
    if (loose === null) return { message }
    const [, number = '', letter = ''] = loose
    const unit = letter.toUpperCase()
    return { message, hint: `Write ${number}${unit}i (binary)${unit === 'K' ? '' : ` or ${number}${unit} (decimal)`}` }
  }
  if (value === 0n) return { message: 'must be more than 0' }
  if (value < leastMemory * 1000n) {
    return {
      message: 'is less memory than any container starts with',
      hint: 'Is the unit missing? 512 is 512 bytes, write 512Mi',
    }
  }
  return undefined
}

/** Refuses what is no CPU quantity. */
export function checkCpu(text: string): Refusal | undefined {
  const value = parseCpu(text)
  if (value === undefined) {
    return { message: 'is not a CPU quantity: thousandths as 250m, or a number with at most three decimals (0.5, 2)' }
  }
  return value === 0n ? { message: 'must be more than 0' } : undefined
}

/** Refuses what is no size of a volume. */
export function checkStorage(text: string): Refusal | undefined {
  return checkMemory(text)
}
