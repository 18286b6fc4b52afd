import { readFileSync } from 'node:fs'
import type { Event, Job, Pod, Workload } from '../../../src/targets/kubernetes/kube-objects.ts'

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../recorded/kubernetes/${file}.json`, import.meta.url), 'utf8'))

/** What test/recorded/kubernetes/README.md tells the origin of. */
export const pods: Readonly<Record<string, Pod>> = read('pods')
export const deployments: Readonly<Record<string, Workload>> = read('deployments')
export const statefulSets: Readonly<Record<string, Workload>> = read('statefulsets')
export const jobs: Readonly<Record<string, Job>> = read('jobs')
export const events: readonly Event[] = read('events')

export function recorded<T>(from: Readonly<Record<string, T>>, name: string): T {
  const object = from[name]
  if (object === undefined) throw new Error(`nothing is recorded under ${name}`)
  return object
}
