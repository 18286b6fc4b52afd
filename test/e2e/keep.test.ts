import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf, volumesOf } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { callGateway, mintToken } from '../support/gateway.ts'
import { mustEnd, reportOf } from '../support/tool.ts'

// Destroy keeps what people stored and what opens it; --volumes does not.

let example: Example

beforeAll(async () => {
  example = await openExample('keep')
  mustEnd(await example.run('deploy'), 0)
})

afterAll(async () => {
  await example.close()
})

test('destroy without --volumes, then deploy: credentials stored before still work', async () => {
  const token = await mintToken(example)
  const tool = {
    name: 'e2e-tool',
    // Never called; by address because names of documentation do not resolve and the gateway asks.
    url: 'https://93.184.216.34/call',
    description: 'holds a credential',
    integration_type: 'REST',
    request_type: 'POST',
    auth_type: 'bearer',
    auth_token: 'stored-before-the-destroy',
  }
  const made = await callGateway<object>(example.gatewayUrl, token, '/tools', { tool })
  expect(made).toMatchObject({ status: 200 })
  expect(storedCredential(example)).toBe('Bearer stored-before-the-destroy')

  mustEnd(await example.run('destroy', '--force'), 0)
  expect(containersOf(example.project)).toEqual({})
  const report = reportOf(mustEnd(await example.run('deploy', '--json'), 0))
  expect(report.verification?.outcome).toBe('passed')
  expect(report.certificates.map(({ inUse, kind }) => `${kind} ${inUse?.state}`).toSorted()).toEqual([
    'ca undefined',
    'client same',
    'server same',
    'server same',
  ])

  // The old token is signed with the old JWT_SECRET_KEY, the stored one encrypted with the old AUTH_ENCRYPTION_SECRET.
  const tools = await callGateway<readonly { readonly name: string }[]>(example.gatewayUrl, token, '/tools')
  expect(tools.status).toBe(200)
  expect(tools.value.map(({ name }) => name)).toContain('e2e-tool')
  expect(storedCredential(example)).toBe('Bearer stored-before-the-destroy')
})

test('certificates that were issued again and not deployed yet: every real plugin is seen on its old one', async () => {
  mustEnd(await example.run('certs', '--force'), 0)
  const { certificates } = reportOf(mustEnd(await example.run('certs check', '--json'), 3))
  expect(certificates.map(({ component, how, inUse }) => [component, how, inUse?.state]).slice(0, 3)).toEqual([
    ['gateway', 'stale', 'other'],
    ['WordGuard', 'stale', 'other'],
    ['MailMask', 'stale', 'other'],
  ])
})

test('destroy --volumes leaves nothing, and the next stack has secrets of its own', async () => {
  const token = await mintToken(example)
  mustEnd(await example.run('destroy', '--force', '--volumes'), 0)
  expect(containersOf(example.project)).toEqual({})
  expect(volumesOf(example.project)).toEqual([])
  mustEnd(await example.run('deploy'), 0)
  expect((await callGateway<object>(example.gatewayUrl, token, '/tools')).status).toBe(401)
})

/** Opens the tool's credential inside the gateway, with the gateway's own code and key. */
function storedCredential({ project }: Example): string {
  const program = `
from sqlalchemy import select
from mcpgateway.db import SessionLocal, Tool
from mcpgateway.utils.services_auth import decode_auth
with SessionLocal() as session:
    tool = session.scalars(select(Tool).where(Tool.auth_type == "bearer")).one()
    print("CREDENTIAL", decode_auth(tool.auth_value)["Authorization"])
`
  const args = ['exec', '-i', containersOf(project).mcpgateway?.id ?? '', 'python', '-']
  const output = execFileSync('docker', args, { input: program, encoding: 'utf8', stdio: 'pipe' })
  return /^CREDENTIAL (.*)$/m.exec(output)?.[1] ?? output
}
