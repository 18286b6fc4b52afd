import { expect, test } from 'vitest'
import { annotate } from '../../../src/hosts/github/annotations.ts'
import { createGroupProgress } from '../../../src/hosts/github/group-progress.ts'
import { masksOf } from '../../../src/hosts/github/masks.ts'
import { neutralise } from '../../../src/hosts/github/workflow-commands.ts'
import type { Problem } from '../../../src/model/problem.ts'
import { Secret } from '../../../src/model/secret.ts'
import { plainStyle } from '../../../src/model/style.ts'
import { exampleReport } from '../../commands/example-report.ts'
import { captureStream } from '../captured-stream.ts'

/** As the runner looks for commands (ActionCommand.cs): after white space, or the old form anywhere. */
const isCommand = (line: string) => /^[\s\u0085]*::/.test(line) || line.includes('##[')
const linesOf = (text: string) => text.split(/\r\n|\r|\n/)

const hostile = [
  '::set-env name=x::y',
  '  ::error::z',
  '\t\u0085::stop',
  'a ##[add-mask]b',
  'x\r::group::y',
  'x\n::warning::z',
]

test('no text from elsewhere is a command', () => {
  for (const text of hostile) {
    expect(linesOf(neutralise(text)).filter(isCommand), text).toEqual([])
    expect(neutralise(text).replaceAll('\u200b', '')).toBe(text)
  }
  expect(neutralise('std::string and a:: b')).toBe('std::string and a:: b')
  expect(JSON.parse(neutralise(JSON.stringify({ a: '##[x]' })))).toEqual({ a: '##\u200b[x]' })
})

test('progress is groups with plain lines, and commands are only its own', () => {
  const stream = captureStream()
  const progress = createGroupProgress(stream, {
    style: plainStyle(100),
    verbose: true,
    clean: (text) => text,
    now: () => 0,
    renderProblem: ({ message }) => [message],
  })
  progress.step('Images')
  progress.task('gateway').done('built')
  progress.step('::error::Apply\n::error::x')
  for (const text of hostile) {
    progress.line(text)
    progress.detail(text)
    progress.task(text).fail(text)
    progress.problem({ severity: 'error', code: 'BUG', message: text })
  }
  progress.stop()
  progress.stop()
  const lines = linesOf(stream.text())
  expect(lines.filter(isCommand)).toEqual([
    '::group::Images',
    '::endgroup::',
    '::group::::error::Apply%0A::error::x',
    '::endgroup::',
  ])
  expect(lines[1]).toBe('gateway: built (0.0 s)')
})

const problem = (severity: Problem['severity'], index: number): Problem => ({
  severity,
  code: 'CONFIG_INVALID',
  message: `problem ${index}: 100%, really`,
  hint: 'mend\nit',
  place: { file: 'stacks/a,b.yaml', line: index, column: 4 },
})

test('annotations have their place, ten of a kind, and say how many were held back', () => {
  const stream = captureStream()
  const problems = [
    ...Array.from({ length: 12 }, (_, index) => problem('warning', index)),
    ...Array.from({ length: 11 }, (_, index) => problem('error', index)),
    problem('note', 1),
  ]
  annotate(stream, { ...exampleReport, exitCode: 2, problems })
  const lines = stream.text().trimEnd().split('\n')
  expect(lines.map((line) => /^::(\w+)/.exec(line)?.[1])).toEqual([
    ...Array.from({ length: 10 }, () => 'error'),
    ...Array.from({ length: 10 }, () => 'warning'),
    'notice',
    undefined,
  ])
  expect(lines[1]).toBe(
    '::error title=CONFIG_INVALID,file=stacks/a%2Cb.yaml,line=1,col=4::problem 1: 100%25, really%0Ahint: mend%0Ait',
  )
  expect(lines.at(-1)).toBe('Not shown as annotations: 1 more errors, 2 more warnings; they are all above')
})

test('a step that is red has one error that says so', () => {
  const stream = captureStream()
  annotate(stream, { ...exampleReport, status: 'failed', exitCode: 1, problems: [] })
  annotate(stream, { ...exampleReport, problems: [] })
  expect(stream.text()).toBe('::error title=COMMAND_FAILED::deploy: failed\n')
})

test('masks are each line and base64 in every alphabet', () => {
  const value = '-----BEGIN KEY-----\n  abc?~ÿ1\nab\r\nlong line >>>\n-----END KEY-----\n'
  const masks = masksOf(new Secret('KEY', value))
  const base64 = Buffer.from(value).toString('base64')
  expect(masks).toEqual(
    expect.arrayContaining(['  abc?~ÿ1', 'abc?~ÿ1', 'long line >>>', base64, base64.replaceAll('=', '')]),
  )
  expect(masks).toContain(Buffer.from(value).toString('base64url'))
  expect(masks.filter((mask) => mask.includes('\n') || mask.includes('----') || mask.length < 4)).toEqual([])
})

test('the log of 500 plugins stays small', () => {
  const stream = captureStream()
  let time = 0
  const progress = createGroupProgress(stream, {
    style: plainStyle(100),
    verbose: false,
    clean: (text) => text,
    now: () => time,
    renderProblem: ({ message }) => [message],
  })
  const tasks = Array.from({ length: 500 }, (_, index) => progress.task(`plugin-with-quite-a-long-name-${index}`))
  for (; time < 600_000; time += 1000) tasks.forEach((task) => task.update('waiting: 0 of 1 ready '.repeat(4)))
  tasks.forEach((task) => task.done('ready'))
  expect(stream.text().length).toBeLessThan(60_000)
})
