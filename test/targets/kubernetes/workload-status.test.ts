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
  expect(status({ replicas: 3 })).toMatchObject({ readiness: 'progressing', message: '1 old pods still serve' })
  expect(status({ availableReplicas: 1 })).toMatchObject({ readiness: 'progressing', message: '1 of 2 pods ready' })
})

test('a quota ends the wait, and so does the deadline', () => {
  expect(readDeploymentStatus(recorded(deployments, 'quota'))).toMatchObject({
    terminal: true,
    message: expect.stringMatching(/^its pods cannot be made: exceeded quota: small, requested: limits.memory=4Gi/),
  })
  expect(readDeploymentStatus(recorded(deployments, 'not-ready'))).toMatchObject({
    terminal: true,
    message: '0 of 1 pods ready, and no progress within its deadline',
  })
})

test('the failure of an old ReplicaSet is not that of the new one', () => {
  const quota = recorded(deployments, 'quota')
  const conditions = quota.status?.conditions?.map((condition) =>
    condition.type === 'Progressing'
      ? { ...condition, message: 'ReplicaSet "quota-5d6d7" is progressing.' }
      : condition,
  )
  const redeployed = { ...quota, status: { ...quota.status, ...(conditions === undefined ? {} : { conditions }) } }
  expect(readDeploymentStatus(redeployed)).toMatchObject({ readiness: 'progressing', terminal: false })
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
  const quota = 'ReplicaSet: its pods cannot be made: exceeded quota: small'
  expect(terminal.map((text) => text.split(', requested')[0])).toEqual([
    'Pod: a volume cannot be mounted: "c": secret "not-there" not found',
    quota,
    quota,
  ])
  expect(read.map(({ message }) => message)).toContain('Readiness probe failed: no database')
})
