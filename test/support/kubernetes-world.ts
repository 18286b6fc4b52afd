import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createIo, type OpenIo } from '../../src/io/create-io.ts'
import type { Bundle } from '../../src/model/bundle.ts'
import type { Progress } from '../../src/model/io.ts'
import type { Inventory } from '../../src/model/kubernetes.ts'
import type { Live, StackState } from '../../src/model/live.ts'
import { Secret } from '../../src/model/secret.ts'
import type { ApplyInput, ApplyOutcome } from '../../src/model/target.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { applyChanges } from '../../src/targets/kubernetes/apply.ts'
import { type Cluster, connectCluster } from '../../src/targets/kubernetes/connect.ts'
import { diffStack } from '../../src/targets/kubernetes/diff.ts'
import { examineStack } from '../../src/targets/kubernetes/examine.ts'
import type { Pod, Workload } from '../../src/targets/kubernetes/kube-objects.ts'
import { toComponents } from '../../src/targets/kubernetes/live-components.ts'
import { listObjects, toLiveObject } from '../../src/targets/kubernetes/read-objects.ts'
import { stackConfig } from '../plan/stack-config.ts'
import { kubectl, needCluster } from './cluster.ts'
import { oneSecret } from './kubernetes-bundle.ts'

/** A namespace of its own for one test, seen through the same code as a deploy's. */
export interface World {
  readonly io: OpenIo
  readonly place: Cluster
  readonly namespace: string
  /** Lines that a person would have seen. */
  readonly lines: string[]
  /** State between runs; a test's own history. */
  state: StackState
  observe(): Promise<Live>
  /** observe, examine, diff, apply, and the inventory into the history. */
  deploy(
    bundle: Bundle,
    more?: Partial<ApplyInput>,
  ): Promise<ApplyOutcome & { readonly seconds: Readonly<Record<string, number>> }>
  log(name: string): string
  /** The same namespace as another account, by the text of its kubeconfig. Close its api. */
  as(kubeconfig: string): Promise<Cluster>
  kubectl(...args: readonly string[]): string
  close(): Promise<void>
}

export async function openKubernetesWorld(signal = new AbortController().signal): Promise<World> {
  const lines: string[] = []
  const say = (text: string) => void lines.push(text)
  const progress: Progress = {
    step: say,
    line: say,
    detail: () => undefined,
    task: (name) => ({
      update: (text) => say(`${name}: ${text}`),
      done: (text) => say(`${name}: ${text}`),
      fail: (text) => say(`${name}: ${text}`),
    }),
    problem: ({ message }) => say(message),
  }
  const { kubeconfig, kubectl: program } = needCluster()
  const logsFolder = mkdtempSync(join(tmpdir(), 'kubernetes-world-'))
  const path = `${dirname(program)}${delimiter}${process.env['PATH'] ?? ''}`
  const environment = { ...process.env, PATH: path, KUBECONFIG: kubeconfig }
  const io = createIo({ environment, progress, signal, logsFolder })
  const others: OpenIo[] = []
  const namespace = `mcptest-${randomBytes(4).toString('hex')}`
  kubectl('create', 'namespace', namespace)
  const drawn = planStack(stackConfig({ type: 'kubernetes' }))
  const plan = { ...drawn, stack: { ...drawn.stack, name: 'demo', namespace } }
  const place = await connectCluster(plan, io)
  const world: World = {
    io,
    place,
    namespace,
    lines,
    state: {
      schema: 1,
      stack: 'demo',
      hashKey: new Secret('hash key', 'k'.repeat(40)),
      certificates: [],
      generated: {},
      releases: [],
      fresh: true,
    },
    observe: () => observeWith(place, world.state),
    async deploy(bundle, more = {}) {
      const live = await examineStack(place, bundle, await world.observe())
      const input = {
        bundle,
        live,
        changes: diffStack(bundle, live),
        secrets: oneSecret(),
        certificates: [],
        wait: true,
        timeoutSeconds: 60,
        ...more,
      }
      const intended = (bundle.kubernetes?.objects ?? []).map(({ key, component, contentNamed, hash }) => ({
        key,
        component,
        contentNamed,
        hash,
      }))
      world.state = remember(world.state, intended, 'applying', bundle)
      const outcome = await applyChanges(place, input, () => undefined)
      world.state = remember(
        world.state,
        outcome.ok ? (outcome.inventory ?? intended) : intended,
        outcome.ok ? 'live' : 'failed',
        bundle,
      )
      return outcome
    },
    log: (name) => readFileSync(join(logsFolder, `${name}.log`), 'utf8'),
    async as(text) {
      const file = join(logsFolder, `kubeconfig-${randomBytes(4).toString('hex')}`)
      writeFileSync(file, text, { mode: 0o600 })
      const other = createIo({ environment: { ...environment, KUBECONFIG: file }, progress, signal })
      others.push(other)
      return await connectCluster(plan, other)
    },
    kubectl: (...args) => kubectl('--namespace', namespace, ...args).trim(),
    async close() {
      await place.api.close()
      for (const other of [io, ...others]) await other.close()
      rmSync(logsFolder, { recursive: true, force: true })
      kubectl('delete', 'namespace', namespace, '--wait=false', '--ignore-not-found')
    },
  }
  return world
}

/** The release that was last remembered as `applying` is replaced. */
function remember(
  state: StackState,
  inventory: Inventory,
  status: 'applying' | 'live' | 'failed',
  bundle: Bundle,
): StackState {
  const before = state.releases.filter((release) => release.status !== 'applying')
  const release = {
    revision: (before.at(-1)?.revision ?? 0) + 1,
    status,
    startedAt: new Date().toISOString(),
    actor: 'test',
    toolVersion: '0',
    configDigest: 'digest',
    summary: '',
    manifest: '',
    contents: {},
    variables: {},
    components: bundle.components.map(({ name, role, service, tag, hash, fields }) => ({
      name,
      role,
      service,
      image: tag,
      tag,
      hash,
      fields,
    })),
    inventory,
  }
  return { ...state, fresh: false, releases: [...before, release] }
}

async function observeWith(place: Cluster, state: StackState): Promise<Live> {
  const plain = ['Service', 'ConfigMap', 'ServiceAccount', 'PersistentVolumeClaim', 'Secret']
  const kinds = [
    ...plain.map((kind) => ({ apiVersion: 'v1', kind })),
    { apiVersion: 'apps/v1', kind: 'Deployment' },
    { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  ]
  const lists = await Promise.all(
    kinds.map((kind) => listObjects<Workload>(place, kind, { ours: true, metadataOnly: false })),
  )
  const pods =
    (await listObjects<Pod>(place, { apiVersion: 'v1', kind: 'Pod' }, { ours: true, metadataOnly: false })) ?? []
  const workloads = lists.slice(-2).flatMap((list) => list ?? [])
  const objects = lists.flatMap((list) => list ?? []).map(toLiveObject)
  return {
    components: toComponents(workloads, pods),
    state,
    contents: [],
    kubernetes: { namespaceExists: true, objects, secretsListed: true },
  }
}
