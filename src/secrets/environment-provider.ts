import { Secret } from '../model/secret.ts'
import type { SecretProvider } from '../model/secrets.ts'

/**
 * The process environment. An empty variable counts as absent: CI hosts pass a secret that does not exist as an empty text.
 */
export const environmentProvider: SecretProvider = {
  name: 'environment',

  async resolve(names, io) {
    return new Map(
      names.flatMap((name) => {
        const value = io.environment[name]
        return value === undefined || value === '' ? [] : [[name, new Secret(name, value)]]
      }),
    )
  },
}
