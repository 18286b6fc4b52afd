import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretProvider, WantedSecret } from '../model/secrets.ts'
import { readSecretFile } from './read-secret-file.ts'

/**
 * Files of `NAME=value` lines that are not in the repository: `ci_cd.secrets.env_files`, other ones in each environment's
 * overlay; or one place, `env_file:secrets/prod.env#NAME`. Read as `node --env-file` reads them: nothing in a value is replaced.
 */
export const envFileProvider: SecretProvider = {
  name: 'env_file',

  open({ io, sources, folder }) {
    const read = new Map<string, Promise<Values>>()
    const valuesOf = (path: string) => {
      const reading = read.get(path) ?? readValues(path, io)
      read.set(path, reading)
      return reading
    }
    return {
      ask: (wanted) =>
        Promise.all(
          wanted.map(async ({ name, at }: WantedSecret): Promise<SecretAnswer> => {
            if (at === undefined && sources.envFiles.length === 0) throw noFiles
            const [file, key = name] = at === undefined ? [undefined] : String(at).split('#')
            const paths = file === undefined ? sources.envFiles.toReversed() : [resolve(folder, file)]
            for (const path of paths) {
              const values = await valuesOf(path)
              if ('answer' in values) return values.answer
              const value = values.values[key]
              if (value !== undefined && value !== '')
                return { kind: 'found', value: new Secret(name, value), where: path }
            }
            return { kind: 'absent' }
          }),
        ),
    }
  },
}

type Values = { readonly values: Readonly<Record<string, string | undefined>> } | { readonly answer: SecretAnswer }

/** Every value of the file is kept out of output, also those that nobody asks for. */
async function readValues(path: string, io: Io): Promise<Values> {
  const read = await readSecretFile(path, 'env file', io)
  if ('text' in read) {
    const values = parseEnv(read.text)
    for (const [name, value] of Object.entries(values)) {
      if (value !== undefined && value.length >= shortestHidden) io.redactor.add(new Secret(name, value))
    }
    return { values }
  }
  if (read.answer.kind === 'failed') return read
  return {
    answer: {
      kind: 'failed',
      problem: {
        severity: 'error',
        code: 'SECRET_MISSING',
        message: `the env file ${path} is not there`,
        hint: 'Write it there, or correct ci_cd.secrets.env_files',
      },
    },
  }
}

/** `PORT=8080` and `DEBUG=true` in such a file are not worth hiding everywhere. */
const shortestHidden = 8

const noFiles = new StackError({
  code: 'CONFIG_INVALID',
  message: 'the provider env_file is asked for names, and no file is given',
  hint: 'Write ci_cd.secrets.env_files: [secrets.env]',
})
