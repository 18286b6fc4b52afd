import type { Secret } from '../../model/secret.ts'

/** Shorter ones would black out half of the log. */
const shortest = 4

/** The first and last line of a PEM block say nothing and are in every certificate. */
const pemArmour = /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/

/**
 * What the runner is told to hide for one value: it compares line by line, so each line, and base64 of the whole as it
 * is written into Secrets, headers and URLs.
 */
export function masksOf(secret: Secret): readonly string[] {
  const value = secret.reveal()
  const lines = value.split(/\r\n|\r|\n/).flatMap((line) => [line, line.trim()])
  const base64 = Buffer.from(value).toString('base64')
  const urlSafe = base64.replaceAll('+', '-').replaceAll('/', '_')
  const masks = [...lines, base64, base64.replaceAll('=', ''), urlSafe, urlSafe.replaceAll('=', '')]
  return [...new Set(masks)].filter((mask) => mask.trim().length >= shortest && !pemArmour.test(mask))
}
