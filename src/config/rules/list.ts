import type { Rule } from '../subject.ts'
import { certManager } from './cert-manager.ts'
import { clusterPlace, completePatches, exposed, policiesInUse, rollingParallel, routeTermination } from './cluster.ts'
import {
  cacheInUse,
  encodedUserInfo,
  knownHosts,
  namedVariablesExist,
  noNulCharacters,
  sharedDatabase,
} from './environment.ts'
import { ignoredKeys } from './ignored-keys.ts'
import { certificateFolders, certificatePolicy, gatewayHasCertificate, gatewayVerifies } from './mtls.ts'
import { distinctNames } from './names.ts'
import { openSecrets } from './open-secrets.ts'
import { extraVolumes, podKeys } from './pods.ts'
import { healthPorts, hostPorts } from './ports.ts'
import { requestsWithinLimits } from './resources.ts'
import { providersHaveSettings } from './secret-providers.ts'
import { declaredSecrets, strongSecrets } from './secrets.ts'
import {
  builtImagesNeedRegistry,
  oneSource,
  pinnedSources,
  registriesAreComplete,
  safeRepositories,
} from './sources.ts'
import { sclorgPostgres } from './stores.ts'
import { pluginOverrides, targetKeys } from './target.ts'
import { unusedSigners } from './unused-signers.ts'
import { vaultHasRoles } from './vault.ts'

/** What must hold across keys. A new rule is one function and one word here. */
export const rules: readonly Rule[] = [
  oneSource,
  safeRepositories,
  pinnedSources,
  builtImagesNeedRegistry,
  registriesAreComplete,
  distinctNames,
  healthPorts,
  hostPorts,
  requestsWithinLimits,
  gatewayHasCertificate,
  gatewayVerifies,
  certificateFolders,
  certificatePolicy,
  vaultHasRoles,
  unusedSigners,
  certManager,
  targetKeys,
  ignoredKeys,
  clusterPlace,
  rollingParallel,
  exposed,
  routeTermination,
  policiesInUse,
  completePatches,
  extraVolumes,
  podKeys,
  pluginOverrides,
  encodedUserInfo,
  knownHosts,
  sharedDatabase,
  sclorgPostgres,
  cacheInUse,
  namedVariablesExist,
  noNulCharacters,
  declaredSecrets,
  providersHaveSettings,
  strongSecrets,
  openSecrets,
]
