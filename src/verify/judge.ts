import type { Probe } from '../model/verification.ts'
import type { Answers, GatewayAnswer } from './answers.ts'
import { judgeDial } from './judge-dial.ts'

const readyPath = '/ready'
const pluginsPath = '/admin/plugins'

/** What should be there. */
export interface Expected {
  /** Name of the gateway's component. */
  readonly gateway: string
  /** Plugins of the configuration; `off`: their mode is `disabled`. */
  readonly plugins: readonly { readonly name: string; readonly off: boolean }[]
}

/** Everything that one gateway container is asked, as the probes name it. Pure. */
export function questionsTo(
  from: string,
  dials: readonly Pick<Probe, 'component' | 'to'>[],
  { gateway, plugins }: Expected,
): readonly Pick<Probe, 'from' | 'component' | 'to'>[] {
  return [
    { from, component: gateway, to: readyPath },
    ...dials.map(({ component, to }) => ({ from, component, to })),
    ...plugins.map(({ name }) => ({ from, component: name, to: pluginsPath })),
  ]
}

/** What was seen from one gateway container → what it means. Pure. */
export function judgeAnswers(from: string, answers: Answers, expected: Expected): readonly Probe[] {
  return [
    judgeReady(from, expected.gateway, answers.ready),
    ...answers.dials.flatMap((dial) => judgeDial(from, dial)),
    ...expected.plugins.map((plugin) => judgePlugin(from, plugin, answers.plugins)),
  ]
}

function judgeReady(from: string, component: string, answer: GatewayAnswer): Probe {
  const probe = { kind: 'gateway-ready', from, component, to: readyPath, milliseconds: answer.milliseconds } as const
  const message = showAnswer(answer)
  if (answer.status === 200) return { ...probe, outcome: 'passed', message }
  if (answer.status === 429) return { ...probe, outcome: 'inconclusive', message, hint: rateLimited }
  if (answer.seen === 'timeout') return { ...probe, outcome: 'inconclusive', message }
  const hint =
    answer.status === 503
      ? 'The gateway cannot reach its database: mcp-deploy logs --component gateway'
      : 'mcp-deploy logs --component gateway'
  return { ...probe, outcome: 'failed', message, hint }
}

function judgePlugin(from: string, { name, off }: Expected['plugins'][number], answer: Answers['plugins']): Probe {
  const { milliseconds } = answer
  const probe = { kind: 'plugin-enabled', from, component: name, to: pluginsPath, milliseconds } as const
  if (answer.plugins === undefined) {
    return { ...probe, outcome: 'inconclusive', message: showAnswer(answer), hint: listHint(answer) }
  }
  const status = answer.plugins[name]
  if (off) {
    const outcome = status === 'enabled' ? 'failed' : 'passed'
    return { ...probe, outcome, message: `${status ?? 'not loaded'}, and its mode is disabled` }
  }
  if (answer.enabled === false) {
    return { ...probe, outcome: 'failed', message: 'plugins are switched off', hint: 'Set PLUGINS_ENABLED=true' }
  }
  if (status === 'enabled') return { ...probe, outcome: 'passed', message: 'enabled' }
  const hint =
    status === undefined
      ? 'The gateway skipped it: the name has to be the plugin’s own name; mcp-deploy logs --component gateway says why'
      : 'Look why the gateway switched it off: mcp-deploy logs --component gateway'
  return { ...probe, outcome: 'failed', message: status ?? 'not loaded by the gateway', hint }
}

/** Why the list of plugins could not be had: the proof is missing, nothing is proven broken. */
function listHint({ seen, status, type }: GatewayAnswer): string {
  if (seen === 'no-token') return 'An admin token can only be minted for JWT_ALGORITHM HS256, HS384 or HS512'
  if (status === 429) return rateLimited
  if (status === 404) return 'Set MCPGATEWAY_ADMIN_API_ENABLED=true for the gateway'
  if (status === 401 || status === 403)
    return 'The token was refused: PLATFORM_ADMIN_EMAIL has to be the administrator’s'
  if (type?.includes('html')) {
    return 'The administrator has to change the password first: log in once, or set ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP=false'
  }
  return 'mcp-deploy logs --component gateway'
}

const rateLimited =
  'The gateway limits the rate of this address: wait 15 minutes, or set RATE_LIMITING_ENABLED=false for load tests'

function showAnswer({ seen, status, type, detail }: GatewayAnswer): string {
  if (seen !== 'response') return `${seen}: ${detail ?? ''}`
  const page = type?.includes('html') ? ' with an HTML page' : ''
  return status === 200 && page === '' ? 'HTTP 200' : `HTTP ${status ?? '?'}${page || `: ${detail ?? ''}`}`
}
