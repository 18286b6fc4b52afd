import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Plan } from '../model/plan.ts'
import type { Secret } from '../model/secret.ts'
import type {
  Doors,
  GatewayShell,
  PluginEndpoint,
  Probe,
  SeenCertificate,
  Verification,
} from '../model/verification.ts'
import { askGateway, asStackError, type Silence } from './ask-gateway.ts'
import { type Expected, judgeAnswers, questionsTo } from './judge.ts'
import { concludeProbes, mergeProbes, outcomeOf, questionOf, type Round } from './merge.ts'
import { writeProbeProgram } from './probe-program.ts'
import { askEveryPlugin, stillOpen } from './questions.ts'
import { joinSeen, readSeen } from './seen-certificates.ts'

export interface VerifyInput {
  readonly plan: Plan
  /** Looked through anew in every round: pods come and go, and one read that fails is no verdict. */
  readonly doors: Doors
  /** A client certificate of a CA that nobody trusts. */
  readonly foreign: { readonly certificatePem: string; readonly keyPem: Secret }
}

/** Three failures over ten seconds count, one does not. */
export const attempts = { count: 3, pauseSeconds: 5 } as const

interface SeeingRound extends Round {
  readonly seen: readonly SeenCertificate[]
}

/**
 * Asks the running stack from inside its own gateway containers, with the very certificates and names that traffic
 * uses; DESIGN §4 Verify. Never throws for what it finds, nor where it cannot ask: that is in the probes.
 *
 * @throws StackError once the run was told to stop.
 */
export async function verifyStack(input: VerifyInput, io: Io): Promise<Verification> {
  const start = io.clock.now().getTime()
  let rounds: readonly Round[] = []
  let seen: readonly SeenCertificate[] = []
  for (let attempt = 1; attempt <= attempts.count; attempt += 1) {
    const round = await askOnce(input, rounds, io)
    rounds = [...rounds, round]
    seen = joinSeen([...seen, ...round.seen])
    const merged = mergeProbes(rounds)
    if (outcomeOf(merged) === 'passed' || attempt === attempts.count || io.signal.aborted) break
    io.progress.line(`verify: ${componentsNotPassed(merged).size} components not proven yet, asking again`)
    await io.clock.sleep(attempts.pauseSeconds * 1000, io.signal)
  }
  const probes = concludeProbes(rounds, attempts.count)
  const seconds = (io.clock.now().getTime() - start) / 1000
  return { probes, outcome: outcomeOf(probes), seconds, ...(seen.length === 0 ? {} : { certificates: seen }) }
}

/** One round: who is there now, and what nobody has proven yet. */
async function askOnce({ doors, foreign, plan }: VerifyInput, before: readonly Round[], io: Io): Promise<SeeingRound> {
  const expected = expect(plan)
  const found = await lookThrough(doors, io)
  if (found instanceof StackError) return { probes: [unseen(expected.gateway, found)], seen: [] }
  const { endpoints, shells } = found
  const dials = askEveryPlugin(plan, endpoints)
  const questions = new Set(shells.flatMap(({ name }) => questionsTo(name, dials, expected).map(questionOf)))
  const known = mergeProbes([...before, { probes: [], questions }])
  const answered = await Promise.all(
    shells.map(async (shell) => {
      const asked = { dials: stillOpen(dials, shell.name, known), foreignCertificate: foreign.certificatePem }
      const answers = await askGateway(shell, writeProbeProgram(asked, foreign.keyPem.reveal()), io)
      if ('silent' in answers) return { probes: [unanswered(shell.name, expected.gateway, answers)], seen: [] }
      return {
        probes: judgeAnswers(shell.name, answers, expected),
        // What the gateway does not accept was not seen, and what nobody presented is no news here.
        seen: readSeen(shell.name, answers, expected.gateway).filter(({ fingerprint }) => fingerprint !== undefined),
      }
    }),
  )
  return {
    probes: [...noContainer(plan, shells, endpoints), ...answered.flatMap(({ probes }) => probes)],
    questions,
    seen: answered.flatMap((answer) => answer.seen),
  }
}

function expect({ gateway, pluginsConfig, plugins }: Plan): Expected {
  const modeOf = (name: string) => pluginsConfig.plugins.find((entry) => entry['name'] === name)?.['mode']
  return { gateway: gateway.name, plugins: plugins.map(({ name }) => ({ name, off: modeOf(name) === 'disabled' })) }
}

async function lookThrough(doors: Doors, io: Io) {
  try {
    const [shells, endpoints] = await Promise.all([doors.gatewayShells(), doors.pluginEndpoints()])
    return { shells, endpoints }
  } catch (error) {
    return asStackError(error, io)
  }
}

function unseen(component: string, { hint, message }: StackError): Probe {
  const told = hint === undefined ? {} : { hint }
  return { ...atTheEngine('gateway-ready', component), outcome: 'inconclusive', message, ...told }
}

function unanswered(from: string, component: string, { hint, silent }: Silence): Probe {
  return {
    kind: 'gateway-ready',
    from,
    component,
    to: 'python3',
    outcome: 'inconclusive',
    message: silent,
    hint: hint ?? 'Verify needs python3 in the gateway’s image, and the right to exec into its container',
    milliseconds: 0,
  }
}

/** What cannot be asked because it does not run. */
function noContainer(
  plan: Plan,
  shells: readonly GatewayShell[],
  endpoints: readonly PluginEndpoint[],
): readonly Probe[] {
  const silent = plan.plugins.filter(({ name }) => !endpoints.some(({ component }) => component === name))
  return [
    ...(shells.length === 0 ? [missing('gateway-ready', plan.gateway.name)] : []),
    ...silent.map(({ name }) => missing('mcp-initialize', name)),
  ]
}

function missing(kind: Probe['kind'], component: string): Probe {
  const hint = `mcp-deploy logs --component ${component}`
  return { ...atTheEngine(kind, component), outcome: 'failed', message: 'has no running container', hint }
}

/** Of what was seen, or not, before a gateway was asked. */
const atTheEngine = (kind: Probe['kind'], component: string) =>
  ({ kind, from: 'the engine', component, to: component, milliseconds: 0 }) as const

function componentsNotPassed(probes: readonly Probe[]): ReadonlySet<string> {
  return new Set(probes.filter(({ outcome }) => outcome !== 'passed').map(({ component }) => component))
}
