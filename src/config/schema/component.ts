import { z } from 'zod'
import { checkGitRef } from '../grammar/git-ref.ts'
import { checkHostPort } from '../grammar/host-port.ts'
import { checkImageReference, checkRegistryNamespace, checkRegistryUrl } from '../grammar/image-reference.ts'
import { checkPluginName, checkVariableName } from '../grammar/names.ts'
import { checkContainerPath, checkFilePath, checkInnerPath } from '../grammar/paths.ts'
import { checkCpu, checkMemory } from '../grammar/quantity.ts'
import { checkPlatform, checkStage, checkWord } from '../grammar/words.ts'
import { expose } from './expose.ts'
import { choice, flag, freeMap, ignored, key, list, port, section, text, textOrNumber, whole } from './keys.ts'
import { podShape } from './pod.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()], { error: 'must be text, a number or true/false' })
const builtHere = 'honoured; without a registry for kind, k3d and minikube only'
const pullPolicies = ['Always', 'IfNotPresent', 'Never'] as const

/** A component's own registry: what it does not say, the top-level registry says. */
export const registry = section({
  enabled: key(flag().optional(), {
    about: 'Names images after this registry and pushes them to it; false when nobody says.',
    example: true,
  }),
  url: key(text(checkRegistryUrl).optional(), {
    about: 'Registry host, without a scheme. Log in with the engine before a deploy.',
    example: 'ghcr.io',
  }),
  namespace: key(text(checkRegistryNamespace).optional(), {
    about: 'Organisation or project in the registry.',
    example: 'yourorg/mcp',
  }),
  push: key(flag().optional(), { about: 'Pushes what was built; true when nobody says.', example: true }),
  image_pull_policy: key(choice(pullPolicies).optional(), {
    about: 'Pull policy of components that name none.',
    example: 'IfNotPresent',
  }),
})

/** Keys that gateway and plugins share. */
export const componentShape = {
  image: key(text(checkImageReference).optional(), {
    about: 'A prebuilt image. Excludes repo and path.',
    example: 'ghcr.io/ibm/mcp-context-forge:1.0.7',
    compose: 'deployed by digest',
    kubernetes: 'deployed by digest',
  }),
  repo: key(text().optional(), {
    about: 'Git repository to build from: https or ssh. Excludes image and path.',
    example: 'https://github.com/yourorg/mcp-opa-plugin.git',
    kubernetes: builtHere,
  }),
  ref: key(text(checkGitRef).optional(), {
    about: 'Branch, tag or commit of repo; `main` when absent.',
    example: 'v1.0.0',
  }),
  path: key(text(checkFilePath).optional(), {
    about: 'A folder beside this file to build from. Excludes image and repo.',
    example: './plugins/opa',
    kubernetes: builtHere,
  }),
  context: key(text(checkInnerPath).default('.'), {
    about: 'Build context: a folder inside repo or path.',
    example: 'plugins/opa',
  }),
  containerfile: key(text(checkInnerPath).optional(), {
    about: 'Build file inside the context; `Containerfile` when absent.',
    example: 'Containerfile',
  }),
  target: key(text(checkStage).optional(), { about: 'Stage of the build file to build.', example: 'runtime' }),
  build_args: key(freeMap(scalar, 'build arguments', checkVariableName).default({}), {
    about: 'Build arguments. They are kept in the image: never a secret.',
    example: { PYTHON_VERSION: '3.12' },
  }),
  platforms: key(list(text(checkPlatform), 'platforms').default([]), {
    about: "Platforms to build for; the engine's own when empty.",
    example: ['linux/amd64', 'linux/arm64'],
    compose: 'several need a registry',
  }),
  submodules: key(flag().default(false), { about: 'Fetches the git submodules of repo.', example: true }),
  registry: key(registry.optional(), {
    about: 'Registry of this component; its keys win over the top-level registry.',
    example: { enabled: true, url: 'ghcr.io', namespace: 'yourorg' },
  }),
  image_pull_policy: key(choice(pullPolicies).optional(), {
    about: 'When the image is pulled; IfNotPresent when nothing else says.',
    example: 'IfNotPresent',
  }),
  service_type: key(choice(['ClusterIP', 'NodePort', 'LoadBalancer']).default('ClusterIP'), {
    about: 'How the Service is reached.',
    example: 'ClusterIP',
    compose: 'ignored: host_port publishes; a warning for NodePort and LoadBalancer',
  }),
  service_port: key(port().optional(), {
    about: 'Port of the Service; the same as port when absent.',
    example: 4444,
    compose: 'ignored',
  }),
  host_port: key(z.union([port(), text(checkHostPort)], { error: 'must be a port, or "address:port"' }).optional(), {
    about: 'Port on the host, on 127.0.0.1 unless an address is given.',
    example: '0.0.0.0:4444',
    kubernetes: 'ignored, with a warning: service_type publishes',
  }),
  replicas: key(whole(1, 1000).default(1), {
    about: 'How many run.',
    example: 2,
    compose: 'one runs; a warning above 1',
  }),
  memory_request: key(textOrNumber(checkMemory).optional(), {
    about: 'Memory that is set aside.',
    example: '256Mi',
    compose: 'mem_reservation',
  }),
  memory_limit: key(textOrNumber(checkMemory).optional(), {
    about: 'Memory it may use at most.',
    example: '512Mi',
    compose: 'mem_limit',
  }),
  cpu_request: key(textOrNumber(checkCpu).optional(), {
    about: 'CPU that is set aside.',
    example: '100m',
    compose: 'a reservation, where the engine has them',
  }),
  cpu_limit: key(textOrNumber(checkCpu).optional(), {
    about: 'CPU it may use at most.',
    example: '500m',
    compose: 'cpus',
  }),
  env_file: key(text(checkFilePath).optional(), {
    about: 'Environment from a file (dotenv as Compose reads it), inside the folder of this file.',
    example: 'gateway.env',
  }),
  env_vars: key(freeMap(scalar, 'environment variables', checkVariableName).default({}), {
    about: 'Environment; wins over env_file. Secrets are known by their names and never shown.',
    example: { LOG_LEVEL: 'INFO' },
    compose: 'plain values in the file, secrets by reference',
    kubernetes: 'ConfigMap and Secret',
  }),
  secret_env: key(list(text(checkVariableName), 'names').default([]), {
    about: 'Further variables whose values are secret.',
    example: ['SIGNING_SALT'],
  }),
  plain_env: key(list(text(checkVariableName), 'names').default([]), {
    about: 'Variables that are not secret although their name looks like it.',
    example: ['TOKEN_EXPIRY'],
  }),
  mtls_enabled: key(flag().optional(), {
    about: "Mutual TLS between gateway and plugins. Default: true for the gateway, the gateway's value for a plugin.",
    example: true,
  }),
  command: key(list(text(checkWord), 'words').optional(), {
    about: "Replaces the image's entry point.",
    example: ['python', '-m', 'my_plugin'],
  }),
  args: key(list(text(checkWord), 'words').optional(), {
    about: "Replaces the image's arguments.",
    example: ['--verbose'],
  }),
  read_only_root: key(flag().default(true), {
    about: "Mounts the container's root read-only; writable_paths and /tmp stay writable.",
    example: false,
  }),
  writable_paths: key(list(text(checkContainerPath), 'paths').default([]), {
    about: 'Folders of the container that stay writable, in memory.',
    example: ['/app/cache'],
    compose: 'tmpfs',
    kubernetes: 'emptyDir',
  }),
  ...podShape,
}

