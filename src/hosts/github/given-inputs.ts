import { StackError } from '../../errors.ts'
import type { Environment } from '../../model/host.ts'

/**
 * What the step's `with:` and the defaults of action.yml give, by kebab-case name; undefined in a `run:` step, which has none.
 * An empty text is what an input without a value and `${{ inputs.absent }}` look like.
 */
export function givenInputs(environment: Environment): ReadonlyMap<string, string> | undefined {
  const variables = Object.entries(environment).filter(([name]) => name.startsWith('INPUT_'))
  if (variables.length === 0) return undefined
  return new Map(
    variables.flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name.slice('INPUT_'.length).toLowerCase(), value] as const],
    ),
  )
}

/**
 * The values of `secrets: ${{ toJSON(secrets) }}` by name.
 *
 * @throws StackError USAGE that shows nothing of the text
 */
export function parseSecrets(json: string): Readonly<Record<string, string>> {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch {
    parsed = undefined
  }
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
    const entries = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    if (entries.length === Object.keys(parsed).length) return Object.fromEntries(entries)
  }
  throw new StackError({
    code: 'USAGE',
    message: 'the input secrets is not a JSON object of texts',
    // oxlint-disable-next-line no-template-curly-in-string
    hint: 'Write secrets: ${{ toJSON(secrets) }}, or better name each one under env: of the step',
  })
}
