/** Outputs as a dotenv report, and the names of those that had no room in it. */
export interface Dotenv {
  readonly text: string
  readonly left: readonly string[]
}

/** GitLab refuses a report of 5,120 bytes and more unless its administrator raised the limit. */
const largestBytes = 5119

/**
 * `gateway-url` becomes `MCP_GATEWAY_URL=…`: one line each, no quotes (GitLab would keep them), no comment, no empty line.
 * `$$` is a dollar sign: later jobs expand the values. What does not fit is left out, the longest first (`images`).
 */
export function renderDotenv(outputs: Readonly<Record<string, string>>): Dotenv {
  const lines = Object.entries(outputs).map(([name, value]) => ({
    name,
    line: `MCP_${name.toUpperCase().replaceAll('-', '_')}=${value.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll('$', () => '$$')}\n`,
  }))
  const left = new Set<string>()
  const text = () =>
    lines
      .filter(({ name }) => !left.has(name))
      .map(({ line }) => line)
      .join('')
  for (const { name } of lines.toSorted((a, b) => b.line.length - a.line.length)) {
    if (Buffer.byteLength(text()) <= largestBytes) break
    left.add(name)
  }
  return { text: text(), left: [...left] }
}
