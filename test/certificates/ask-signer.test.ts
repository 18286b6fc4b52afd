import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { askSigner } from '../../src/certificates/ask-signer.ts'
import { makeSigningRequest } from '../../src/certificates/csr.ts'
import { createIo } from '../../src/io/create-io.ts'
import { edge, newFolder, serverRequest } from './fixtures.ts'

const credentials = { LDAP_PASS: 'hunter2hunter2', SIGNING_PWD: 'correct4horse', VCERT_API_KEY: 'f0e1d2c3b4a5' }
const shown = /hunter2|correct4|f0e1d2/

/** Asks a program of the shell; its answer or why there is none, and what is in the log. */
async function ask(body: string, { program = './sign', first = '#!/bin/sh', mode = 0o755 } = {}) {
  const folder = newFolder()
  writeFileSync(join(folder, 'sign'), `${first}\n${body}\n`, { mode })
  const { progress, signal } = edge()
  const environment = { PATH: process.env['PATH'], ...credentials }
  const io = createIo({ environment, progress, signal, logsFolder: folder })
  const signing = await makeSigningRequest(serverRequest('Opa'))
  const settings = { command: [program] as const, commandFolder: folder, timeoutSeconds: 60, folder }
  const answer = await askSigner(signing, settings, io)
  await io.close()
  return {
    answer: typeof answer === 'string' ? answer : `${answer.code}: ${answer.message}`,
    hint: typeof answer === 'string' ? undefined : answer.hint,
    log: readFileSync(join(folder, 'sign.log'), 'utf8'),
  }
}

const refused = 'AUTHORITY_FAILED: certificates.external.command: ./sign did not sign for Opa: it'

test('what it logs in with is neither in the error nor in the log', async () => {
  const { answer, log } = await ask('echo "bad: $LDAP_PASS $SIGNING_PWD $VCERT_API_KEY" >&2; exit 7')
  expect(answer).toBe(`${refused} ended with 7: bad: [secret LDAP_PASS] [secret SIGNING_PWD] [secret VCERT_API_KEY]`)
  expect(log).toContain('bad: [secret LDAP_PASS]')
  expect(log).not.toMatch(shown)
})

test('of a line without an end the end is shown', async () => {
  const { answer } = await ask("head -c 3000000 /dev/zero | tr '\\0' x >&2; echo ' no such zone' >&2; exit 1")
  expect(answer).toContain('x no such zone')
  expect(answer.length).toBeLessThan(700)
})

test('an answer is not logged, and one with a private key is refused', async () => {
  const key = 'openssl genpkey -algorithm ed25519'
  const { answer, log } = await ask(`${key}; echo enrolled >&2`)
  expect(answer).toContain(`${refused} printed a private key`)
  expect(log).toContain('enrolled')
  expect(log).not.toMatch(/PRIVATE|MC4CAQ/)
})

test('one that prints nothing is told so', async () => {
  expect((await ask('exit 0')).answer).toBe(`${refused} printed nothing`)
})

test('one that prints without an end is ended', async () => {
  expect((await ask('exec yes BEGIN')).answer).toBe(`${refused} printed more than 1 MiB`)
})

test('any other answer is given on as it is', async () => {
  const { answer, log } = await ask('echo "a chain"')
  expect(answer).toBe('a chain\n')
  expect(log).not.toContain('a chain')
})

test.each([
  [{ program: './none' }, './none did not sign for Opa: it does not exist', /looked for at \//],
  [{ program: 'mcp-no-such-signer' }, 'mcp-no-such-signer is not installed or not on PATH', /on PATH$/],
  [{ mode: 0o644 }, './sign is there but may not be executed', /chmod \+x/],
  [{ first: '#!/nowhere/sh' }, 'the interpreter that its first line names does not exist', /^Compare the #!/],
])('one that never ran is told why, and no log is named: %j', async (how, says, todo) => {
  const { answer, hint } = await ask('', how)
  expect(answer).toContain(says)
  expect(hint).toMatch(todo)
  expect(hint).not.toContain('sign.log')
})
