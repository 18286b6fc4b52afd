import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
let folder: string

/** The edge compiled as it is shipped, below the project so that its libraries are found. */
beforeAll(() => {
  mkdirSync(join(root, 'build'), { recursive: true })
  folder = mkdtempSync(join(root, 'build/guard-'))
  const options = [
    '--ignoreConfig',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2023',
    '--types',
    'node',
    '--skipLibCheck',
  ]
  const source = ['--rewriteRelativeImportExtensions', '--rootDir', 'src', '--outDir', folder, 'src/io/create-io.ts']
  execFileSync(join(root, 'node_modules/.bin/tsc'), [...options, ...source], { cwd: root, stdio: 'inherit' })
  writeFileSync(
    join(folder, 'program.js'),
    `import { createIo } from './io/create-io.js'
     const silent = new Proxy({}, { get: () => () => undefined })
     const io = createIo({ environment: process.env, progress: silent, signal: new AbortController().signal })
     await io.run({ program: 'true', args: [] })
     const stubborn = ${JSON.stringify(join(root, 'test/io/executables/stubborn.mjs'))}
     if (process.argv[2] === 'run') await io.run({ program: process.execPath, args: [stubborn] }, { onLine: (line) => console.log(line) })
     if (process.argv[2] === 'throw') {
       void io.run({ program: process.execPath, args: [stubborn] }, { onLine: (line) => { console.log(line); setImmediate(() => { throw new Error('bug') }) } })
     }
     await io.close()`,
  )
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const isAlive = (pid: number) => {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

async function aliveAfterAWhile(pids: readonly number[]) {
  for (let tries = 0; tries < 150 && pids.some(isAlive); tries++) await new Promise((wake) => setTimeout(wake, 20))
  return pids.filter(isAlive)
}

async function start(how: string) {
  const child = spawn(process.execPath, [join(folder, 'program.js'), how], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [line] = await once(createInterface(child.stdout), 'line')
  const { pid, grandchild } = JSON.parse(String(line))
  return { child, pids: [Number(pid), Number(grandchild)] }
}

test('children of a run that is killed with SIGKILL end too', async () => {
  const { child, pids } = await start('run')
  expect(pids.filter(isAlive)).toEqual(pids)
  child.kill('SIGKILL')
  expect(await aliveAfterAWhile(pids)).toEqual([])
})

test('children of a run that dies of a bug end too', async () => {
  const { pids } = await start('throw')
  expect(await aliveAfterAWhile(pids)).toEqual([])
})

test('the guard keeps nobody waiting', async () => {
  const child = spawn(process.execPath, [join(folder, 'program.js'), 'nothing'], { stdio: 'ignore' })
  const started = Date.now()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  expect(Date.now() - started).toBeLessThan(3000)
})
