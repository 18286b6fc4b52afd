import type { Io } from '../model/io.ts'
import type { Plan } from '../model/plan.ts'
import type { Secret } from '../model/secret.ts'
import type { GatewayShell, PluginEndpoint, Probe, SeenCertificate, Verification } from '../model/verification.ts'
import { askGateway } from './ask-gateway.ts'
import { type Expected, judgeAnswers } from './judge.ts'
import { concludeProbes, mergeProbes, outcomeOf } from './merge.ts'
import { writeProbeProgram } from './probe-program.ts'
import { askEveryPlugin, type Dial } from './questions.ts'
import { joinSeen, readSeen } from './seen-certificates.ts'

export interface VerifyInput {
  readonly plan: Plan
  readonly shells: readonly GatewayShell[]
  readonly endpoints: readonly PluginEndpoint[]
  /** A client certificate of a CA that nobody trusts. */
  readonly foreign: { readonly certificatePem: string; readonly keyPem: Secret }
}

/** Three failures over ten seconds count, one does not. */
export const attempts = { count: 3, pauseSeconds: 5 } as const

/**
 * Asks the running stack from inside its own gateway containers, with the very certificates and names that traffic
 * uses; DESIGN §4 Verify. Never throws for what it finds: that is in the probes.
 */
export async function verifyStack(input: VerifyInput, io: Io): Promise<Verification> {
  const start = io.clock.now().getTime()
  const expected = expect(input.plan)
  const dials = askEveryPlugin(input.plan, input.endpoints)
  let rounds: readonly (readonly Probe[])[] = []
  let seen: readonly SeenCertificate[] = []
  for (let attempt = 1; attempt <= attempts.count; attempt += 1) {
    const open = attempt === 1 ? undefined : componentsNotPassed(mergeProbes(rounds))
    const asked = dials.filter(({ component }) => open?.has(component) ?? true)
    const round = await askGateways(input, asked, expected, io)
    rounds = [...rounds, [...noContainer(input), ...round.probes]]
    seen = joinSeen([...seen, ...round.seen])
    const merged = mergeProbes(rounds)
    if (outcomeOf(merged) === 'passed' || attempt === attempts.count || io.signal.aborted) break
    io.progress.line(`verify: ${componentsNotPassed(merged).size} components not proven yet, asking again`)
    await io.clock.sleep(attempts.pauseSeconds * 1000, io.signal)
  }
  const probes = concludeProbes(rounds)
  const seconds = (io.clock.now().getTime() - start) / 1000
  return { probes, outcome: outcomeOf(probes), seconds, ...(seen.length === 0 ? {} : { certificates: seen }) }
}

function expect({ gateway, pluginsConfig, plugins }: Plan): Expected {
  const modeOf = (name: string) => pluginsConfig.plugins.find((entry) => entry['name'] === name)?.['mode']
  return { gateway: gateway.name, plugins: plugins.map(({ name }) => ({ name, off: modeOf(name) === 'disabled' })) }
}

async function askGateways(
  { shells, foreign }: VerifyInput,
  dials: readonly Dial[],
  expected: Expected,
  io: Io,
): Promise<{ readonly probes: readonly Probe[]; readonly seen: readonly SeenCertificate[] }> {
  const questions = { dials, foreignCertificate: foreign.certificatePem }
  const program = writeProbeProgram(questions, foreign.keyPem.reveal())
  const answered = await Promise.all(
    shells.map(async (shell) => {
      const answers = await askGateway(shell, program, io)
      if (typeof answers === 'string') return { probes: [unanswered(shell.name, expected.gateway, answers)], seen: [] }
      return {
        probes: judgeAnswers(shell.name, answers, expected),
        // What the gateway does not accept was not seen, and what nobody presented is no news here.
        seen: readSeen(shell.name, answers, expected.gateway).filter(({ fingerprint }) => fingerprint !== undefined),
      }
    }),
  )
  return { probes: answered.flatMap(({ probes }) => probes), seen: answered.flatMap(({ seen }) => seen) }
}

function unanswered(from: string, component: string, message: string): Probe {
  const hint = 'Verify needs python3 in the gateway’s image, and the right to exec into its container'
  return {
    kind: 'gateway-ready',
    from,
    component,
    to: 'python3',
    outcome: 'inconclusive',
    message,
    hint,
    milliseconds: 0,
  }
}

/** What cannot be asked because it does not run. */
function noContainer({ plan, shells, endpoints }: VerifyInput): readonly Probe[] {
  const silent = plan.plugins.filter(({ name }) => !endpoints.some(({ component }) => component === name))
  return [
    ...(shells.length === 0 ? [missing('gateway-ready', plan.gateway.name)] : []),
    ...silent.map(({ name }) => missing('mcp-initialize', name)),
  ]
}

function missing(kind: Probe['kind'], component: string): Probe {
  return {
    kind,
    from: 'the engine',
    component,
    to: component,
    outcome: 'failed',
    message: 'has no running container',
    hint: `mcp-deploy logs --component ${component}`,
    milliseconds: 0,
  }
}

function componentsNotPassed(probes: readonly Probe[]): ReadonlySet<string> {
  return new Set(probes.filter(({ outcome }) => outcome !== 'passed').map(({ component }) => component))
}
