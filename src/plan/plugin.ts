import type { HealthProbe, PluginPlan } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { PluginConfig, StackConfig } from '../model/stack.ts'
import { pluginUrl } from './addresses.ts'
import { planShape } from './component.ts'
import { healthPath, healthPort, pluginContract } from './contract/plugin.ts'
import { applyContract, injectSecrets, sortEnv } from './environment.ts'
import { pluginAlias, pluginService } from './names.ts'
import { withShim } from './shim.ts'

/** One external plugin: CONTRACT §2 over the user's environment, its address, its probe, the shim where it needs one. */
export function planPlugin(
  plugin: PluginConfig,
  index: number,
  config: StackConfig,
): { readonly plugin: PluginPlan; readonly problems: readonly Problem[] } {
  const { type, namespace, networks } = config.deployment
  const path = `plugins[${index}]`
  const given = injectSecrets(plugin.env, plugin.name, config.secrets)
  const planned = applyContract(given, pluginContract(plugin), path)
  const shim = plugin.mtls && plugin.runtimeCompat
  const service = pluginService(plugin.name, type)
  const alias = pluginAlias(plugin.name)

  return {
    plugin: {
      ...planShape(plugin, type),
      name: plugin.name,
      role: 'plugin',
      service,
      aliases: alias === service ? [] : [alias],
      ...(plugin.hostPort === undefined || type !== 'compose' ? {} : { hostPort: plugin.hostPort }),
      env: sortEnv(shim ? withShim(planned.env) : planned.env),
      dataPaths: {},
      health: planHealth(plugin),
      dependsOn: [],
      networks: type === 'compose' ? networks : [],
      shim,
      url: pluginUrl(plugin, { target: type, namespace }),
      config: plugin,
    },
    problems: planned.problems,
  }
}

function planHealth(plugin: PluginConfig): HealthProbe {
  if (plugin.healthcheck === false) return { kind: 'none' }
  if (plugin.healthcheck !== undefined) return { kind: 'command', command: plugin.healthcheck }
  return { kind: 'http', port: healthPort(plugin), path: healthPath }
}
