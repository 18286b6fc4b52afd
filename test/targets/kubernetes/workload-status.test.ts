import { expect, test } from 'vitest'
import { readEvent } from '../../../src/targets/kubernetes/event-status.ts'
import {
  readDeploymentStatus,
  readJobStatus,
  readStatefulSetStatus,
} from '../../../src/targets/kubernetes/workload-status.ts'
import { deployments, events, jobs, recorded, statefulSets } from './recorded.ts'

const good = recorded(deployments, 'ready')

test('ready is: seen, updated, available, nothing old left', () => {
  expect(readDeploymentStatus(good)).toEqual({ readiness: 'ready', message: '2 of 2 pods ready', terminal: false })
  const status = (more: object) => readDeploymentStatus({ ...good, status: { ...good.status, ...more } })
  expect(status({ observedGeneration: 0 })).toMatchObject({ readiness: 'progressing', message: 'starting' })
  expect(status({ updatedReplicas: 1 })).toMatchObject({ readiness: 'progressing', message: '1 of 2 pods are new' })
  expect(status({ replicas: 3 })).toMatchObject({ readiness: 'progressing', message: '1 old pods are still there' })
  expect(status({ availableReplicas: 1 })).toMatchObject({ readiness: 'progressing', message: '1 of 2 pods ready' })
})

test('a quota is a failure that may pass, the deadline is one that does not', () => {
  expect(readDeploymentStatus(recorded(deployments, 'quota'))).toMatchObject({
    readiness: 'failed',
    terminal: false,
    message: expect.stringMatching(/^its pods cannot be made: exceeded quota: small, requested: limits.memory=4Gi/),
  })
  expect(readDeploymentStatus(recorded(deployments, 'not-ready'))).toMatchObject({
    terminal: true,
    message: '0 of 1 pods ready, and no progress within its deadline',
  })
})

test('the failure of an old ReplicaSet is not that of the new one, unless it takes the room', () => {
  const quota = recorded(deployments, 'quota')
  const conditions = quota.status?.conditions?.map((condition) =>
    condition.type === 'Progressing'
      ? { ...condition, message: 'ReplicaSet "quota-5d6d7" is progressing.' }
      : condition,
  )
  const redeployed = { ...quota, status: { ...quota.status, ...(conditions === undefined ? {} : { conditions }) } }
  expect(readDeploymentStatus(redeployed)).toMatchObject({
    readiness: 'failed',
    message: expect.stringContaining('exceeded quota'),
  })
  const other = conditions?.map((one) => ({ ...one, message: one.message?.replace('exceeded quota', 'denied') ?? '' }))
  expect(
    readDeploymentStatus({ ...redeployed, status: { ...redeployed.status, conditions: other ?? [] } }),
  ).toMatchObject({
    readiness: 'progressing',
  })
  const grown = { ...redeployed.status, replicas: 3, updatedReplicas: 2 }
  expect(readDeploymentStatus({ ...redeployed, status: grown })).toMatchObject({
    message: '1 old pods are still there',
  })
})

test('StatefulSets and Jobs', () => {
  const set = recorded(statefulSets, 'postgres')
  expect(readStatefulSetStatus(set)).toMatchObject({ readiness: 'ready', message: '1 of 1 pods ready' })
  const rolling = { ...set, status: { ...set.status, updateRevision: 'postgres-2', updatedReplicas: 0 } }
  expect(readStatefulSetStatus(rolling)).toMatchObject({ message: '0 of 1 pods are new' })
  expect(readJobStatus(recorded(jobs, 'job'))).toMatchObject({ readiness: 'failed', terminal: true })
})

test('events tell what the status does not', () => {
  const read = events.flatMap((event) => readEvent(event) ?? [])
  const terminal = read.filter((event) => event.terminal).map(({ kind, message }) => `${kind}: ${message}`)
  expect(terminal.map((text) => text.split(', requested')[0])).toEqual([
    'Pod: a volume cannot be mounted: "c": secret "not-there" not found',
  ])
  const quota = 'its pods cannot be made: exceeded quota: small'
  expect(read.filter(({ message }) => message.startsWith(quota)).map(({ terminal: final }) => final)).toEqual([
    false,
    false,
  ])
  expect(read.map(({ message }) => message)).toContain('Readiness probe failed: no database')
})
