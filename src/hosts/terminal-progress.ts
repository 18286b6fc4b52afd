import type { Progress, Task } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import type { Style } from '../model/style.ts'
import { createLiveRegion, type Screen } from './live-region.ts'

export interface ProgressOptions {
  readonly style: Style
  readonly verbose: boolean
  /** Makes text from elsewhere harmless: redacted, no control characters, one line. */
  readonly clean: (text: string) => string
  readonly renderProblem: (problem: Problem, style: Style) => readonly string[]
  /** Milliseconds; Date.now. */
  readonly now: () => number
}

/** Progress that can be put away before the report is written. */
export interface RunningProgress extends Progress {
  stop(): void
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const frameMilliseconds = 100

interface Running {
  readonly name: string
  readonly started: number
  text: string
}

/** On a terminal: one living line per image and component, and what is finished above them. */
export function createTerminalProgress(screen: Screen, options: ProgressOptions): RunningProgress {
  const { clean, now, renderProblem, style, verbose } = options
  const region = createLiveRegion(screen)
  const running = new Set<Running>()
  let timer: NodeJS.Timeout | undefined

  const draw = () => {
    const column = Math.max(0, ...[...running].map((task) => task.name.length))
    const frame = frames[Math.floor(now() / frameMilliseconds) % frames.length] ?? ''
    region.draw(
      [...running].map(
        (task) =>
          `  ${style.cyan(frame)} ${task.name.padEnd(column)}  ${style.dim(`${secondsSince(task.started, now)}  ${task.text}`)}`,
      ),
    )
  }
  const keepDrawing = () => {
    draw()
    if (running.size === 0) {
      clearInterval(timer)
      timer = undefined
      return
    }
    // The clock on the screen must not keep the program alive.
    timer ??= setInterval(draw, frameMilliseconds).unref()
  }
  const write = (lines: readonly string[]) => region.write(`${lines.join('\n')}\n`)

  return {
    step: (title) => write([style.bold(clean(title))]),
    line: (text) => write([`  ${clean(text)}`]),
    detail: (text) => {
      if (verbose) write([style.dim(`  ${clean(text)}`)])
    },
    problem: (problem) => write(renderProblem(problem, style)),
    task(name) {
      const task: Running = { name: clean(name), started: now(), text: '' }
      running.add(task)
      keepDrawing()
      const end = (mark: string, text: string) => {
        if (!running.delete(task)) return
        write([`  ${mark} ${task.name}  ${clean(text)}  ${style.dim(secondsSince(task.started, now))}`])
        keepDrawing()
      }
      return {
        update: (text) => {
          task.text = clean(text)
        },
        done: (text) => end(style.green('✓'), text),
        fail: (text) => end(style.red('✗'), text),
      }
    },
    stop() {
      clearInterval(timer)
      timer = undefined
      running.clear()
      region.clear()
    },
  }
}

/** Lines of a child come by the thousand; a log wants to know that it goes on, and what it is at. */
const updateMilliseconds = 10_000

/** In a pipe: plain lines with the time of day. */
export function createPlainProgress(screen: Screen, options: ProgressOptions): RunningProgress {
  const { clean, now, renderProblem, style, verbose } = options
  const write = (line: string) => screen.write(`${style.dim(timeOfDay(now()))} ${line}\n`)

  const task = (name: string): Task => {
    const shown = clean(name)
    const started = now()
    let next = started
    let over = false
    const end = (word: string, text: string) => {
      if (!over) write(`${shown}: ${word}${clean(text)} (${secondsSince(started, now)})`)
      over = true
    }
    return {
      update(text) {
        if (over || now() < next) return
        next = now() + updateMilliseconds
        write(`${shown}: ${clean(text)}`)
      },
      done: (text) => end('', text),
      fail: (text) => end(style.red('failed: '), text),
    }
  }

  return {
    task,
    step: (title) => write(style.bold(clean(title))),
    line: (text) => write(clean(text)),
    detail: (text) => {
      if (verbose) write(style.dim(clean(text)))
    },
    problem: (problem) => renderProblem(problem, style).forEach((line) => write(line)),
    stop: () => undefined,
  }
}

function secondsSince(start: number, now: () => number): string {
  return `${((now() - start) / 1000).toFixed(1)} s`
}

/** `08:15:03`, in the time zone of whoever reads it. */
function timeOfDay(milliseconds: number): string {
  return new Date(milliseconds).toTimeString().slice(0, 8)
}
