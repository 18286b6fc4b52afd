import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEnvFile } from '../../src/config/env-file.ts'
import { flatten } from '../../src/config/interpolate.ts'
import { newSource } from '../../src/config/node.ts'
import { errorsOf, small, stackFile } from './stack-file.ts'

const parse = (text: string, environment: Readonly<Record<string, string>> = {}) =>
  parseEnvFile(newSource('a.env', text, 'file'), ['gateway', 'env_file'], {
    environment,
    required: true,
    declared: new Set(),
  })
const values = (text: string, environment?: Readonly<Record<string, string>>) => {
  const file = parse(text, environment)
  expect(file.findings).toEqual([])
  return Object.fromEntries(file.entries.map(({ name, text: value }) => [name, flatten(value)]))
}

test.each([
  ['A=1', { A: '1' }],
  ['A=', { A: '' }],
  ['A = 1 ', { A: '1' }],
  ['A: 1', { A: '1' }],
  ['export A=1', { A: '1' }],
  ['# x\n\n  # y\nA=1\r\nB=2\r\n', { A: '1', B: '2' }],
  ['A=a#b', { A: 'a#b' }],
  ['A=a #b', { A: 'a' }],
  ['A=#b', { A: '#b' }],
  ['A= #b', { A: '' }],
  ['A="a #b"', { A: 'a #b' }],
  ['A="a" # c', { A: 'a' }],
  ["A='a ${B} $x \\n'", { A: 'a ${B} $x \\n' }],
  ['A="x\\ny\\t\\"z\\" \\$B"', { A: 'x\ny\t"z" $B' }],
  ['A="one\ntwo"\nB=3', { A: 'one\ntwo', B: '3' }],
  ["A='one\ntwo'\nB=3", { A: 'one\ntwo', B: '3' }],
  ['A=1\nA=2', { A: '2' }],
  ['A=1\nB=${A}2', { A: '1', B: '12' }],
  ['B=${MCP_T_OUT}', { B: 'out' }],
  ['B=${NO:-x}', { B: 'x' }],
  ['MCP_T_OUT', { MCP_T_OUT: 'out' }],
  ['A=b=c', { A: 'b=c' }],
  ['A=$$x', { A: '$x' }],
])('%j', (text, expected) => {
  expect(values(text, { MCP_T_OUT: 'out' })).toEqual(expected)
})

test('bad lines are told by number, never by content', () => {
  const file = parse('A=1\nhunter2 x\n1B=hunter2\nC="hunter2\nD')
  expect(file.findings.map(({ code, origin }) => [code, origin?.start])).toEqual([
    ['ENV_FILE_INVALID', 4],
    ['ENV_FILE_INVALID', 14],
    ['ENV_FILE_INVALID', 25],
    ['ENV_FILE_INVALID', 36],
  ])
  expect(JSON.stringify(file.findings.map(({ message, hint }) => [message, hint]))).not.toContain('hunter2')
})

test('any value in double quotes arrives whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const quoted = value.replace(/[\\"]/g, '\\$&').replaceAll('$', '$$$$')
      expect(values(`A="${quoted}"\nB=1`)).toEqual({ A: value, B: '1' })
    }),
  )
})

test('the place of a problem is the line of the env file', async () => {
  const text = `${small}  env_file: conf/a.env\n`
  const errors = errorsOf(await stackFile(text, { files: { 'conf/a.env': 'A=1\nB=${MCP_T_UNSET_1}\n' } }).validate())
  expect(errors).toMatchObject([{ code: 'VARIABLE_MISSING', place: { file: 'conf/a.env', line: 2, column: 3 } }])
  expect(errors[0]?.frame).toBeUndefined()
})

test('env_vars win over env_file', async () => {
  const text = `${small}  env_file: a.env\n  env_vars: {A: "2"}\n`
  const { gateway } = await stackFile(text, { files: { 'a.env': 'A=1\nB=3\n' } }).read()
  expect(gateway.env).toEqual({ A: { kind: 'plain', value: '2' }, B: { kind: 'plain', value: '3' } })
})
