import { lstat, rm, truncate } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { BundleFile } from '../model/bundle.ts'
import type { Stream } from '../model/host.ts'
import type { HiddenValue, Redactor } from '../model/io.ts'
import type { HostSelfScan, Leak, WrittenFile } from '../model/leak.ts'
import type { Secret } from '../model/secret.ts'
import { changedFiles, type FolderState, readFolderState } from './changed-files.ts'
import { isDistinct, leakForms } from './leak-forms.ts'
import { createLeakSearch, type LeakSearch, searchFile } from './leak-search.ts'
import { listenTo, type Printed } from './printed.ts'

/**
 * The second line behind the redactor: reads back what the run has written and searches it for every secret value. It has a
 * list of forms and a search of its own, so that no mistake of the redactor's is made twice.
 */
export interface SelfScan extends HostSelfScan {
  /** A redactor whose values are searched for. */
  guard<T extends Redactor>(redactor: T): T
  /** A folder of ours: what is new or changed in it from now on was written by this run, by itself or by a child. */
  watch(folder: string): Promise<void>
  /** The stream, listened to. */
  listen(stream: Stream, name: 'stdout' | 'stderr'): Stream
  /** What of these texts holds a secret; nothing is removed, for nothing was written. */
  leaksIn(texts: readonly BundleFile[]): readonly Leak[]
  /**
   * Values that are one of these names, which stand in all that is written: told of here, and searched for no longer, or
   * whatever names the stack would be said to leak.
   *
   * @param names  name → what it is the name of
   * @returns name of the secret → what its value is the name of
   */
  sameAs(names: ReadonlyMap<string, string>): ReadonlyMap<string, string>
  /** Removes a file, if this run wrote it: what was asked for is refused after all. */
  withdraw(path: string): Promise<void>
  /** Searches all that was written since the last time, and removes what holds a value. */
  run(): Promise<readonly Leak[]>
}

interface Entry extends WrittenFile {
  /** As it was written, for messages. */
  readonly shown: string
  /** It was there before this run, which did not write it: it is never touched. */
  readonly theirs?: boolean
}

export function createSelfScan(): SelfScan {
  /** value → name: a key of the stored state is seen again where its certificate is judged. */
  const values = new Map<string, string>()
  const written = new Map<string, Entry>()
  const watched = new Map<string, FolderState>()
  const printed = new Map<string, Printed>()
  /** Values that are names of the stack. */
  const publicNames = new Set<string>()
  /** What was found clean, by its state and the number of values it was searched for. */
  const clean = new Map<string, string>()
  /** What stays as it is, and was said. */
  const told = new Set<string>()
  let withheld: Leak[] = []
  let made: { readonly search: LeakSearch; readonly size: number } | undefined

  const searchNow = (): LeakSearch => {
    const size = values.size + publicNames.size
    if (made?.size !== size) {
      made = { search: searchFor([...values].filter(([value]) => !publicNames.has(value))), size }
    }
    return made.search
  }
  const leaksIn: SelfScan['leaksIn'] = (texts) =>
    texts.flatMap(({ path, text }) => toLeaks(path, searchNow().find(Buffer.from(text)), 'withheld'))

  const scanFile = async (path: string, { from, shown, theirs }: Entry): Promise<readonly Leak[]> => {
    if (told.has(path)) return []
    try {
      const facts = await lstat(path)
      // A link is not ours: what it leads to was not written by us.
      if (!facts.isFile() || facts.size <= (from ?? 0)) return []
      const state = `${facts.size} ${facts.mtimeMs} ${facts.ino} ${values.size}`
      if (clean.get(path) === state) return []
      const names = await searchFile(path, from ?? 0, searchNow())
      if (names.size > 0) {
        const remedy = theirs === true ? 'left' : await takeBack(path, from)
        if (remedy === 'kept' || remedy === 'left') told.add(path)
        return toLeaks(shown, names, remedy)
      }
      clean.set(path, state)
      return []
    } catch (error) {
      // Removed meanwhile, as temporary files are.
      if (isGone(error)) return []
      told.add(path)
      return [{ secrets: [], place: shown, remedy: 'unread' }]
    }
  }

  return {
    guard: (redactor) => ({
      ...redactor,
      add(secret: Secret, how: HiddenValue = {}) {
        const value = secret.reveal()
        if (how.needle !== false && !values.has(value)) values.set(value, secret.name)
        redactor.add(secret, how)
      },
    }),

    async watch(folder) {
      watched.set(folder, await readFolderState(folder))
    },

    listen(stream, name) {
      const listened = listenTo(stream, searchNow)
      printed.set(name, listened)
      return listened.stream
    },

    wrote(path, how = {}) {
      const key = resolve(path)
      const before = written.get(key)?.from
      const from = how.from === undefined || before === undefined ? (how.from ?? before) : Math.min(how.from, before)
      written.set(key, {
        shown: path,
        ...(from === undefined ? {} : { from }),
        ...(how.secret === undefined ? {} : { secret: how.secret }),
      })
    },

    leaksIn,

    sameAs(names) {
      const same = new Map<string, string>()
      for (const [value, secret] of values) {
        const what = isDistinct(value) ? names.get(value) : undefined
        if (what === undefined) continue
        publicNames.add(value)
        same.set(secret, what)
      }
      return same
    },

    mayLeave(place, text) {
      const leaks = leaksIn([{ path: place, text }])
      withheld.push(...leaks)
      return leaks.length === 0
    },

    async withdraw(path) {
      if (written.has(resolve(path))) await rm(path, { force: true }).catch(() => undefined)
    },

    async run() {
      const files = new Map(written)
      for (const [folder, before] of watched) {
        for (const { existed, path } of await changedFiles(folder, before)) {
          if (!files.has(resolve(path))) files.set(resolve(path), { shown: path, theirs: existed })
        }
      }
      const leaks: Leak[] = withheld
      withheld = []
      for (const [path, entry] of files) if (entry.secret !== true) leaks.push(...(await scanFile(path, entry)))
      for (const [name, listened] of printed) leaks.push(...toLeaks(name, listened.search(searchNow()), 'printed'))
      return leaks
    },
  }
}

function searchFor(values: readonly (readonly [string, string])[]): LeakSearch {
  return createLeakSearch(
    values.flatMap(([value, name]) => leakForms(value).map((form): readonly [Buffer, string] => [form, name])),
  )
}

function toLeaks(place: string, names: ReadonlySet<string>, remedy: Leak['remedy']): readonly Leak[] {
  return names.size === 0 ? [] : [{ secrets: [...names].sort(), place, remedy }]
}

/** A file of somebody else's is cut back to what it held; ours is removed. */
async function takeBack(path: string, from: number | undefined): Promise<Leak['remedy']> {
  try {
    if (from === undefined) await rm(path)
    else await truncate(path, from)
    return from === undefined ? 'removed' : 'cut'
  } catch (error) {
    return isGone(error) ? 'removed' : 'kept'
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
