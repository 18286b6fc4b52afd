import { linesOf, type Place, runEngine } from './engine.ts'

/** How many of a container's last lines are kept in the file, and how many of them are shown. */
const keptLines = 1000
const shownLines = 20

export interface Evidence {
  /** Name under deploy/logs/, without `.log`. */
  readonly log: string
  readonly lastLog: readonly string[]
}

/**
 * Writes what a roll-back is about to remove to deploy/logs/failed-<component>.log: the container's state, its health
 * checks and its log; not its environment. @returns the last lines, both streams in the order of time.
 */
export async function keepEvidence(place: Place, component: string, id: string): Promise<Evidence> {
  const log = logName(component)
  const options = { uninterruptible: true, timeoutSeconds: 10, log }
  await runEngine(place, ['container', 'inspect', '--format', stateFormat, id], options)
  const tail = ['logs', '--tail', String(keptLines), id]
  const stamped = ['logs', '--timestamps', ...tail.slice(1)]
  const { stdout, stderr } = await runEngine(place, stamped, { uninterruptible: true, timeoutSeconds: 10 })
  const safe = !hasLongLine(stdout) && !hasLongLine(stderr)
  const written = await runEngine(place, safe ? stamped : tail, options)
  const streams = [written.stdout, written.stderr].map((text) => place.io.redactor.redact(text))
  return { log, lastLog: safe ? mergeStreams(streams) : linesOf(streams.join('\n')).slice(-shownLines) }
}

/**
 * The engine keeps a long line in pieces of 16 KiB and puts its time before each of them: a secret that is cut in two
 * that way would not be found any more.
 */
function hasLongLine(text: string): boolean {
  return text.split('\n').some((line) => Buffer.byteLength(line) > 16_000)
}

/** As a file name has it, whatever the component is called. */
export function logName(component: string): string {
  return `failed-${component.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 80)}`
}

const stateFormat = [
  '{{with .State}}status {{.Status}}, exit code {{.ExitCode}}, out of memory {{.OOMKilled}}',
  'started {{.StartedAt}}, finished {{.FinishedAt}}{{if .Error}}',
  'error: {{.Error}}{{end}}{{with .Health}}',
  'health {{.Status}}{{range .Log}}',
  '{{.End}} health check ended with {{.ExitCode}}: {{.Output}}{{end}}{{end}}{{end}}',
  'restarted {{.RestartCount}} times',
].join('\n')

/** Lines that begin with the engine's time, which sorts as text; without it, the last ones of all. Pure. */
export function mergeStreams(streams: readonly string[]): readonly string[] {
  return streams
    .flatMap((text) => text.split('\n'))
    .map((line) => ({ at: line.slice(0, line.indexOf(' ') + 1), text: line.slice(line.indexOf(' ') + 1).trim() }))
    .filter(({ at, text }) => at !== '' && text !== '')
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .slice(-shownLines)
    .map(({ text }) => text)
}
