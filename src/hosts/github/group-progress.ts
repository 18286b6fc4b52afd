import { toPlainLine } from '../../io/plain-text.ts'
import type { HostOptions, Stream } from '../../model/host.ts'
import type { Task } from '../../model/io.ts'
import type { Style } from '../../model/style.ts'
import { cleanDeeply } from '../terminal.ts'
import type { ProgressOptions, RunningProgress } from '../terminal-progress.ts'
import { issueCommand, neutralise } from './workflow-commands.ts'

/** All tasks together: 500 components that wait for ten minutes are 60 lines, not 30,000. */
const updateMilliseconds = 10_000

/** In a job's log: a group per step that can be opened, plain lines in it. The runner has the time of each line. */
export function createGroupProgress(stream: Pick<Stream, 'write'>, options: ProgressOptions): RunningProgress {
  const { clean, now, renderProblem, style, verbose } = options
  const write = (line: string) => stream.write(`${neutralise(line)}\n`)
  const seconds = (start: number) => `${((now() - start) / 1000).toFixed(1)} s`
  let open = false
  let nextUpdate = now() + updateMilliseconds
  const endGroup = () => {
    if (open) issueCommand(stream, 'endgroup', '')
    open = false
  }

  const task = (name: string): Task => {
    const shown = clean(name)
    const started = now()
    let over = false
    const end = (word: string, text: string) => {
      if (!over) write(`${shown}: ${word}${clean(text)} (${seconds(started)})`)
      over = true
    }
    return {
      update(text) {
        if (over || now() < nextUpdate) return
        nextUpdate = now() + updateMilliseconds
        write(`${shown}: ${clean(text)} (${seconds(started)} so far)`)
      },
      done: (text) => end('', text),
      fail: (text) => end(style.red('failed: '), text),
    }
  }

  return {
    task,
    step(title) {
      endGroup()
      issueCommand(stream, 'group', clean(title))
      open = true
    },
    line: (text) => write(clean(text)),
    detail: (text) => {
      if (verbose) write(style.dim(clean(text)))
    },
    problem: (problem) => renderProblem(problem, style).forEach(write),
    stop: endGroup,
  }
}

/** The same for a host: everything is redacted and without control characters first. */
export function openGroupProgress(
  stream: Pick<Stream, 'write'>,
  { now = Date.now, redactor, views }: Pick<HostOptions, 'now' | 'redactor' | 'views'>,
  { style, verbose }: { readonly style: Style; readonly verbose: boolean },
): RunningProgress {
  return createGroupProgress(stream, {
    style,
    verbose,
    now,
    clean: (text) => toPlainLine(redactor.redact(text)),
    renderProblem: (problem) => views.problem(cleanDeeply(redactor.redactJson(problem)), style),
  })
}
