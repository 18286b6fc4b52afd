import { StackError } from '../errors.ts'
import { toPlainLine } from '../io/plain-text.ts'
import { referencesOf } from '../model/env-value.ts'
import { isPending } from '../model/pending.ts'
import type { Problem } from '../model/problem.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { resolveSecrets } from '../secrets/resolve.ts'
import { findRunning } from './find-running.ts'
import { withStack } from './inspect.ts'
import { maskRunning } from './mask-running.ts'
import { maskSecrets } from './open-secrets.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { mintToken } from './token.ts'

/** `logs`: the components' own output, redacted like everything else. */
export function logs(
  session: Session,
  config: StackConfig,
  options: { readonly components: readonly string[]; readonly follow: boolean; readonly tail: number },
): Promise<Report> {
  return withStack(session, config, async ({ plan, connection, live }) => {
    const all = [plan.gateway, ...plan.plugins, ...plan.infrastructure]
    const services = options.components.flatMap((name) => {
      const found = all.find((component) => component.name === name || component.service === name)
      const running = found === undefined ? [] : findRunning(live, found)
      if (running.length > 0) return running.map(({ service }) => service)
      if (found !== undefined) return found.service
      throw new StackError({
        code: 'USAGE',
        message: `no component is called ${name}`,
        hint: `There are: ${all.map((component) => component.name).join(', ')}`,
      })
    })
    await maskSecrets(session, plan, live.state)
    const unknown = await maskRunning(session, plan, connection, live.state)
    if (unknown.length > 0) session.io.progress.problem(notMasked(unknown))
    await connection.logs({
      ...options,
      components: services,
      onLine: (component, line) => void session.host.print(`${component} | ${toPlainLine(line)}\n`),
    })
    return emptyReport(session)
  })
}

function notMasked(names: readonly string[]): Problem {
  return {
    severity: 'warning',
    code: 'SECRET_MISSING',
    message: `what is printed is not searched for ${names.join(', ')}: the ${names.length === 1 ? 'value that runs is' : 'values that run are'} not known here`,
    hint: 'Give this command the same secrets as the deploy; on a cluster, the right to read the Secrets of the stack helps too',
  }
}

/** `destroy`: removes what can be made again; a kept volume keeps what opens it. */
export function destroy(
  session: Session,
  config: StackConfig,
  options: { readonly volumes: boolean },
): Promise<Report> {
  return withStack(session, config, async ({ plan, connection }) => {
    const keepSecrets = plan.secrets.filter((request) => request.opensVolume).map((request) => request.name)
    const lock = await connection.lock('destroy', plan.deploy.timeoutSeconds)
    try {
      const removed = await timed(session, 'destroy', `Removing ${plan.stack.name}`, () =>
        connection.destroy({ volumes: options.volumes, keepSecrets }),
      )
      for (const name of removed) session.io.progress.line(`removed  ${name}`)
      const kept = options.volumes
        ? ''
        : '; data volumes and the secrets that open them are kept (--volumes removes them too)'
      return { ...emptyReport(session), next: `The stack ${plan.stack.name} is gone${kept}` }
    } finally {
      await lock.release()
    }
  })
}

/** `token`: an administrator's token for the gateway; the one command that prints a secret. */
export function token(session: Session, config: StackConfig, ttlSeconds: number): Promise<string> {
  return withStack(session, config, async ({ plan, live }) => {
    const { hashKey, generated } = live.state
    const value = plan.gateway.env['JWT_SECRET_KEY']
    const names = value === undefined ? [] : referencesOf(value)
    const secrets = await resolveSecrets(
      plan.secrets.filter(({ name }) => names.includes(name)),
      { source: session.secretSource, generated, hashKey, dry: true },
      session.io,
    )
    const key = value === undefined ? undefined : secrets.compose(value, 'JWT_SECRET_KEY')
    const [unread] = secrets.problems.filter(({ code }) => code === 'SECRET_FORBIDDEN' || code === 'SECRET_UNREACHABLE')
    if (key !== undefined && isPending(key) && unread !== undefined) throw new StackError(unread)
    if (key === undefined || isPending(key)) {
      throw new StackError({
        code: 'USAGE',
        message: `the stack ${plan.stack.name} has no signing key yet`,
        hint: commandLine(session, 'deploy'),
      })
    }
    const email = plan.gateway.env['PLATFORM_ADMIN_EMAIL']
    const address = email?.kind === 'plain' ? email.value : defaultAdministrator
    return mintToken(key, address, ttlSeconds, session.io.clock.now())
  })
}

/** The gateway's own default (PyPI mcp-contextforge-gateway, settings `platform_admin_email`). */
const defaultAdministrator = 'admin@example.com'
