import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../src/io/clock.ts'
import { toPlainLine, toPlainText } from '../../src/io/plain-text.ts'
import { Secret } from '../../src/model/secret.ts'
import { showCommand } from '../../src/model/show-command.ts'

describe('a shown command', () => {
  test('is quoted where a shell needs it and never shows a secret', () => {
    const command = {
      program: 'docker',
      args: ['build', '--tag', 'a:b', "it's", '', '$(id)'],
      cwd: '/tmp/a b',
      env: { A: 'x y', S: new Secret('S', 'v'), GONE: undefined },
    }
    expect(showCommand(command)).toBe(
      String.raw`cd '/tmp/a b' && A='x y' S='[secret S]' docker build --tag a:b 'it'\''s' '' '$(id)'`,
    )
  })

  test('cannot forge a line', () => {
    expect(showCommand({ program: 'echo', args: ['a\nb\u001b[2K'] })).toBe(String.raw`echo $'a\nb\u001b[2K'`)
  })

  test('gives bash the same words', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', ' ', "'", '"', '\\', '$', '`', '\n', '\t', '\u001b', 'é', '!', '*', '~'),
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), (args) => {
        const line = showCommand({ program: 'printf', args: [String.raw`%s\0`, ...args] })
        const output = execFileSync('bash', ['-c', line], { env: { ...process.env, LC_ALL: 'C.UTF-8' } }).toString()
        expect(output).toBe(args.length === 0 ? '\0' : args.map((text) => `${text}\0`).join(''))
      }),
      { numRuns: 60 },
    )
  })
})

describe('text from elsewhere', () => {
  test.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007text', 'text'],
    ['a\u0007b', String.raw`a\u0007b`],
    ['a\rb', 'ab'],
    ['admin\u202etxt', String.raw`admin\u202etxt`],
    ['two\nlines\ttab é 😀', 'two\nlines\ttab é 😀'],
  ])('%j is shown as %j', (text, shown) => {
    expect(toPlainText(text)).toBe(shown)
  })

  test('fits on a line', () => {
    expect(toPlainLine('one\n  two\n')).toBe('one two')
  })
})

test('sleep ends early and quietly', async () => {
  const controller = new AbortController()
  const started = Date.now()
  setTimeout(() => controller.abort(), 20)
  await systemClock.sleep(10_000, controller.signal)
  await systemClock.sleep(10_000, controller.signal)
  expect(Date.now() - started).toBeLessThan(2000)
})
