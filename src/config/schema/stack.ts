import { z } from 'zod'
import { checkImageReference } from '../grammar/image-reference.ts'
import {
  checkDatabaseName,
  checkNamespace,
  checkPluginName,
  checkProjectName,
  checkVariableName,
} from '../grammar/names.ts'
import { checkContainerPath, checkFilePath } from '../grammar/paths.ts'
import { checkCpu, checkMemory, checkStorage } from '../grammar/quantity.ts'
import { checkDomain, checkPlainName, checkProgram, checkWord } from '../grammar/words.ts'
import { gateway, plugin, registry } from './component.ts'
import { choice, flag, freeMap, key, list, section, text, textOrNumber, whole } from './keys.ts'

const deployment = section({
  type: key(choice(['kubernetes', 'compose']), {
    about: 'Where the stack runs.',
    example: 'compose',
    kubernetes: 'checked and planned; this version cannot deploy it yet',
  }),
  namespace: key(text(checkNamespace).optional(), {
    about: 'Kubernetes namespace, `mcp-gateway` when absent.',
    example: 'mcp-gateway',
    compose: "in the certificates' names; the project's name when project_name is absent",
  }),
  project_name: key(text(checkProjectName).optional(), {
    about: "The stack's name; else namespace, else `mcp-gateway`.",
    example: 'mcp-staging',
    compose: 'the Compose project',
    kubernetes: 'the name in labels',
  }),
  container_engine: key(text(checkProgram).optional(), {
    about: 'docker, podman or the path of one; found by itself when absent.',
    example: 'docker',
    kubernetes: 'for building images',
  }),
  docker_context: key(text(checkPlainName).optional(), {
    about: 'Context of the docker command that reaches the engine.',
    example: 'remote',
    kubernetes: 'for building images',
  }),
  networks: key(list(text(checkPlainName), 'networks').default([]), {
    about: 'Existing networks that every component joins, to reach services outside the stack.',
    example: ['databases'],
    kubernetes: 'ignored, with a warning',
  }),
  openshift: key(
    section({
      create_routes: key(flag().default(false), {
        about: 'Makes an OpenShift Route for the gateway.',
        example: true,
        compose: 'ignored, with a warning',
        kubernetes: 'checked; this version cannot deploy it yet',
      }),
      domain: key(text(checkDomain).optional(), {
        about: "The cluster's apps domain.",
        example: 'apps-crc.testing',
        compose: 'ignored',
      }),
      tls_termination: key(choice(['edge', 'passthrough', 'reencrypt']).default('edge'), {
        about: 'Where TLS ends.',
        example: 'edge',
        compose: 'ignored',
      }),
    }).optional(),
    { about: 'OpenShift only.', example: { create_routes: true }, compose: 'ignored, with a warning' },
  ),
})

const limits = {
  memory_request: key(textOrNumber(checkMemory).optional(), { about: 'Memory that is set aside.', example: '256Mi' }),
  memory_limit: key(textOrNumber(checkMemory).optional(), { about: 'Memory it may use at most.', example: '512Mi' }),
  cpu_request: key(textOrNumber(checkCpu).optional(), { about: 'CPU that is set aside.', example: '100m' }),
  cpu_limit: key(textOrNumber(checkCpu).optional(), { about: 'CPU it may use at most.', example: '500m' }),
}

