import { answerMark } from './probe-program.ts'
import type { Dial } from './questions.ts'

/** What the probe program saw in one gateway container. */
export interface Answers {
  readonly ready: GatewayAnswer
  readonly plugins: GatewayAnswer & {
    readonly enabled?: boolean
    /** Plugin's name → `enabled`, `disabled`. */
    readonly plugins?: Readonly<Record<string, string>>
  }
  readonly dials: readonly DialAnswer[]
  /** The client certificate in the gateway's file, base64 of its DER; '' without one. */
  readonly client?: string
}

/** `dropped`: the peer ended the connection or sent an alert; `untrusted`: we do not accept its certificate. */
export type Seen = 'response' | 'dropped' | 'untrusted' | 'timeout' | 'unreachable' | 'error' | 'no-token'

export interface GatewayAnswer {
  readonly seen: Seen
  readonly status?: number
  readonly type?: string
  readonly detail?: string
  readonly milliseconds: number
}

export interface DialAnswer {
  readonly component: string
  readonly to: string
  readonly with: Dial['with']
  readonly seen: Seen
  readonly status?: number
  readonly tls?: string
  /** Common name of the peer's certificate. */
  readonly peer?: string
  /** The peer's certificate, base64 of its DER. */
  readonly certificate?: string
  readonly mcp?: 'ok' | 'refused' | 'no-tools'
  readonly server?: string
  readonly tools?: readonly string[]
  readonly detail?: string
  readonly milliseconds: number
}

/** The answer in the program's output; undefined when it did not get that far. */
export function parseAnswers(stdout: string): Answers | undefined {
  const line = stdout.split('\n').findLast((candidate) => candidate.startsWith(answerMark))
  if (line === undefined) return undefined
  try {
    const answers: Answers = JSON.parse(line.slice(answerMark.length))
    return answers
  } catch {
    return undefined
  }
}
