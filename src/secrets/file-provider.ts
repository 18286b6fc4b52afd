import { resolve } from 'node:path'
import { StackError } from '../errors.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretProvider } from '../model/secrets.ts'
import { readSecretFile } from './read-secret-file.ts'

/** Files that hold one value each: `file:/run/secrets/jwt`, or a name in `ci_cd.secrets.files.folder`. */
export const fileProvider: SecretProvider = {
  name: 'file',

  open: ({ io, sources, folder: start }) => ({
    ask: (wanted) =>
      Promise.all(
        wanted.map(async ({ name, at }): Promise<SecretAnswer> => {
          if (at === undefined && sources.folder === undefined) throw noFolder
          const path = at === undefined ? resolve(sources.folder ?? start, name) : resolve(start, String(at))
          const read = await readSecretFile(path, name, io)
          if ('answer' in read) return read.answer
          return { kind: 'found', value: new Secret(name, read.text), where: path }
        }),
      ),
  }),
}

const noFolder = new StackError({
  code: 'CONFIG_INVALID',
  message: 'the provider file is asked for names, and no folder is given',
  hint: 'Write ci_cd.secrets.files: {folder: /run/secrets}',
})
