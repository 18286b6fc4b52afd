import { StackError } from '../../errors.ts'
import { fieldManager, objectLabels, stateNames } from '../../model/kubernetes.ts'
import type { StackState } from '../../model/live.ts'
import { Secret } from '../../model/secret.ts'
import { freshState } from '../state-codec.ts'
import {
  decodePart,
  decodeParts,
  encodeParts,
  type PartName,
  type ReadPart,
  type StatePart,
} from '../state-parts-codec.ts'
import { secretsIn } from '../stored-state-codec.ts'
import { reasonOf } from './answers.ts'
import type { KubeAnswer, Place } from './api.ts'
import { ensureNamespace } from './namespace.ts'
import { pathOf } from './paths.ts'

/** The stack's memory for one run: what was read is what a write insists on finding again. */
export interface StateStore {
  /** @throws StackError STATE_UNREADABLE, STATE_NEWER, STACK_CONFLICT, RIGHTS_MISSING. */
  read(): Promise<StackState>
  /**
   * Writes what differs from what was read or written last: usually the history only.
   *
   * @throws StackError LOCK_HELD when somebody else wrote in between.
   */
  write(state: StackState): Promise<void>
  /** The history first: a state without one is still a state. */
  remove(): Promise<void>
  /** Before the lock and the first write, for both need it. @throws StackError RIGHTS_MISSING, APPLY_FAILED. */
  ensureNamespace(create: boolean): Promise<void>
}

/** One of the two Secrets as it is in the cluster. */
interface KnownPart {
  readonly resourceVersion: string
  readonly sequence: number
  readonly sha256: string
}

const names: Readonly<Record<PartName, string>> = { state: stateNames.state, history: stateNames.history }

/** Type of the two Secrets: `kubectl get secrets` shows what they are. */
const secretType = 'mcp-stack.dev/state'

export function openStateStore(place: Place): StateStore {
  const known: Partial<Record<PartName, KnownPart>> = {}
  let namespaceCreated = false

  const read = async (name: PartName): Promise<ReadPart> => {
    const answer = await place.api.get(pathTo(place, name))
    if (answer.status === 404) {
      delete known[name]
      return undefined
    }
    if (answer.status !== 200) throw unreadable(place, names[name], answer)
    const { metadata, data } = answer.body as unknown as SecretBody
    refuseOtherStack(place, metadata.labels?.[objectLabels.stack])
    const part = decodePart(names[name], data ?? {})
    known[name] = { ...part.head, resourceVersion: metadata.resourceVersion }
    return part
  }

  const write = async (name: PartName, part: StatePart): Promise<void> => {
    const before = known[name]
    if (before?.sha256 === part.sha256) return
    const body = bodyOf(place, name, part, before?.resourceVersion)
    const path = pathTo(place, before === undefined ? undefined : name)
    const answer = before === undefined ? await place.api.create(path, body) : await place.api.replace(path, body)
    const sequence = (before?.sequence ?? 0) + 1
    if (answer.status === 200 || answer.status === 201) {
      const { metadata } = answer.body as unknown as SecretBody
      known[name] = { resourceVersion: metadata.resourceVersion, sequence, sha256: part.sha256 }
      return
    }
    if (answer.status !== 409 && answer.status !== 404) throw notWritten(place, names[name], answer)
    // The answer to our own write may have been lost, and the write was then sent again.
    const there = await read(name)
    if (there?.head.sha256 !== part.sha256 || there.head.sequence !== sequence) throw otherWriter(place)
  }

  return {
    read: async () => {
      const [state, history] = await Promise.all([read('state'), read('history')])
      if (state === undefined) {
        if (history !== undefined) throw halfGone(place)
        return freshState(place.stack)
      }
      const decoded = decodeParts(state, history)
      for (const secret of secretsIn(decoded)) place.io.redactor.add(secret)
      namespaceCreated ||= decoded.namespaceCreated === true
      return decoded
    },
    write: async (state) => {
      const sequences = { state: (known.state?.sequence ?? 0) + 1, history: (known.history?.sequence ?? 0) + 1 }
      const parts = encodeParts(namespaceCreated ? { ...state, namespaceCreated } : state, sequences)
      // What opens everything comes first: a history alone would be of no use.
      await write('state', parts.state)
      await write('history', parts.history)
    },
    remove: async () => {
      for (const name of ['history', 'state'] as const) {
        const answer = await place.api.remove(pathTo(place, name))
        if (answer.status !== 404 && answer.status >= 300) throw notWritten(place, names[name], answer)
        delete known[name]
      }
    },
    ensureNamespace: async (create) => {
      namespaceCreated = (await ensureNamespace(place, create)) || namespaceCreated
    },
  }
}

interface SecretBody {
  readonly metadata: { readonly resourceVersion: string; readonly labels?: Readonly<Record<string, string>> }
  readonly data?: Readonly<Record<string, string>>
}

const pathTo = ({ namespace }: Place, name?: PartName) =>
  pathOf('v1', 'Secret', namespace, name === undefined ? undefined : names[name])

function bodyOf({ stack }: Place, name: PartName, { data }: StatePart, resourceVersion: string | undefined): Secret {
  const labels = { [objectLabels.stack]: stack, 'app.kubernetes.io/managed-by': fieldManager }
  const metadata = JSON.stringify({ name: names[name], labels, resourceVersion })
  return data.map(
    (text) => `{"apiVersion":"v1","kind":"Secret","type":"${secretType}","metadata":${metadata},"data":${text}}`,
  )
}

function refuseOtherStack({ stack, namespace }: Place, other: string | undefined): void {
  if (other === stack) return
  throw new StackError({
    code: 'STACK_CONFLICT',
    message: `the namespace ${namespace} holds the stack ${other ?? 'of an unknown name'} already`,
    hint: `Set another deployment.namespace for ${stack}; or, if it is the same stack, deployment.project_name: ${other ?? '…'}`,
  })
}

function unreadable(place: Place, secret: string, answer: KubeAnswer): StackError {
  const reason = place.io.redactor.redact(reasonOf(answer))
  const what = `the state in Secret ${secret} cannot be read: ${reason}`
  if (answer.status !== 401 && answer.status !== 403)
    return new StackError({ code: 'STATE_UNREADABLE', message: what, hint: 'Run the same command again' })
  return new StackError({ code: 'RIGHTS_MISSING', message: what, hint: tryGet(place, secret) })
}

function notWritten(place: Place, secret: string, answer: KubeAnswer): StackError {
  return new StackError({
    code: answer.status === 403 ? 'RIGHTS_MISSING' : 'APPLY_FAILED',
    message: `Secret ${secret} cannot be written: ${place.io.redactor.redact(reasonOf(answer))}`,
    hint: tryGet(place, secret),
  })
}

function tryGet({ kubectl }: Place, secret: string): string {
  return `See what you may do: ${[kubectl.program, ...kubectl.args].join(' ')} auth can-i update secret/${secret}`
}

function otherWriter({ namespace }: Place): StackError {
  return new StackError({
    code: 'LOCK_HELD',
    message: `somebody else wrote the state in namespace ${namespace} while this run was at work`,
    hint: 'Run the same command again: it goes on from what is there',
  })
}

function halfGone({ namespace, kubectl }: Place): StackError {
  const kubectlCommand = [kubectl.program, ...kubectl.args].join(' ')
  return new StackError({
    code: 'STATE_UNREADABLE',
    message: `Secret ${stateNames.state} with the keys of the stack in namespace ${namespace} is gone; its history is there`,
    hint: `Restore it from a backup; or begin with a new CA and new secrets: ${kubectlCommand} delete secret ${stateNames.history}`,
  })
}
