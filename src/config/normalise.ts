import { createHash } from 'node:crypto'
import { resolve } from 'node:path/posix'
import { isSclorgPostgres, sclorgData } from '../model/postgres-image.ts'
import type { Problem } from '../model/problem.ts'
import type {
  CertificatesConfig,
  ComponentConfig,
  GatewayConfig,
  InfrastructureConfig,
  IssuerReference,
  StackConfig,
} from '../model/stack.ts'
import { toEnvValue } from './component-env.ts'
import { defined } from './defined.ts'
import { toPlace } from './frame.ts'
import { parseMemory } from './grammar/quantity.ts'
import { parseSecretPlace } from './grammar/secret-place.ts'
import { locate } from './node.ts'
import {
  normaliseDeployment,
  normaliseExpose,
  normaliseNetworkPolicy,
  normalisePatches,
  textAt,
} from './normalise-cluster.ts'
import {
  assignHostPorts,
  normaliseComponent,
  normalisePlugin,
  type SourceFacts,
  toResources,
} from './normalise-component.ts'
import { normaliseExternal } from './normalise-external.ts'
import { normaliseStorePod } from './normalise-pod.ts'
import { normaliseSecretSources } from './normalise-secrets.ts'
import { normaliseVaultAuthority } from './normalise-vault.ts'
import type { Manifest } from './read-manifests.ts'
import { authorityOf } from './rules/cert-manager.ts'
import { declarationsOf } from './rules/secrets.ts'
import type { Written } from './schema/stack.ts'
import type { ComponentSubject, Subject } from './subject.ts'

export interface Surroundings extends SourceFacts {
  readonly file: string
  readonly environment?: string | undefined
  readonly manifests: readonly Manifest[]
  readonly problems: readonly Problem[]
}

/** A builder gains little from more, and a laptop loses much. */
const maxParallel = 4

/** A valid stack in its one form: paths absolute, defaults filled in, nothing optional that has a default. */
export function normaliseStack(subject: Subject, around: Surroundings): StackConfig {
  const { written } = subject
  const { folder } = around
  const hostPorts = assignHostPorts(subject)
  const [gateway, ...plugins] = subject.components
  if (gateway === undefined) throw new Error('a valid stack has a gateway')
  const common = (component: ComponentSubject): ComponentConfig =>
    normaliseComponent(component, subject, around, hostPorts)
  const certificates = written.certificates

  const config: Omit<StackConfig, 'digest'> = {
    file: around.file,
    folder,
    ...defined({ environment: around.environment }),
    deployment: normaliseDeployment(subject),
    gateway: {
      ...common(gateway),
      mtlsVerify: written.gateway.mtls_verify,
      mtlsCheckHostname: written.gateway.mtls_check_hostname,
      runtimeCompat: written.gateway.runtime_compat,
    } satisfies GatewayConfig,
    plugins: plugins.map((component) => normalisePlugin(component, common(component))),
    infrastructure: normaliseInfrastructure(subject),
    certificates: {
      authority: authorityOf(certificates),
      ...(certificates.ca_secret === undefined
        ? {}
        : {
            caSecret: {
              certificate: parseSecretPlace(certificates.ca_secret.certificate),
              key: parseSecretPlace(certificates.ca_secret.key),
              places: {
                certificate: toPlace(locate(subject.root, ['certificates', 'ca_secret', 'certificate'])),
                key: toPlace(locate(subject.root, ['certificates', 'ca_secret', 'key'])),
              },
            },
          }),
      autoGenerate: certificates.auto_generate,
      validityDays: certificates.validity_days,
      ...defined({ renewBeforeDays: certificates.renew_before_days }),
      keyAlgorithm: certificates.key_algorithm,
      caStorage: certificates.ca_storage,
      caPath: resolve(folder, certificates.ca_path),
      gatewayPath: resolve(folder, certificates.gateway_path),
      pluginsPath: resolve(folder, certificates.plugins_path),
      ...normaliseExternal(written, folder),
      ...normaliseVaultAuthority(written),
      ...(authorityOf(certificates) === 'cert-manager' ? { issuer: issuerOf(certificates) } : {}),
    },
    secrets: declarationsOf(subject).map(({ name, to, from, path }) => ({
      name,
      to,
      ...defined({ from }),
      place: toPlace(locate(subject.root, path)),
    })),
    ...defined({ secretSources: normaliseSecretSources(written.ci_cd.secrets, folder) }),
    build: normaliseBuild(written, folder),
    deploy: {
      wait: written.ci_cd.deploy.wait,
      timeoutSeconds: written.ci_cd.deploy.timeout,
      verify: written.ci_cd.deploy.verify,
      rollBack: written.ci_cd.deploy.roll_back,
      rolling: written.ci_cd.deploy.rolling,
      ...defined({ before: written.ci_cd.deploy.before }),
    },
    network: {
      ...(written.network.ca_file === undefined ? {} : { caFile: resolve(folder, written.network.ca_file) }),
      // Left out where it is not wanted: the digest of a file that does not have it stays what it was.
      ...(written.network.offline ? { offline: true as const } : {}),
    },
    networkPolicy: normaliseNetworkPolicy(written),
    ...defined({ expose: normaliseExpose(written) }),
    patches: normalisePatches(written),
    extraManifests: around.manifests,
    ...(written.templates_dir === undefined ? {} : { templatesDir: resolve(folder, written.templates_dir) }),
    problems: around.problems,
  }
  return { ...config, digest: digestOf(config, folder) }
}

