/** Binary and decimal suffixes of Kubernetes quantities as powers: bytes = number × base^power. */
const suffixes: Readonly<Record<string, readonly [base: bigint, power: number]>> = {
  '': [10n, 0],
  k: [10n, 3],
  M: [10n, 6],
  G: [10n, 9],
  T: [10n, 12],
  P: [10n, 15],
  E: [10n, 18],
  Ki: [2n, 10],
  Mi: [2n, 20],
  Gi: [2n, 30],
  Ti: [2n, 40],
  Pi: [2n, 50],
  Ei: [2n, 60],
}

/**
 * Bytes of a Kubernetes memory quantity (`512Mi`, `1.5G`, `1e9`), a part of a byte rounded up, as Kubernetes does.
 * @throws RangeError for what is no quantity: the config's schema lets none through.
 */
export function memoryBytes(quantity: string): bigint {
  return ceilDivide(thousandths(quantity), 1000n)
}

/**
 * CPUs of a Kubernetes quantity (`250m`, `1`, `0.5`) as a decimal number without trailing zeros: `0.25`.
 * @throws RangeError for what is no quantity.
 */
export function cpuCount(quantity: string): string {
  const milli = thousandths(quantity)
  const fraction = String(milli % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '')
  return fraction === '' ? String(milli / 1000n) : `${milli / 1000n}.${fraction}`
}

/** The quantity times 1000, exactly; below that rounded up. */
function thousandths(quantity: string): bigint {
  const match = /^\+?(\d+)?(?:\.(\d*))?(?:(m|[kMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,3}))?$/.exec(quantity)
  const [, whole = '', fraction = '', suffix = '', exponent] = match ?? []
  if (match === null || (whole === '' && fraction === '')) throw new RangeError(`not a quantity: ${quantity}`)

  const digits = BigInt(`${whole}${fraction}`)
  const scale = 10n ** BigInt(fraction.length)
  if (suffix === 'm') return ceilDivide(digits, scale)
  if (exponent !== undefined && exponent.startsWith('-')) {
    return ceilDivide(digits * 1000n, scale * 10n ** BigInt(exponent.slice(1)))
  }
  const [base, power] = exponent === undefined ? (suffixes[suffix] ?? [10n, 0]) : [10n, Number(exponent)]
  return ceilDivide(digits * 1000n * base ** BigInt(power), scale)
}

function ceilDivide(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor
}
