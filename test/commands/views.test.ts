import picocolors from 'picocolors'
import { describe, expect, test } from 'vitest'
import { historyLines } from '../../src/commands/views/history-view.ts'
import { objectLines, planLines } from '../../src/commands/views/plan-view.ts'
import { problemLines } from '../../src/commands/views/problem-view.ts'
import { renderReport } from '../../src/commands/views/report-view.ts'
import { certificateLines, summaryLines } from '../../src/commands/views/summary-view.ts'
import { verificationLines } from '../../src/commands/views/verification-view.ts'
import type { Release } from '../../src/model/live.ts'
import type { Report } from '../../src/model/report.ts'
import { plainStyle } from '../../src/model/style.ts'
import { change } from './draft-values.ts'
import { exampleReport } from './example-report.ts'

const golden = (name: string) => `../golden/views/${name}.txt`
const lastLine = (report: Report) => renderReport(report, plainStyle(100)).trimEnd().split('\n').at(-1)

describe.each([80, 120])('at %i columns', (columns) => {
  const style = plainStyle(columns)

  test('the tables fit and read as recorded', async () => {
    const views = {
      summary: summaryLines(exampleReport, style),
      certificates: certificateLines(exampleReport, style),
      plan: planLines(exampleReport.changes, style),
    }
    for (const [name, lines] of Object.entries(views)) {
      expect(lines.filter((line) => Array.from(line).length > columns)).toEqual([])
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(golden(`${name}-${columns}`))
    }
  })

  test('a whole report reads as recorded', async () => {
    await expect(renderReport(exampleReport, style)).toMatchFileSnapshot(golden(`report-${columns}`))
  })
})

test('colours add nothing but colours', () => {
  const style = { columns: 100, ...picocolors.createColors(true) }
  const { stripVTControlCharacters: strip } = process.getBuiltinModule('node:util')
  expect(strip(renderReport(exampleReport, style))).toBe(renderReport(exampleReport, plainStyle(100)))
})

describe('a plan', () => {
  test('says so when there is nothing', () => {
    expect(planLines([])).toEqual(['nothing to deploy'])
  })

  test('shows objects that are not the workload; all of them with --verbose', () => {
    const objects = [
      { object: 'Deployment/mcpgateway', action: 'update' as const },
      { object: 'NetworkPolicy/mcpgateway', action: 'create' as const },
      { object: 'PodDisruptionBudget/mcpgateway', action: 'delete' as const },
    ]
    const update = {
      ...change('gateway', 'update'),
      objects,
      reasons: [{ field: 'replicas', before: '2', after: '1' }],
    }
    expect(planLines([update])).toEqual([
      '~ update  gateway',
      '      replicas: 2 → 1',
      '      + NetworkPolicy/mcpgateway',
      '      - delete PodDisruptionBudget/mcpgateway',
    ])
    const created = { ...change('gateway', 'create'), objects }
    expect(planLines([created])).toEqual(['+ create  gateway'])
    expect(objectLines([created])).toEqual([
      '~ Deployment/mcpgateway',
      '+ NetworkPolicy/mcpgateway',
      '- delete PodDisruptionBudget/mcpgateway',
    ])
  })

  test('begins with where it is for, and is shown although a deploy would be refused', () => {
    const refused = { ...exampleReport, command: 'plan', status: 'failed' as const, exitCode: 1 }
    const text = renderReport(refused, plainStyle(100))
    expect(text.split('\n')[0]).toBe('mcp-gateway on Docker 28.2 at unix:///var/run/docker.sock')
    expect(text).toContain('~ update  gateway')
    expect(text).toContain('✗ plan failed')
  })

  test('names every unchanged component on few lines', () => {
    const changes = Array.from({ length: 40 }, (_, index) => ({
      action: 'unchanged' as const,
      component: `plugin-number-${index}`,
      service: 'x',
      wave: 1,
      reasons: [],
      pending: [],
    }))
    const lines = planLines(changes, plainStyle(80))
    expect(lines.join(' ').match(/plugin-number-\d+/g)).toHaveLength(40)
    expect(lines.filter((line) => line.length > 80)).toEqual([])
  })

  test('never shows a secret value, even where one was given', () => {
    const reason = { field: 'env.TOKEN', secret: true as const, before: 'hunter2hunter2', after: 'correcthorse' }
    const lines = planLines([
      { action: 'update', component: 'a', service: 'a', wave: 1, reasons: [reason], pending: [] },
    ])
    expect(lines.join('\n')).toContain('env.TOKEN: secret value changed')
    expect(lines.join('\n')).not.toMatch(/hunter2|correcthorse/)
  })
})

describe('a verification', () => {
  test('counts the gateways that asked, and spells out what failed', () => {
    const [header, gateway, opa, redact, ...failures] = verificationLines(exampleReport.verification!, plainStyle(120))
    expect(header).toMatch(/verified\s+ready\s+mTLS\s+no cert\s+foreign CA\s+initialize\s+enabled/)
    expect(gateway).toMatch(/gateway\s+✓ yes$/)
    expect(opa).toMatch(/OPAPluginFilter\s+✓ yes ×2\s+✓ refused ×2\s+✓ refused ×2\s+✓ yes ×2\s+✓ yes ×2$/)
    expect(redact).toMatch(/RedactPlugin\s+✗ failed\s+\? unclear$/)
    expect(failures).toEqual([
      '  ✗ RedactPlugin mTLS: gw-1 → 172.18.0.5:8000: connection refused',
      '  ? RedactPlugin initialize: gw-1 → 172.18.0.5:8000: no answer within 5 s',
    ])
  })
})

