import { type Finding, warn, wrong } from '../finding.ts'
import { parseHostPort } from '../grammar/host-port.ts'
import type { Path } from '../node.ts'
import type { Subject } from '../subject.ts'

const healthOffset = 1000

/** With mTLS a plugin's health is on port + 1000 (CONTRACT §2). */
export function healthPorts(stack: Subject): readonly Finding[] {
  return stack.components.flatMap(({ plugin, mtls, path }) => {
    if (plugin === undefined || !mtls) return []
    if (plugin.port + healthOffset > 65535) {
      return [
        wrong(
          [...path, 'port'],
          `must be at most ${65535 - healthOffset}: with mTLS the plugin's health is on port + ${healthOffset}`,
        ),
      ]
    }
    if (plugin.service_port === plugin.port + healthOffset) {
      return [
        wrong([...path, 'service_port'], `is port + ${healthOffset}, where the plugin's health is`, 'Choose another'),
      ]
    }
    return []
  })
}

/** One port of the host for one component; on Kubernetes none. */
export function hostPorts(stack: Subject): readonly Finding[] {
  const findings: Finding[] = []
  const taken = new Map<number, string>()
  for (const { name, config, plugin, path } of stack.components) {
    const keys = (['host_port', 'expose_port'] as const).filter((key) =>
      key === 'host_port' ? config.host_port !== undefined : plugin?.expose_port === true,
    )
    if (stack.target === 'kubernetes') {
      findings.push(
        ...keys.map((key) => warn([...path, key], 'does nothing on Kubernetes', 'service_type publishes there')),
      )
      continue
    }
    if (plugin !== undefined && config.host_port !== undefined && !plugin.expose_port) {
      findings.push(
        warn(
          [...path, 'host_port'],
          'does nothing without expose_port: true',
          'Add expose_port: true, or remove host_port',
        ),
      )
      continue
    }
    const value = config.host_port ?? (plugin === undefined ? config.port : undefined)
    const port = value === undefined ? undefined : parseHostPort(value)?.port
    if (port === undefined) continue
    const other = taken.get(port)
    const key: Path = config.host_port === undefined ? [...path, 'port'] : [...path, 'host_port']
    if (other !== undefined)
      findings.push(wrong(key, `is ${port}, which ${other} has on the host already`, 'Choose another host_port'))
    taken.set(port, name)
  }
  return findings
}
