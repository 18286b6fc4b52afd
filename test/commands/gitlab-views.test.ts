import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { outputsOf } from '../../src/commands/outputs.ts'
import { renderCodeQuality } from '../../src/commands/views/code-quality.ts'
import { renderDotenv } from '../../src/commands/views/dotenv.ts'
import { renderJunit } from '../../src/commands/views/junit.ts'
import type { Problem } from '../../src/model/problem.ts'
import { exampleReport } from './example-report.ts'

describe('dotenv', () => {
  test('every output is one line, as GitLab reads it', () => {
    const outputs = outputsOf(exampleReport, { report: 'deploy/report.json' })
    const { left, text } = renderDotenv(outputs)
    expect(left).toEqual([])
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(Object.keys(outputs).length)
    for (const line of lines) expect(line).toMatch(/^MCP_[A-Z_]+=/)
    expect(lines).toContain('MCP_GATEWAY_URL=http://127.0.0.1:4444')
    expect(lines).toContain('MCP_CERTIFICATES_EXPIRE=2026-11-28T08:00:00.000Z')
    expect(JSON.parse(lines.find((line) => line.startsWith('MCP_IMAGES='))?.slice(11) ?? '')).toMatchObject({
      RedactPlugin: `sha256:${'d'.repeat(64)}`,
    })
  })

  test('a value cannot begin another line, nor name a variable', () => {
    expect(renderDotenv({ a: 'x\r\nMCP_STATUS=forged', b: '$CI_JOB_TOKEN' }).text).toBe(
      'MCP_A=x MCP_STATUS=forged\nMCP_B=$$CI_JOB_TOKEN\n',
    )
  })

  test('what is too long for GitLab is left out, and named', () => {
    const fits = { status: 'succeeded', images: 'x'.repeat(5119 - 'MCP_STATUS=succeeded\nMCP_IMAGES=\n'.length) }
    expect(Buffer.byteLength(renderDotenv(fits).text)).toBe(5119)
    expect(renderDotenv({ ...fits, images: `${fits.images}x` })).toEqual({
      text: 'MCP_STATUS=succeeded\n',
      left: ['images'],
    })
  })
})

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../support/code-quality.schema.json'), 'utf8'))
const validate = new Ajv().compile(schema)

describe('code quality', () => {
  const render = (problems: readonly Problem[]) =>
    JSON.parse(
      renderCodeQuality(
        { ...exampleReport, problems },
        { config: 'mcp-stack.yaml', toProject: (path) => `stacks/${path}` },
      ),
    )
  const place = { file: 'mcp-stack.yaml', line: 31, column: 10 }
  const problem: Problem = {
    severity: 'error',
    code: 'CONFIG_INVALID',
    message: 'is wrong',
    path: 'plugins[0].port',
    place,
  }

  test('nothing is an empty list', () => {
    expect(render([])).toEqual([])
  })

  test('a problem is a finding on its line', () => {
    const findings = render([
      problem,
      { severity: 'warning', code: 'NOT_PINNED', message: 'main moves', hint: 'Name a tag' },
    ])
    expect(validate(findings), JSON.stringify(validate.errors)).toBe(true)
    expect(findings).toMatchObject([
      {
        description: 'main moves. Name a tag',
        check_name: 'NOT_PINNED',
        severity: 'minor',
        location: { path: 'stacks/mcp-stack.yaml', lines: { begin: 1 } },
      },
      { severity: 'critical', location: { lines: { begin: 31 } } },
    ])
  })

  test('a fingerprint stays when a line moves, and is there once', () => {
    const marks = (problems: readonly Problem[]) =>
      render(problems).map(({ fingerprint }: { readonly fingerprint: string }) => fingerprint)
    const [before] = marks([problem])
    const moved = { ...problem, place: { ...place, line: 99 } }
    expect(marks([moved])).toEqual([before])
    const all = marks([problem, moved, { ...problem, path: 'plugins[1].port' }, { ...problem, code: 'NOT_PINNED' }])
    expect(new Set(all).size).toBe(4)
    expect(all).toContain(before)
  })
})

describe('junit', () => {
  test('every probe is a case', () => {
    const text = renderJunit(exampleReport)
    expect(text).toContain(
      '<testsuite name="mcp-stack verify" tests="13" failures="1" errors="0" skipped="1" time="1.300">',
    )
    expect(text.match(/<testcase /g)).toHaveLength(13)
    expect(text.match(/<failure /g)).toHaveLength(1)
    expect(text.match(/<skipped /g)).toHaveLength(1)
    expect(text).toContain('connection refused\nmcp-deploy logs --component RedactPlugin</failure>')
    const names = [...text.matchAll(/<testcase classname="[^"]*" name="[^"]*"/g)].map(([name]) => name)
    expect(new Set(names).size).toBe(13)
  })

  test('nothing was asked', () => {
    expect(renderJunit({ ...exampleReport, verification: { probes: [], outcome: 'passed', seconds: 0 } })).toContain(
      'tests="0"',
    )
  })

  test('no text ends an element, and what XML cannot hold is replaced', () => {
    const probe = {
      kind: 'handshake' as const,
      from: 'a"<b>&',
      component: "it's",
      to: 'c\u0000\u001b[0m',
      outcome: 'failed' as const,
      message: '</failure><testcase/> ]]> \ud800\ufffe\nnext',
      milliseconds: 1,
    }
    const text = renderJunit({
      ...exampleReport,
      verification: { probes: [probe, probe], outcome: 'failed', seconds: 1 },
    })
    expect(text).toContain('classname="it&apos;s" name="handshake: a&quot;&lt;b&gt;&amp; → c\ufffd\ufffd[0m"')
    expect(text).toContain('[0m (2)"')
    expect(text).toContain('message="&lt;/failure&gt;&lt;testcase/&gt; ]]&gt; \ufffd\ufffd&#10;next"')
    expect(text.match(/<testcase /g)).toHaveLength(2)
  })
})
