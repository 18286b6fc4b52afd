import { expect, test } from 'vitest'
import { logName, mergeStreams } from '../../src/targets/compose/evidence.ts'
import { parseOwner } from '../../src/targets/compose/image-user.ts'
import { chooseHint } from '../../src/targets/hints.ts'

test.each([
  ['killed for using more memory than 64 MiB', /resources\.limits\.memory/],
  ['exited (137) and restarted 3 times', /memory/],
  ['driver failed: listen tcp4 127.0.0.1:5000: bind: address already in use', /host_port/],
  ["exited (1)\nValueError: '2' is not a valid VerifyMode", /runtime_compat/],
  ['exited (1)\nexec /run.sh: exec format error', /platforms/],
  ['OCI runtime create failed: exec: "/x": stat /x: no such file or directory: unknown', /command/],
  ["exited (1)\nPermissionError: [Errno 13] Permission denied: '/app/certs/server.key'", /readable/],
  ["exited (1)\nOSError: [Errno 30] Read-only file system: '/var/x'", /writable_paths/],
  ['exited (0) and restarted 3 times', /test stage/],
  ['exited (9)', /^The whole log is in deploy\/logs\/failed-OPA\.log$/],
])('%s', (text, hint) => {
  const chosen = chooseHint(logName('OPA'), text)
  expect(chosen).toMatch(hint)
  expect(chosen).toMatch(/The whole log is in deploy\/logs\/failed-OPA\.log$/)
})

test('the user of an image is looked up in its own passwd', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\nmcp:x:10001:999::/app:/bin/sh\n'
  expect(parseOwner('mcp', passwd)).toEqual({ uid: 10001, gid: 999 })
  expect(parseOwner('mcp:50', passwd)).toEqual({ uid: 10001, gid: 50 })
  expect(parseOwner('10001', passwd)).toEqual({ uid: 10001, gid: 999 })
  expect(parseOwner('nobody-there', passwd)).toEqual({ uid: 0, gid: 0 })
})

test('last words of both streams are told in the order in which they were said', () => {
  const at = (second: number, text: string) => `2026-11-23T08:00:0${second}.000000000Z ${text}\n`
  expect(mergeStreams([at(1, 'loading') + at(3, 'gone'), at(2, '  Traceback') + at(4, '')])).toEqual([
    'loading',
    'Traceback',
    'gone',
  ])
})

test('a log is called like its component, as far as a file may be', () => {
  expect(logName('../Word Guard')).toBe('failed-.._Word_Guard')
})
