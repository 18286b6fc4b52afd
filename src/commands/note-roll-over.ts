import { comesFrom, describePhase } from '../certificates/roll-over.ts'
import { StackError } from '../errors.ts'
import type { CertificateOutcome, RollOverPhase } from '../model/certificate.ts'
import { type Change, hasWork } from '../model/change.ts'
import type { Release, StackState } from '../model/live.ts'
import type { Plan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { commandLine, type Session } from './session.ts'

const doing: Readonly<Record<RollOverPhase, string>> = {
  trust: 'everything trusts the old and the new CA',
  leaves: 'the new CA issues every certificate',
  drop: 'nothing trusts the old CA any more',
}

/** `CA roll-over, phase 1 of 3: everything trusts the old and the new CA` */
export function phaseTitle(phase: RollOverPhase): string {
  return `CA roll-over, ${describePhase({ phase })}: ${doing[phase]}`
}

/** What goes on with a change of CAs of this stack, or begins one. */
export function rotateCa(session: Session): string {
  return `${commandLine(session, 'certs rotate')} --ca`
}

/** What the history says of a release: its phase before its changes. */
export function summaryInPhase({ rollOver }: Pick<CertificateOutcome, 'rollOver'>, summary: string): string {
  return rollOver === undefined ? summary : `CA roll-over, ${describePhase(rollOver)}: ${summary}`
}

/** What a change of CAs means for who calls the stack: its users roll once in every phase that changes what they have. */
export function noteRollOver({
  plan,
  certificates: { certificates, rollOver },
  changes,
}: {
  readonly plan: Plan
  readonly certificates: CertificateOutcome
  readonly changes: readonly Change[]
}): readonly Problem[] {
  if (rollOver === undefined) return []
  const rest = rollOver.phase === 'drop' ? '' : '; the other phases follow as soon as this one is proven'
  const title = phaseTitle(rollOver.phase)
  if (!hasWork({ changes })) {
    return [{ severity: 'note', code: 'CONFIG_NOTE', message: `${title}; it changes nothing that runs${rest}` }]
  }
  const users = certificates.map(({ request }) => request.component)
  const who = users.length > 5 ? `all ${users.length} users of certificates` : users.join(', ')
  const onKubernetes = plan.stack.target === 'kubernetes'
  // A database in a volume has the gateway's old pod end first.
  const inVolume = Object.keys(plan.gateway.dataPaths).length > 0
  const parallel = onKubernetes && plan.deploy.rolling === 'parallel' && !inVolume
  const told = `${title}; rolls ${who}${rest}`
  if (parallel) return [{ severity: 'note', code: 'CONFIG_NOTE', message: told }]
  return [
    {
      severity: 'warning',
      code: 'CONFIG_WARNING',
      message: `${told}; they roll in place: calls fail closed for seconds in each phase`,
      ...(onKubernetes ? { hint: inVolume ? withDatabase : 'ci_cd.deploy.rolling: parallel loses no call' } : {}),
    },
  ]
}

const withDatabase =
  'ci_cd.deploy.rolling: parallel, with infrastructure.postgres or a DATABASE_URL of its own, loses no call'

/**
 * A roll-back gives an older release today's certificates: in a phase that undoes nothing and is in the way of the next one,
 * and a component that was gone while the CA changed has a certificate that nobody accepts.
 *
 * @throws StackError ROLL_BACK_REFUSED
 */
export function refuseAcrossPhase({ certificates, rollOver }: StackState, wanted: Release): void {
  if (rollOver !== undefined) {
    throw refusal(
      `the stack is in ${describePhase(rollOver)} of a CA roll-over: a release from before it cannot be brought back now`,
      'Bring it to its end first: mcp-deploy certs rotate --ca',
    )
  }
  const names = new Set(wanted.components.map(({ name }) => name))
  const used = certificates.filter(({ component }) => names.has(component))
  const trust = used.find(({ kind }) => kind === 'client')?.trustBundlePem
  if (trust === undefined) return
  const left = used.filter((certificate) => !comesFrom(certificate, trust)).map(({ component }) => component)
  if (left.length === 0) return
  throw refusal(
    `release ${wanted.revision} is from before the CA changed, and the certificate of ${left.join(', ')} is of the old one`,
    'Deploy the configuration of that release: what is missing is issued',
  )
}

/** Why a release that failed stays as it is while CAs change. */
export function keptInPhase({ rollOver }: StackState): Problem | undefined {
  if (rollOver === undefined) return undefined
  return {
    severity: 'note',
    code: 'ROLL_BACK_REFUSED',
    message: `nothing was rolled back: ${describePhase(rollOver)} of a CA roll-over, in which old and new components trust one another`,
    hint: 'Mend the cause and go on: mcp-deploy certs rotate --ca',
  }
}

function refusal(message: string, hint: string): StackError {
  return new StackError({ code: 'ROLL_BACK_REFUSED', message, hint })
}
