/** Bytes of one `NAME=value` that Linux starts a program with: MAX_ARG_STRLEN, 32 pages of 4 KiB, less the NUL at its end. */
const mostBytes = 131_071

/** Compose is given values as MCPS_1, MCPS_2 …, whatever they are called in the container. */
const longestOwnName = 'MCPS_99999'.length

/**
 * Why no variable can carry a value: words to follow its name.
 *
 * @param users  `component.VARIABLE`; others (`pull.REGISTRY`) are no variables.
 */
export function whyTooLong(text: string, users: readonly string[]): string | undefined {
  const variables = users.filter((user) => !user.startsWith('pull.')).map((user) => user.slice(user.indexOf('.') + 1))
  if (variables.length === 0) return undefined
  const most = mostBytes - Math.max(longestOwnName, ...variables.map((name) => Buffer.byteLength(name))) - '='.length
  const bytes = Buffer.byteLength(text)
  return bytes <= most ? undefined : `has ${bytes} bytes, which no environment variable can carry: the most is ${most}`
}

export const tooLongHint = 'Store a shorter one; what is large belongs into the image or a volume'
