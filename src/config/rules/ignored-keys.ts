import type { z } from 'zod'
import { type Finding, warn } from '../finding.ts'
import type { Node, Path } from '../node.ts'
import { ignored, keyFacts } from '../schema/keys.ts'
import { stackShape } from '../schema/stack.ts'
import { elementOf, shapeOf } from '../schema/walk.ts'
import { type Subject, shorten } from '../subject.ts'

/** Keys whose description says that Compose has no use for them: once per key, however many components have it. */
export function ignoredKeys(stack: Subject): readonly Finding[] {
  if (stack.target !== 'compose') return []
  const byKey = new Map<string, { readonly path: Path; readonly owners: string[] }>()
  for (const path of writtenPaths(stackShape, stack.root, [])) {
    const owner = stack.components.find((component) => component.path.every((step, index) => step === path[index]))
    const key = [owner === undefined ? '' : 'component', ...path.slice(owner?.path.length ?? 0)].join('.')
    const found = byKey.get(key) ?? { path, owners: [] }
    byKey.set(key, found)
    if (owner !== undefined) found.owners.push(owner.name)
  }
  return [...byKey.values()].map(({ path, owners }) =>
    warn(path, `does nothing on Compose${owners.length > 1 ? `: ${shorten(owners)}` : ''}`),
  )
}

function writtenPaths(schema: z.core.$ZodType, node: Node, path: Path): readonly Path[] {
  if (node.kind === 'list') {
    const element = elementOf(schema)
    return element === undefined
      ? []
      : node.items.flatMap((item, index) => writtenPaths(element, item, [...path, index]))
  }
  if (node.kind === 'scalar') return []
  const shape = shapeOf(schema) ?? {}
  return [...node.entries].flatMap(([name, { value }]): readonly Path[] => {
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined
    if (field === undefined || (value.kind === 'scalar' && value.value === null)) return []
    return keyFacts.get(field)?.compose === ignored ? [[...path, name]] : writtenPaths(field, value, [...path, name])
  })
}
