import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { gitCommand, gitReason, writeCaBundle } from '../../src/build/git-command.ts'
import { Secret } from '../../src/model/secret.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

let workshop: Workshop

beforeEach(() => {
  workshop = openWorkshop()
})
afterEach(() => workshop.close())

test('one transport beside the two safe ones, no prompt, nothing of a repository around us', () => {
  const { args, env } = gitCommand({ transport: 'http', caBundle: '/ca.pem' }, ['ls-remote', '--', 'x'], '/')
  expect(args.slice(-3)).toEqual(['ls-remote', '--', 'x'])
  expect(args).toContain('core.hooksPath=/dev/null')
  expect(env).toMatchObject({
    GIT_ALLOW_PROTOCOL: 'https:ssh:http',
    GIT_TERMINAL_PROMPT: '0',
    GIT_SSL_CAINFO: '/ca.pem',
  })
  expect(Object.keys(env ?? {})).toContain('GIT_DIR')
  expect(env?.['GIT_DIR']).toBeUndefined()
  expect(gitCommand({ transport: 'https' }, [], '/').env).toMatchObject({ GIT_ALLOW_PROTOCOL: 'https:ssh' })
})

test("the company's CA is added to the public ones, not put in their place", async () => {
  workshop.write({ 'own.pem': '-----BEGIN CERTIFICATE-----\nown\n-----END CERTIFICATE-----' })
  const path = await writeCaBundle(join(workshop.folder, 'own.pem'), workshop.io)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('\nown\n')
  expect(text.split('BEGIN CERTIFICATE').length).toBeGreaterThan(50)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

test("git's reason: its own line, without credentials, secrets and control characters", () => {
  workshop.io.redactor.add(new Secret('TOKEN', 'very-secret-value'))
  const stderr =
    'warning: x\nremote: hello\nfatal: unable to access https://u:p4ssword@example.org/: \u001b[31mvery-secret-value\n'
  const reason = gitReason(stderr, workshop.io)
  expect(reason).toContain('unable to access https://example.org/')
  expect(reason).not.toMatch(/p4ssword|very-secret-value|\p{Cc}/u)
  expect(gitReason('', workshop.io)).toBe('git gave no reason')
})