export const gateway = section({
  ...componentShape,
  port: key(port().default(4444), { about: 'Port the gateway listens on.', example: 4444 }),
  mtls_verify: key(flag().default(true), {
    about: 'The gateway verifies the certificates of plugins.',
    example: true,
  }),
  mtls_check_hostname: key(flag().default(true), {
    about: 'The gateway checks that the certificate carries the name it dialled.',
    example: true,
  }),
  runtime_compat: key(flag().default(true), {
    about: 'With rolling: parallel, mounts a fix that lets calls end before the gateway renews its plugin sessions.',
    example: false,
    compose: ignored,
  }),
  expose: key(expose.optional(), {
    about: 'The same as expose at the top.',
    example: { host: 'mcp.example.com', via: 'ingress' },
    compose: ignored,
  }),
})

export const modes = [
  'sequential',
  'transform',
  'audit',
  'concurrent',
  'fire_and_forget',
  'disabled',
  'enforce',
  'permissive',
  'enforce_ignore_error',
] as [string, ...string[]]

export const plugin = section({
  name: key(text(checkPluginName), {
    about: "The plugin's own name, as its image knows it; 52 characters at most. Never interpolated.",
    example: 'OPAPluginFilter',
    kubernetes: 'honoured; 49 characters at most with rolling: parallel',
  }),
  ...componentShape,
  port: key(port().default(8000), {
    about: 'Port the plugin listens on; with mTLS its health is on port + 1000, so 64535 at most.',
    example: 8000,
  }),
  priority: key(z.int({ error: 'must be a whole number' }).optional(), {
    about: 'Lower runs first; 100 when absent.',
    example: 10,
  }),
  mode: key(choice(modes).optional(), { about: 'How the gateway runs the plugin.', example: 'sequential' }),
  on_error: key(choice(['fail', 'ignore', 'disable']).optional(), {
    about: 'What the gateway does when the plugin fails.',
    example: 'fail',
  }),
  plugin_overrides: key(freeMap(z.unknown(), 'keys of the plugin in plugins-config.yaml').default({}), {
    about: "Further keys of the plugin's entry in plugins-config.yaml: description, hooks, tags, conditions …",
    example: { tags: ['policy'] },
  }),
  expose_port: key(flag().default(false), {
    about: 'Publishes the plugin on the host: host_port, else the first free port from 8000.',
    example: true,
    kubernetes: 'ignored, with a warning: service_type publishes',
  }),
  runtime_compat: key(flag().default(true), {
    about: "Mounts a two-statement fix for the plugin runtime's mTLS start; off for plugins that are not Python.",
    example: false,
  }),
  healthcheck: key(
    z
      .union([z.literal(false), list(text(checkWord), 'words').min(1)], {
        error: 'must be false, or a command as a list of words',
      })
      .optional(),
    {
      about: "Command that tells whether the plugin is healthy; false: none; absent: the runtime's own /health.",
      example: ['python', '/app/health.py'],
    },
  ),
})
