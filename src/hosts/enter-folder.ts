import { StackError } from '../errors.ts'
import { liesIn } from './own-folder.ts'

export interface EnterOptions {
  /** What a person should do who named a folder that is not there. */
  readonly hint: string
  /** A run from outside stays in it; absent for every other one, and for one that is allowed all the same. */
  readonly checkout?: string
}

/**
 * Makes the input `working-directory` the folder that every other path counts from.
 *
 * @throws StackError USAGE, UNTRUSTED
 */
export function enterFolder(folder: string | undefined, { checkout, hint }: EnterOptions): void {
  const path = folder?.trim()
  if (path === undefined || path === '') return
  const named = `the input working-directory names ${JSON.stringify(path)}, which is`
  if (checkout !== undefined && !liesIn(path, checkout)) {
    throw new StackError({
      code: 'UNTRUSTED',
      message: `${named} outside what was checked out, and this run comes from outside (a fork's pull request, pull_request_target)`,
      hint: 'Who has read the change sets allow-untrusted: true',
    })
  }
  try {
    process.chdir(path)
  } catch (cause) {
    throw new StackError({ code: 'USAGE', message: `${named} no folder here`, hint, cause })
  }
}

/** Where a run has to stay: nowhere in particular for one that is trusted, or allowed by who has read the change. */
export function boundsOf(
  given: ReadonlyMap<string, string>,
  { checkout, trusted }: { readonly checkout: string; readonly trusted: boolean },
): Pick<EnterOptions, 'checkout'> {
  return trusted || given.get('allow-untrusted')?.trim().toLowerCase() === 'true' ? {} : { checkout }
}
