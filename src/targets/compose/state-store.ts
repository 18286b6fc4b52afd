import { StackError } from '../../errors.ts'
import type { StackState } from '../../model/live.ts'
import { decodeState, encodeState, freshState, type StateRecord } from '../state-codec.ts'
import { createEmptyContainer } from './empty-container.ts'
import { askEngine, type Place, runEngine } from './engine.ts'
import { labels, stateContainer, stateVolume } from './names.ts'
import { packTar, unpackTar } from './tar.ts'
import { createVolume, hasStateVolume } from './volumes.ts'

/** Where the state volume is mounted in its never started container. */
const folder = '/state'

/** Reads what the stack remembers; a fresh state when nothing is stored. @throws StackError STATE_UNREADABLE, STATE_NEWER. */
export async function readState(place: Place): Promise<StackState> {
  const record = await readRecord(place)
  if (record === undefined) return freshState(place.project)
  for (const secret of secretsOf(record.state)) place.io.redactor.add(secret)
  return record.state
}

/**
 * Stores the state beside the copy before it, never over it. Runs to its end after SIGTERM; a SIGKILL in the
 * middle leaves a copy whose checksum does not hold, and the one before is read.
 */
export async function writeState(place: Place, state: StackState): Promise<void> {
  await createVolume(place, stateVolume(place.project), 'state')
  const name = await ensureContainer(place)
  const sequence = ((await readRecord(place))?.sequence ?? 0) + 1
  const file = {
    path: `state/${sequence % 2 === 0 ? 'even' : 'odd'}.json`,
    content: encodeState({ sequence, state }),
    mode: 0o400,
    uid: 0,
    gid: 0,
  }
  await askEngine(place, ['cp', '-', `${name}:/`], { stdin: await packTar([file]), uninterruptible: true })
}

/** Removes the state and the container through which it was reached. */
export async function removeState(place: Place): Promise<void> {
  await runEngine(place, ['rm', '--force', stateContainer(place.project)], { uninterruptible: true })
  if (await hasStateVolume(place)) await askEngine(place, ['volume', 'rm', stateVolume(place.project)])
}

async function readRecord(place: Place): Promise<StateRecord | undefined> {
  const copy = () => runEngine(place, ['cp', `${stateContainer(place.project)}:${folder}`, '-'], { binary: true })
  let result = await copy()
  if (result.exitCode !== 0) {
    if (!(await hasStateVolume(place))) return undefined
    await ensureContainer(place)
    result = await copy()
    if (result.exitCode !== 0) throw unreadable(place, place.io.redactor.redact(result.stderr.trim()))
  }
  const files = await unpackTar(result.stdoutBytes)
  const records = [...files.values()].flatMap((bytes) => decodeState(bytes.toString('utf8')) ?? [])
  if (records.length === 0 && files.size > 0) throw unreadable(place, 'no copy has a valid checksum')
  return records.toSorted((a, b) => b.sequence - a.sequence)[0]
}

/** The container stays, created and never started: it keeps `docker volume prune` away from the state. */
async function ensureContainer(place: Place): Promise<string> {
  await createEmptyContainer(place, {
    name: stateContainer(place.project),
    labels: { [labels.kind]: 'state' },
    volumes: { [stateVolume(place.project)]: folder },
  })
  return stateContainer(place.project)
}

function secretsOf(state: StackState) {
  return [
    ...(state.authority === undefined ? [] : [state.authority.keyPem]),
    ...state.certificates.map((certificate) => certificate.keyPem),
    ...(state.openRequests ?? []).map((request) => request.keyPem),
    ...Object.values(state.generated),
    ...state.releases.flatMap((release) =>
      Object.values(release.variables).flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'kept' ? [part.text] : [])),
      ),
    ),
  ]
}

function unreadable(place: Place, reason: string): StackError {
  return new StackError({
    code: 'STATE_UNREADABLE',
    message: `the state in volume ${stateVolume(place.project)} cannot be read: ${reason}`,
    hint: 'Restore the volume from a backup; or remove it, and with it the CA and all generated secrets: mcp-deploy destroy --volumes --force',
  })
}
