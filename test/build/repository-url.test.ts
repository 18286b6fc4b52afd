import { expect, test } from 'vitest'
import { checkRepository, showRepository } from '../../src/build/repository-url.ts'
import { StackError } from '../../src/errors.ts'

test.each([
  ['https://github.com/yourorg/plugin.git', 'https'],
  ['ssh://git@github.com/yourorg/plugin.git', 'ssh'],
  ['git@github.com:yourorg/plugin.git', 'ssh'],
])('%s is safe', (repo, transport) => {
  expect(checkRepository(repo, [])).toBe(transport)
})

test.each([
  '',
  '--upload-pack=touch /tmp/x',
  'ext::sh -c whoami',
  'fd::17/foo',
  'https://exa mple.org/x',
  'ssh://-oProxyCommand=x/y',
  '-oProxyCommand=x:y',
  'git@-oProxyCommand=x:y',
  'ftp://example.org/x',
  'http://example.org/x.git',
  'git://example.org/x.git',
  'file:///etc',
  '/srv/git/x.git',
  'https://127.0.0.1/x.git',
  'https://localhost:3000/x.git',
  'https://2130706433/x.git',
  'https://0x7f.1/x.git',
  'https://[::1]/x.git',
  'ssh://git@localhost/x.git',
  'git@127.0.0.1:x.git',
])('%j is refused', (repo) => {
  expect(() => checkRepository(repo, [])).toThrow(StackError)
})

test('insecure_repos lets a whole URL or what is below one through', () => {
  expect(checkRepository('http://127.0.0.1:8418/a.git', ['http://127.0.0.1:8418'])).toBe('http')
  expect(checkRepository('file:///srv/git/x.git', ['file:///srv/git/'])).toBe('file')
  expect(() => checkRepository('http://127.0.0.1:84180/a.git', ['http://127.0.0.1:8418'])).toThrow(/http/)
})

test('credentials are refused even where the rest is allowed, and never shown', () => {
  const repo = 'https://user:hunter2secret@example.org/x.git'
  const error = (() => {
    try {
      checkRepository(repo, [repo])
    } catch (reason) {
      return reason
    }
    return undefined
  })()
  expect(error).toBeInstanceOf(StackError)
  expect(JSON.stringify(error) + String(error)).not.toContain('hunter2secret')
  expect(showRepository(repo)).toBe('https://example.org/x.git')
})
