import type { Refusal } from '../finding.ts'

const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*'
const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?'
const host = `(?:${label}(?:\\.${label})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?`
const name = `(?:${host}/)?${component}(?:/${component})*`
/** The distribution project's grammar: [host[:port]/]path[:tag][@digest]. */
const reference = new RegExp(`^(?:${name})(?::([A-Za-z0-9_][\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`)
const prefix = new RegExp(`^${host}$`)
const path = new RegExp(`^${component}(?:/${component})*$`)

/** Tags that publishers move by habit. */
const moving: ReadonlySet<string> = new Set([
  'latest',
  'main',
  'master',
  'edge',
  'nightly',
  'stable',
  'dev',
  'develop',
  'snapshot',
])

/** Refuses what no engine and no cluster takes as an image. */
export function checkImageReference(text: string): Refusal | undefined {
  const message = 'is not an image reference: [host[:port]/]path[:tag][@sha256:…]'
  if (text === '') return { message: 'must not be empty' }
  if (/^[a-z]+:\/\//i.test(text)) return { message, hint: 'Leave out the scheme' }
  if (/\/\/|^[^/]*@[^/]*\//.test(text)) return { message, hint: 'An image reference has no user info' }
  if (text.length > 400) return { message: `${message}, and not this long` }
  // Docker would read MyOrg/app as the host MyOrg.
  const isShouted = /^[^/.:]*[A-Z][^/.:]*\//.test(text)
  if (!reference.test(text) || isShouted) {
    const lower = text.replace(/^[^:@]+/, (start) => start.toLowerCase())
    return { message, ...(reference.test(lower) ? { hint: 'The path is lower case' } : {}) }
  }
  if (/^[0-9a-f]{64}$/.test(text))
    return { message: 'is an image id, which no other machine knows', hint: 'Name its repository' }
  return undefined
}

/** True when the reference can mean another image tomorrow: no digest, and no tag or a tag that moves by habit. */
export function isMovingImage(text: string): boolean {
  const match = reference.exec(text)
  if (match === null || match[2] !== undefined) return false
  return match[1] === undefined || moving.has(match[1])
}

/** Refuses what is not the name of a repository, without tag and digest. */
export function checkRepositoryName(text: string): Refusal | undefined {
  const refusal = checkImageReference(text)
  if (refusal !== undefined) return refusal
  if (new RegExp(`^${name}$`).test(text)) return undefined
  return { message: 'must be a repository without tag and digest', hint: 'Each image gets a tag of its own there' }
}

/** Refuses what is not `host[:port]` with an optional path. */
export function checkRegistryUrl(text: string): Refusal | undefined {
  const message = 'is not a registry: host[:port], with a path if need be'
  if (text.includes('@')) {
    const secret = /^(?:[a-z]+:\/\/)?[^@]*?:([^@]+)@/i.exec(text)?.[1]
    return {
      message: 'must not carry credentials',
      hint: 'Log in with: docker login HOST',
      ...(secret === undefined ? {} : { secret }),
    }
  }
  if (/^[a-z]+:\/\//i.test(text)) return { message, hint: 'Leave out the scheme' }
  const [first = '', ...rest] = text.replace(/\/$/, '').split('/')
  if (!prefix.test(first) || (rest.length > 0 && !path.test(rest.join('/')))) return { message }
  return undefined
}

/** Refuses what is not a path inside a registry. */
export function checkRegistryNamespace(text: string): Refusal | undefined {
  return path.test(text) ? undefined : { message: 'is not a path in a registry: lower-case parts between "/"' }
}