describe('a problem', () => {
  test('has place, path, message, frame and hint', () => {
    expect(problemLines(exampleReport.problems[0]!, plainStyle(100))).toEqual([
      'warning NOT_PINNED  mcp-stack.yaml:31:10 plugins[1].ref: main is a branch: another commit may be built tomorrow',
      '    31 |     ref: main',
      '       |          ^^^^',
      '  hint  Name a tag or a commit',
    ])
    const fallen = { severity: 'error', code: 'COMPONENT_FAILED', message: 'no', hint: 'look' } as const
    expect(problemLines({ ...fallen, frame: '  | bye', events: ['BackOff Pod/a'] }, plainStyle(100))).toEqual([
      'error COMPONENT_FAILED  no',
      '      | bye',
      '    event  BackOff Pod/a',
      '  hint  look',
    ])
    expect(problemLines({ severity: 'error', code: 'USAGE', message: 'no' }, plainStyle(100))).toEqual([
      'error USAGE  no',
    ])
  })
})

describe('the line above the last', () => {
  const [gateway, stale, pending, ca] = exampleReport.certificates
  const { cyan: _cyan, ...marks } = plainStyle(100)
  const style = {
    ...marks,
    cyan: marks.dim,
    yellow: (text: string) => `warn ${text}`,
    red: (text: string) => `bad ${text}`,
  }
  const above = (certificates: Report['certificates']) =>
    renderReport({ ...exampleReport, certificates }, style)
      .trimEnd()
      .split('\n')
      .at(-2)

  test('is the first end: quiet, a warning below 30 days, red after it', () => {
    expect(above([ca!, gateway!])).toBe('certificates: the first ends 2027-02-20 (gateway, 89 days)')
    expect(above([ca!, gateway!, stale!])).toBe(
      'warn certificates: the first ends 2026-11-28 (OPAPluginFilter, 5 days)',
    )
    expect(above([{ ...gateway!, daysLeft: 1 }])).toMatch(/^warn .*1 day\)$/)
    expect(above([{ ...gateway!, daysLeft: -1 }])).toMatch(/^bad .*has ended\)$/)
  })

  test('is not there where nothing has an end', () => {
    expect(above([pending!])).not.toContain('certificates:')
  })
})

describe('the last line', () => {
  test('of a success is where the gateway is', () => {
    expect(lastLine(exampleReport)).toBe('The gateway is at http://127.0.0.1:4444')
  })

  test('of a failure is what to type, even where nobody said', () => {
    const { next: _next, ...rest } = exampleReport
    const failed = { ...rest, status: 'failed' as const, exitCode: 1 }
    expect(lastLine({ ...failed, next: 'mcp-deploy logs' })).toBe('mcp-deploy logs')
    expect(lastLine(failed)).toBe('mcp-deploy help deploy')
    expect(renderReport(failed, plainStyle(100))).toContain('✗ deploy failed (1 warning) in 36.0 s')
  })
})

test('errors come after warnings, equal ones once', () => {
  const error = { severity: 'error' as const, code: 'BUILD_FAILED' as const, message: 'did not build' }
  const text = renderReport({ ...exampleReport, problems: [error, ...exampleReport.problems, error] }, plainStyle(100))
  expect(text.indexOf('BUILD_FAILED')).toBeGreaterThan(text.indexOf('NOT_PINNED'))
  expect(text.split('BUILD_FAILED')).toHaveLength(2)
})

const release = (revision: number, status: Release['status']): Release => ({
  revision,
  status,
  startedAt: '2026-11-23T08:00:00.000Z',
  actor: 'ada',
  toolVersion: '0.1.0',
  configDigest: '',
  summary: `change ${revision}`,
  components: [],
  manifest: '',
  contents: {},
  variables: {},
})

test('a plan that failed shows no changes, a command line that was not understood no result', () => {
  const problem = { severity: 'error' as const, code: 'USAGE' as const, message: 'there is no command "x"' }
  const failed = {
    ...exampleReport,
    command: 'plan',
    status: 'failed' as const,
    exitCode: 1,
    changes: [],
    problems: [],
  }
  expect(renderReport(failed, plainStyle(100))).not.toContain('nothing to deploy')
  expect(renderReport({ ...failed, problems: [problem] }, plainStyle(100))).not.toContain('✗ plan failed')
})

test('history is newest first', () => {
  const lines = historyLines([release(1, 'superseded'), release(2, 'live')], plainStyle(100))
  expect(lines[1]).toMatch(/^\s+2 {2}live\s+2026-11-23 08:00 UTC {2}ada {2}change 2$/)
  expect(lines[2]).toContain('superseded')
})
