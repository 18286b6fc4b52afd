import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { companyCa, signBelow } from '../support/company-ca.ts'
import { type Example, openExample } from '../support/example.ts'
import { mustEnd, reportOf } from '../support/tool.ts'

// The real gateway and real plugins on certificates of a company's CA of two stages.

let example: Example

beforeAll(async () => {
  example = await openExample('external-signer')
  const { folder } = companyCa(example.folder)
  writeFileSync(join(example.folder, 'sign.sh'), signBelow(folder), { mode: 0o755 })
})

afterAll(() => example.close())

test('every handshake is proven on them: accepted with the right certificate, refused without and with a foreign one', async () => {
  const flags = ['--set', 'certificates.authority=external', '--set', 'certificates.external.command=["./sign.sh"]']
  const report = reportOf(mustEnd(await example.run('deploy', '--json', ...flags), 0))
  expect(report.verification?.outcome).toBe('passed')
  const passed = report.verification?.probes.filter(({ outcome }) => outcome === 'passed').map(({ kind }) => kind)
  expect(passed).toEqual(
    expect.arrayContaining(['handshake', 'refused-without-certificate', 'refused-foreign-certificate']),
  )
  const again = reportOf(mustEnd(await example.run('deploy', '--json', ...flags), 0))
  expect([again.status, again.verification?.outcome]).toEqual(['unchanged', 'passed'])
})
