import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { problemLines } from '../../src/commands/views/problem-view.ts'
import { renderReport } from '../../src/commands/views/report-view.ts'
import { terminalHost } from '../../src/hosts/terminal.ts'
import { createRedactor } from '../../src/io/redact.ts'
import { Secret } from '../../src/model/secret.ts'
import { exampleReport } from '../commands/example-report.ts'
import { captureStream, screenAfter } from './captured-stream.ts'

const token = 'a very "secret" token'

function open(
  options: {
    readonly environment?: Record<string, string>
    readonly tty?: boolean
    readonly verbose?: boolean
    readonly color?: boolean
    readonly answer?: string
  } = {},
) {
  const { color = true, environment = {}, tty = false, verbose = false } = options
  const facts = tty ? { isTTY: true, columns: 100, rows: 8 } : {}
  const [stdout, stderr] = [captureStream(facts), captureStream(facts)]
  const redactor = createRedactor()
  redactor.add(new Secret('TOKEN', token))
  const time = { now: new Date(2026, 10, 23, 8, 15, 3).getTime() }
  const stdin = Object.assign(new PassThrough(), { isTTY: tty })
  stdin.end(options.answer ?? '')
  const host = terminalHost({
    stdin,
    words: ['deploy'],
    environment: { USER: 'ada', ...environment },
    stdout,
    stderr,
    redactor,
    views: { report: renderReport, problem: problemLines },
    now: () => time.now,
  })
  const progress = host.progress({ verbose, json: false, color })
  return { host, progress, stdout, stderr, time }
}

const hostile = `${token}\u001b[2K\u001b[1A\n✓ everything is fine\u0007`

test('facts of a person at a terminal', () => {
  const { host } = open()
  expect(host.facts).toEqual({ host: 'terminal', actor: 'ada', trusted: true })
  expect([host.name, host.words()]).toEqual(['terminal', ['deploy']])
})

describe('in a pipe', () => {
  test('every line has its time and is whole', () => {
    const { progress, stderr, stdout, time } = open()
    progress.step('Images')
    const task = progress.task('OPAPluginFilter')
    task.update('cloning')
    task.update('building')
    time.now += 10_000
    task.update('still building')
    time.now += 2500
    task.done('built 3f2a9c')
    task.update('too late')
    task.done('too late')
    progress.task('Other').fail('no space left')
    progress.line('Docker 28.2')
    progress.detail('$ docker build')
    progress.problem({ severity: 'warning', code: 'NOT_PINNED', message: 'main moves', hint: 'Name a tag' })
    expect(stderr.text()).toBe(`08:15:03 Images
08:15:03 OPAPluginFilter: cloning
08:15:13 OPAPluginFilter: still building
08:15:15 OPAPluginFilter: built 3f2a9c (12.5 s)
08:15:15 Other: failed: no space left (0.0 s)
08:15:15 Docker 28.2
08:15:15 warning NOT_PINNED  main moves
08:15:15   hint  Name a tag
`)
    expect(stdout.text()).toBe('')
  })

  test('details come with --verbose', () => {
    const { progress, stderr } = open({ verbose: true })
    progress.detail('$ docker build')
    expect(stderr.text()).toBe('08:15:03 $ docker build\n')
  })

  test('no text can forge a line, move the cursor or show a secret', () => {
    const { progress, stderr } = open({ verbose: true })
    progress.step(hostile)
    progress.line(hostile)
    progress.detail(hostile)
    progress.task(hostile).done(hostile)
    progress.problem({ severity: 'error', code: 'BUG', message: hostile, hint: hostile, path: hostile })
    expect(stderr.text()).not.toContain(token)
    expect(stderr.text()).not.toContain('\u001b')
    const lines = stderr.text().trimEnd().split('\n')
    expect(lines).toHaveLength(6)
    for (const line of lines) expect(line).toMatch(/^08:15:03 .*\[secret TOKEN\] ✓ everything is fine\\u0007/)
  })
})

