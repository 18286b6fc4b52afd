import type { Plan } from '../../model/plan.ts'
import type { Connection, Target } from '../../model/target.ts'
import { type HeldLock, refuseLost } from '../held-lock.ts'
import { describeHolder } from '../holder.ts'
import { massDelete } from '../mass-delete.ts'
import { markOfSelf } from '../process-mark.ts'
import { applyChanges } from './apply.ts'
import { composeChecks } from './check-compose.ts'
import { describeEngine, makePlace } from './connect.ts'
import { readDatabaseRevision } from './database-revision.ts'
import { destroyStack } from './destroy.ts'
import { diffStack } from './diff.ts'
import { findPluginEndpoints, openGatewayShells } from './doors.ts'
import type { Place } from './engine.ts'
import { keepEvidence } from './evidence.ts'
import { fetchImages } from './images.ts'
import { inspectProject } from './inspect.ts'
import { takeLock } from './lock.ts'
import { showLogs } from './logs.ts'
import { groupComponents, observeStack } from './observe.ts'
import { runningSecrets } from './running-secrets.ts'
import { writeState } from './state-store.ts'

/** Docker Compose on a local or remote engine; the project is the stack. */
export const compose: Target = {
  type: 'compose',
  async connect(plan, io) {
    const place = makePlace(plan, io)
    return openConnection(place, plan, await describeEngine(place))
  },
  diff: diffStack,
  // Ports, images and the like Compose finds when it applies.
  problems: (bundle, live) => [massDelete(bundle, live) ?? []].flat(),
  checks: composeChecks,
}

function openConnection(place: Place, plan: Plan, description: string): Connection {
  let held: HeldLock | undefined
  const stillOurs = () => refuseLost(held)
  return {
    description,
    observe: () => observeStack(place),
    // `observe` has seen everything, and Compose itself looks at ports and images before it changes anything.
    examine: (_bundle, live) => Promise.resolve(live),
    preflight: () => Promise.resolve([]),
    async lock(purpose, waitSeconds) {
      const [holder, mark] = await Promise.all([describeHolder(place.io), markOfSelf(place.io)])
      held = await takeLock(place, { purpose, holder, waitSeconds, ...(mark && { mark }) })
      return held
    },
    async saveState(state) {
      stillOurs()
      await writeState(place, state)
    },
    fetchImages: (bundle) => fetchImages(place, bundle),
    apply: (input) => applyChanges(place, input, stillOurs),
    databaseRevision: (input) => readDatabaseRevision(place, input),
    async destroy(options) {
      stillOurs()
      return await destroyStack(place, options)
    },
    components: async () => groupComponents(await inspectProject(place)),
    runningSecrets: async (isSecret) => runningSecrets(await inspectProject(place), isSecret),
    logs: (options) => showLogs(place, options),
    keepEvidence: async () => {
      for (const { component, service, containers } of groupComponents(await inspectProject(place))) {
        for (const { id } of containers) await keepEvidence(place, component ?? service, id)
      }
    },
    gatewayShells: () => openGatewayShells(place),
    pluginEndpoints: () => findPluginEndpoints(place, plan.plugins),
    close: async () => {
      await held?.release()
      held = undefined
    },
  }
}
