import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StackError } from '../../src/errors.ts'
import { createIo } from '../../src/io/create-io.ts'
import { Secret } from '../../src/model/secret.ts'
import { keepProgress } from './silent-progress.ts'

const executables = resolve(import.meta.dirname, 'executables')
const node = process.execPath
const script = (name: string, ...args: readonly string[]) => ({
  program: node,
  args: [join(executables, name), ...args],
})

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'io-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(controller = new AbortController()) {
  const progress = keepProgress()
  const io = createIo({
    environment: { ...process.env, INHERITED: 'yes', DROPPED: 'yes' },
    progress,
    signal: controller.signal,
    logsFolder: join(folder, 'deploy/logs'),
  })
  return { io, progress, controller }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

async function waitUntilDead(...pids: readonly number[]) {
  for (let tries = 0; tries < 100 && pids.some(isAlive); tries++) await new Promise((wake) => setTimeout(wake, 20))
  return pids.filter(isAlive)
}

describe('the child', () => {
  test('gets arguments untouched by any shell, stdin and a merged environment', async () => {
    const { io } = open()
    const program = `let text = ''
      process.stdin.on('data', (chunk) => { text += chunk }).on('end', () => console.log(JSON.stringify({
        args: process.argv.slice(1), text, env: [process.env.INHERITED, process.env.DROPPED, process.env.TOKEN] })))`
    const result = await io.run({
      program: node,
      args: ['-e', program, '--', '$(id); `id` && "quoted"', "it's"],
      env: { DROPPED: undefined, TOKEN: new Secret('TOKEN', 'a-very-secret-token') },
      stdin: new Secret('PASSWORD', 'from stdin'),
    })
    expect(result.exitCode).toBe(0)
    expect(JSON.parse(result.stdout)).toEqual({
      args: ['$(id); `id` && "quoted"', "it's"],
      text: 'from stdin',
      env: ['yes', null, 'a-very-secret-token'],
    })
  })

  test('reads end of file where no stdin is given', async () => {
    const { io } = open()
    const result = await io.run({ program: 'cat', args: [] }, { timeoutSeconds: 5 })
    expect(result).toMatchObject({ exitCode: 0, stdout: '', timedOut: false })
  })

  test('may leave its stdin unread', async () => {
    const { io } = open()
    const result = await io.run({ program: 'true', args: [], stdin: 'x'.repeat(4_000_000) })
    expect(result.exitCode).toBe(0)
  })

  test('answers with its exit code, and with 128 + signal when it was killed', async () => {
    const { io } = open()
    expect((await io.run({ program: node, args: ['-e', 'process.exit(7)'] })).exitCode).toBe(7)
    expect((await io.run({ program: node, args: ['-e', 'process.kill(process.pid, "SIGKILL")'] })).exitCode).toBe(137)
  })

  test('gives bytes as they are', async () => {
    const { io } = open()
    const code = 'process.stdout.write(Buffer.from([0, 255, 254, 10, 128]))'
    const { stdoutBytes, stdout } = await io.run({ program: node, args: ['-e', code] }, { binary: true })
    expect([...stdoutBytes]).toEqual([0, 255, 254, 10, 128])
    expect(stdout).toBe('')
  })

  test('has its output kept head and tail when there is too much', async () => {
    const { io } = open()
    const { stdout } = await io.run(script('chatter.mjs', String(80 * 1024 * 1024)))
    expect(stdout.length).toBeLessThan(33 * 1024 * 1024)
    expect(stdout).toContain(`[… ${48 * 1024 * 1024} bytes left out …]`)
  })

  test('that closes nothing but leaves a grandchild with its pipes does not hold us', async () => {
    const { io } = open()
    const started = Date.now()
    const { stdout, exitCode } = await io.run({ program: 'sh', args: ['-c', 'sleep 60 & echo $!'] })
    expect(exitCode).toBe(0)
    expect(Date.now() - started).toBeLessThan(6000)
    expect(await waitUntilDead(Number(stdout))).toEqual([])
  })
})

