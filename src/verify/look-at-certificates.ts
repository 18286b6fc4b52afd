import type { Io } from '../model/io.ts'
import type { Plan } from '../model/plan.ts'
import type { GatewayShell, PluginEndpoint, SeenCertificate } from '../model/verification.ts'
import { askGateway } from './ask-gateway.ts'
import { writeProbeProgram } from './probe-program.ts'
import { lookAtEveryPlugin } from './questions.ts'
import { joinSeen, readSeen } from './seen-certificates.ts'

export interface LookInput {
  readonly plan: Plan
  readonly shells: readonly GatewayShell[]
  readonly endpoints: readonly PluginEndpoint[]
}

/**
 * The certificates that the running components use, seen from inside the gateway's containers: the file that each of them
 * reads, and what every plugin with mTLS presents to it, whoever signed that and whenever it ended. What could not be seen has
 * a message.
 */
export async function lookAtCertificates(input: LookInput, io: Io): Promise<readonly SeenCertificate[]> {
  const { plan, shells, endpoints } = input
  const plugins = plan.plugins.filter(({ mtls }) => mtls)
  if (plugins.length === 0) return []
  const gateway = plan.gateway.name
  const unseenClient = (at: string, message: string): SeenCertificate => ({
    component: gateway,
    kind: 'client',
    at,
    message,
  })
  const unseenServers = (names: readonly (typeof plugins)[number][], message: string) =>
    names.map(({ name, service }): SeenCertificate => ({ component: name, kind: 'server', at: service, message }))
  if (shells.length === 0) {
    const nobody = 'no gateway runs that could look'
    return [unseenClient(gateway, nobody), ...unseenServers(plugins, nobody)]
  }

  const dials = lookAtEveryPlugin(plan, endpoints)
  const program = writeProbeProgram({ dials, foreignCertificate: '', onlyDials: true }, '')
  const answered = await Promise.all(
    shells.map(async (shell) => ({ name: shell.name, answers: await askGateway(shell, program, io) })),
  )
  const seen = answered.flatMap(({ name, answers }) =>
    'silent' in answers ? unseenClient(name, answers.silent) : readSeen(name, answers, gateway),
  )
  // Where one gateway could look, the others are not needed for the plugins.
  const nobody = answered.flatMap(({ answers }) => ('silent' in answers ? answers.silent : []))
  const unasked = nobody.length === shells.length ? unseenServers(plugins, nobody[0] ?? '') : []
  const silent = plugins.filter(({ name }) => !dials.some(({ component }) => component === name))
  return joinSeen([...seen, ...(unasked.length > 0 ? unasked : unseenServers(silent, 'has no running container'))])
}
