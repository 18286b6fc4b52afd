import { type Finding, good, wrong } from '../../model/check.ts'
import type { Environment, Host } from '../../model/host.ts'

/** What a job is given by its runner, by the name of a variable that is there with it. Values are nobody's business. */
const gifts = [
  { name: 'ACTIONS_ID_TOKEN_REQUEST_URL', what: 'identity token' },
  { name: 'ACTIONS_RESULTS_URL', what: 'cache service' },
  { name: 'CI_JOB_TOKEN', what: 'job token' },
]

/**
 * Where the program runs, where that is no terminal.
 *
 * @param secrets  How many secrets the stack has: a runner that traces a job prints them.
 */
export function judgeHost(facts: Host['facts'], environment: Environment, secrets: number): Finding {
  const name = 'host'
  const isSet = (variable: string) => (environment[variable] ?? '') !== ''
  if (environment['CI_DEBUG_TRACE'] === 'true' && secrets > 0) {
    return wrong(true, name, {
      code: 'NOT_SUPPORTED',
      message: `${facts.host}: CI_DEBUG_TRACE is on, and the runner prints every variable of the job, secrets too`,
      hint: 'Take CI_DEBUG_TRACE out of the variables of the job, the project and the group',
    })
  }
  if (!facts.trusted) {
    return wrong(false, name, {
      code: 'UNTRUSTED',
      message: `${facts.host}: this run comes from outside, it may plan and validate but not deploy`,
      hint: 'Deploy from a branch of your own; who has read the change sets allow-untrusted: true',
    })
  }
  const given = gifts.flatMap((gift) => (isSet(gift.name) ? [gift.what] : []))
  const where = facts.host === 'terminal' ? facts.host : `${facts.host}, a trusted run`
  return good(name, given.length === 0 ? where : `${where}; has ${given.join(', ')}`)
}
