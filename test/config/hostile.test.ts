import { expect, test } from 'vitest'
import { base } from './bad/base.ts'
import { errorsOf, small, stackFile } from './stack-file.ts'

const long = 900_000

/** Inputs whose cost could grow with the square of their size. */
const hostile: readonly (readonly [name: string, text: string, files?: Readonly<Record<string, string>>])[] = [
  ['a value of one letter', `${small}  env_vars: {A: ${'a'.repeat(long)}}\n`],
  ['a value of separators', `${small}  env_vars: {A: "${'a.-'.repeat(long / 3)}@"}\n`],
  ['a value of colons', `${small}  env_vars: {A: "${'a:'.repeat(long / 2)}@"}\n`],
  ['a value of dollars', `${small}  env_vars: {A: "${'$$'.repeat(long / 2)}"}\n`],
  ['a value of equals', `${small}  env_vars: {A: "${'a_token='.repeat(long / 8)}"}\n`],
  ['a value of open parameters', `${small}  env_vars: {A: "${'x_auth=1 '.repeat(long / 9)}"}\n`],
  ['a value of tokens', `${small}  env_vars: {A: "${'eyJ.sk-a '.repeat(long / 9)}"}\n`],
  ['a value of authorities', `${small}  env_vars: {A: "${'://a:b'.repeat(long / 6)}"}\n`],
  ['a repository of one letter', base.replace(/repo: .*/, `repo: ${'a'.repeat(long)}@x`)],
  ['an image of one letter', base.replace(/image: .*/, `image: ${'a'.repeat(long)}`)],
  ['an image of dashes', base.replace(/image: .*/, `image: a${'-'.repeat(long)}`)],
  ['a name of one letter', base.replace(/name: .*/, `name: ${'a'.repeat(long)}`)],
  ['a ref of slashes', base.replace(/ref: .*/, `ref: ${'a/'.repeat(long / 2)}`)],
  ['a key of one letter', `${base}${'a'.repeat(1000)}: 1\n`],
  ['many plugins that are numbers', `${small}plugins: [${'1,'.repeat(25_000)}]\n`],
  ['many plugins with one name', `${small}plugins:\n${'  - {name: a, image: b}\n'.repeat(5000)}`],
  ['many missing names', `${small}  args: [${'"${MCP_T_UNSET_1}",'.repeat(20_000)}]\n`],
  ['many secrets', `${small}ci_cd: {vault_secrets: [${'A,'.repeat(25_000)}]}\n`],
  ['many overlays', `${small}environments:\n${Array.from({ length: 9000 }, (_, n) => `  e${n}: {}\n`).join('')}`],
  ['many bad lines of an env file', `${small}  env_file: a.env\n`, { 'a.env': 'x y\n'.repeat(25_000) }],
  ['a long line of an env file', `${small}  env_file: a.env\n`, { 'a.env': `A=${'# '.repeat(long / 3)}` }],
  ['unknown keys', base + Array.from({ length: 5000 }, (_, n) => `key${n}: 1\n`).join('')],
]

test.each(hostile.map(([name, text, files]) => ({ name, text, files: files ?? {} })))(
  '$name',
  async ({ text, files }) => {
    const start = process.cpuUsage()
    const problems = await stackFile(text, { files, variables: {} }).validate()
    const used = process.cpuUsage(start)
    expect(problems.length).toBeLessThan(250)
    expect(errorsOf(problems).every(({ message }) => message.length < 2000)).toBe(true)
    // What grows with the square of the input takes a minute.
    expect((used.user + used.system) / 1e6).toBeLessThan(5)
  },
)
