import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { FrozenPlan } from '../../src/commands/frozen-plan.ts'
import { frozenPlanSchema, reportSchema, toJsonSchema } from '../../src/commands/report-schema.ts'
import type { Report } from '../../src/model/report.ts'
import { exampleReport } from './example-report.ts'

type Fixed<T> = T extends string | number | boolean ? T : { readonly [K in keyof T]: Fixed<T[K]> }
/** True only for types that are the same in every field, optional ones too. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the one comparison that sees optional fields
type Same<A, B> = (<T>() => T extends Fixed<A> ? 1 : 2) extends <T>() => T extends Fixed<B> ? 1 : 2 ? true : false

// The compiler refuses this file when a type has a field that its schema lacks, or the other way round.
const reportIsComplete: Same<z.infer<typeof reportSchema>, Report> = true
const planIsComplete: Same<z.infer<typeof frozenPlanSchema>, FrozenPlan> = true

const examplePlan: FrozenPlan = {
  apiVersion: 'mcp-stack-deploy/v1',
  kind: 'Plan',
  toolVersion: '0.1.0',
  createdAt: '2026-11-23T08:00:00.000Z',
  stack: { name: 'mcp-gateway', target: 'compose', environment: 'staging' },
  configDigest: 'ab'.repeat(32),
  liveRevision: 3,
  live: { mcpgateway: '0123456789abcdef' },
  images: [{ component: 'OPAPluginFilter', source: '3f2a9c1d7e5b4a60', revision: '9e107d9d372bb682' }],
  certificates: [{ component: 'gateway', how: 'pending', reason: 'missing' }],
  changes: [{ component: 'gateway', action: 'update' }],
}

const minimal: Report = {
  apiVersion: 'mcp-stack-deploy/v1',
  kind: 'Report',
  command: 'validate',
  status: 'failed',
  exitCode: 2,
  run: { host: 'terminal', toolVersion: '0.1.0', startedAt: '2026-11-23T08:00:00.000Z', actor: 'ada', trusted: true },
  changes: [],
  images: [],
  certificates: [],
  components: [],
  problems: [],
  secrets: {},
  timings: {},
}

const schemas = { report: toJsonSchema(reportSchema, 'Report'), plan: toJsonSchema(frozenPlanSchema, 'Plan') }

test('the types and the schemas have the same fields', () => {
  expect([reportIsComplete, planIsComplete]).toEqual([true, true])
})

test.each(['report', 'plan'] as const)('schemas/%s.schema.json is what the code says', async (name) => {
  await expect(`${JSON.stringify(schemas[name], null, 2)}\n`).toMatchFileSnapshot(`../../schemas/${name}.schema.json`)
})

describe('a validator of draft 2020-12', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true })
  const accepts = (schema: object, value: unknown) => ajv.validate(schema, JSON.parse(JSON.stringify(value)))

  test('accepts what we write, and what a later v1 adds', () => {
    expect(accepts(schemas.report, exampleReport)).toBe(true)
    expect(accepts(schemas.report, minimal)).toBe(true)
    expect(accepts(schemas.plan, examplePlan)).toBe(true)
    expect(
      accepts(schemas.report, {
        ...minimal,
        added: 1,
        problems: [{ severity: 'error', code: 'ADDED_LATER', message: '' }],
      }),
    ).toBe(true)
  })

  test.each([
    ['another version', { ...minimal, apiVersion: 'mcp-stack-deploy/v2' }],
    ['a missing list', { ...minimal, changes: undefined }],
    ['a wrong type', { ...minimal, exitCode: '2' }],
    ['an unknown status', { ...minimal, status: 'fine' }],
    [
      'a wrong field deep inside',
      { ...minimal, changes: [{ ...exampleReport.changes[0], reasons: [{ why: 'no field' }] }] },
    ],
  ])('refuses %s', (_what, value) => {
    expect(accepts(schemas.report, value)).toBe(false)
  })
})
