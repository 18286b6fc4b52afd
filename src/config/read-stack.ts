import type { Io } from '../model/io.ts'
import type { StackConfig } from '../model/stack.ts'
import { checkStack, type StackOptions } from './check-stack.ts'
import { loadStackFile } from './load.ts'
import { toConfig } from './to-config.ts'

export type { StackOptions } from './check-stack.ts'
export { explainStack } from './explain-stack.ts'
export { reviewStack, validateStack } from './validate-stack.ts'

/**
 * Reads mcp-stack.yaml: overlay, --set, interpolation, shape, rules, one form. Literal secrets are known to the redactor afterwards;
 * references are not resolved.
 *
 * @throws StackError with all problems at once: CONFIG_UNREADABLE, CONFIG_SYNTAX, CONFIG_INVALID and the other codes of kind 2.
 */
export async function readStack(options: StackOptions, io: Io): Promise<StackConfig> {
  const loaded = await loadStackFile(options.file, io)
  return toConfig(loaded, await checkStack(loaded, options, io), options)
}
