import type { JsonObject } from '../../model/stack.ts'
import { away, toAnswer } from './answers.ts'
import type { KubeAnswer } from './api.ts'
import { kubectlWords } from './kubectl.ts'

/** HTTP status of the reason that kubectl puts in parentheses. */
const statuses: Readonly<Record<string, number>> = {
  BadRequest: 400,
  Unauthorized: 401,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  AlreadyExists: 409,
  Conflict: 409,
  Gone: 410,
  Expired: 410,
  RequestEntityTooLarge: 413,
  UnsupportedMediaType: 415,
  Invalid: 422,
  TooManyRequests: 429,
  InternalError: 500,
  ServerTimeout: 500,
  ServiceUnavailable: 503,
  Timeout: 504,
}

/**
 * What kubectl wrote to stderr, as the Status that the server had sent. Pure.
 *
 * @throws StackError ENGINE_UNREACHABLE when no server answered.
 */
export function refusedAnswer(stderr: string): KubeAnswer {
  const words = kubectlWords(stderr)
  const first = words[0] ?? 'kubectl said nothing'
  if (/^(Unable to connect to the server|The connection to the server)/.test(first)) throw away(first)
  if (first.endsWith('(Unauthorized)')) return refusal('Unauthorized', first.replace(/^error: /, ''))

  const [, , reason, message] = /^Error from server( \((\w+)\))?: (.*)$/.exec(first) ?? []
  if (reason !== undefined) return refusal(reason, message ?? first)
  if (message !== undefined) return refusal('InternalError', message)
  if (/^The .* is invalid: ?/.test(first))
    return refusal('Invalid', [first.trim(), ...words.slice(1).map((line) => line.replace(/^\* /, ''))].join(' '))
  if (/^error: Apply failed with \d+ conflicts?: /.test(first)) return conflict(words)
  if (/no matches for kind/.test(first)) return refusal('NotFound', first.replace(/^error: /, ''))
  // A login that failed, a configuration that cannot be read: the server was not asked.
  throw away(first.replace(/^error: /, ''))
}

function refusal(reason: string, message: string, details: JsonObject = {}): KubeAnswer {
  const code = statuses[reason] ?? 500
  return toAnswer(
    code,
    JSON.stringify({ kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, message, code, details }),
  )
}

/**
 * `conflict with "a" using v1: .data.x`, or for several fields a line for each manager, ending in a colon, and a line
 * `- .data.x` for each field below it.
 */
function conflict(words: readonly string[]): KubeAnswer {
  const end = words.findIndex((line) => line.startsWith('Please review'))
  const lines = words.slice(0, end === -1 ? undefined : end)
  const message = lines.join('\n').replace(/^error: /, '')
  const causes: JsonObject[] = []
  let manager = ''
  for (const line of lines) {
    const [, name, field] =
      /conflicts? with (".*?"(?: with subresource ".*?")?(?: using \S+?)?):\s*(\.\S+)?/.exec(line) ?? []
    manager = name ?? manager
    const told = field ?? /^- (\.\S+)/.exec(line)?.[1]
    if (told !== undefined)
      causes.push({ reason: 'FieldManagerConflict', message: `conflict with ${manager}`, field: told })
  }
  return refusal('Conflict', message, { causes })
}
