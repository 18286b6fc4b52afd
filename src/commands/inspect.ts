import { StackError } from '../errors.ts'
import type { Live } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import type { Connection } from '../model/target.ts'
import { reportComponent } from './assemble-report.ts'
import { findRunning } from './find-running.ts'
import { describePlace } from './gateway-place.ts'
import { maskSecrets } from './open-secrets.ts'
import { observe, prepare } from './prepare.ts'
import { prove, verificationProblems } from './prove.ts'
import { commandLine, emptyReport, type Session } from './session.ts'

/** Runs `work` on the connected stack and closes the connection whatever happens. */
export async function withStack<T>(
  session: Session,
  config: StackConfig,
  work: (stack: { readonly plan: Plan; readonly connection: Connection; readonly live: Live }) => Promise<T>,
): Promise<T> {
  const prepared = await prepare(session, config)
  const { connection, live } = await observe(session, prepared)
  try {
    return await work({ plan: prepared.plan, connection, live })
  } finally {
    await connection.close()
  }
}

/** `status`: what runs, of which release; exit 4 when something is not ready. */
export function status(session: Session, config: StackConfig): Promise<Report> {
  return withStack(session, config, async ({ plan, connection, live }) => ({
    ...stackReport(session, plan, connection, live),
    ...judge(session, plan, live),
  }))
}

/** `verify`: waits for readiness when asked, then asks the running stack. */
export function verify(
  session: Session,
  config: StackConfig,
  options: { readonly wait: boolean; readonly timeoutSeconds: number },
): Promise<Report> {
  return withStack(session, config, async ({ plan, connection, live: first }) => {
    if (first.components.length === 0) throw notDeployed(session, plan)
    const live = options.wait ? await waitUntilReady(session, connection, first, options.timeoutSeconds) : first
    await maskSecrets(session, plan, live.state)
    const verification = await prove(session, plan, connection)
    const healthy = verification.outcome === 'passed'
    return {
      ...stackReport(session, plan, connection, live),
      verification,
      problems: verificationProblems(verification),
      status: healthy ? 'succeeded' : 'unhealthy',
      exitCode: healthy ? 0 : 4,
      next: healthy ? describePlace(plan) : commandLine(session, 'logs'),
    }
  })
}

/** Looks until nothing is on its way any more, or for as long as is given. */
export async function waitUntilReady(
  session: Session,
  connection: Connection,
  first: Live,
  timeoutSeconds: number,
): Promise<Live> {
  const end = session.io.clock.now().getTime() + timeoutSeconds * 1000
  let live = first
  while (live.components.some((component) => component.readiness === 'progressing')) {
    if (session.io.clock.now().getTime() > end || session.io.signal.aborted) return live
    await session.io.clock.sleep(500, session.io.signal)
    live = { ...live, components: await connection.components() }
  }
  return live
}

function judge(session: Session, plan: Plan, live: Live): Pick<Report, 'status' | 'exitCode'> & { next?: string } {
  if (live.components.length === 0)
    return {
      status: 'pending',
      exitCode: 0,
      next: `Nothing is deployed; to do it: ${commandLine(session, 'deploy')}`,
    }
  const expected = [plan.gateway, ...plan.plugins, ...plan.infrastructure]
  const missing = expected.some((component) => findRunning(live, component).length === 0)
  const sick = live.components.some((component) => component.readiness !== 'ready')
  if (!missing && !sick) return { status: 'succeeded', exitCode: 0, next: describePlace(plan) }
  return { status: 'unhealthy', exitCode: 4, next: commandLine(session, missing ? 'deploy' : 'logs') }
}

/** The parts of a report that every look at a stack has. */
export function stackReport(session: Session, plan: Plan, connection: Connection, live: Live): Report {
  const components = [plan.gateway, ...plan.plugins, ...plan.infrastructure].map((component) => {
    const running = findRunning(live, component)[0]
    return { name: component.name, service: running?.service ?? component.service }
  })
  const known = new Set(components.map(({ service }) => service))
  const release = live.state.releases.findLast((entry) => entry.status === 'live')
  const image = (service: string) => release?.components.find((component) => component.service === service)?.tag ?? ''
  return {
    ...emptyReport(session),
    stack: {
      name: plan.stack.name,
      target: plan.stack.target,
      where: connection.description,
      ...(plan.config.environment === undefined ? {} : { environment: plan.config.environment }),
      ...(plan.gatewayUrl === undefined ? {} : { gatewayUrl: plan.gatewayUrl }),
    },
    components:
      live.components.length === 0
        ? []
        : [
            ...components.map(({ name, service }) => reportComponent(name, service, image(service), live.components)),
            ...live.components
              .filter((component) => !known.has(component.service))
              .map(({ service }) => reportComponent(service, service, image(service), live.components)),
          ],
    problems: plan.problems,
    ...(release === undefined ? {} : { release: { revision: release.revision, summary: release.summary } }),
  }
}

function notDeployed(session: Session, plan: Plan): StackError {
  return new StackError({
    code: 'VERIFY_FAILED',
    message: `the stack ${plan.stack.name} is not deployed here`,
    hint: commandLine(session, 'deploy'),
  })
}
