import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Secret } from '../../src/model/secret.ts'
import { commandProvider } from '../../src/secrets/command-provider.ts'
import { sourceOf } from '../support/secret-source.ts'
import { declared, edge, generated } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'mcp-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

const credentials = {
  DOPPLER_TOKEN: 'dp.st.prod.abcdef',
  SOPS_AGE_KEY: 'AGE-SECRET-KEY-1QQQQ',
  LDAP_PASS: 'hunter2hunter2',
}

/** Code and message of what a program of the shell that cannot be used gives. */
async function refused(body: string, known?: Secret): Promise<string> {
  writeFileSync(join(folder, 'store'), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  const io = edge({ PATH: process.env['PATH'] ?? '', ...credentials })
  if (known !== undefined) io.redactor.add(known)
  const source = sourceOf(io, [commandProvider], { command: ['./store', '{name}'] }, folder)
  const finding = (await source.find([{ name: 'A' }])).get('A')
  if (finding === undefined || !('problem' in finding)) throw new Error('it was taken')
  return `${finding.problem.code}: ${finding.problem.message}`
}

const failed = 'SECRET_UNREACHABLE: secret A: ./store ended with code 1'

test('what it logs in with is not repeated', async () => {
  expect(await refused('echo "bad: $DOPPLER_TOKEN, $SOPS_AGE_KEY, $LDAP_PASS" >&2; exit 1')).toBe(
    `${failed}: bad: [secret DOPPLER_TOKEN], [secret SOPS_AGE_KEY], [secret LDAP_PASS]`,
  )
})

test('a long line is cut after it was redacted: no piece of a value is left', async () => {
  const value = `Zq7${'wX4vT9'.repeat(40)}`
  const text = await refused(
    `printf 'x%.0s' $(seq 300) >&2; echo ${value}$(printf 'y%.0s' $(seq 400)) >&2; exit 1`,
    new Secret('KNOWN', value),
  )
  expect(text).toContain('[secret KNOWN]yyy')
  expect(text).not.toContain('wX4')
  expect(text.length).toBeLessThan(600)
})

test('a value that it printed before it failed is not repeated', async () => {
  expect(await refused('echo one; echo a-fresh-value; echo "cannot cache a-fresh-value" >&2; exit 1')).toBe(
    `${failed}: cannot cache [secret A]`,
  )
})

test('it is asked for names that the file says, not for those that the stack makes itself; nothing printed is no value', async () => {
  const place = { file: 'mcp-stack.yaml', line: 1, column: 1 }
  writeFileSync(join(folder, 'strict'), '#!/bin/sh\ncase $1 in MADE) exit 1;; WRITTEN) echo a-value-of-it;; esac\n', {
    mode: 0o755,
  })
  const source = sourceOf(
    edge({ PATH: process.env['PATH'] ?? '' }),
    [commandProvider],
    { command: ['./strict', '{name}'] },
    folder,
  )
  const found = await source.find([generated('MADE'), generated('WRITTEN', { place }), declared('EMPTY')])
  expect([...found].map(([name, finding]) => [name, 'value' in finding && finding.value.reveal()])).toEqual([
    ['WRITTEN', 'a-value-of-it'],
  ])
})

test('one that prints without an end is ended', async () => {
  expect(await refused('exec yes a-value-without-end')).toBe(
    'SECRET_INVALID: secret A: ./store printed more than 1 MiB',
  )
})

test('bytes that are no text are refused as those of a file are', async () => {
  expect(await refused("printf '\\377\\376abcdefgh'")).toBe(
    'SECRET_INVALID: secret A: ./store printed what is not UTF-8 text',
  )
})
