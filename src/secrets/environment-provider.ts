import { ownOf } from '../model/own.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretProvider } from '../model/secrets.ts'
import { fileVariable } from './gitlab-file-variable.ts'
import { readSecretFile } from './read-secret-file.ts'

/** The process environment: under the secret's own name, or `environment:OTHER_NAME`. Of GitLab's file variables the file. */
export const environmentProvider: SecretProvider = {
  name: 'environment',

  open: ({ io }) => ({
    ask: (wanted) =>
      Promise.all(
        wanted.map(async ({ name, at }): Promise<SecretAnswer> => {
          const variable = String(at ?? name)
          const where = at === undefined ? {} : { where: variable }
          const file = fileVariable(variable, io.environment)
          if (file !== undefined) {
            const read = await readSecretFile(file, name, io)
            if ('answer' in read) return read.answer
            return { kind: 'found', value: new Secret(name, read.text), where: `${variable} (a file variable)` }
          }
          const value = ownOf(io.environment, variable)
          return value === undefined ? { kind: 'absent' } : { kind: 'found', value: new Secret(name, value), ...where }
        }),
      ),
  }),
}
