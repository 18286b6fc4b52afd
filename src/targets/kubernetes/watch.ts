import { StackError } from '../../errors.ts'
import type { Place, WatchEvent } from './api.ts'
import type { KubeObject } from './kube-objects.ts'
import { withQuery } from './paths.ts'

/** A list that is followed: `pods`, and the path that lists them with its selector. */
export interface Followed {
  readonly kind: string
  /** Path of the list, with a label selector where there is one. */
  readonly path: string
  /** The wait goes on without it where our rights do not let us (events). */
  readonly optional?: true
}

/** How long a server may keep a stream open before it is opened again, in seconds; under the usual 300 s of proxies. */
const streamSeconds = 240

/** Between two attempts while the server does not answer. */
const againMilliseconds = 500

/** What is known of the followed lists, kept up to date by their streams. */
export interface Follower {
  /** All objects of a kind as they were last seen. */
  objects(kind: string): readonly KubeObject[]
  /** Resolves when anything changed since the last call, or after so many milliseconds, or when the run is told to stop. */
  changed(milliseconds: number): Promise<void>
  /** Ends the streams and waits until they are gone. */
  close(): Promise<void>
}

/**
 * Lists every kind and then follows it from there: one stream per kind. A stream that ends, breaks or is told that its place is
 * gone (410) begins again with a list, so nothing is missed, only seen later.
 *
 * @throws StackError ENGINE_UNREACHABLE, RIGHTS_MISSING when a first list cannot be had.
 */
export async function followLists(place: Place, followed: readonly Followed[]): Promise<Follower> {
  const { io } = place
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, io.signal])
  const known = new Map<string, Map<string, KubeObject>>(followed.map(({ kind }) => [kind, new Map()]))
  let news = createNews()

  const list = async ({ kind, path }: Followed): Promise<string> => {
    const { status, body } = await place.api.get(path)
    if (status !== 200) throw refused(kind, status)
    const items = itemsOf(body)
    known.set(kind, new Map(items.map((item) => [item.metadata.name, item])))
    news.tell()
    return stringAt(body, 'metadata', 'resourceVersion') ?? ''
  }

  /** Returns when the place in the stream is lost and a list is needed. */
  const follow = async ({ kind, path }: Followed, from: string): Promise<void> => {
    const objects = known.get(kind) ?? new Map<string, KubeObject>()
    let seen = from
    while (!signal.aborted) {
      let lost = false
      const status = await place.api.watch(watchPath(path, seen), signal, (event) => {
        if (event.type === 'ERROR') lost = true
        else seen = stringAt(event.object, 'metadata', 'resourceVersion') ?? seen
        if (reduce(objects, event)) news.tell()
      })
      if (lost || status !== 200) return
    }
  }

  const keep = async (one: Followed, first: string): Promise<void> => {
    let from: string | undefined = first
    while (!signal.aborted) {
      try {
        await follow(one, from ?? (await list(one)))
      } catch {
        // The server is away or in trouble; whoever waits has a time-out of its own.
      }
      from = undefined
      // Also after an ordinary end: a server that ends every stream at once is not asked in a tight loop.
      await io.clock.sleep(againMilliseconds, signal)
    }
  }

  const firsts = await Promise.all(
    followed.map(async (one) => {
      try {
        return { one, from: await list(one) }
      } catch (error) {
        if (one.optional === true) return undefined
        throw error
      }
    }),
  )
  const streams = firsts.flatMap((first) => (first === undefined ? [] : [keep(first.one, first.from)]))

  return {
    objects: (kind) => [...(known.get(kind)?.values() ?? [])],
    async changed(milliseconds) {
      const timer = new AbortController()
      await Promise.race([news.told, io.clock.sleep(milliseconds, AbortSignal.any([timer.signal, io.signal]))])
      timer.abort()
      news = createNews()
    },
    async close() {
      stop.abort()
      await Promise.all(streams)
    },
  }
}

/** One event into what is known. Pure but for the map it is given. @returns whether anything differs now. */
export function reduce(objects: Map<string, KubeObject>, { type, object }: WatchEvent): boolean {
  if (type === 'BOOKMARK' || type === 'ERROR') return false
  const name = nameOf(object)
  if (type === 'DELETED') return objects.delete(name)
  objects.set(name, asObject(object))
  return true
}

function createNews() {
  let tell: () => void = () => undefined
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  return { told, tell: () => tell() }
}

function watchPath(path: string, resourceVersion: string): string {
  return withQuery(path, { watch: true, allowWatchBookmarks: true, timeoutSeconds: streamSeconds, resourceVersion })
}

function refused(kind: string, status: number): StackError {
  if (status === 403) {
    return new StackError({
      code: 'RIGHTS_MISSING',
      message: `${kind} may not be listed`,
      hint: 'mcp-deploy rbac | kubectl apply -f -',
    })
  }
  return new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `the API server answers a list of ${kind} with ${status}`,
    hint: 'Run again when the API server is well',
  })
}

function itemsOf(body: Readonly<Record<string, unknown>>): readonly KubeObject[] {
  const { items } = body
  return Array.isArray(items) ? items.map(asObject) : []
}

function nameOf(object: Readonly<Record<string, unknown>>): string {
  return stringAt(object, 'metadata', 'name') ?? ''
}

function stringAt(object: Readonly<Record<string, unknown>>, outer: string, inner: string): string | undefined {
  const value = (object[outer] as Readonly<Record<string, unknown>> | undefined)?.[inner]
  return typeof value === 'string' ? value : undefined
}

/** The server gives objects of the kind it was asked for. */
const asObject = (value: unknown) => value as KubeObject
