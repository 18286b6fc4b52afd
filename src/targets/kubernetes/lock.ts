import { StackError } from '../../errors.ts'
import { type HeldLock, type LockRequest, lockTimes } from '../held-lock.ts'
import { stopIfInterrupted } from '../interrupted.ts'
import { isGone } from '../process-mark.ts'
import { reasonOf } from './answers.ts'
import type { KubeAnswer, Place } from './api.ts'
import { type Claim, leaseBody, leasePath, leasesPath, newRun, parseLease, type SeenLease } from './lease.ts'

/**
 * Takes the stack's lock: a Lease, written only over the version that was seen. The holder's sign of life is that version, so
 * that no two clocks are compared. A waiter that sees it stand still takes over; one on the same machine that sees the holder's
 * process gone does so at once.
 *
 * @throws StackError LOCK_HELD naming the holder, after `waitSeconds`; RIGHTS_MISSING.
 */
export async function takeLock(place: Place, request: LockRequest): Promise<HeldLock> {
  const { io } = place
  const times = request.times ?? lockTimes
  const start = io.clock.now().getTime()
  const claim: Claim = {
    ...request,
    run: newRun(),
    since: io.clock.now().toISOString(),
    staleSeconds: times.staleSeconds,
  }
  let watched: { uid: string; version: string; since: number } | undefined
  let told = false
  for (;;) {
    stopIfInterrupted(io)
    const seen = await readLease(place)
    // Ours already: the answer to the write that took it was lost.
    if (seen?.run === claim.run) return keepLock(place, claim, seen, times.beatSeconds)
    if (seen === undefined) {
      const taken = await write(place, claim)
      if (taken !== undefined) return keepLock(place, claim, taken, times.beatSeconds)
      continue
    }
    const now = io.clock.now().getTime()
    const silent = seen.uid === watched?.uid && seen.resourceVersion === watched.version
    if (watched === undefined || !silent) watched = { uid: seen.uid, version: seen.resourceVersion, since: now }
    const left = seen.mark !== undefined && (await isGone(seen.mark, request.mark, io))
    if (left || now - watched.since >= times.staleSeconds * 1000) {
      const taken = await write(place, claim, seen)
      if (taken === undefined) continue
      io.progress.line(takingOver(seen, left, times.staleSeconds))
      return keepLock(place, claim, taken, times.beatSeconds)
    }
    if (now - start >= request.waitSeconds * 1000) throw held(place, seen, request.waitSeconds)
    if (!told) io.progress.line(waitingFor(seen, request.waitSeconds))
    told = true
    await io.clock.sleep(times.pollSeconds * 1000, io.signal)
  }
}

/** Who holds it; undefined when nobody does. */
async function readLease(place: Place): Promise<SeenLease | undefined> {
  const answer = await place.api.get(leasePath(place))
  if (answer.status === 404) return undefined
  if (answer.status !== 200) throw refused(place, answer)
  return parseLease(answer.body)
}

/** Takes or renews; undefined when somebody else was quicker. */
async function write(place: Place, claim: Claim, over?: SeenLease): Promise<SeenLease | undefined> {
  const version = over && { uid: over.uid, resourceVersion: over.resourceVersion }
  const body = leaseBody(place, claim, version)
  const answer =
    over === undefined
      ? await place.api.create(leasesPath(place), body)
      : await place.api.replace(leasePath(place), body)
  if (answer.status === 200 || answer.status === 201) return parseLease(answer.body)
  // 404 of a replace: given back in this moment. Of a create it is the namespace that is not there.
  if (answer.status === 409 || (answer.status === 404 && over !== undefined)) return undefined
  throw refused(place, answer)
}

function keepLock(place: Place, claim: Claim, taken: SeenLease, beatSeconds: number): HeldLock {
  const { clock, progress } = place.io
  const stop = new AbortController()
  let current = taken
  let lost = false
  let released = false
  const beat = async () => {
    const renewed = await write(place, claim, current)
    if (renewed !== undefined) {
      current = renewed
      return
    }
    // Somebody took it, or only touched it; or the answer to our own renewal was lost.
    const seen = await readLease(place)
    if (seen?.run === claim.run) current = seen
    else lost = true
  }
  const beats = (async () => {
    for (;;) {
      await clock.sleep(beatSeconds * 1000, stop.signal)
      if (stop.signal.aborted || lost) return
      // A server that does not answer for once is no reason to give up.
      await beat().catch(() => undefined)
    }
  })()
  return {
    lost: () => lost,
    release: async () => {
      if (released) return
      released = true
      stop.abort()
      await beats
      if (lost) return
      const { uid, resourceVersion } = current
      const answer = await place.api.remove(leasePath(place), { uid, resourceVersion }).catch(() => undefined)
      const left = answer === undefined || (answer.status >= 300 && answer.status !== 404 && answer.status !== 409)
      if (left) progress.detail(`the lock could not be given back; it frees itself after ${lockTimes.staleSeconds} s`)
    },
  }
}

function takingOver({ holder, purpose }: SeenLease, left: boolean, staleSeconds: number): string {
  return left
    ? `the run of ${holder} (${purpose}) ended without giving its lock back: taking over`
    : `the lock of ${holder} (${purpose}) shows no life for ${staleSeconds} s: taking over`
}

function waitingFor({ holder, purpose, since }: SeenLease, waitSeconds: number): string {
  return `waiting up to ${waitSeconds} s for ${holder}, who holds the lock for ${purpose} since ${since}`
}

function held({ stack }: Place, seen: SeenLease, waited: number): StackError {
  return new StackError({
    code: 'LOCK_HELD',
    message: `${seen.holder} holds the lock of ${stack} for ${seen.purpose} since ${seen.since}; waited ${waited} s`,
    hint: `Run again when it is done. If that run is gone, the lock frees itself after ${lockTimes.staleSeconds} s`,
  })
}

function refused(place: Place, answer: KubeAnswer): StackError {
  const { io, kubectl } = place
  return new StackError({
    code: answer.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED',
    message: `the lock of ${place.stack} cannot be taken: ${io.redactor.redact(reasonOf(answer))}`,
    hint: `See what you may do: ${[kubectl.program, ...kubectl.args].join(' ')} auth can-i create leases.coordination.k8s.io`,
  })
}
