import type { Problem } from '../../model/problem.ts'
import type { KubeObject } from './kube-objects.ts'

export interface KubeNode extends KubeObject {
  readonly spec?: { readonly unschedulable?: boolean }
  readonly status?: { readonly nodeInfo?: { readonly architecture?: string; readonly operatingSystem?: string } }
}

/** What a component runs on, and where it may run. */
export interface Placed {
  readonly component: string
  /** Empty where nobody says. */
  readonly platforms: readonly string[]
  readonly nodeSelector: Readonly<Record<string, string>>
}

/** Images that no node, or not every node, can run; nothing is said where either side is not known. Pure. */
export function comparePlatforms(nodes: readonly KubeNode[], placed: readonly Placed[]): readonly Problem[] {
  return placed.flatMap(({ component, platforms, nodeSelector }): Problem[] => {
    if (platforms.length === 0) return []
    const candidates = nodes.filter(
      ({ spec, metadata }) =>
        spec?.unschedulable !== true &&
        Object.entries(nodeSelector).every(([key, value]) => metadata.labels?.[key] === value),
    )
    const kinds = [...new Set(candidates.flatMap((node) => platformOf(node) ?? []))].toSorted()
    // A variant (arm/v7) is below what a node says of itself.
    const own = new Set(platforms.map((platform) => platform.split('/').slice(0, 2).join('/')))
    const others = kinds.filter((kind) => !own.has(kind))
    if (others.length === 0) return []
    const what = `the image of ${component} is for ${[...own].toSorted().join(', ')}`
    if (others.length === kinds.length) {
      return [
        {
          severity: 'error',
          code: 'PLATFORM_MISMATCH',
          message: `${what}, and the nodes are ${kinds.join(', ')}`,
          hint: `Build it for them: platforms: [${kinds.join(', ')}]`,
        },
      ]
    }
    return [
      {
        severity: 'warning',
        code: 'PLATFORM_MISMATCH',
        message: `${what}, and some nodes are ${others.join(', ')}`,
        hint: `Set node_selector: {kubernetes.io/arch: ${[...own][0]?.split('/')[1] ?? ''}} for it, or build it for all of them`,
      },
    ]
  })
}

/** `linux/arm64`; undefined for a node that does not say. */
export function platformOf({ status }: KubeNode): string | undefined {
  const { architecture, operatingSystem } = status?.nodeInfo ?? {}
  return architecture === undefined || operatingSystem === undefined ? undefined : `${operatingSystem}/${architecture}`
}
