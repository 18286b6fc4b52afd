import { StackError } from '../../errors.ts'
import { type HeldLock, type LockRequest, lockTimes } from '../held-lock.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import { formatMark, isGone, type ProcessMark, parseMark } from '../process-mark.ts'
import { createEmptyContainer } from './empty-container.ts'
import { type Place, runEngine } from './engine.ts'
import { labels, lockContainer } from './names.ts'
import { packTar, unpackTar } from './tar.ts'

/**
 * Takes the project's lock: a container's name, which the engine gives away once. The holder's heartbeat is a
 * counter in that container, so that no two clocks are compared. A waiter that sees it stand still takes over; one on
 * the same machine that sees the holder's process gone does so at once.
 *
 * @throws StackError LOCK_HELD naming the holder, after `waitSeconds`.
 */
export async function takeLock(place: Place, request: LockRequest): Promise<HeldLock> {
  const { io } = place
  const times = request.times ?? lockTimes
  const start = io.clock.now().getTime()
  let watched: { id: string; beat: string; since: number } | undefined
  let told = false
  for (;;) {
    stopIfInterrupted(io)
    const id = await createLock(place, request)
    if (id !== undefined) return keepLock(place, id, times.beatSeconds)

    const now = io.clock.now().getTime()
    const seen = await readLock(place)
    if (seen === undefined) continue
    if (seen.mark !== undefined && (await isGone(seen.mark, request.mark, io))) {
      io.progress.line(`the run of ${seen.holder} (${seen.purpose}) ended without giving its lock back: taking over`)
      await runEngine(place, ['rm', '--force', seen.id])
      continue
    }
    if (watched?.id !== seen.id || watched.beat !== seen.beat) watched = { ...seen, since: now }
    if (now - watched.since >= times.staleSeconds * 1000) {
      io.progress.line(
        `the lock of ${seen.holder} (${seen.purpose}) shows no life for ${times.staleSeconds} s: taking over`,
      )
      await runEngine(place, ['rm', '--force', seen.id])
      continue
    }
    if (now - start >= request.waitSeconds * 1000) throw held(place, seen, request.waitSeconds)
    if (!told) io.progress.line(waitingFor(seen, request.waitSeconds))
    told = true
    await io.clock.sleep(times.pollSeconds * 1000, io.signal)
  }
}

const markLabel = 'mcp-stack.dev/process'

async function createLock(place: Place, request: LockRequest): Promise<string | undefined> {
  return await createEmptyContainer(place, {
    name: lockContainer(place.project),
    labels: {
      [labels.kind]: 'lock',
      'mcp-stack.dev/holder': request.holder,
      'mcp-stack.dev/purpose': request.purpose,
      'mcp-stack.dev/at': place.io.clock.now().toISOString(),
      ...(request.mark && { [markLabel]: formatMark(request.mark) }),
    },
    volumes: {},
  })
}

function keepLock(place: Place, id: string, beatSeconds: number): HeldLock {
  const { clock } = place.io
  const stop = new AbortController()
  let lost = false
  let released = false
  const beats = (async () => {
    for (let beat = 1; !stop.signal.aborted && !lost; beat += 1) {
      const file = { path: 'beat', content: String(beat), mode: 0o400, uid: 0, gid: 0 }
      const stdin = await packTar([file])
      const copied = await runEngine(place, ['cp', '-', `${id}:/`], { stdin, uninterruptible: true }).catch(
        () => undefined,
      )
      if (copied?.exitCode !== 0) lost = await isRemoved(place, id)
      await clock.sleep(beatSeconds * 1000, stop.signal)
    }
  })()
  return {
    lost: () => lost,
    release: async () => {
      if (released) return
      released = true
      stop.abort()
      await beats
      await runEngine(place, ['rm', '--force', id], { uninterruptible: true })
    },
  }
}

/** An engine that does not answer for once is no reason to give up; a container that is gone is. */
async function isRemoved(place: Place, id: string): Promise<boolean> {
  const options = { uninterruptible: true }
  const found = await runEngine(place, ['container', 'inspect', id], options).catch(() => undefined)
  return found !== undefined && /no such (container|object)/i.test(found.stderr)
}

interface SeenLock {
  readonly id: string
  readonly beat: string
  readonly holder: string
  readonly purpose: string
  readonly at: string
  readonly mark?: ProcessMark
}

/** Who holds it; undefined when it was given back in this moment. */
async function readLock(place: Place): Promise<SeenLock | undefined> {
  const inspected = await runEngine(place, ['container', 'inspect', lockContainer(place.project)])
  if (inspected.exitCode !== 0) return undefined
  const found: readonly { Id: string; Config: { Labels: Record<string, string> } }[] = JSON.parse(inspected.stdout)
  const [facts] = found
  if (facts === undefined) return undefined
  const copied = await runEngine(place, ['cp', `${facts.Id}:/beat`, '-'], { binary: true })
  const beat = copied.exitCode === 0 ? (await unpackTar(copied.stdoutBytes)).get('beat')?.toString() : undefined
  const label = (name: string) => facts.Config.Labels[`mcp-stack.dev/${name}`] ?? 'unknown'
  const mark = parseMark(facts.Config.Labels[markLabel] ?? '')
  return {
    id: facts.Id,
    beat: beat ?? '0',
    holder: label('holder'),
    purpose: label('purpose'),
    at: label('at'),
    ...(mark && { mark }),
  }
}

function waitingFor({ holder, purpose, at }: SeenLock, waitSeconds: number): string {
  return `waiting up to ${waitSeconds} s for ${holder}, who holds the lock for ${purpose} since ${at}`
}

function held(place: Place, seen: SeenLock, waited: number): StackError {
  return new StackError({
    code: 'LOCK_HELD',
    message: `${seen.holder} holds the lock of ${place.project} for ${seen.purpose} since ${seen.at}; waited ${waited} s`,
    hint: `Run again when it is done. If that run is gone, the lock frees itself after ${lockTimes.staleSeconds} s`,
  })
}