function normaliseInfrastructure(subject: Subject): InfrastructureConfig {
  const { postgres, redis } = subject.written.infrastructure
  const text = textAt(subject, ['infrastructure', 'postgres', 'password'], postgres?.password)
  return {
    ...(postgres?.enabled === true
      ? {
          postgres: {
            image: postgres.image,
            database: postgres.database,
            user: postgres.user,
            ...(text === undefined ? {} : { password: toEnvValue('POSTGRES_PASSWORD', text, true) }),
            storageSize: String(postgres.storage_size),
            ...defined({ storageClass: postgres.storage_class }),
            dataPath: postgres.data_path ?? knownDataPath(postgres.image),
            resources: toResources(postgres),
            pod: normaliseStorePod(postgres),
          },
        }
      : {}),
    ...(redis?.enabled === true
      ? {
          redis: {
            image: redis.image,
            resources: toResources(redis),
            pod: normaliseStorePod(redis),
          },
        }
      : {}),
  }
}

/** Where the two families of images keep their data. */
function knownDataPath(image: string): string {
  return isSclorgPostgres(image) ? sclorgData : '/var/lib/postgresql/data'
}

function normaliseBuild(written: Written, folder: string): StackConfig['build'] {
  const { build } = written.ci_cd
  const parallel = build.parallel === true ? maxParallel : build.parallel === false ? 1 : build.parallel
  return {
    parallel,
    cache: {
      mode: build.cache === true ? 'auto' : build.cache === false ? 'off' : build.cache,
      ...defined({ ref: build.cache_ref }),
      ...(build.cache_dir === undefined ? {} : { folder: resolve(folder, build.cache_dir) }),
      maxBytes: Number((parseMemory(String(build.cache_max_size)) ?? 0n) / 1000n),
    },
    ...defined({ builder: build.builder }),
    insecureRepos: build.insecure_repos,
    baseImages: build.base_images,
    checkBase: build.check_base,
  }
}

/** Paths of this machine are taken out: the plan of one clone holds in another. Secrets print as their names. */
function digestOf(config: Omit<StackConfig, 'digest'>, folder: string): string {
  const { file: _file, folder: _folder, problems: _problems, ...rest } = config
  // Where layers are kept decides how long a build takes, not what is deployed: a plan of another machine holds.
  const { cache: _cache, ...build } = config.build
  const secrets = config.secrets.map(({ place: _place, ...secret }) => secret)
  const certificates = certificatesOf(config.certificates)
  const text = JSON.stringify({ ...rest, build, secrets, certificates }, (_key, value: unknown) => {
    if (typeof value === 'string' && (value === folder || value.startsWith(`${folder}/`)))
      return `.${value.slice(folder.length)}`
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return createHash('sha256').update(text).digest('hex')
}

/** Without places, and with the whole days that an absent window was before it counted hours: the digest stays what it was. */
function certificatesOf({ caSecret, ...certificates }: CertificatesConfig): object {
  const renewBeforeDays = certificates.renewBeforeDays ?? Math.floor(certificates.validityDays / 3)
  const { places: _places, ...pair } = caSecret ?? {}
  return { ...certificates, renewBeforeDays, ...(caSecret === undefined ? {} : { caSecret: pair }) }
}

function issuerOf(certificates: Written['certificates']): IssuerReference {
  const { cert_manager_group: group, cert_manager_issuer: name, cert_manager_kind: kind } = certificates
  return { group, kind, name }
}
