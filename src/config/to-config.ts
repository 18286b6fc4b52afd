import type { StackConfig } from '../model/stack.ts'
import type { Checked, StackOptions } from './check-stack.ts'
import { type Loaded, toError } from './load.ts'
import { normaliseStack } from './normalise.ts'

/** A checked stack in its one form. @throws StackError with every problem when one of them is an error. */
export function toConfig(loaded: Loaded, checked: Checked, options: StackOptions): StackConfig {
  const { evaluated, problems } = checked
  if (evaluated.subject === undefined || problems.some(({ severity }) => severity === 'error')) {
    throw toError(problems, options.file)
  }
  return normaliseStack(evaluated.subject, {
    file: options.file,
    folder: loaded.folder,
    environment: options.environment,
    problems,
    containerfiles: evaluated.containerfiles,
    manifests: evaluated.manifests,
  })
}
