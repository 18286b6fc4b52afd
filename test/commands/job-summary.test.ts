import { describe, expect, test } from 'vitest'
import { headline } from '../../src/commands/views/headline.ts'
import { jobSummary } from '../../src/commands/views/job-summary.ts'
import { stackPicture } from '../../src/commands/views/stack-picture.ts'
import type { Report } from '../../src/model/report.ts'
import type { Probe } from '../../src/model/verification.ts'
import { change } from './draft-values.ts'
import { exampleReport } from './example-report.ts'

const digest = (start: string) => `registry.example/x@sha256:${start.padEnd(64, '0')}`
const probe = (component: string, outcome: Probe['outcome'] = 'passed', kind: Probe['kind'] = 'handshake'): Probe => ({
  kind,
  component,
  outcome,
  from: 'gw-1',
  to: '10.0.0.1:8000',
  message: 'TLSv1.3',
  milliseconds: 3,
})

/** What a good release looks like. */
const released: Report = {
  ...exampleReport,
  stack: { ...exampleReport.stack!, environment: 'prod' },
  problems: [],
  changes: [
    {
      ...change('OPAPluginFilter', 'update'),
      reasons: [{ field: 'image', before: digest('a1b2'), after: digest('c3d4') }],
    },
    ...['a', 'b', 'c', 'd', 'e'].map((name) => change(name, 'unchanged')),
  ],
  certificates: [],
  verification: {
    outcome: 'passed',
    seconds: 1,
    probes: ['a', 'b', 'c', 'd'].flatMap((name) => [
      probe(name),
      probe(name, 'passed', 'refused-without-certificate'),
      probe(name, 'passed', 'refused-foreign-certificate'),
    ]),
  },
  timings: { build: 20.2, apply: 20.6 },
}

describe('the headline', () => {
  test('of a release', () => {
    expect(headline(released)).toBe('prod: 1 changed (OPAPluginFilter a1b2→c3d4), 5 unchanged, mTLS 12/12, 41 s')
  })

  test.each<[Partial<Report>, string]>([
    [
      { status: 'failed', exitCode: 1, problems: [] },
      'prod: deploy failed, 1 to change (OPAPluginFilter a1b2→c3d4), 5 un',
    ],
    [{ command: 'plan', status: 'pending' }, 'prod: 1 to change (OPAPluginFilter a1b2→c3d4), 5 unchanged'],
    [
      { certificates: [{ component: 'x', kind: 'server', how: 'kept', notAfter: '2026-12-01', daysLeft: 8 }] },
      'prod: 1 c',
    ],
  ])('%#', (changes, expected) => {
    expect(headline({ ...released, ...changes })).toContain(expected)
  })

  test('names a certificate that has less than 30 days', () => {
    const told = (...days: readonly number[]) => {
      const certificates = days.map((daysLeft, index) => ({
        component: `p${index}`,
        kind: 'server',
        how: 'kept',
        notAfter: '2026-12-01',
        daysLeft,
      }))
      return headline({ ...released, certificates })
    }
    expect(told(8, -1, 30)).toContain(', certificate of p1 has expired, 1 more within 30 d, 41 s')
    expect(told(-2, -1)).toContain(', certificates of p0 and 1 more have expired, 41 s')
    expect(told(5, 5, 5, 12)).toContain(', certificates of p0 and 2 more expire in 5 d, 1 more within 30 d, 41 s')
    expect(told(5)).toContain(', certificate of p0 expires in 5 d, 41 s')
  })

  test('of a file that is wrong', () => {
    const { stack: _stack, verification: _verification, ...rest } = exampleReport
    const wrong = {
      ...rest,
      command: 'validate',
      status: 'failed' as const,
      exitCode: 2,
      changes: [],
      certificates: [],
      timings: {},
      problems: [{ severity: 'error' as const, code: 'CONFIG_INVALID' as const, message: 'no' }],
    }
    expect(headline(wrong)).toBe('mcp-deploy: validate failed (1 error)')
  })

  test('of a command that changes nothing', () => {
    const { verification: _verification, ...rest } = released
    const found = { ...rest, command: 'doctor', changes: [], timings: { checks: 1.2 } }
    expect(headline(found)).toBe('prod: doctor succeeded, 1 s')
  })
})

