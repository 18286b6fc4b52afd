import { type Finding, good, judgeClock, wrong } from '../model/check.ts'
import type { Io } from '../model/io.ts'
import type { ImagePlan } from '../model/plan.ts'
import { type ImageReference, isLoopback, nameOf, parseReference } from './image-reference.ts'
import { type Entry, openRegistry, type Registry, type RegistryAnswer } from './registry.ts'
import { runLimited } from './run-limited.ts'

/** What a stack wants of one registry. */
export interface RegistryUse {
  readonly registry: string
  /** Repositories that built images are pushed to. */
  readonly push: readonly string[]
  /** Ready-made images. */
  readonly pull: readonly { readonly reference: string; readonly parsed: ImageReference }[]
}

/** What the use of one registry came to. */
export interface RegistryFacts {
  readonly entry: Entry | { readonly reason: string }
  readonly images: readonly { readonly reference: string; readonly answer: RegistryAnswer }[]
}

const atOnce = 8

/** Every registry that the images of a plan come from or go to, in order of its name. Pure. */
export function registriesOf(images: readonly ImagePlan[]): readonly RegistryUse[] {
  const uses = new Map<string, { push: Set<string>; pull: Map<string, ImageReference> }>()
  for (const { source, registry, repository } of images) {
    const pulled = source.kind === 'image'
    const reference = pulled ? source.reference : repository
    const parsed = parseReference(reference)
    if (parsed === undefined || (!pulled && registry?.push !== true)) continue
    const use = uses.get(parsed.registry) ?? { push: new Set(), pull: new Map() }
    uses.set(parsed.registry, use)
    if (pulled) use.pull.set(reference, parsed)
    else use.push.add(parsed.path)
  }
  return [...uses]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([registry, { push, pull }]) => ({
      registry,
      push: [...push],
      pull: [...pull].map(([reference, parsed]) => ({ reference, parsed })),
    }))
}

/** Asks one registry for all that a deploy will want of it; pushes nothing. The clock of one elsewhere is compared with ours. */
export async function checkRegistry(use: RegistryUse, onEngine: boolean, io: Io): Promise<readonly Finding[]> {
  const registry = openRegistry(io)
  const [entry, images] = await Promise.all([
    enter(use, registry),
    runLimited(use.pull, atOnce, async ({ reference, parsed }) => ({ reference, answer: await registry.look(parsed) })),
  ])
  const date = 'reason' in entry || isLoopback(use.registry) ? undefined : entry.date
  const clock = judgeClock(date, io.clock.now(), use.registry)
  return [judgeRegistry(use, { entry, images }, onEngine), ...(clock === undefined ? [] : [clock])]
}

async function enter({ registry: host, push, pull }: RegistryUse, registry: Registry): Promise<RegistryFacts['entry']> {
  const path = push[0] ?? pull[0]?.parsed.path ?? ''
  try {
    return await registry.enter(host, path, push.length === 0 ? 'pull' : 'pull,push')
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  }
}

/** @param onEngine  The images run on an engine that may have them already; a cluster's nodes ask the registry themselves. */
export function judgeRegistry(use: RegistryUse, { entry, images }: RegistryFacts, onEngine: boolean): Finding {
  const { registry, push } = use
  const name = `registry ${registry}`
  const pushes = push.length > 0
  if ('reason' in entry) {
    return wrong(pushes, name, {
      code: 'REGISTRY_UNREACHABLE',
      message: entry.reason.replace(`${registry}: `, ''),
      hint: mend(registry, entry.reason),
    })
  }
  const who = entry.credentials ? 'logged in' : 'anonymous'
  const login = `docker login ${registry}`
  if (entry.status === 429 || entry.status >= 500) {
    const message = `answers HTTP ${entry.status}`
    return wrong(pushes, name, { code: 'REGISTRY_UNREACHABLE', message, hint: 'Try again in a while' })
  }
  const lacksPush = entry.granted !== undefined && !entry.granted.some((action) => action === 'push' || action === '*')
  if (pushes && (entry.status >= 400 || lacksPush)) {
    const message = `${who}, and may not push to ${push[0] ?? ''}`
    const hint = entry.credentials ? `Log in as somebody who may: ${login}` : `Log in: ${login}`
    return wrong(true, name, { code: 'RIGHTS_MISSING', message, hint })
  }
  const absent = images.find(({ answer }) => answer.kind === 'absent')
  if (absent !== undefined) {
    const message = `has no image ${absent.reference}${onEngine ? '; it is looked for in the engine too' : ''}`
    return wrong(!onEngine, name, {
      code: 'IMAGE_NOT_FOUND',
      message,
      hint: `Look at the name and the tag: docker pull ${absent.reference}`,
    })
  }
  const closed = images.find(({ answer }) => answer.kind === 'refused' || answer.kind === 'unreachable')
  if (closed !== undefined && 'reason' in closed.answer) {
    const message = `${who}, and does not show ${nameOf(closed.reference)} (${closed.answer.reason})`
    return wrong(false, name, { code: 'IMAGE_NOT_FOUND', message, hint: `Log in, or look at the name: ${login}` })
  }
  const pulls = images.length === 0 ? [] : [`has ${images.length === 1 ? 'the image' : `all ${images.length} images`}`]
  // Only a push itself proves it where no token says so.
  const pushed = pushes ? [entry.granted === undefined ? 'lets us in' : 'may be pushed to'] : []
  return good(name, [who, ...pulls, ...pushed].join(', '))
}

/** What the network's reason asks for; the words are those of Node's TLS and sockets. */
function mend(registry: string, reason: string): string {
  if (/altname/i.test(reason)) return 'Write its name as its certificate has it, or look who answers in its place'
  if (/certificate (?:has expired|is not yet valid)/i.test(reason))
    return 'Have its certificate renewed; look at the clock'
  if (/certificate|self[- ]signed|issuer/i.test(reason)) return 'Trust its CA: network.ca_file: company-ca.pem'
  if (/wrong version number|packet length/i.test(reason))
    return 'It speaks plain HTTP, which is trusted on this machine only'
  return `Look at the name, HTTPS_PROXY and NO_PROXY: curl -I ${isLoopback(registry) ? 'http' : 'https'}://${registry}/v2/`
}
