import { StackError } from '../../errors.ts'
import type { KubeAnswer, WatchEvent } from './api.ts'

/** Status and body → answer. A body that is not JSON is a log, or words of a proxy on the way. */
export function toAnswer(status: number, text: string, retryAfter?: string): KubeAnswer {
  const seconds = Number(retryAfter)
  const waits = (status === 429 || status === 503) && retryAfter !== undefined && seconds >= 0
  return { status, body: parseObject(text) ?? {}, text, ...(waits ? { retryAfterSeconds: seconds } : {}) }
}

/** A line of a watch; undefined where it is none. */
export function parseEvent(line: string): WatchEvent | undefined {
  const event = parseObject(line)
  if (event === undefined) return undefined
  const { type, object } = event
  // An answer that refuses the watch is one Status on one line.
  if (event['kind'] === 'Status') return { type: 'ERROR', object: event }
  if (typeof object !== 'object' || object === null || !isEventType(type)) return undefined
  return { type, object: Object(object) }
}

const eventTypes: readonly string[] = ['ADDED', 'MODIFIED', 'DELETED', 'BOOKMARK', 'ERROR']
const isEventType = (type: unknown): type is WatchEvent['type'] => typeof type === 'string' && eventTypes.includes(type)

/** What the server says of a refusal; its own sentence, for messages. Redact it before it is shown. */
export function reasonOf({ status, body, text }: KubeAnswer): string {
  const message = typeof body['message'] === 'string' ? body['message'] : text.trim().split('\n')[0]
  return message === undefined || message === '' ? `HTTP ${status}` : message
}

/** The server, or the way to it, did not answer. */
export function away(reason: string, cause?: unknown): StackError {
  return new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `the API server does not answer: ${reason}`,
    hint: 'Try by hand: kubectl get --raw /version',
    cause,
  })
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}
