import { externalSettings } from '../certificates/external-settings.ts'
import { writeRequests } from '../certificates/write-requests.ts'
import type { OpenRequest } from '../model/certificate.ts'
import type { Live } from '../model/live.ts'
import { quoteWord } from '../model/show-command.ts'
import type { Connection } from '../model/target.ts'
import { type IssueChoice, issueFor, withCertificates } from './certificate-state.ts'
import type { DeployOptions } from './deploy-options.ts'
import type { Draft } from './draft.ts'
import type { Prepared } from './prepare.ts'
import { commandLine, type Session } from './session.ts'

export interface Requested {
  /** Something cannot be deployed before it is signed. */
  readonly blocked: boolean
  /** What to do now. */
  readonly next: string
  /** What is there after requests were made; absent where they were made before. */
  readonly live?: Live
}

/**
 * Before a deploy: makes the requests that a signer outside has to answer, keeps their keys with the stack, and writes them for
 * the signer. Undefined where none is waiting.
 */
export async function requestSignatures(
  session: Session,
  prepared: Pick<Prepared, 'plan'>,
  connection: Connection,
  draft: Pick<Draft, 'certificates' | 'live'>,
  options: Pick<DeployOptions, 'timeoutSeconds' | 'caFromEnv' | 'externalPki' | 'renew'>,
): Promise<Requested | undefined> {
  const waiting = draft.certificates.certificates.filter((entry) => entry.waiting === true)
  if (waiting.length === 0) return undefined
  const blocked = waiting.some(({ certificate }) => certificate === undefined)
  const { caFromEnv, externalPki, renew } = options
  const choice = { caFromEnv, externalPki, force: false, dry: false, ...(renew === undefined ? {} : { renew }) }
  const lock = await connection.lock('certificate requests', options.timeoutSeconds)
  try {
    const live = await connection.observe()
    const { open, saved } = await keepRequests(session, prepared, connection, live, choice)
    const next = await tellRequests(session, prepared, open)
    return { blocked, next, ...(saved ? { live: await connection.observe() } : {}) }
  } finally {
    await lock.release()
  }
}

/** Under the lock: the keys are stored before anybody sees the requests, so that no answer can come for a key that is lost. */
async function keepRequests(
  session: Session,
  prepared: Pick<Prepared, 'plan'>,
  connection: Connection,
  live: Live,
  choice: IssueChoice,
): Promise<{ readonly open: readonly OpenRequest[]; readonly saved: boolean }> {
  const outcome = await issueFor(session, prepared, live, choice)
  const open = outcome.openRequests ?? []
  if (sameRequests(open, live.state.openRequests)) return { open, saved: false }
  await connection.saveState(withCertificates(session, prepared, live, outcome))
  return { open, saved: true }
}

export function sameRequests(open: readonly OpenRequest[], before: readonly OpenRequest[] | undefined): boolean {
  const textsOf = (requests: readonly OpenRequest[]) => requests.map(({ csrPem }) => csrPem).join('')
  return textsOf(open) === textsOf(before ?? [])
}

/** Writes the requests into their folder; answers what to do with them. */
export async function tellRequests(
  session: Session,
  { plan }: Pick<Prepared, 'plan'>,
  open: readonly OpenRequest[],
): Promise<string> {
  const { folder } = externalSettings(plan.certificatePolicy)
  const importCommand = commandLine(session, `certs import ${quoteWord(folder)}`)
  const about = { stack: plan.stack.name, importCommand }
  for (const path of await writeRequests(open, folder, about, session.io)) session.io.progress.line(`wrote  ${path}`)
  const names = open.map(({ component }) => component).join(', ')
  return `Have the requests in ${folder} signed (${names}; what is wanted is in requests.json), put each chain beside its request as NAME.crt, then: ${importCommand}`
}