describe('what cannot be started', () => {
  test('is TOOL_MISSING with what to install', async () => {
    const { io } = open()
    const error = await io.run({ program: 'kubectl', args: [], env: { PATH: folder } }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(StackError)
    expect(error).toMatchObject({ code: 'TOOL_MISSING', hint: expect.stringContaining('Install kubectl') })
  })

  test('is COMMAND_FAILED where the folder is missing', async () => {
    const { io } = open()
    const command = { program: 'true', args: [], cwd: join(folder, 'nowhere') }
    await expect(io.run(command)).rejects.toMatchObject({
      code: 'COMMAND_FAILED',
      message: expect.stringContaining('nowhere'),
    })
  })
})

describe('stopping', () => {
  test('a time-out ends the child and what it started', async () => {
    const { io } = open()
    const result = await io.run(script('stubborn.mjs'), { timeoutSeconds: 0.5 })
    expect(result.timedOut).toBe(true)
    expect(result.exitCode).toBe(143)
    const { pid, grandchild } = JSON.parse(result.stdout)
    expect(await waitUntilDead(pid, grandchild)).toEqual([])
  })

  test('a child deaf to SIGTERM is killed five seconds later', async () => {
    const { io } = open()
    const started = Date.now()
    const result = await io.run(script('stubborn.mjs', 'deaf'), { timeoutSeconds: 0.5 })
    expect(result.exitCode).toBe(137)
    expect(Date.now() - started).toBeGreaterThan(5000)
    const { pid, grandchild } = JSON.parse(result.stdout)
    expect(await waitUntilDead(pid, grandchild)).toEqual([])
  }, 15_000)

  test('the run signal ends the child, then throws its reason', async () => {
    const { io, controller } = open()
    const reason = new StackError({ code: 'TERMINATED', message: 'terminated' })
    const pids: number[] = []
    const running = io.run(script('stubborn.mjs'), {
      onLine: (line) => {
        const { pid, grandchild } = JSON.parse(line)
        pids.push(pid, grandchild)
        controller.abort(reason)
      },
    })
    await expect(running).rejects.toBe(reason)
    expect(pids).toHaveLength(2)
    expect(await waitUntilDead(...pids)).toEqual([])
    await expect(io.run({ program: 'true', args: [] })).rejects.toBe(reason)
  })

  test('clean-up runs to its end after the run signal', async () => {
    const { io, controller } = open()
    controller.abort()
    await expect(io.run({ program: 'true', args: [] })).rejects.toMatchObject({ code: 'INTERRUPTED' })
    const result = await io.run({ program: 'echo', args: ['clean'] }, { uninterruptible: true })
    expect(result.stdout).toBe('clean\n')
  })

  test("the caller's own signal is an answer, not an error", async () => {
    const { io } = open()
    const own = new AbortController()
    const result = await io.run(script('stubborn.mjs'), { signal: own.signal, onLine: () => own.abort() })
    expect(result).toMatchObject({ exitCode: 143, timedOut: false })
  })
})

describe('what is shown', () => {
  const secret = new Secret('DB_PASSWORD', 'correct horse\nbattery staple')

  test('lines are redacted across chunks, free of terminal sequences, and in order', async () => {
    const { io } = open()
    io.redactor.add(secret)
    const lines: string[] = []
    const pieces = [
      'before corr',
      'ect hor',
      'se\\nbatt',
      'ery staple after\\n',
      '\\e[31mcorrect\\e[0m horse\\n',
      '10%\\r90%\\r\\nlast',
    ]
    await io.run(script('slow-writer.mjs', ...pieces), { onLine: (line) => lines.push(line) })
    expect(lines).toEqual(['before [secret DB_PASSWORD] after', '[secret DB_PASSWORD]', '90%', 'last'])
  })

  test('logs are private, redacted, and not there until something is logged', async () => {
    const { io, progress } = open()
    io.redactor.add(secret)
    await io.run({ program: 'echo', args: ['quiet'] })
    expect(() => statSync(join(folder, 'deploy'))).toThrow('ENOENT')

    await io.run({ program: 'echo', args: ['is', 'battery staple'], env: { P: secret } }, { log: '../etc/My Plugin' })
    await io.close()
    const path = join(folder, 'deploy/logs/__etc_My_Plugin.log')
    const text = readFileSync(path, 'utf8')
    expect(text).toMatch(
      /^\$ P='\[secret DB_PASSWORD\]' echo is '\[secret DB_PASSWORD\]'\nis \[secret DB_PASSWORD\]\nexit 0 after \d/,
    )
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(folder, 'deploy/logs')).mode & 0o777).toBe(0o700)
    expect(progress.details).toContain("$ P='[secret DB_PASSWORD]' echo is '[secret DB_PASSWORD]'")
  })
})
