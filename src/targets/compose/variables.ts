import { StackError } from '../../errors.ts'
import type { Bundle } from '../../model/bundle.ts'
import { isPending } from '../../model/pending.ts'
import type { Secret } from '../../model/secret.ts'
import type { Secrets } from '../../model/secrets.ts'

/** The values that the manifest asks for by generated names; they go into the environment of `docker compose` alone. */
export function composeVariables(bundle: Bundle, secrets: Secrets): Readonly<Record<string, Secret>> {
  return Object.fromEntries(
    Object.entries(bundle.variables).map(([name, value]) => {
      const secret = secrets.compose(value, name)
      if (isPending(secret)) {
        throw new StackError({ code: 'BUG', message: `${name} was to be applied before secret ${secret.key} was made` })
      }
      return [name, secret]
    }),
  )
}

/** Names that would change what `docker compose` does behind our back. */
export const foreignComposeSettings: Readonly<Record<string, undefined>> = {
  COMPOSE_FILE: undefined,
  COMPOSE_PROFILES: undefined,
  COMPOSE_PROJECT_NAME: undefined,
  COMPOSE_ENV_FILES: undefined,
  COMPOSE_REMOVE_ORPHANS: undefined,
  COMPOSE_DISABLE_ENV_FILE: undefined,
}
