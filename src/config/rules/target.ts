import { type Finding, note, warn, wrong } from '../finding.ts'
import { parseSecretPlace } from '../grammar/secret-place.ts'
import { modes } from '../schema/component.ts'
import { registryOf, type Subject, shorten } from '../subject.ts'
import { declarationsOf } from './secrets.ts'

/** Keys that the target has no use for: said, not dropped in silence. */
export function targetKeys(stack: Subject): readonly Finding[] {
  return stack.target === 'compose' ? composeKeys(stack) : kubernetesKeys(stack)
}

function composeKeys(stack: Subject): readonly Finding[] {
  const { written, components } = stack
  const findings: Finding[] = []
  const many = components.filter(({ config }) => config.replicas > 1)
  const [first] = many
  if (first !== undefined) {
    const names = shorten(many.map(({ name, config }) => `${name} (${config.replicas})`))
    findings.push(
      warn(
        [...first.path, 'replicas'],
        `is more than 1, and on Compose a component runs once: ${names}`,
        'Kubernetes runs several',
      ),
    )
  }
  findings.push(...clusterSecrets(stack))
  for (const { path, config } of components) {
    if (config.service_type !== 'ClusterIP') {
      findings.push(
        warn(
          [...path, 'service_type'],
          'does nothing on Compose',
          'host_port publishes there (plugins: with expose_port)',
        ),
      )
    }
    const registry = registryOf(written, config)
    if (config.platforms.length > 1 && !(registry.enabled && registry.push)) {
      findings.push(
        wrong(
          [...path, 'platforms'],
          'names several platforms, and an engine keeps images of one',
          'Add a registry, or name one',
        ),
      )
    }
  }
  return findings
}

/** Pods refer to Secrets of a cluster; an engine has none. */
function clusterSecrets({ written }: Subject): readonly Finding[] {
  const { secrets } = written.ci_cd
  const message = 'names a Secret of a Kubernetes cluster, and this stack is for Compose'
  const hint = 'Use another provider, or deployment.type: kubernetes'
  const found: Finding[] = declarationsOf({ written })
    .filter(({ from }) => from?.provider === 'kubernetes')
    .map(({ path }) => wrong([...path, 'from'], message, hint))
  if (secrets?.kubernetes.secret !== undefined)
    found.push(wrong(['ci_cd', 'secrets', 'kubernetes', 'secret'], message, hint))
  const place = secrets?.providers?.indexOf('kubernetes') ?? -1
  if (place >= 0) found.push(wrong(['ci_cd', 'secrets', 'providers', place], message, hint))
  const pair = written.certificates.ca_secret
  for (const half of ['certificate', 'key'] as const) {
    if (pair !== undefined && parseSecretPlace(pair[half]).provider === 'kubernetes')
      found.push(wrong(['certificates', 'ca_secret', half], message, hint))
  }
  return found
}

function kubernetesKeys(stack: Subject): readonly Finding[] {
  const { deployment } = stack.written
  const findings: Finding[] = []
  if (deployment.networks.length > 0) {
    findings.push(
      warn(['deployment', 'networks'], 'does nothing on Kubernetes', 'Name services by their DNS name there'),
    )
  }
  return findings
}

/** Keys of a plugin's entry that are ours, or that break loading (CONTRACT §3). */
export function pluginOverrides(stack: Subject): readonly Finding[] {
  const ours = new Set(['name', 'kind', 'mcp', 'grpc', 'unix_socket', 'config', 'url'])
  return stack.components.flatMap(({ plugin, path }) =>
    Object.entries(plugin?.plugin_overrides ?? {}).flatMap(([key, value]) => {
      const at = [...path, 'plugin_overrides', key]
      if (ours.has(key)) {
        const why =
          key === 'config' ? 'is forbidden for an external plugin: it has its own' : 'is written by this program'
        return [wrong(at, why, 'Remove it', { atKey: true })]
      }
      if (key === 'mode' && !modes.includes(String(value))) return [wrong(at, `must be one of ${modes.join(', ')}`)]
      const twice =
        (key === 'priority' && plugin?.priority !== undefined) || (key === 'mode' && plugin?.mode !== undefined)
      if (twice) return [note(at, `is not used: ${key} of the plugin itself wins`)]
      return []
    }),
  )
}
