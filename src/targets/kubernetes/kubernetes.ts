import { StackError } from '../../errors.ts'
import type { Plan } from '../../model/plan.ts'
import type { Connection, Target } from '../../model/target.ts'
import { type HeldLock, refuseLost } from '../held-lock.ts'
import { describeHolder } from '../holder.ts'
import { markOfSelf } from '../process-mark.ts'
import { applyChanges } from './apply.ts'
import { clusterChecks } from './check-cluster.ts'
import { chooseSlot } from './choose-slot.ts'
import { makeInventory } from './choose-written.ts'
import { type Cluster, connectCluster } from './connect.ts'
import { readDatabaseRevision } from './database-revision.ts'
import { destroyStack } from './destroy.ts'
import { diffStack } from './diff.ts'
import { findPluginEndpoints, openGatewayShells } from './doors.ts'
import { keepAllEvidence } from './evidence.ts'
import { examineStack } from './examine.ts'
import { findGoneImages } from './gone-images.ts'
import { issueCertificates } from './issue-certificates.ts'
import { takeLock } from './lock.ts'
import { showLogs } from './logs.ts'
import { namingAllMissing } from './missing-rights.ts'
import { observeStack, readComponents } from './observe.ts'
import { findObstacles } from './obstacles.ts'
import { findMissingRights, preflightStack } from './preflight.ts'
import { readSecret } from './read-secret.ts'
import { deleteRights, roleFor } from './rights.ts'
import { readRunningSecrets } from './running-secrets.ts'
import { openStateStore } from './state-store.ts'

/** One namespace of a cluster that the user's own kubectl reaches; the namespace is the stack's. */
export const kubernetes: Target = {
  type: 'kubernetes',
  async connect(plan, io) {
    return openConnection(await connectCluster(plan, io), plan)
  },
  diff: diffStack,
  problems: findObstacles,
  inventoryOf: (bundle, live) => makeInventory(bundle, new Map(), live),
  slotOf: chooseSlot,
  rights: roleFor,
  checks: clusterChecks,
}

function openConnection(place: Cluster, plan: Plan): Connection {
  const store = openStateStore(place)
  let held: HeldLock | undefined
  const stillOurs = () => refuseLost(held)
  const certManager = plan.certificatePolicy.issuer !== undefined && plan.certificates.length > 0
  return {
    description: place.description,
    observe: () => namingAllMissing(place, plan, () => observeStack(place, store, { certManager })),
    readSecret: (name) => readSecret(place, name),
    examine: (bundle, live) => examineStack(place, bundle, live),
    preflight: (...what) => preflightStack(place, ...what),
    async lock(purpose, waitSeconds) {
      const [holder, mark] = await Promise.all([describeHolder(place.io), markOfSelf(place.io)])
      // The lock is in the namespace, too.
      await store.ensureNamespace(plan.config.deployment.createNamespace)
      held = await takeLock(place, { purpose, holder, waitSeconds, ...(mark && { mark }) })
      return held
    },
    async saveState(state) {
      stillOurs()
      await store.write(state)
    },
    async issueCertificates(objects, timeoutSeconds) {
      stillOurs()
      await issueCertificates(place, objects, timeoutSeconds)
    },
    fetchImages: async (bundle, absentOf) => findGoneImages(bundle, await readComponents(place), absentOf),
    apply: (input) => applyChanges(place, input, stillOurs),
    databaseRevision: (input) => readDatabaseRevision(place, input),
    async destroy(options) {
      stillOurs()
      const [missing] = await findMissingRights(place, await deleteRights(plan))
      if (missing !== undefined) throw new StackError(missing)
      return await destroyStack(place, store, options)
    },
    components: () => readComponents(place),
    runningSecrets: () => readRunningSecrets(place),
    logs: (options) => showLogs(place, options),
    keepEvidence: () => keepAllEvidence(place),
    gatewayShells: () => openGatewayShells(place),
    pluginEndpoints: () => findPluginEndpoints(place, plan.plugins),
    async close() {
      try {
        await held?.release()
      } finally {
        held = undefined
        await place.api.close()
      }
    },
  }
}