const infrastructure = section({
  postgres: key(
    section({
      enabled: key(flag().default(true), { about: 'Runs it; true where the section is written.', example: true }),
      image: key(text(checkImageReference).default('docker.io/library/postgres:17'), {
        about: 'PostgreSQL image: the official one or one of sclorg.',
        example: 'quay.io/sclorg/postgresql-15-c9s:c9s',
      }),
      database: key(text(checkDatabaseName).default('mcp'), { about: 'Name of the database.', example: 'mcp' }),
      user: key(text(checkDatabaseName).default('postgres'), { about: 'User of the database.', example: 'postgres' }),
      password: key(text().optional(), {
        about: "Password; generated once and kept with the stack's state when absent.",
        example: '${DATABASE_PASSWORD}',
        compose: 'by reference, never in a file',
        kubernetes: 'a Secret',
      }),
      storage_size: key(textOrNumber(checkStorage).default('10Gi'), {
        about: 'Size of the volume.',
        example: '10Gi',
        compose: 'ignored: a volume of the engine has no size',
      }),
      storage_class: key(text(checkPlainName).optional(), {
        about: 'Storage class of the volume claim.',
        example: 'fast',
        compose: 'ignored, with a warning',
      }),
      data_path: key(text(checkContainerPath).optional(), {
        about: 'Folder in the image that holds the data; known for the official and the sclorg images.',
        example: '/var/lib/postgresql/data',
      }),
      ...limits,
    }).optional(),
    { about: 'A PostgreSQL of the stack; sets DATABASE_URL of the gateway.', example: { enabled: true } },
  ),
  redis: key(
    section({
      enabled: key(flag().default(true), { about: 'Runs it; true where the section is written.', example: true }),
      image: key(text(checkImageReference).default('docker.io/library/redis:7'), {
        about: 'Redis image.',
        example: 'redis:7',
      }),
      ...limits,
    }).optional(),
    { about: 'A Redis of the stack; sets REDIS_URL and CACHE_TYPE of the gateway.', example: { enabled: true } },
  ),
})

const certificates = section({
  authority: key(choice(['local', 'env']).default('local'), {
    about: 'Who signs: a CA of the stack, or the one in CA_CERT and CA_KEY.',
    example: 'local',
  }),
  auto_generate: key(flag().default(true), {
    about: 'Issues what is missing. False: the files must be at the three paths.',
    example: true,
  }),
  validity_days: key(whole(1, 825).default(90), { about: 'Life of a certificate; a warning above 398.', example: 90 }),
  renew_before_days: key(whole(0, 824).optional(), {
    about: 'Renewed by a deploy when fewer days are left; a third of the life when absent.',
    example: 30,
  }),
  key_algorithm: key(choice(['ecdsa-p256', 'rsa-2048', 'rsa-3072', 'rsa-4096']).default('ecdsa-p256'), {
    about: 'Kind of key.',
    example: 'ecdsa-p256',
  }),
  ca_storage: key(choice(['target', 'files', 'none']).default('target'), {
    about: "Where the local CA's key is kept.",
    example: 'target',
    compose: 'target: the state volume',
    kubernetes: 'target: a Secret no pod mounts',
  }),
  ca_path: key(text(checkFilePath).default('./certs/mcp/ca'), {
    about: 'Folder of the CA.',
    example: './certs/mcp/ca',
  }),
  gateway_path: key(text(checkFilePath).default('./certs/mcp/gateway'), {
    about: "Folder of the gateway's client certificate.",
    example: './certs/mcp/gateway',
  }),
  plugins_path: key(text(checkFilePath).default('./certs/mcp/plugins'), {
    about: 'Folder with one folder per plugin.',
    example: './certs/mcp/plugins',
  }),
  use_cert_manager: key(flag().default(false), {
    about: 'Certificates by cert-manager.',
    example: false,
    compose: 'refused',
    kubernetes: 'refused: this version cannot yet',
  }),
  cert_manager_issuer: key(text(checkPlainName).optional(), {
    about: "Name of cert-manager's issuer.",
    example: 'mcp-ca-issuer',
    compose: 'checked; not used',
    kubernetes: 'checked; not used by this version',
  }),
  cert_manager_kind: key(choice(['Issuer', 'ClusterIssuer']).optional(), {
    about: "Kind of cert-manager's issuer.",
    example: 'Issuer',
    compose: 'checked; not used',
    kubernetes: 'checked; not used by this version',
  }),
})

const secretDeclaration = z.union(
  [
    text(checkVariableName),
    section({
      name: key(text(checkVariableName), { about: 'Name of the secret.', example: 'API_KEY' }),
      to: key(list(text(checkPluginReference), 'components').default([]), {
        about: 'Components whose environment gets it under its name: `gateway` or names of plugins.',
        example: ['gateway'],
      }),
    }),
  ],
  { error: 'must be a name, or a map with name and to' },
)

