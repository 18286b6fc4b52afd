import type { ExtraVolume, JsonObject, PodOptions, StorePod } from '../model/stack.ts'
import { defined } from './defined.ts'
import type { storePodShape } from './schema/pod.ts'
import type { Written, WrittenComponent } from './schema/stack.ts'

/** What a component's pods get on Kubernetes. */
export function normalisePod(config: WrittenComponent): PodOptions {
  return {
    ...normaliseStorePod(config),
    topologySpread: config.topology_spread,
    volumes: config.volumes.map(normaliseVolume),
    ...defined({ existingSecret: config.existing_secret }),
  }
}

type WrittenInfrastructure = Written['infrastructure']
type WrittenStore = NonNullable<WrittenInfrastructure['postgres'] | WrittenInfrastructure['redis']>

/** The same of Postgres and Redis. */
export function normaliseStorePod(config: Pick<WrittenStore, keyof typeof storePodShape>): StorePod {
  return {
    labels: config.labels,
    annotations: config.annotations,
    nodeSelector: config.node_selector,
    tolerations: config.tolerations,
    imagePullSecrets: config.image_pull_secrets,
    ...defined({
      affinity: config.affinity,
      priorityClass: config.priority_class,
      serviceAccount: config.service_account,
      runAsUser: config.run_as_user,
    }),
  }
}

type WrittenVolume = WrittenComponent['volumes'][number]

function normaliseVolume(volume: WrittenVolume): ExtraVolume {
  return {
    name: volume.name,
    mountPath: volume.mount_path,
    ...defined({ subPath: volume.sub_path }),
    // An empty folder that nobody may write to is of no use.
    readOnly: volume.read_only ?? volume.empty_dir === undefined,
    source: toSource(volume),
  }
}

/** The rules have seen that there is exactly one. */
function toSource(volume: WrittenVolume): JsonObject {
  if (volume.config_map !== undefined) return { configMap: { name: volume.config_map } }
  if (volume.secret !== undefined) return { secret: { secretName: volume.secret } }
  if (volume.claim !== undefined) return { persistentVolumeClaim: { claimName: volume.claim } }
  if (volume.empty_dir === undefined) return volume.source ?? {}
  return { emptyDir: volume.empty_dir === true ? {} : { sizeLimit: String(volume.empty_dir) } }
}
