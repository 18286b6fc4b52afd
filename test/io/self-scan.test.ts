import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFiles } from '../../src/io/files.ts'
import { openLogs } from '../../src/io/logs.ts'
import { createRedactor } from '../../src/io/redact.ts'
import { createSelfScan, type SelfScan } from '../../src/io/self-scan.ts'
import { Secret } from '../../src/model/secret.ts'
import { captureStream } from '../hosts/captured-stream.ts'

const value = 'Given+Secret/0123456789'
const base64 = Buffer.from(value).toString('base64')
let folder: string
let scan: SelfScan
const at = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-scan-'))
  scan = createSelfScan()
  scan.guard(createRedactor()).add(new Secret('API_KEY', value))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const found = (place: string, remedy: string) => ({ secrets: ['API_KEY'], place: at(place), remedy })

test('a file of ours that holds a value or its base64 is removed, the others stay', async () => {
  const files = createFiles(undefined, scan.wrote)
  await files.write(at('plain.yaml'), `key: ${value}\n`, 0o644)
  await files.write(at('coded.yaml'), new TextEncoder().encode(`key: ${base64}\n`), 0o644)
  await files.write(at('clean.yaml'), 'key: "[secret API_KEY]"\n', 0o644)
  await files.write(at('config'), new Secret('API_KEY', value), 0o600)
  writeFileSync(at('theirs.yaml'), value)
  expect(await scan.run()).toEqual([found('plain.yaml', 'removed'), found('coded.yaml', 'removed')])
  expect(
    ['plain.yaml', 'coded.yaml', 'clean.yaml', 'config', 'theirs.yaml'].map((name) => existsSync(at(name))),
  ).toEqual([false, false, true, true, true])
  expect(await scan.run()).toEqual([])
})

test('a value that becomes known later is searched for in what was clean before', async () => {
  await createFiles(undefined, scan.wrote).write(at('a.txt'), 'a-token-of-later-1', 0o644)
  expect(await scan.run()).toEqual([])
  scan.guard(createRedactor()).add(new Secret('LATER', 'a-token-of-later-1'))
  expect(await scan.run()).toEqual([{ secrets: ['LATER'], place: at('a.txt'), remedy: 'removed' }])
})

test('what children wrote in our folder was written by this run; what was there before was not', async () => {
  mkdirSync(at('deploy/logs'), { recursive: true })
  mkdirSync(at('deploy/layers/blobs'), { recursive: true })
  writeFileSync(at('deploy/old.txt'), value)
  writeFileSync(at('deploy/grown.txt'), 'x')
  writeFileSync(at('deploy/prod.env'), value)
  await scan.watch(at('deploy'))
  writeFileSync(at('deploy/logs/child.txt'), base64)
  writeFileSync(at('deploy/grown.txt'), `x${value}`)
  utimesSync(at('deploy/prod.env'), 1, 1)
  writeFileSync(at('deploy/layers/index.json'), '{}')
  writeFileSync(at('deploy/layers/blobs/layer'), value)
  writeFileSync(at('outside.txt'), value)
  symlinkSync(at('outside.txt'), at('deploy/link'))
  expect(await scan.run()).toEqual([found('deploy/grown.txt', 'left'), found('deploy/logs/child.txt', 'removed')])
  expect(await scan.run()).toEqual([])
  expect([readFileSync(at('deploy/grown.txt'), 'utf8'), readFileSync(at('deploy/prod.env'), 'utf8')]).toEqual([
    `x${value}`,
    value,
  ])
  expect([existsSync(at('deploy/old.txt')), readFileSync(at('outside.txt'), 'utf8')]).toEqual([true, value])
})

test.each(['before', 'during'])(
  'a deploy folder that is a link out of the stack, made %s the run, is not ours',
  async (when) => {
    mkdirSync(at('stack'))
    mkdirSync(at('outside'))
    writeFileSync(at('outside/notes.txt'), value)
    if (when === 'before') symlinkSync(at('outside'), at('stack/deploy'))
    await scan.watch(at('stack/deploy'))
    if (when === 'during') symlinkSync(at('outside'), at('stack/deploy'))
    writeFileSync(at('outside/notes.txt'), `${value} of today`)
    writeFileSync(at('outside/new.txt'), value)
    await createFiles(undefined, scan.wrote).write(at('stack/deploy/ours.txt'), base64, 0o644)
    expect(await scan.run()).toEqual([found('stack/deploy/ours.txt', 'removed')])
    expect([existsSync(at('outside/notes.txt')), existsSync(at('outside/new.txt'))]).toEqual([true, true])
  },
)