test('the summary reads as recorded', async () => {
  await expect(jobSummary(exampleReport)).toMatchFileSnapshot('../golden/views/job-summary.md')
  await expect(jobSummary(released)).toMatchFileSnapshot('../golden/views/job-summary-released.md')
})

test('failures come before everything else, each with its remedy', () => {
  const error = { severity: 'error' as const, code: 'BUILD_FAILED' as const, message: 'no space', hint: 'prune' }
  const text = jobSummary({
    ...exampleReport,
    status: 'failed',
    exitCode: 1,
    problems: [...exampleReport.problems, error],
  })
  expect(text.indexOf('no space<br>→ prune')).toBeGreaterThan(0)
  expect(text.indexOf('no space')).toBeLessThan(text.indexOf('| component |'))
  expect(text.indexOf('NOT')).toBeGreaterThan(text.indexOf('| component |'))
})

test('what failed is told with its last lines and its events; a frame of the file is not', () => {
  const failed = {
    severity: 'error' as const,
    code: 'COMPONENT_FAILED' as const,
    message: 'OPA (opa): exited (1)',
    frame: '  | no module named x',
    events: ['Warning BackOff Pod/opa-1 <b>'],
  }
  const text = jobSummary({ ...exampleReport, status: 'failed', exitCode: 1, problems: [failed] })
  expect(text).toContain(
    'OPA (opa): exited (1)<br><code>&#124; no module named x</code><br><code>Warning BackOff Pod/opa-1 &#60;b&#62;</code>',
  )
  expect(jobSummary(exampleReport)).not.toContain('Last log lines')
})

test('what doctor looked at is a table, each with its fix', () => {
  const checks: Report['checks'] = [
    { name: 'git', state: 'good', found: '2.47' },
    { name: 'engine', state: 'bad', found: 'neither docker nor podman', fix: 'Install | Docker' },
  ]
  const text = jobSummary({ ...released, command: 'doctor', status: 'failed', exitCode: 1, checks })
  expect(text).toContain('#### Checks\n\n| check | found | fix |\n| --- | --- | --- |\n| ✓ git | 2.47 |  |\n')
  expect(text).toContain('| ✗ engine | neither docker nor podman | Install &#124; Docker |')
  expect(jobSummary(released)).not.toContain('Checks')
})

