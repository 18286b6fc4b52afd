import { join } from 'node:path'
import { StackError } from '../errors.ts'
import { type Finding, good, wrong } from '../model/check.ts'
import type { Engine } from '../model/image.ts'
import type { Io } from '../model/io.ts'
import type { ImagePlan } from '../model/plan.ts'
import { runLimited } from '../model/run-limited.ts'
import { readContainerfile } from './containerfile.ts'
import { inspectImage } from './engine-store.ts'
import { checkSource } from './identify-source.ts'
import { parseReference } from './image-reference.ts'
import { openRegistry } from './registry.ts'

const atOnce = 8

/** A base image nobody here has. */
export interface AbsentBase {
  readonly base: string
  /** `docker.io: HTTP 401` */
  readonly reason: string
}

/**
 * Whether builds of folders on this disk find what they start from; what a git source starts from only its fetch tells.
 *
 * @param baseImages  ci_cd.build.base_images.
 */
export async function checkBases(
  images: readonly ImagePlan[],
  baseImages: Readonly<Record<string, string>>,
  engine: Engine,
  io: Io,
): Promise<readonly Finding[]> {
  const broken: Finding[] = []
  const bases = new Set<string>()
  for (const { component, source } of images) {
    if (source.kind !== 'path') continue
    try {
      const text = await io.files.read(join(source.path, await checkSource(source.path, source, io)))
      for (const base of readContainerfile(text, source.buildArgs).bases) bases.add(baseImages[base] ?? base)
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      broken.push(wrong(true, `source ${component}`, error))
    }
  }
  const registry = openRegistry(io)
  const absent = await runLimited([...bases], atOnce, async (base): Promise<AbsentBase | undefined> => {
    const parsed = parseReference(base)
    if (parsed === undefined || (await inspectImage(engine, base, io).catch(() => undefined)) !== undefined) {
      return undefined
    }
    const answer = await registry.look(parsed)
    if (answer.kind === 'found') return undefined
    return { base, reason: answer.kind === 'absent' ? `${parsed.registry} has none` : answer.reason }
  })
  const missing = absent.filter((one) => one !== undefined)
  return [...broken, ...(bases.size === 0 ? [] : [judgeBases([...bases], missing)])]
}

/** A warning: the builder may have its own copy, or its own way to the registry. */
export function judgeBases(bases: readonly string[], absent: readonly AbsentBase[]): Finding {
  const [first] = absent
  if (first === undefined) return good('base images', bases.join(', '))
  return wrong(false, 'base images', {
    code: 'IMAGE_NOT_FOUND',
    message: absent.map(({ base, reason }) => `${base} (${reason})`).join(', '),
    hint: `Name one that can be had: ci_cd.build.base_images: {"${first.base}": registry.example/${first.base}}`,
  })
}
