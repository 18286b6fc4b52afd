import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createIo, type OpenIo } from '../../src/io/create-io.ts'
import type { Progress } from '../../src/model/io.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { type Cluster, connectCluster } from '../../src/targets/kubernetes/connect.ts'
import { stackConfig } from '../plan/stack-config.ts'
import { kubectl, needCluster } from './cluster.ts'

/** The edge of one run on the cluster, and what a person would have seen. */
export interface ClusterRun {
  readonly io: OpenIo
  readonly lines: string[]
}

export function openRun(
  kubeconfig: string = needCluster().kubeconfig,
  signal = new AbortController().signal,
): ClusterRun {
  const lines: string[] = []
  const say = (text: string) => {
    lines.push(text)
  }
  const progress: Progress = {
    step: say,
    line: say,
    detail: () => undefined,
    task: () => ({ update: say, done: say, fail: say }),
    problem: ({ message }) => say(message),
  }
  const PATH = `${dirname(needCluster().kubectl)}:${process.env['PATH'] ?? ''}`
  const environment = { ...process.env, PATH, KUBECONFIG: kubeconfig }
  return { io: createIo({ environment, progress, signal }), lines }
}

export interface ConnectChanges {
  readonly kubectlProxy?: boolean
  readonly context?: string
}

export const planIn = (namespace: string, changes: ConnectChanges = {}) =>
  planStack(stackConfig({ type: 'kubernetes', deployment: { namespace, ...changes } }))

export interface OpenPlace extends ClusterRun {
  readonly place: Cluster
  close(): Promise<void>
}

export async function openPlace(namespace: string, changes: ConnectChanges = {}, run = openRun()): Promise<OpenPlace> {
  const place = await connectCluster(planIn(namespace, changes), run.io)
  return {
    ...run,
    place,
    close: async () => {
      await place.api.close()
      await run.io.close()
    },
  }
}

/** A namespace of its own for one test file. */
export function newNamespace(): string {
  const name = `mcp-test-${randomBytes(4).toString('hex')}`
  kubectl('create', 'namespace', name)
  return name
}

export function removeNamespace(name: string): void {
  kubectl('delete', 'namespace', name, '--wait=false', '--ignore-not-found')
}

/** Pids of the `kubectl proxy` processes of a namespace. */
export function proxiesOf(namespace: string): readonly number[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return []
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      return words.includes('proxy') && words.includes(namespace) ? [Number(pid)] : []
    } catch {
      return []
    }
  })
}