describe('on a terminal', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('each task has one live line, and what is finished stays above', () => {
    const { progress, stderr, time } = open({ tty: true })
    progress.step('Images')
    const first = progress.task('gateway')
    const second = progress.task('OPAPluginFilter')
    first.update('building')
    time.now += 1200
    vi.advanceTimersByTime(100)
    expect(screenAfter(stderr.text())).toEqual([
      'Images',
      expect.stringMatching(/^ {2}. gateway {10}1\.2 s {2}building$/),
      expect.stringMatching(/^ {2}. OPAPluginFilter {2}1\.2 s/),
      '',
    ])
    second.done('built')
    progress.line('a note')
    expect(screenAfter(stderr.text())).toEqual([
      'Images',
      '  ✓ OPAPluginFilter  built  1.2 s',
      '  a note',
      expect.stringContaining('gateway'),
      '',
    ])
    first.fail('no such file')
    expect(screenAfter(stderr.text())).toEqual([
      'Images',
      '  ✓ OPAPluginFilter  built  1.2 s',
      '  a note',
      '  ✗ gateway  no such file  1.2 s',
      '',
    ])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('more tasks than the screen has lines are counted', () => {
    const { progress, stderr } = open({ tty: true })
    for (let index = 0; index < 20; index++) progress.task(`plugin-${index}`)
    const screen = screenAfter(stderr.text())
    expect(screen).toHaveLength(7)
    expect(screen[5]).toBe('  … and 15 more')
  })

  test('the report takes the place of the live lines', async () => {
    const { host, progress, stderr } = open({ tty: true })
    progress.task('unfinished')
    await host.report(exampleReport, { json: false, folder: 'deploy', files: {} })
    expect(screenAfter(stderr.text())).toEqual([''])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('colours', () => {
  test.each([
    [{ tty: true }, true],
    [{ tty: false }, false],
    [{ tty: true, color: false }, false],
    [{ tty: true, environment: { NO_COLOR: '1' } }, false],
    [{ tty: true, environment: { NO_COLOR: '' } }, true],
    [{ tty: true, environment: { TERM: 'dumb' } }, false],
    [{ tty: false, environment: { FORCE_COLOR: '1' } }, true],
    [{ tty: true, environment: { FORCE_COLOR: '0' } }, false],
    [{ tty: false, environment: { FORCE_COLOR: '1', NO_COLOR: '1' } }, false],
    [{ tty: false, color: false, environment: { FORCE_COLOR: '1' } }, false],
  ])('%j: %s', async (options, colored) => {
    const { host, progress, stderr, stdout } = open(options)
    progress.step('Images')
    await host.report(exampleReport, { json: false, folder: 'deploy', files: {} })
    expect(stderr.text() !== stripVTControlCharacters(stderr.text())).toBe(colored)
    expect(stdout.text() !== stripVTControlCharacters(stdout.text())).toBe(colored)
  })
})

describe('the report', () => {
  test('as JSON is alone on stdout, valid and redacted value by value', async () => {
    const { host, stderr, stdout } = open()
    const report = { ...exampleReport, next: `say ${token}`, secrets: { [token]: 'environment' } }
    await host.report(report, { json: true, folder: 'deploy', files: {} })
    expect(JSON.parse(stdout.text())).toEqual({
      ...exampleReport,
      next: 'say [secret TOKEN]',
      secrets: { '[secret TOKEN]': 'environment' },
    })
    expect(stdout.text()).not.toContain(JSON.stringify(token).slice(1, -1))
    expect(stderr.text()).toBe('')
  })

  test('as text does not repeat a problem that was shown, and cannot be forged', async () => {
    const { host, progress, stdout } = open()
    for (const problem of exampleReport.problems) progress.problem(problem)
    const error = { severity: 'error' as const, code: 'BUILD_FAILED' as const, message: hostile }
    await host.report(
      { ...exampleReport, problems: [...exampleReport.problems, error] },
      { json: false, folder: 'deploy', files: {} },
    )
    expect(stdout.text()).not.toContain('NOT_PINNED')
    expect(stdout.text()).toContain('error BUILD_FAILED  [secret TOKEN] ✓ everything is fine\\u0007\n')
    expect(stdout.text().trimEnd().split('\n').at(-1)).toBe(exampleReport.next)
  })

  test('a token is the one secret that is printed', async () => {
    const { host, stdout } = open()
    await host.printSecret(`${token}\n`)
    await host.print(`${token}\n`)
    expect(stdout.text()).toBe(`${token}\n[secret TOKEN]\n`)
  })
})

describe('a question', () => {
  test.each([
    [{ tty: true, answer: 'y\n' }, true],
    [{ tty: true, answer: ' Yes\n' }, true],
    [{ tty: true, answer: 'n\n' }, false],
    [{ tty: true, answer: '\n' }, false],
    [{ tty: true, answer: 'yesterday\n' }, false],
    [{ tty: true, answer: '' }, undefined],
    [{ tty: false, answer: 'y\n' }, undefined],
  ])('%j: %s', async (options, expected) => {
    const { host, stderr } = open(options)
    expect(await host.confirm?.('Remove the stack?')).toBe(expected)
    expect(stderr.text()).toBe(options.tty ? 'Remove the stack? [y/N] ' : '')
  })
})
