import { basename, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import { ownOf } from '../model/own.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { SecretAnswer, SecretProvider, WantedSecret } from '../model/secrets.ts'
import { findCuts } from './env-file-cuts.ts'
import { readTextFile } from './read-secret-file.ts'
import { type Failure, shareFailures, type Why } from './share-failures.ts'

/**
 * Files of `NAME=value` lines that are not in the repository: `ci_cd.secrets.env_files`, other ones in each environment's
 * overlay; or one place, `env_file:secrets/prod.env#NAME`. Read as `node --env-file` reads them: nothing in a value is replaced;
 * but a file of which that would cut a value is refused.
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
    const findOne = async ({ name, at }: WantedSecret): Promise<SecretAnswer | Failure> => {
      if (at === undefined && sources.envFiles.length === 0) throw noFiles
      const [file, key = name] = at === undefined ? [undefined] : String(at).split('#')
      const paths = file === undefined ? sources.envFiles.toReversed() : [resolve(folder, file)]
      for (const path of paths) {
        const values = await valuesOf(path)
        if ('why' in values) return { name, why: explain(values, path, file) }
        const value = ownOf(values.values, key)
        if (value !== undefined && value !== '') return { kind: 'found', value: new Secret(name, value), where: path }
      }
      return { kind: 'absent' }
    }
    return { ask: async (wanted) => shareFailures(await Promise.all(wanted.map(findOne))) }
  },
}

/** Lines of one file that are told. */
const mostTold = 5

type Values = { readonly values: Readonly<Record<string, string | undefined>> } | Unread

/** Why there are none: words to follow the file's name. */
interface Unread {
  readonly code: Problem['code']
  readonly why: string
  readonly hint?: string
}

/** @param file  As `from` names it. */
function explain({ code, why, hint }: Unread, path: string, file: string | undefined): Why {
  const place = file === undefined ? 'ci_cd.secrets.env_files' : `\`from: env_file:${file}#…\``
  return { code, message: `the env file ${path} ${why}`, hint: hint ?? `Write it there, or correct ${place}` }
}

/** Every value of the file is kept out of output, also those that nobody asks for. */
async function readValues(path: string, io: Io): Promise<Values> {
  const read = await readTextFile(path, io)
  if (read === undefined) return { code: 'SECRET_MISSING', why: 'is not there' }
  if (!('text' in read)) return { code: 'SECRET_INVALID', ...read }
  const values = parseEnv(read.text)
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) io.redactor.add(new Secret(name, value), { needle: false })
  }
  const cuts = findCuts(read.text)
  for (const { name, written } of cuts) {
    for (const text of [written, written.replace(/^["'`]|["'`]$/g, '')])
      io.redactor.add(new Secret(name, text), { needle: false })
  }
  if (cuts.length === 0) return { values }
  const list = cuts.map(({ line, name, what }) => `${basename(path)}:${line} ${name} ${what}`)
  const more = list.length > mostTold ? [`${list.length - mostTold} more lines like these`] : []
  return {
    code: 'SECRET_INVALID',
    why: `cannot be read without cutting a value: ${[...list.slice(0, mostTold), ...more].join('; ')}`,
    hint: "Put the whole value between quotes that it does not contain: NAME='value'",
  }
}

const noFiles = new StackError({
  code: 'CONFIG_INVALID',
  message: 'the provider env_file is asked for names, and no file is given',
  hint: 'Write ci_cd.secrets.env_files: [secrets.env]',
})
