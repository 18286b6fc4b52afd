import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { rbac } from '../../src/commands/rbac.ts'
import { stackConfig } from '../plan/stack-config.ts'

const config = stackConfig({ type: 'kubernetes' })
const read = async (options: Parameters<typeof rbac>[1]) => {
  const answer = await rbac(config, options)
  if (!('text' in answer)) throw new Error('rbac prints text')
  return { text: answer.text, objects: parseAllDocuments(answer.text).map((document) => document.toJS()) }
}
const kinds = (objects: readonly { readonly kind: string }[]) => objects.map(({ kind }) => kind)

test('prints an account, a role and their binding; deploy is the default', async () => {
  const { text, objects } = await read({ for: undefined, serviceAccount: undefined })
  expect(kinds(objects)).toEqual(['ServiceAccount', 'Role', 'RoleBinding'])
  expect(text.split('\n')[0]).toContain('mcp-deploy deploy needs for the stack demo')
  expect(text).toBe((await read({ for: 'deploy', serviceAccount: undefined })).text)
  expect(text).not.toContain('Cluster')
})

test('an account that is there already is given the rights, and none is made', async () => {
  const { objects } = await read({ for: 'plan', serviceAccount: 'ci:runner' })
  expect(kinds(objects)).toEqual(['Role', 'RoleBinding'])
  expect(objects[1].subjects).toEqual([{ kind: 'ServiceAccount', namespace: 'ci', name: 'runner' }])
})

test.each(['runner', 'ci:', ':runner', 'ci:Runner', 'ci:a:b', 'c/i:runner'])(
  '%s is no account',
  async (serviceAccount) => {
    await expect(rbac(config, { for: 'plan', serviceAccount })).rejects.toMatchObject({ code: 'USAGE' })
  },
)

test('Compose knows no rights', async () => {
  await expect(rbac(stackConfig(), { for: 'deploy', serviceAccount: undefined })).rejects.toMatchObject({
    code: 'NOT_SUPPORTED',
    message: expect.stringContaining('compose'),
  })
})
