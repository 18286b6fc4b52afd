import type { Image } from '../model/image.ts'
import type { LiveComponent, Release } from '../model/live.ts'
import { isPending } from '../model/pending.ts'
import type { Problem } from '../model/problem.ts'
import type { Report, ReportComponent, ReportImage } from '../model/report.ts'
import type { Connection } from '../model/target.ts'
import type { Verification } from '../model/verification.ts'
import { showSources } from '../secrets/reference.ts'
import type { Draft } from './draft.ts'
import { describePlace } from './gateway-place.ts'
import { summarise } from './release.ts'
import { reportCertificates } from './report-certificates.ts'
import { commandLine, emptyReport, type Session } from './session.ts'

export interface Findings {
  readonly draft: Draft
  readonly connection: Connection
  readonly status: Report['status']
  readonly problems?: readonly Problem[]
  readonly verification?: Verification
  readonly release?: Release
  readonly seconds?: Readonly<Record<string, number>>
}

/** Step 11: everything that was found out, in the one value that all outputs are views of. */
export async function assembleReport(session: Session, findings: Findings): Promise<Report> {
  const { draft, connection, status } = findings
  const now = session.io.clock.now()
  const told = reportCertificates(draft.certificates, now, findings.verification?.certificates)
  const problems = [...draft.plan.problems, ...draft.problems, ...told.problems, ...(findings.problems ?? [])]
  const exitCode = exitCodes[status]
  // Where nothing was done, what was seen at the beginning still holds: it is not asked for a second time.
  const untouched = status === 'unchanged' || status === 'pending'
  const live = untouched ? draft.live.components : await connection.components()
  const last = findings.release ?? draft.live.state.releases.findLast((release) => release.status === 'live')
  return {
    ...emptyReport(session),
    status,
    exitCode,
    stack: {
      name: draft.plan.stack.name,
      target: draft.plan.stack.target,
      where: connection.description,
      ...(draft.plan.config.environment === undefined ? {} : { environment: draft.plan.config.environment }),
      ...(draft.plan.gatewayUrl === undefined ? {} : { gatewayUrl: draft.plan.gatewayUrl }),
    },
    changes: draft.changes,
    images: draft.images.map(reportImage),
    certificates: told.certificates,
    components: (live.length === 0 ? [] : draft.bundle.components).map((component) =>
      reportComponent(component.name, component.service, component.tag, live, findings.seconds?.[component.service]),
    ),
    secrets: showSources(draft.secrets.provenance),
    problems,
    ...(findings.verification === undefined ? {} : { verification: findings.verification }),
    ...(last === undefined ? {} : { release: { revision: last.revision, summary: last.summary } }),
    ...nextStep(session, findings, exitCode),
  }
}

function nextStep(session: Session, { status, draft, release }: Findings, exitCode: number): { readonly next: string } {
  if (status === 'pending') return { next: `${summarise(draft.changes)}; to do it: ${commandLine(session, 'deploy')}` }
  if (status === 'failed' && release?.status === 'rolled-back')
    return { next: `The release before is live again. Correct the cause, then: ${commandLine(session, 'deploy')}` }
  if (exitCode !== 0) return { next: commandLine(session, 'logs') }
  return { next: describePlace(draft.plan) }
}

/** Only what went on to its end has a status of its own; an error ends with its code's. */
const exitCodes: Readonly<Record<Report['status'], number>> = {
  succeeded: 0,
  unchanged: 0,
  pending: 0,
  failed: 1,
  unhealthy: 4,
}

export function reportImage(image: Image): ReportImage {
  return {
    component: image.component,
    tag: image.tag,
    reference: isPending(image.reference) ? 'known after build' : image.reference,
    ...(image.revision === undefined ? {} : { revision: image.revision }),
    how: image.how,
    seconds: Number(image.seconds.toFixed(1)),
    ...(image.cacheHits === undefined ? {} : { cacheHits: `${image.cacheHits.cached} of ${image.cacheHits.steps}` }),
  }
}

export function reportComponent(
  name: string,
  service: string,
  image: string,
  live: readonly LiveComponent[],
  seconds?: number,
): ReportComponent {
  const found = live.find((component) => component.service === service)
  return {
    name,
    service,
    image,
    readiness: found?.readiness ?? 'stopped',
    message: found?.message ?? 'not running',
    containers: found?.containers.map((container) => container.id) ?? [],
    ...(seconds === undefined ? {} : { seconds: Number(seconds.toFixed(1)) }),
  }
}
