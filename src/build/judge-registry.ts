import { type Finding, good, wrong } from '../model/check.ts'
import type { RegistryUse } from './check-registries.ts'
import { isLoopback, nameOf } from './image-reference.ts'
import type { Entry, RegistryAnswer } from './registry.ts'

/** An image, and who has it. */
export interface SeenImage {
  readonly reference: string
  readonly answer: RegistryAnswer | { readonly kind: 'stored' }
}

/** What the use of one registry came to. */
export interface RegistryFacts {
  readonly entry: Entry | { readonly reason: string }
  readonly images: readonly SeenImage[]
}

/** @param onEngine  The engine that runs the images was asked for them before. */
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
    const message = `has no image ${absent.reference}${onEngine ? ', and neither has the engine' : ''}`
    return wrong(true, name, {
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
  const found = images.filter(({ answer }) => answer.kind === 'found').length
  const pulls = found === 0 ? [] : [found === 1 ? 'has the image' : `has all ${found} images`]
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
