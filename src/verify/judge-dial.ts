import type { Probe } from '../model/verification.ts'
import type { DialAnswer } from './answers.ts'

/** One dialled plugin → its probes. Pure. */
export function judgeDial(from: string, dial: DialAnswer): readonly Probe[] {
  if (dial.with === 'none') return [judgeRefusal('refused-without-certificate', from, dial)]
  if (dial.with === 'foreign') return [judgeRefusal('refused-foreign-certificate', from, dial)]
  const handshake = judgeHandshake(from, dial)
  return handshake === undefined ? [judgeMcp(from, dial)] : [handshake, judgeMcp(from, dial)]
}

/** Undefined without TLS. In TLS 1.3 a refused client hears of it at its first read: an answer is the proof. */
function judgeHandshake(from: string, dial: DialAnswer): Probe | undefined {
  const probe = { kind: 'handshake', ...common(from, dial) } as const
  if (dial.seen === 'response') {
    if (dial.tls === undefined) return undefined
    return { ...probe, outcome: 'passed', message: `${dial.tls}, CN=${dial.peer ?? '?'}` }
  }
  return { ...probe, outcome: failedOr(dial), message: show(dial), hint: handshakeHint(dial) }
}

function judgeMcp(from: string, dial: DialAnswer): Probe {
  const probe = { kind: 'mcp-initialize', ...common(from, dial) } as const
  if (dial.seen !== 'response')
    return { ...probe, outcome: failedOr(dial), message: show(dial), hint: handshakeHint(dial) }
  switch (dial.mcp) {
    case 'ok':
      return {
        ...probe,
        outcome: 'passed',
        message: `HTTP ${dial.status ?? 200}, tools: ${(dial.tools ?? []).join(', ')}`,
      }
    case 'no-tools':
      return {
        ...probe,
        outcome: 'failed',
        message: `initialize answered, tools/list did not: ${dial.detail ?? ''}`,
        hint: logs(dial),
      }
    case 'refused':
    case undefined:
    default: {
      const hint =
        dial.status === 421 ? 'The plugin refuses the Host header: PLUGINS_SERVER_HOST must be 0.0.0.0' : logs(dial)
      return { ...probe, outcome: 'failed', message: `HTTP ${dial.status ?? '?'}: ${dial.detail ?? ''}`, hint }
    }
  }
}

/** Only a connection that the plugin itself ended proves a refusal; that nobody answered proves nothing. */
function judgeRefusal(kind: Probe['kind'], from: string, dial: DialAnswer): Probe {
  const probe = { kind, ...common(from, dial) }
  if (dial.seen === 'dropped') return { ...probe, outcome: 'passed', message: 'connection dropped' }
  if (dial.seen === 'response') {
    return {
      ...probe,
      outcome: 'failed',
      message: `answered with HTTP ${dial.status ?? '?'} instead of refusing`,
      hint: 'It does not ask for client certificates: server_settings in the image’s own configuration beat PLUGINS_SERVER_SSL_CERT_REQS=2',
    }
  }
  return { ...probe, outcome: 'inconclusive', message: show(dial), hint: logs(dial) }
}

/** A time-out may be load; everything else is an answer. */
const failedOr = ({ seen }: DialAnswer) => (seen === 'timeout' || seen === 'error' ? 'inconclusive' : 'failed')

function handshakeHint(dial: DialAnswer): string {
  switch (dial.seen) {
    case 'untrusted':
      return 'The gateway does not accept the plugin’s certificate: mcp-deploy certs check'
    case 'dropped':
      return `The plugin does not accept the gateway’s certificate, or does not speak TLS: ${logs(dial)}`
    case 'unreachable':
      return `Nothing listens there: ${logs(dial)}`
    case 'response':
    case 'timeout':
    case 'error':
    case 'no-token':
    default:
      return logs(dial)
  }
}

const logs = ({ component }: DialAnswer) => `mcp-deploy logs --component ${component}`

const show = ({ seen, detail }: DialAnswer) => (detail === undefined ? seen : `${seen}: ${detail}`)

const common = (from: string, { component, to, milliseconds }: DialAnswer) => ({ from, component, to, milliseconds })
