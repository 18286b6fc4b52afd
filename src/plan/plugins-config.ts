import type { PluginPlan, PluginsConfig } from '../model/plan.ts'

/** Keys that the deployer decides, and `config`, which the gateway forbids for external plugins; the config's rules refuse them. */
const ownedKeys: readonly string[] = ['name', 'kind', 'mcp', 'grpc', 'unix_socket', 'config']

/** plugins-config.yaml of CONTRACT §3 as a value. */
export function planPluginsConfig(plugins: readonly PluginPlan[]): PluginsConfig {
  return { plugins: plugins.map(planEntry), plugin_dirs: [] }
}

function planEntry(plugin: PluginPlan): Readonly<Record<string, unknown>> {
  const { priority, mode, onError, overrides } = plugin.config
  const given = {
    ...(priority === undefined ? {} : { priority }),
    ...(mode === undefined ? {} : { mode }),
    ...(onError === undefined ? {} : { on_error: onError }),
  }
  const extra = Object.entries(overrides)
    .filter(([key]) => !ownedKeys.includes(key) && !(key in given))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    name: plugin.name,
    kind: 'external',
    ...given,
    ...Object.fromEntries(extra),
    mcp: { proto: 'STREAMABLEHTTP', url: plugin.url },
  }
}
