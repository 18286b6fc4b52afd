import { objectLabels } from '../../model/kubernetes.ts'
import type { ComponentPlan, Plan } from '../../model/plan.ts'
import type { Json, JsonObject } from '../../model/stack.ts'

/**
 * `rolling: parallel`: until its pod template's hash is known, a plugin runs in slot `rN`. The capital letter is legal in no
 * DNS name, so that `-rN` stands in no text but ours.
 */
export const openSlot = 'rN'

/** Slots that a plugin may run in: one that runs, one that comes up, one that a failed deploy left behind. */
export const slots = ['r1', 'r2', 'r3'] as const

/** Whether the plan's plugins come up beside their old revisions. */
export function isParallel(plan: Plan): boolean {
  return plan.deploy.rolling === 'parallel'
}

/** Name of a component's workload before its slot is known. */
export function workloadName(plan: Plan, component: ComponentPlan): string {
  return hasSlot(plan, component) ? `${component.service}-${openSlot}` : component.service
}

export function hasSlot(plan: Plan, component: ComponentPlan): boolean {
  return isParallel(plan) && component.role === 'plugin'
}

export function slotLabel(plan: Plan, component: ComponentPlan): Readonly<Record<string, string>> {
  return hasSlot(plan, component) ? { [objectLabels.revision]: openSlot } : {}
}

/** The plan with every plugin under the URL of its slot. */
export function withSlotUrls(plan: Plan): Plan {
  if (!isParallel(plan)) return plan
  const host = new Map(plan.plugins.map(({ name, service }) => [name, service]))
  const plugins = plan.pluginsConfig.plugins.map((entry) => {
    const { name, mcp } = entry
    const service = host.get(String(name))
    if (service === undefined || typeof mcp !== 'object' || mcp === null || !('url' in mcp)) return entry
    const url = String(mcp.url).replace(`//${service}.`, `//${service}-${openSlot}.`)
    return { ...entry, mcp: { ...mcp, url } }
  })
  return { ...plan, pluginsConfig: { ...plan.pluginsConfig, plugins } }
}

/** The open slots of a value closed: workload's stable name → slot. */
export function fillSlots(value: JsonObject, chosen: ReadonlyMap<string, string>): JsonObject {
  if (chosen.size === 0) return value
  const own = ownSlot(value, chosen)
  const names = [...chosen].map(([service, slot]): [string, string] => [`${service}-${openSlot}`, `${service}-${slot}`])
  const fill = (item: Json): Json => {
    if (typeof item === 'string') {
      if (item === openSlot) return own ?? item
      return item.includes(`-${openSlot}`) ? replaceNames(item, names) : item
    }
    if (Array.isArray(item)) return item.map(fill)
    if (typeof item !== 'object' || item === null) return item
    return Object.fromEntries(Object.entries(item).map(([key, entry]) => [key, fill(entry)]))
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fill(entry)]))
}

/** A whole name only: `mcp-plugin-a-rN` is part of no other, but `x-mcp-plugin-a-rN` might be written by a user. */
function replaceNames(text: string, names: readonly (readonly [string, string])[]): string {
  return names.reduce((result, [open, closed]) => result.replaceAll(open, closed), text)
}

/** The slot that the label of this very object means. */
function ownSlot(manifest: JsonObject, chosen: ReadonlyMap<string, string>): string | undefined {
  const { metadata } = manifest
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata) || !('labels' in metadata))
    return undefined
  const { labels } = metadata
  if (typeof labels !== 'object' || labels === null || Array.isArray(labels)) return undefined
  const name = 'app.kubernetes.io/name' in labels ? labels['app.kubernetes.io/name'] : undefined
  return typeof name === 'string' ? chosen.get(name) : undefined
}
