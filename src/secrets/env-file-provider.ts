import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretProvider, WantedSecret } from '../model/secrets.ts'
import { readTextFile } from './read-secret-file.ts'

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
    const findOne = async ({ name, at }: WantedSecret): Promise<SecretAnswer | Unread> => {
      if (at === undefined && sources.envFiles.length === 0) throw noFiles
      const [file, key = name] = at === undefined ? [undefined] : String(at).split('#')
      const paths = file === undefined ? sources.envFiles.toReversed() : [resolve(folder, file)]
      for (const path of paths) {
        const values = await valuesOf(path)
        if ('why' in values) return { ...values, kind: 'unread file', path, file }
        const value = values.values[key]
        if (value !== undefined && value !== '') return { kind: 'found', value: new Secret(name, value), where: path }
      }
      return { kind: 'absent' }
    }
    return {
      async ask(wanted) {
        const answers = await Promise.all(wanted.map(findOne))
        const problems = new Map<string, Problem>()
        return answers.map((answer): SecretAnswer => {
          if (answer.kind !== 'unread file') return answer
          const { path } = answer
          const names = wanted.flatMap(({ name }, index) => {
            const other = answers[index]
            return other?.kind === 'unread file' && other.path === path ? [name] : []
          })
          const problem = problems.get(path) ?? toProblem(answer, names)
          problems.set(path, problem)
          return { kind: 'failed', problem }
        })
      },
    }
  },
}

type Values =
  | { readonly values: Readonly<Record<string, string | undefined>> }
  /** Why there are none: words to follow the file's name. */
  | { readonly code: Problem['code']; readonly why: string; readonly hint?: string }

/** A file that keeps a secret from us. */
interface Unread {
  readonly kind: 'unread file'
  readonly path: string
  /** As `from` names it. */
  readonly file: string | undefined
  readonly code: Problem['code']
  readonly why: string
  readonly hint?: string
}

/** One problem for all that the file keeps from us. */
function toProblem({ path, file, code, why, hint }: Unread, names: readonly string[]): Problem {
  const place = file === undefined ? 'ci_cd.secrets.env_files' : `\`from: env_file:${file}#…\``
  return {
    severity: 'error',
    code,
    message: `${names.length === 1 ? 'secret' : 'secrets'} ${names.join(', ')}: the env file ${path} ${why}`,
    hint: hint ?? `Write it there, or correct ${place}`,
  }
}

/** Every value of the file is kept out of output, also those that nobody asks for. */
async function readValues(path: string, io: Io): Promise<Values> {
  const read = await readTextFile(path, io)
  if (read === undefined) return { code: 'SECRET_MISSING', why: 'is not there' }
  if (!('text' in read)) return { code: 'SECRET_INVALID', ...read }
  const values = parseEnv(read.text)
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value.length >= shortestHidden)
      io.redactor.add(new Secret(name, value), { needle: false })
  }
  return { values }
}

/** `PORT=8080` and `DEBUG=true` in such a file are not worth hiding everywhere. */
const shortestHidden = 8

const noFiles = new StackError({
  code: 'CONFIG_INVALID',
  message: 'the provider env_file is asked for names, and no file is given',
  hint: 'Write ci_cd.secrets.env_files: [secrets.env]',
})
