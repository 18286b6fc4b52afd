import { expect, test } from 'vitest'
import { rotateCerts } from '../../src/commands/certs-rotate.ts'
import { parseWords } from '../../src/commands/parse.ts'
import { pluginConfig, stackConfig } from '../plan/stack-config.ts'
import { session } from './draft-values.ts'

test('under cert-manager it says who renews, and that a deploy follows', async () => {
  const asked = parseWords(['certs', 'rotate'])
  if (asked.command !== 'certs rotate') throw new Error('it was asked for')
  const config = stackConfig({ type: 'kubernetes', plugins: [pluginConfig('OPA')] })
  const issuer = { group: 'cert-manager.io', kind: 'Issuer', name: 'mcp-ca-issuer' }
  const certificates = { ...config.certificates, authority: 'cert-manager', issuer } as const
  const { session: own } = session(new Date())
  await expect(rotateCerts(own, { ...config, certificates }, asked)).rejects.toMatchObject({
    code: 'NOT_SUPPORTED',
    hint: expect.stringContaining('cmctl renew'),
    next: 'When it is renewed: mcp-deploy deploy stack.yaml -e prod',
  })
})
