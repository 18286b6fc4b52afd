import type { OpenIo } from '../io/create-io.ts'
import type { VaultAccess } from '../model/certificate.ts'
import type { Host } from '../model/host.ts'
import type { Report, RunFacts } from '../model/report.ts'
import type { SecretSource } from '../model/secrets.ts'
import { toolVersion } from '../model/version.ts'

/** One run of one command: the edge, the host, and the stop-watch. */
export interface Session {
  readonly io: OpenIo
  readonly host: Host
  readonly command: string
  /** The file and the options that choose the stack, as typed: what follows `mcp-deploy COMMAND` in every hint. */
  readonly arguments: string
  /** What the configuration's own repository says where the host knows nothing (readSourceFacts). */
  readonly source?: Pick<RunFacts, 'commit' | 'repository'>
  /** A run from outside that nobody has allowed: no secret is fetched, no cache is written. */
  readonly untrusted?: true
  /** Where secrets are asked for; absent where nobody may be asked. */
  readonly secretSource?: SecretSource
  /** How Vault is reached for certificates; absent like secretSource. */
  readonly vault?: VaultAccess
  readonly startedAt: Date
  readonly timings: Map<string, number>
}

/** Runs one stage under its title and keeps how long it took, in seconds. */
export async function timed<T>(session: Session, stage: string, title: string, work: () => Promise<T>): Promise<T> {
  session.io.progress.step(title)
  const start = session.io.clock.now().getTime()
  try {
    return await work()
  } finally {
    const seconds = (session.io.clock.now().getTime() - start) / 1000
    session.timings.set(stage, (session.timings.get(stage) ?? 0) + seconds)
  }
}

/** The facts of this run for reports and releases. */
export function runFacts(session: Session): RunFacts {
  return { ...session.source, ...session.host.facts, toolVersion, startedAt: session.startedAt.toISOString() }
}

/** A report with nothing in it yet; commands spread their findings over it. */
export function emptyReport(session: Session): Report {
  return {
    apiVersion: 'mcp-stack-deploy/v1',
    kind: 'Report',
    command: session.command,
    status: 'succeeded',
    exitCode: 0,
    run: runFacts(session),
    changes: [],
    images: [],
    certificates: [],
    components: [],
    problems: [],
    secrets: {},
    timings: Object.fromEntries([...session.timings].map(([stage, seconds]) => [stage, Number(seconds.toFixed(1))])),
  }
}

/** The line to type for another command on the same stack. */
export function commandLine(session: Session, command: string): string {
  return `mcp-deploy ${command}${session.arguments}`
}
