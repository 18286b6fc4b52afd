import { checkCertificates } from '../certificates/check.ts'
import { externalSettings } from '../certificates/external-settings.ts'
import { findStored } from '../certificates/find-stored.ts'
import { readTrustFile } from '../certificates/trust-file.ts'
import { StackError } from '../errors.ts'
import { renewDaysOf } from '../model/lifetime.ts'
import type { Live } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import type { Connection } from '../model/target.ts'
import type { SeenCertificate } from '../model/verification.ts'
import { lookAtCertificates } from '../verify/look-at-certificates.ts'
import { stackReport } from './inspect.ts'
import { prepare } from './prepare.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { observeOrNothing } from './without-target.ts'

export interface CheckOptions {
  readonly within?: number
  /** --stored-only: ask no running component. */
  readonly storedOnly: boolean
}

/** `certs check`: 0 good, 3 due, not issued yet or not in use yet, 4 expired or broken. Issues nothing and asks no authority. */
export async function checkCerts(session: Session, config: StackConfig, options: CheckOptions): Promise<Report> {
  const { plan, ...prepared } = await prepare(session, config)
  const { connection, live } = await observeOrNothing(session, { plan, ...prepared })
  try {
    const policy = plan.certificatePolicy
    const state = live.state.fresh ? undefined : live.state
    const { certificates, missing, problems } = await findStored(
      plan.certificates,
      policy,
      { state, leaves: live.leaves ?? [] },
      session.io,
    )
    if (certificates.length === 0) throw noneYet(session, plan)
    const trust =
      policy.authority === 'external' ? await readTrustFile(externalSettings(policy), session.io) : undefined
    const seen = options.storedOnly ? undefined : await lookWhatRuns(session, plan, connection, live)
    const checked = checkCertificates(certificates, options.within ?? renewDaysOf(policy), session.io.clock.now(), {
      missing,
      ...(trust === undefined ? {} : { rootsPem: trust.pem }),
      ...(seen === undefined ? {} : { seen }),
    })
    const { stack } = connection === undefined ? {} : stackReport(session, plan, connection, live)
    const idle = connection !== undefined && live.components.length === 0
    const next = idle
      ? `Nothing runs: these are the stored ones; to deploy: ${commandLine(session, 'deploy')}`
      : checked.exitCode === 0
        ? undefined
        : commandLine(session, 'deploy')
    return {
      ...emptyReport(session),
      ...checked,
      problems: [...problems, ...checked.problems],
      ...(stack === undefined ? {} : { stack }),
      ...(next === undefined ? {} : { next }),
    }
  } finally {
    await connection?.close()
  }
}

/** Undefined where nothing can be asked: no target, nothing deployed. */
async function lookWhatRuns(
  session: Session,
  plan: Plan,
  connection: Connection | undefined,
  live: Live,
): Promise<readonly SeenCertificate[] | undefined> {
  if (connection === undefined || live.components.length === 0) return undefined
  return timed(session, 'look', 'Looking at the certificates in use', async () => {
    const [shells, endpoints] = await Promise.all([connection.gatewayShells(), connection.pluginEndpoints()])
    return lookAtCertificates({ plan, shells, endpoints }, session.io)
  })
}

function noneYet(session: Session, { stack }: Plan): StackError {
  return new StackError({
    code: 'USAGE',
    message: `the stack ${stack.name} has no certificates yet`,
    hint: commandLine(session, 'certs'),
  })
}
