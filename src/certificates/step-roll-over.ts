import { StackError } from '../errors.ts'
import type { Certificate, CertificateAuthority, RollOver, RollOverOrder } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { StackState } from '../model/live.ts'
import type { Problem } from '../model/problem.ts'
import type { Choice, ChooseOptions } from './choose-authority.ts'
import type { Found } from './look-up.ts'
import { beginRollOver, canTurnBack, describePhase, isSameTrust, nextRollOver } from './roll-over.ts'
import { isTrustedBy } from './share-trust.ts'

/** Who signs in this run, and the change of CAs that it belongs to. */
export interface Step {
  readonly choice: Choice
  readonly rollOver?: RollOver
}

export interface StepOptions extends ChooseOptions {
  readonly state: StackState | undefined
  readonly dry: boolean
  readonly rollOver?: RollOverOrder
}

/**
 * Begins, continues or leaves alone the change to another CA. Where no certificate works any more there is nothing to keep
 * alive: they are replaced at once.
 *
 * @param foundCa  Makes a new CA of the stack's own: only for `certs rotate --ca`, and never in a dry run.
 * @throws StackError AUTHORITY_FAILED, NOT_SUPPORTED when `certs rotate --ca` has no CA to change to.
 */
export async function stepRollOver(
  options: StepOptions,
  found: Found,
  chosen: Choice,
  io: Io,
  foundCa: () => Promise<CertificateAuthority>,
): Promise<Step> {
  const { dry, rollOver: order, state } = options
  const now = io.clock.now()
  const current = state?.rollOver
  const leaves = [...found.certificates.values()].map(({ certificate }) => certificate)
  const begins = order?.kind === 'begin' && current === undefined
  // --force founds at once where the key is lost, and says what that means.
  const atOnce = chosen.kind === 'founding' && !begins
  if (atOnce || leaves.every(({ notAfter }) => new Date(notAfter) <= now)) return { choice: chosen }

  const given = current === undefined && isAdopted(chosen, leaves) ? undefined : givenBy(chosen)
  const next = nextRollOver(current, order, { given, leaves, now })
  if (!begins || next !== undefined) return settle(chosen, next)
  if (mayFound(options)) {
    if (dry) return { choice: { kind: 'founding' }, rollOver: beginRollOver('', leaves, now) }
    const authority = await foundCa()
    const choice: Choice = { kind: 'opened', authority, problems: authority.problems }
    return { choice, rollOver: beginRollOver(givenBy(choice) ?? '', leaves, now) }
  }
  if (chosen.kind === 'opened' && chosen.authority.trustBundlePem !== undefined) {
    return { choice: { ...chosen, problems: [...chosen.problems, alreadyGiven] } }
  }
  const why = chosen.kind === 'nobody' ? chosen.why : 'what this authority signs with is not known beforehand'
  throw new StackError({
    code: 'AUTHORITY_FAILED',
    message: `there is no new CA to roll over to: ${why}`,
    hint: chosen.kind === 'nobody' ? chosen.hint : 'Change the CA there, then: mcp-deploy certs rotate',
  })
}

const alreadyGiven: Problem = {
  severity: 'note',
  code: 'CONFIG_NOTE',
  message: 'the stack has its certificates from the CA that is given already',
  hint: 'Give another one to change to: CA_CERT and CA_KEY, or whatever certificates.authority signs with',
}

/** Every leaf ends at a root that is named already: the others only join what is trusted, in one step. */
function isAdopted(choice: Choice, leaves: readonly Certificate[]): boolean {
  const rootsPem = choice.kind === 'opened' ? choice.authority.rootsPem : undefined
  return rootsPem !== undefined && leaves.every((leaf) => isTrustedBy(leaf, rootsPem))
}

function givenBy(choice: Choice): string | undefined {
  return choice.kind === 'opened' ? choice.authority.trustBundlePem : undefined
}

/** A CA that is neither the one that goes nor the one that comes signs nothing before the change has come to its end. */
function settle(choice: Choice, rollOver: RollOver | undefined): Step {
  if (rollOver === undefined) return { choice }
  const given = givenBy(choice)
  if (given === undefined || isSameTrust(given, rollOver.newTrustPem)) return { choice, rollOver }
  const why = `the stack is in ${describePhase(rollOver)} of changing to another CA than the one that is given`
  return {
    choice: {
      kind: 'nobody',
      why,
      hint: canTurnBack(rollOver, given)
        ? 'Give the new CA to go on, or turn back to this one: mcp-deploy certs rotate --ca'
        : 'Bring that to its end first: mcp-deploy certs rotate --ca',
    },
    rollOver,
  }
}

/** @throws StackError NOT_SUPPORTED where the key of a new CA would be forgotten before it has signed. */
function mayFound({ authorities, caFromEnv, policy }: StepOptions): boolean {
  const kind = authorities.find(({ name }) => name === policy.authority)
  if (caFromEnv || !policy.autoGenerate || kind?.found === undefined) return false
  if (policy.caStorage !== 'none') return true
  throw new StackError({
    code: 'NOT_SUPPORTED',
    message: 'certs rotate --ca needs to keep the new CA until it has signed, and certificates.ca_storage is none',
    hint: 'Set ca_storage: target or files for the change; or replace everything at once: mcp-deploy certs --force',
  })
}
