import { StackError } from '../errors.ts'
import type { Plan } from '../model/plan.ts'
import { parseText } from './check-compose.ts'
import { renderTemplate } from './compile.ts'
import { readRecord } from './record.ts'
import { jinjaDialect } from './scalar.ts'
import type { Templates } from './templates.ts'

/**
 * plugins-config.yaml of CONTRACT §3 as text that survives the gateway's Jinja.
 * @throws StackError RENDER_INVALID where, read back, it does not name the plan's plugins and their URLs.
 */
export async function renderPluginsConfig(plan: Plan, templates: Templates): Promise<string> {
  const { plugins, plugin_dirs } = plan.pluginsConfig
  const view = { plugins: plugins.map(viewEntry), plugin_dirs }
  const text = await renderTemplate(templates, 'plugins-config.yaml.hbs', view, jinjaDialect)

  const { plugins: found } = await parseText(text)
  if (JSON.stringify(identify(found)) !== JSON.stringify(identify(plugins))) {
    throw new StackError({
      code: 'RENDER_INVALID',
      message: 'the rendered plugins-config.yaml does not name the plugins of the plan',
      hint: 'If you override plugins-config.yaml.hbs with templates_dir, correct yours',
    })
  }
  return text
}

function viewEntry(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { name, kind, mcp, ...rest } = entry
  return { name, kind, mcp, settings: Object.entries(rest).map(([key, value]) => ({ key, value })) }
}

/** What the gateway knows a plugin by. */
function identify(entries: unknown): readonly unknown[] {
  if (!Array.isArray(entries)) return []
  return entries.map(readRecord).map(({ name, kind, mcp }) => [name, kind, mcp])
}
