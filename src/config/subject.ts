import type { TargetType } from '../model/stack.ts'
import type { Secrecy, Variables } from './component-env.ts'
import type { Finding } from './finding.ts'
import type { Node, Path } from './node.ts'
import type { Written, WrittenComponent, WrittenPlugin } from './schema/stack.ts'
import { standInName } from './shape.ts'

/** What rules look at: the stack in shape, every key with its default, and what was read beside it. */
export interface Subject {
  readonly written: Written
  readonly root: Node
  readonly target: TargetType
  readonly components: readonly ComponentSubject[]
  /** Environments by component: env_file and env_vars together. */
  readonly variables: ReadonlyMap<string, Variables>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** False with --no-environment. */
  readonly checkEnvironment: boolean
  /** The command asks the providers, and tells what is missing together with what they say. */
  readonly asksSecrets: boolean
  readonly requirePinned: boolean
  /** What is said of secrets, by component. */
  readonly secrecy: ReadonlyMap<string, Secrecy>
  /** Names of variables that some text refers to. */
  readonly referred: ReadonlySet<string>
}

export interface ComponentSubject {
  /** `gateway`, or the plugin's name. */
  readonly name: string
  readonly path: Path
  readonly config: WrittenComponent
  readonly plugin?: WrittenPlugin
  readonly mtls: boolean
}

/** One thing that must hold across keys; says nothing where all is well. */
export type Rule = (stack: Subject) => readonly Finding[]

/** Gateway first, then the plugins in order; one with a broken name is called by its place. */
export function componentsOf(written: Written): readonly ComponentSubject[] {
  const gatewayMtls = written.gateway.mtls_enabled ?? true
  const gateway: ComponentSubject = { name: 'gateway', path: ['gateway'], config: written.gateway, mtls: gatewayMtls }
  const plugins = written.plugins.map(
    (plugin, index): ComponentSubject => ({
      name: plugin.name === standInName ? `plugins[${index}]` : plugin.name,
      path: ['plugins', index],
      config: plugin,
      plugin,
      mtls: plugin.mtls_enabled ?? gatewayMtls,
    }),
  )
  return [gateway, ...plugins]
}

/** A few names and how many more: for problems that would else be five hundred. */
export function shorten(names: readonly string[], most = 5): string {
  if (names.length <= most) return names.join(', ')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

export interface EffectiveRegistry {
  readonly enabled: boolean
  readonly push: boolean
  readonly url?: string | undefined
  readonly namespace?: string | undefined
}

/** A component's registry over the top-level one, key by key. */
export function registryOf(written: Written, config: WrittenComponent): EffectiveRegistry {
  const [own, top] = [config.registry, written.registry]
  return {
    enabled: own?.enabled ?? top?.enabled ?? false,
    push: own?.push ?? top?.push ?? true,
    url: own?.url ?? top?.url,
    namespace: own?.namespace ?? top?.namespace,
  }
}