test('a link that stays in the stack is followed', async () => {
  mkdirSync(at('stack/out/deploy'), { recursive: true })
  symlinkSync('out/deploy', at('stack/deploy'))
  await scan.watch(at('stack/deploy'))
  writeFileSync(at('stack/out/deploy/child.txt'), value)
  expect(await scan.run()).toEqual([found('stack/deploy/child.txt', 'removed')])
})

test('what this run wrote over an older file is removed', async () => {
  mkdirSync(at('deploy'))
  writeFileSync(at('deploy/report.json'), '{}')
  await scan.watch(at('deploy'))
  await createFiles(undefined, scan.wrote).write(at('deploy/report.json'), value, 0o644)
  expect(await scan.run()).toEqual([found('deploy/report.json', 'removed')])
})

test('what stands beside a secret is hidden, and leaks nowhere until it is asked for', async () => {
  const redactor = scan.guard(createRedactor())
  const address = 'https://mcp.example.com'
  redactor.add(new Secret('PUBLIC_URL', address), { needle: false })
  redactor.add(new Secret('PORT', '8080'), { needle: false })
  expect([redactor.redact(address), redactor.unsearched()]).toEqual(['[secret PUBLIC_URL]', []])
  expect(scan.leaksIn([{ path: 'a', text: address }])).toEqual([])
  redactor.add(new Secret('ADDRESS', address))
  expect(scan.leaksIn([{ path: 'a', text: address }])).toMatchObject([{ secrets: ['ADDRESS'] }])
})

test('a value that is a name of the stack is told of as that', async () => {
  scan.guard(createRedactor()).add(new Secret('TOKEN', 'my-company-mcp-stack'))
  const stream = scan.listen({ write: () => true }, 'stderr')
  stream.write(`my-company-mcp-stack ${value}`)
  const names = new Map([['my-company-mcp-stack', 'the project name']])
  expect([...scan.sameAs(names)]).toEqual([['TOKEN', 'the project name']])
  expect(await scan.run()).toEqual([{ secrets: ['API_KEY'], place: 'stderr', remedy: 'printed' }])
})

test('a file of the runner’s is cut back to what it held', async () => {
  writeFileSync(at('output'), `mine=${value}\n`)
  scan.wrote(at('output'), { from: statSync(at('output')).size })
  expect(await scan.run()).toEqual([])
  writeFileSync(at('output'), `${readFileSync(at('output'), 'utf8')}theirs=${base64}\n`)
  scan.wrote(at('output'), { from: statSync(at('output')).size })
  expect(await scan.run()).toEqual([found('output', 'cut')])
  expect(readFileSync(at('output'), 'utf8')).toBe(`mine=${value}\n`)
  scan.wrote(at('empty'), { from: 0 })
  writeFileSync(at('empty'), value)
  expect(await scan.run()).toEqual([found('empty', 'cut')])
  expect(readFileSync(at('empty'), 'utf8')).toBe('')
})

test('a log is searched as soon as it is on the disk', async () => {
  const logs = openLogs(at('logs'), scan.wrote)
  logs.append('build-x', `the line that the redactor missed: ${base64}`)
  await logs.flush()
  expect(await scan.run()).toEqual([found('logs/build-x.log', 'removed')])
  await logs.close()
})

test('what was printed in two pieces, before the value was known, is told of once', async () => {
  const screen = captureStream({ isTTY: true, columns: 99 })
  const stream = scan.listen(screen, 'stdout')
  expect([stream.isTTY, stream.columns]).toEqual([true, 99])
  stream.write('a-token-of-')
  await scan.run()
  stream.write('later-1\n')
  scan.guard(createRedactor()).add(new Secret('LATER', 'a-token-of-later-1'))
  // It was searched before the value was known; what is held of it is as long as the longest form.
  expect(await scan.run()).toEqual([{ secrets: ['LATER'], place: 'stdout', remedy: 'printed' }])
  expect(await scan.run()).toEqual([])
  expect(screen.text()).toBe('a-token-of-later-1\n')
})

test('more than is held at once is searched all the same', async () => {
  const stream = scan.listen({ write: () => true }, 'stderr')
  stream.write(value.slice(0, 9))
  stream.write(`${value.slice(9)}${'x'.repeat(5_000_000)}`)
  stream.write('y'.repeat(5_000_000))
  expect(await scan.run()).toEqual([{ secrets: ['API_KEY'], place: 'stderr', remedy: 'printed' }])
})

test('a text that is to leave the machine is kept back, and the run hears of it', async () => {
  expect(scan.mayLeave('the comment', 'nothing')).toBe(true)
  expect(scan.mayLeave('the comment', `x${base64}`)).toBe(false)
  expect(await scan.run()).toEqual([{ secrets: ['API_KEY'], place: 'the comment', remedy: 'withheld' }])
})
