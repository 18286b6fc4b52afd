import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { removeForgotten, writeManifests } from '../../src/commands/generate.ts'
import { bundle } from '../targets/values.ts'
import { session } from './draft-values.ts'

const folder = mkdtempSync(join(tmpdir(), 'generate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ours = '# written by mcp-stack-deploy\nkind: Deployment\n'
const { session: run, said } = session(new Date())

test('manifests of components that are gone go; what is not ours stays', async () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('plugin-gone-deployment.yaml', ours)
  write('mine.yaml', 'kind: Service # not by mcp-stack-deploy\n'.replace('mcp-stack-deploy', 'hand'))
  write('below.yaml', 'kind: Service\n# like those of mcp-stack-deploy\n')
  write('notes.txt', ours)
  mkdirSync(join(folder, 'logs'))
  write('logs/old.yaml', ours)

  const wanted = { ...bundle(), files: [{ path: 'gateway-deployment.yaml', text: ours }] }
  await writeManifests(run, wanted, folder)
  await removeForgotten(run, wanted, folder)
  expect(readdirSync(folder).sort()).toEqual([
    'below.yaml',
    'gateway-deployment.yaml',
    'logs',
    'mine.yaml',
    'notes.txt',
  ])
  expect(readdirSync(join(folder, 'logs'))).toEqual(['old.yaml'])
  expect(said).toContain(`removed  ${join(folder, 'plugin-gone-deployment.yaml')}`)
})
