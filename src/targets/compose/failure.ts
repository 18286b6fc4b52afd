import type { ComponentFailure } from '../../model/target.ts'
import { linesOf, type Place, runEngine } from './engine.ts'
import type { ContainerFacts } from './inspect.ts'

/** How many of a container's last lines are kept as evidence. */
const evidenceLines = 20

/** A component that did not come up, and the words for it. */
export interface Fallen {
  readonly component: string
  readonly service: string
  readonly reason: string
  readonly container?: ContainerFacts
}

/** Collects the last log lines before anything is undone, and what to do. */
export async function describeFailure(place: Place, fallen: Fallen): Promise<ComponentFailure> {
  const { component, service, container } = fallen
  const lastLog = container === undefined ? [] : await readLastLog(place, container.Id)
  const reason = place.io.redactor.redact(fallen.reason)
  return { component, service, reason, lastLog, hint: chooseHint(component, `${reason}\n${lastLog.join('\n')}`) }
}

async function readLastLog(place: Place, id: string): Promise<readonly string[]> {
  const options = { uninterruptible: true, timeoutSeconds: 10 }
  const { stdout, stderr } = await runEngine(place, ['logs', '--tail', String(evidenceLines), id], options)
  return linesOf(place.io.redactor.redact(`${stdout}\n${stderr}`)).slice(-evidenceLines)
}

/** The first hint whose sign is in the reason or the log. Pure. */
export function chooseHint(component: string, text: string): string {
  const known = hints.find(({ sign }) => sign.test(text))
  return known?.hint ?? `Look at the whole log: mcp-deploy logs ${component}`
}

/** Signs seen in real logs (CONTRACT §1, §2, §5), most telling first. */
const hints: readonly { readonly sign: RegExp; readonly hint: string }[] = [
  { sign: /more memory than/, hint: 'Raise resources.limits.memory of this component' },
  {
    sign: /^exited \(137\)/m,
    hint: 'It was killed, most often for using more memory than resources.limits.memory allows',
  },
  {
    sign: /port is already allocated|address already in use/i,
    hint: 'Another process has the port: set another host_port',
  },
  {
    sign: /is not a valid VerifyMode/,
    hint: 'The plugin runtime cannot serve mTLS by itself: set runtime_compat: true for it',
  },
  { sign: /exec format error/i, hint: 'The image is for another processor: set platforms: to the engine’s own' },
  {
    sign: /executable file not found|no such file or directory: unknown|permission denied: unknown/i,
    hint: 'The start command is not in the image: look at command: and target:',
  },
  {
    sign: /PermissionError|Permission denied/i,
    hint: 'A file is not readable for the image’s user, or the root file system is read-only',
  },
  { sign: /Read-only file system/i, hint: 'The process writes outside its volumes: name the folder in writable_paths' },
  {
    sign: /CERTIFICATE_VERIFY_FAILED|certificate verify failed/i,
    hint: 'A certificate is not accepted: mcp-deploy certs check',
  },
  {
    sign: /password authentication failed/i,
    hint: 'The database was made with another password: give that one, or destroy --volumes',
  },
  {
    sign: /^exited \(0\)/m,
    hint: 'It ended without an error: look whether the last stage of its image is a test stage (set target:), or the plugin ran as stdio',
  },
]