test('nothing in a report can break out of its place', () => {
  const hostile = '</code></details><img src=x onerror=1>|`"]\n```\n# [x](javascript:1) @all ${{ x }} %% --> end'
  const text = jobSummary({
    ...exampleReport,
    status: 'failed',
    exitCode: 1,
    stack: { ...exampleReport.stack!, name: hostile, where: hostile, environment: hostile, gatewayUrl: hostile },
    changes: [{ ...change(hostile, 'update'), reasons: [{ field: hostile, before: hostile, after: hostile }] }],
    images: exampleReport.images.map((image) => ({ ...image, component: hostile, tag: hostile, reference: hostile })),
    components: [{ ...exampleReport.components[2]!, name: hostile, message: hostile }],
    verification: {
      outcome: 'failed',
      seconds: 1,
      probes: [{ ...probe(hostile, 'failed'), message: hostile, hint: hostile }],
    },
    checks: [{ name: hostile, state: 'bad', found: hostile, fix: hostile }],
    problems: [
      { severity: 'error', code: 'BUG', message: hostile, hint: hostile, place: { file: hostile, line: 1, column: 1 } },
      { severity: 'error', code: 'COMPONENT_FAILED', message: hostile, frame: hostile, events: [hostile] },
    ],
    timings: { [hostile]: 1 },
    next: hostile,
  })
  expect(text).not.toMatch(/<img|href="javascript|\]\(|@all|\$\{\{/)
  expect(text.match(/```/g)).toHaveLength(2)
  expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)!.length)
  expect(text.split('\n').filter((line) => line.startsWith('# ') || line === 'end')).toEqual([])
})

describe('the picture', () => {
  const many = (count: number): Report => ({
    ...released,
    verification: {
      outcome: 'passed',
      seconds: 1,
      probes: Array.from({ length: count }, (_, index) => probe(`plugin-${index}`, index === 3 ? 'failed' : 'passed')),
    },
  })

  test('says what was proven at each edge', () => {
    expect(stackPicture(many(5))).toContain('gateway -- "mTLS ✓ 1/1" --> p0["plugin-0"]')
    expect(stackPicture(many(5))).toContain('gateway -. "mTLS ✗ 0/1" .-> p3["plugin-3"]')
  })

  test('is a table above 20 plugins', () => {
    expect(stackPicture(many(21))).toContain('| plugin-3 | ✗ 0/1 |')
    expect(stackPicture(many(21))).not.toContain('mermaid')
  })
})

test('what does not fit is left out, the least important first', () => {
  const components = Array.from({ length: 5000 }, (_, index) => ({
    ...exampleReport.components[0]!,
    name: `plugin-${index}`,
    image: `registry.example/shop/plugin-${index}:${'1'.repeat(120)}`,
  }))
  const whole = jobSummary({ ...exampleReport, components })
  expect(Buffer.byteLength(whole)).toBeLessThanOrEqual(1_000_000)
  const small = jobSummary({ ...exampleReport, components }, 3000)
  expect(Buffer.byteLength(small)).toBeLessThanOrEqual(3000)
  expect(small).toContain('did not fit')
  expect(small).toContain('What was not proven')
  expect(small).not.toContain('plugin-4999')
})

test('an image that was built says how much of it was in the layer cache', () => {
  const [image] = exampleReport.images
  const text = jobSummary({ ...exampleReport, images: [{ ...image!, how: 'built', cacheHits: '3 of 5' }] })
  expect(text).toContain('built (3 of 5 steps from the cache)')
})

describe('the lives of the certificates', () => {
  const lines = (report: Report) =>
    jobSummary(report)
      .split('#### Certificates')[1]
      ?.split(/^(?:####|<details>)/m)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? []

  test.each(['deploy', 'plan', 'certs', 'certs check'])('of %s are one table, what ends first first', (command) => {
    expect(lines({ ...exampleReport, command })).toEqual([
      '| certificate | kind | issuer | in use | expires | days left |',
      '| --- | --- | --- | --- | --- | --- |',
      '| RedactPlugin | server |  |  | to be issued |  |',
      '| OPAPluginFilter | server | CN=mcp-stack CA 1f2e3d4c | ✗ <code>efefefefefef</code> until 2026-11-28 | 2026-12-01 | **8** |',
      '| gateway | client | CN=mcp-stack CA 1f2e3d4c | ✓ | 2027-02-20 | 89 |',
      '| CN=mcp-stack CA 1f2e3d4c | ca | CN=mcp-stack CA 1f2e3d4c |  | 2036-11-20 | 3650 |',
    ])
  })

  test('the first line tells the first end below 30 days, and that of a certificate that still runs', () => {
    expect(jobSummary(exampleReport).split('\n')[0]).toContain('certificate of OPAPluginFilter expires in 5 d')
    const [gateway, , , ca] = exampleReport.certificates
    expect(jobSummary({ ...exampleReport, certificates: [gateway!, ca!] }).split('\n')[0]).not.toContain('certificate')
  })

  test('of five thousand are two hundred rows', () => {
    const [gateway] = exampleReport.certificates
    const certificates = Array.from({ length: 5000 }, (_, index) => ({ ...gateway!, component: `plugin-${index}` }))
    const text = jobSummary({ ...exampleReport, certificates })
    expect(lines({ ...exampleReport, certificates })).toHaveLength(202)
    expect(text).toContain('and 4800 more, which end later')
  })
})
