import { StackError } from '../../errors.ts'
import { leafSecret } from '../../model/cert-manager.ts'
import type { ComponentPlan, Plan } from '../../model/plan.ts'
import type { JsonObject } from '../../model/stack.ts'
import { stableText, textOf } from './json.ts'

/** Names of ConfigMaps, Secrets and claims before their content names them. */
export const names = {
  env: (component: ComponentPlan) => `${component.service}-env`,
  certificates: (component: ComponentPlan) => leafSecret(component.service),
  config: (component: ComponentPlan) => `${component.service}-config`,
  claim: (component: ComponentPlan) => `${component.service}-data`,
  shim: 'mcp-stack-shim',
  pull: 'mcp-stack-pull',
  account: 'mcp-stack',
} as const

/** The folders that the plan's environment names (`src/plan/contract/paths.ts`). */
const folders = { certificates: '/app/certs/mcp', config: '/app/config', shim: '/opt/mcp-stack/shim' } as const

/** For the owner's group: `fsGroup` is the group. Octal 440. */
const groupReadable = 0o440

export interface Volumes {
  readonly volumes: readonly JsonObject[]
  readonly mounts: readonly JsonObject[]
}

/** What a component mounts, in this order: ours, its data, the user's, and memory of its own where it must write. */
export function planVolumes(plan: Plan, component: ComponentPlan): Volumes {
  const kept = [
    ...certificates(plan, component),
    ...(component.role === 'gateway' ? [file('config', names.config(component), folders.config)] : []),
    ...(component.shim ? [file('shim', names.shim, folders.shim)] : []),
    ...data(component),
    ...component.pod.volumes.map(({ name, mountPath, subPath, readOnly, source }) => ({
      volume: { name, ...source },
      mount: { name, mountPath, ...(subPath === undefined ? {} : { subPath }), ...(readOnly ? { readOnly } : {}) },
    })),
  ]
  const taken = new Set(kept.map(({ mount }) => mount.mountPath))
  const all: readonly Mounted[] = [...kept, ...scratch(component, taken)]
  return { volumes: uniqueVolumes(component, all), mounts: all.map(({ mount }) => mount) }
}

/** One volume may be mounted twice; two of one name may not be. */
function uniqueVolumes(component: ComponentPlan, all: readonly Mounted[]): readonly JsonObject[] {
  const volumes = new Map<string, JsonObject>()
  for (const { volume, mount } of all) {
    if (volume === undefined) continue
    const name = textOf(mount['name'])
    const other = volumes.get(name)
    if (other !== undefined && stableText(other) !== stableText(volume)) {
      throw new StackError({
        code: 'CONFIG_INVALID',
        message: `${component.name} would have two volumes with the name ${name}`,
        hint: `Give yours another name: volumes of ${component.name}`,
      })
    }
    volumes.set(name, volume)
  }
  return [...volumes.values()]
}

interface Mounted {
  /** Absent for what the workload itself claims. */
  readonly volume: JsonObject | undefined
  readonly mount: JsonObject & { readonly mountPath: string }
}

function certificates(plan: Plan, component: ComponentPlan): readonly Mounted[] {
  const request = plan.certificates.find((candidate) => candidate.component === component.name)
  if (request === undefined) return []
  const { kind } = request
  const items = [
    { key: 'tls.crt', path: `${kind}.crt` },
    { key: 'tls.key', path: `${kind}.key` },
    { key: 'ca.crt', path: 'ca.crt' },
  ]
  const secret = { secretName: names.certificates(component), defaultMode: groupReadable, items }
  return [
    { volume: { name: 'certs', secret }, mount: { name: 'certs', mountPath: folders.certificates, readOnly: true } },
  ]
}

function file(name: string, configMap: string, mountPath: string): Mounted {
  return { volume: { name, configMap: { name: configMap } }, mount: { name, mountPath, readOnly: true } }
}

function data(component: ComponentPlan): readonly Mounted[] {
  return Object.keys(component.dataPaths).map((mountPath) => ({
    volume:
      component.role === 'postgres'
        ? undefined
        : { name: 'data', persistentVolumeClaim: { claimName: names.claim(component) } },
    mount: { name: 'data', mountPath },
  }))
}

function scratch(component: ComponentPlan, taken: ReadonlySet<string>): readonly Mounted[] {
  const paths = component.readOnlyRoot ? component.writablePaths.filter((path) => !taken.has(path)) : []
  const used = new Map<string, number>()
  return paths.map((mountPath) => {
    const slug = `writable-${mountPath
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-/, '')}`
      .slice(0, 55)
      .replace(/-+$/, '')
    const count = (used.get(slug) ?? 0) + 1
    used.set(slug, count)
    const name = count === 1 ? slug : `${slug}-${count}`
    return { volume: { name, emptyDir: {} }, mount: { name, mountPath } }
  })
}
