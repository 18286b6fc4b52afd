import { type Finding, wrong } from '../finding.ts'
import { parseCpu, parseMemory } from '../grammar/quantity.ts'
import type { Path } from '../node.ts'
import type { Subject } from '../subject.ts'

type Limits = Readonly<
  Partial<Record<'memory_request' | 'memory_limit' | 'cpu_request' | 'cpu_limit', string | number | undefined>>
>

/** A request is not more than its limit, whatever units they are written in. */
export function requestsWithinLimits(stack: Subject): readonly Finding[] {
  const { postgres, redis } = stack.written.infrastructure
  const places: readonly (readonly [Path, Limits | undefined])[] = [
    ...stack.components.map(({ path, config }) => [path, config] as const),
    [['infrastructure', 'postgres'], postgres],
    [['infrastructure', 'redis'], redis],
  ]
  return places.flatMap(([path, limits]) =>
    limits === undefined
      ? []
      : [...compare(path, limits, 'memory', parseMemory), ...compare(path, limits, 'cpu', parseCpu)],
  )
}

function compare(
  path: Path,
  limits: Limits,
  kind: 'memory' | 'cpu',
  parse: (text: string) => bigint | undefined,
): readonly Finding[] {
  const request = limits[`${kind}_request`]
  const limit = limits[`${kind}_limit`]
  if (request === undefined || limit === undefined) return []
  const [least, most] = [parse(String(request)), parse(String(limit))]
  if (least === undefined || most === undefined || least <= most) return []
  return [
    wrong(
      [...path, `${kind}_request`],
      `is ${request}, more than ${kind}_limit ${limit}`,
      'Raise the limit or lower the request',
    ),
  ]
}