const ciCd = section({
  vault_secrets: key(list(secretDeclaration, 'names of secrets').default([]), {
    about: 'Secrets that come from outside: the environment of this program.',
    example: ['JWT_SECRET_KEY', { name: 'API_KEY', to: ['gateway'] }],
  }),
  build: key(
    section({
      parallel: key(
        z.union([flag(), whole(1, 64)], { error: 'must be true, false or a number from 1 to 64' }).default(true),
        {
          about: 'How many images at once: true is as many as cores, 4 at most; false is 1.',
          example: true,
        },
      ),
      cache: key(flag().default(true), { about: "Uses the builder's cache.", example: true }),
      builder: key(text(checkPlainName).optional(), {
        about: 'A buildx builder, also a remote one.',
        example: 'remote',
      }),
      insecure_repos: key(list(text(checkWord), 'repositories').default([]), {
        about:
          'Repositories that may be plain http, git, file or on this machine: addresses, or their beginning up to a /.',
        example: ['http://git.internal:3000/mcp'],
      }),
      base_images: key(freeMap(text(checkImageReference), 'image references').default({}), {
        about: 'Replaces base images of build files.',
        example: { 'python:3.12-slim': 'mirror.example.com/python:3.12-slim' },
      }),
      check_base: key(flag().default(false), {
        about: 'Builds again when a base image has moved.',
        example: true,
      }),
    }).prefault({}),
    { about: 'How images are built.', example: { parallel: true } },
  ),
  deploy: key(
    section({
      wait: key(flag().default(true), { about: 'Waits until every component is ready.', example: true }),
      timeout: key(whole(1, 86_400).default(300), { about: 'How long to wait, in seconds.', example: 300 }),
      verify: key(flag().default(true), { about: 'Proves mTLS and plugins after the deploy.', example: true }),
      roll_back: key(flag().default(true), { about: 'Goes back when a deploy fails.', example: true }),
      rolling: key(choice(['in_place', 'parallel']).default('in_place'), {
        about: 'How a changed plugin replaces the old one.',
        example: 'in_place',
        compose: 'in_place only',
        kubernetes: 'parallel: this version cannot yet',
      }),
      before: key(list(text(checkWord), 'words').min(1).optional(), {
        about: 'A command that runs before anything is changed: a backup.',
        example: ['./backup.sh'],
      }),
    }).prefault({}),
    { about: 'How the stack is deployed.', example: { timeout: 300 } },
  ),
})

/** mcp-stack.yaml without its overlays: keys, types, defaults and descriptions. */
export const stackShape = section({
  version: key(z.literal(1, { error: 'must be 1: this version knows no other' }).optional(), {
    about: 'Version of this format.',
    example: 1,
  }),
  required_version: key(text().optional(), {
    about: 'Versions of mcp-deploy that may use this file, as a semver range.',
    example: '>=0.1 <1',
  }),
  deployment: key(deployment, { about: 'Where to deploy.', example: { type: 'compose' } }),
  registry: key(registry.optional(), {
    about: 'Registry of all components that name none.',
    example: { enabled: true, url: 'ghcr.io', namespace: 'yourorg' },
  }),
  gateway: key(gateway, { about: 'The gateway.', example: { image: 'ghcr.io/ibm/mcp-context-forge:1.0.7' } }),
  plugins: key(list(plugin, 'plugins, each with a name').default([]), {
    about: 'External plugins.',
    example: [{ name: 'OPAPluginFilter', repo: 'https://github.com/yourorg/mcp-opa-plugin.git', ref: 'v1.0.0' }],
  }),
  infrastructure: key(infrastructure.prefault({}), {
    about: 'Services the stack brings itself: off unless written.',
    example: { postgres: {}, redis: {} },
  }),
  certificates: key(certificates.prefault({}), {
    about: 'Certificates for mutual TLS.',
    example: { validity_days: 90 },
  }),
  ci_cd: key(ciCd.prefault({}), { about: 'Secrets, builds and deploys.', example: { deploy: { timeout: 300 } } }),
  network: key(
    section({
      ca_file: key(text(checkFilePath).optional(), {
        about: 'Certificates of a company CA, for every connection.',
        example: './company-ca.pem',
      }),
    }).prefault({}),
    { about: 'How this program reaches others.', example: { ca_file: './company-ca.pem' } },
  ),
  templates_dir: key(text(checkFilePath).optional(), {
    about: 'Folder with templates of your own, by name.',
    example: './templates',
  }),
})

export type Written = z.output<typeof stackShape>
export type WrittenComponent = Written['gateway'] | Written['plugins'][number]
export type WrittenPlugin = Written['plugins'][number]

function checkPluginReference(name: string) {
  return name === 'gateway' ? undefined : checkPluginName(name)
}
