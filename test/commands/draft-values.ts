import type { Draft } from '../../src/commands/draft.ts'
import type { Session } from '../../src/commands/session.ts'
import { terminalHost } from '../../src/hosts/terminal.ts'
import { createIo } from '../../src/io/create-io.ts'
import { createRedactor } from '../../src/io/redact.ts'
import type { Change } from '../../src/model/change.ts'
import type { StackState } from '../../src/model/live.ts'
import type { Secrets } from '../../src/model/secrets.ts'
import type { Connection } from '../../src/model/target.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { type StackChanges, stackConfig } from '../plan/stack-config.ts'
import { sourceOf } from '../support/secret-source.ts'
import { bundle, component, gateway, live, running, state } from '../targets/values.ts'

/** A change of one component. */
export const change = (name: string, action: Change['action']): Change => ({
  action,
  component: name,
  service: name.toLowerCase(),
  wave: 1,
  reasons: [],
  pending: [],
})

const noSecrets: Secrets = {
  get: (name) => ({ pending: 'secret', key: name }),
  compose: (_value, name) => ({ pending: 'secret', key: name }),
  digest: (_value, name) => ({ pending: 'secret', key: name }),
  reference: () => undefined,
  generated: {},
  provenance: {},
  problems: [],
}

/** A gateway and one plugin, planned for real; the gateway runs already, the plugin is new. */
export function draft(changes: Partial<Draft> = {}, config: StackChanges = {}, before: StackState = state()): Draft {
  const parts = [gateway(), component('OPA')]
  return {
    plan: { ...planStack(stackConfig(config)), problems: [] },
    live: live(before, running(gateway())),
    images: [
      { component: 'gateway', reference: 'sha256:g', tag: 'gateway:1', how: 'resolved', seconds: 0 },
      {
        component: 'OPA',
        reference: { pending: 'image', key: 'k1' },
        tag: 'opa:k1',
        sourceKey: 'k1',
        revision: 'c0ffee',
        how: 'pending',
        seconds: 0,
      },
    ],
    secrets: noSecrets,
    certificates: { certificates: [], problems: [] },
    bundle: bundle(...parts),
    changes: [change('gateway', 'unchanged'), change('OPA', 'create')],
    obstacles: [],
    problems: [],
    state: before,
    ...changes,
  }
}

/** A run on the real edge, told to nobody. `said` has the lines that a person would have seen. */
export function session(now: Date): { readonly session: Session; readonly said: readonly string[] } {
  const said: string[] = []
  const redactor = createRedactor()
  const quiet = () => undefined
  const io = createIo({
    environment: {},
    redactor,
    signal: new AbortController().signal,
    progress: {
      step: quiet,
      task: () => ({ update: quiet, done: quiet, fail: quiet }),
      line: (text) => void said.push(text),
      detail: quiet,
      problem: quiet,
    },
  })
  const stream = { write: quiet }
  const host = terminalHost({
    words: [],
    environment: { USER: 'ada' },
    stdout: stream,
    stderr: stream,
    redactor,
    views: { report: () => '', problem: () => [] },
  })
  const clock = { ...io.clock, now: () => now }
  return {
    session: {
      io: { ...io, clock },
      host,
      command: 'deploy',
      arguments: ' stack.yaml -e prod',
      startedAt: now,
      secretSource: sourceOf(io),
      timings: new Map(),
    },
    said,
  }
}

/** A target where nothing happens; the real one is in test/integration/compose-*.test.ts. */
export const idleConnection: Connection = {
  description: 'Docker 28.2',
  observe: () => Promise.resolve(live(state())),
  examine: (_bundle, seen) => Promise.resolve(seen),
  preflight: () => Promise.resolve([]),
  lock: () => Promise.resolve({ release: () => Promise.resolve() }),
  saveState: () => Promise.resolve(),
  keepEvidence: () => Promise.resolve(),
  fetchImages: () => Promise.resolve([]),
  databaseRevision: () => Promise.resolve(undefined),
  apply: () => Promise.reject(new Error('nobody said what comes of it')),
  destroy: () => Promise.resolve([]),
  components: () => Promise.resolve([]),
  runningSecrets: () => Promise.resolve({ values: [], unread: [] }),
  logs: () => Promise.resolve(),
  gatewayShells: () => Promise.resolve([]),
  pluginEndpoints: () => Promise.resolve([]),
  close: () => Promise.resolve(),
}
