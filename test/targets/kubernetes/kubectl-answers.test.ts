import { expect, test } from 'vitest'
import { refusedAnswer } from '../../../src/targets/kubernetes/kubectl-answers.ts'

// Recorded from kubectl 1.34 on a cluster of the same version.

test.each([
  ['Error from server (NotFound): secrets "x" not found', 404, 'NotFound', 'secrets "x" not found'],
  ['Error from server (AlreadyExists): configmaps "a" already exists', 409, 'AlreadyExists', 'already exists'],
  [
    'Error from server (Conflict): Operation cannot be fulfilled on configmaps "a": the object has been modified; please apply your changes to the latest version and try again',
    409,
    'Conflict',
    'the object has been modified',
  ],
  [
    'Error from server (Forbidden): secrets "x" is forbidden: User "nobody" cannot get resource "secrets" in API group "" in the namespace "h1-try"',
    403,
    'Forbidden',
    'User "nobody" cannot get',
  ],
  [
    'Error from server: failed to create typed patch object (h1-try/a; /v1, Kind=ConfigMap): .dota: field not declared in schema',
    500,
    'InternalError',
    '.dota: field not declared',
  ],
  [
    'The Service "a" is invalid: \n* spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive\n* spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive',
    422,
    'Invalid',
    'The Service "a" is invalid: spec.ports[0].port: Invalid value: 0',
  ],
  [
    'error: resource mapping not found for name: "a" namespace: "" from "STDIN": no matches for kind "Strange" in version "x.y/v1"\nensure CRDs are installed first',
    404,
    'NotFound',
    'no matches for kind "Strange"',
  ],
  [
    'Warning: something is deprecated\nError from server (NotFound): the server could not find the requested resource',
    404,
    'NotFound',
    'the server could not find the requested resource',
  ],
  ['error: You must be logged in to the server (Unauthorized)', 401, 'Unauthorized', 'You must be logged in'],
])('%s', (stderr, status, reason, message) => {
  const answer = refusedAnswer(`${stderr}\n`)
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({ kind: 'Status', reason, code: status, message: expect.stringContaining(message) })
})

const advice =
  'Please review the fields above--they currently have other managers. Here\nare the ways you can resolve this warning:\n* If you intend to manage all of these fields, please re-run the apply\n'

test('a conflict has its managers and fields, as the API has them', () => {
  const one = refusedAnswer(`error: Apply failed with 1 conflict: conflict with "kubectl" using v1: .data.x\n${advice}`)
  const cause = { reason: 'FieldManagerConflict', message: 'conflict with "kubectl" using v1', field: '.data.x' }
  expect(one).toMatchObject({ status: 409, body: { reason: 'Conflict', details: { causes: [cause] } } })

  const lines = [
    'error: Apply failed with 3 conflicts: conflicts with "hpa" with subresource "scale" using apps/v1:',
    '- .spec.replicas',
    '- .spec.paused',
    'conflicts with "kubectl" using apps/v1:',
    '- .spec.strategy',
  ]
  const { body } = refusedAnswer(`${lines.join('\n')}\n${advice}`)
  const hpa = 'conflict with "hpa" with subresource "scale" using apps/v1'
  expect(body['details']).toMatchObject({
    causes: [
      { message: hpa, field: '.spec.replicas' },
      { message: hpa, field: '.spec.paused' },
      { message: 'conflict with "kubectl" using apps/v1', field: '.spec.strategy' },
    ],
  })
  expect(String(body['message'])).not.toContain('Please review')
})

test.each([
  'The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?',
  'Unable to connect to the server: dial tcp: lookup nowhere: no such host',
  "E1125 15:55:44.373343   15921 memcache.go:265] couldn't get current server API group list\nUnable to connect to the server: EOF",
  'error: exec: executable aws failed with exit code 255',
])('nobody answered: %s', (stderr) => {
  expect(() => refusedAnswer(stderr)).toThrow(
    expect.objectContaining({ code: 'ENGINE_UNREACHABLE', message: expect.not.stringContaining('memcache') }),
  )
})
