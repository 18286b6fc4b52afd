import { StackError } from '../../errors.ts'
import type { Plan } from '../../model/plan.ts'
import type { Connection, Target } from '../../model/target.ts'
import { applyChanges } from './apply.ts'
import { describeEngine, makePlace } from './connect.ts'
import { readDatabaseRevision } from './database-revision.ts'
import { destroyStack } from './destroy.ts'
import { diffStack } from './diff.ts'
import { findPluginEndpoints, openGatewayShells } from './doors.ts'
import type { Place } from './engine.ts'
import { fetchImages } from './images.ts'
import { inspectProject } from './inspect.ts'
import { type HeldLock, takeLock } from './lock.ts'
import { showLogs } from './logs.ts'
import { groupComponents, observeStack } from './observe.ts'
import { bundleOfRelease } from './release-bundle.ts'
import { writeState } from './state-store.ts'

/** Docker Compose on a local or remote engine; the project is the stack. */
export const compose: Target = {
  type: 'compose',
  deployable: true,
  async connect(plan, io) {
    const place = makePlace(plan, io)
    return openConnection(place, plan, await describeEngine(place))
  },
  diff: diffStack,
  bundleOf: bundleOfRelease,
}

function openConnection(place: Place, plan: Plan, description: string): Connection {
  let held: HeldLock | undefined
  const stillOurs = () => {
    if (held?.lost() !== true) return
    throw new StackError({
      code: 'LOCK_HELD',
      message: 'another run took the lock over while this one was silent, so this one stops',
      hint: 'Run again when the other is done',
    })
  }
  return {
    description,
    observe: () => observeStack(place),
    async lock(purpose, waitSeconds) {
      held = await takeLock(place, { purpose, holder: describeHolder(place), waitSeconds })
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
    logs: (options) => showLogs(place, options),
    gatewayShells: () => openGatewayShells(place),
    pluginEndpoints: () => findPluginEndpoints(place, plan.plugins),
    close: async () => {
      await held?.release()
      held = undefined
    },
  }
}

/** Who runs this, as others know it: the job's address, else user and machine. */
function describeHolder({ io: { environment } }: Place): string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, CI_JOB_URL, USER, HOSTNAME } = environment
  if (GITHUB_RUN_ID !== undefined)
    return `${GITHUB_SERVER_URL ?? ''}/${GITHUB_REPOSITORY ?? ''}/actions/runs/${GITHUB_RUN_ID}`
  return CI_JOB_URL ?? `${USER ?? 'somebody'}@${HOSTNAME ?? 'this machine'}`
}
