// Processes and words for the set-up: plain Node, because nothing is installed yet when it runs.
import { spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'

/** Set-up cannot go on; the message says what the user must do. */
export class SetupError extends Error {}

/** One line for the user. */
export function say(text) {
  process.stdout.write(`set-up: ${text}\n`)
}

/** Runs a program to its end and keeps what it says. `missing` where there is no such program. */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options })
  return {
    ok: result.status === 0,
    missing: result.error?.code === 'ENOENT',
    stdout: result.stdout ?? '',
    stderr: result.stderr ?? result.error?.message ?? '',
  }
}

/** Runs a program that must succeed; says on one line what it is for and, afterwards, how long it took. */
export function work(title, program, args, options = {}) {
  process.stdout.write(`set-up: ${title} … `)
  const start = Date.now()
  const result = run(program, args, options)
  process.stdout.write(result.ok ? `${Math.round((Date.now() - start) / 1000)} s\n` : 'failed\n')
  if (result.ok) return result
  throw new SetupError(`${title} failed: ${program} ${args.join(' ')}\n${gist(result.stderr || result.stdout)}`)
}

/** Starts a program that outlives us, in its own session, its output in a file; answers with its pid. */
export function startDaemon(program, args, logFile, options = {}) {
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log], ...options })
  closeSync(log)
  child.on('error', () => {})
  child.unref()
  if (child.pid === undefined) throw new SetupError(`${program} does not start`)
  return child.pid
}

/** Asks every 200 ms until the answer is true or the seconds are over. */
export async function waitUntil(seconds, ask) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    if (await ask()) return true
    if (Date.now() > end) return false
    await new Promise((resume) => setTimeout(resume, 200))
  }
}

/** The end of a text, where most programs put their reason; of a long one its beginning too, where npm puts it. */
export function gist(text, lines = 12) {
  const all = text.trim().split('\n')
  if (all.length <= 2 * lines) return all.join('\n')
  return [...all.slice(0, lines), '…', ...all.slice(-lines)].join('\n')
}

export function lastLine(text) {
  return text.trim().split('\n').at(-1) ?? ''
}

/** `a >= b` for dotted versions, a leading `v` and anything after the numbers ignored. */
export function atLeast(a, b) {
  const [left, right] = [numbersIn(a), numbersIn(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

function numbersIn(version) {
  return (/\d+(\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number)
}
