import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { removeForgotten, writeManifests } from '../../src/commands/generate.ts'
import { init } from '../../src/commands/init.ts'
import { Secret } from '../../src/model/secret.ts'
import { objectsTitle } from '../../src/render/written.ts'
import { bundle } from '../targets/values.ts'
import { session } from './draft-values.ts'

const folder = mkdtempSync(join(tmpdir(), 'generate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ours = `${objectsTitle}\nkind: Deployment\n`
const { session: run, said } = session(new Date())
const wanted = { ...bundle(), files: [{ path: 'gateway-deployment.yaml', text: ours }] }

test('manifests of components that are gone go; what is not ours stays', async () => {
  const place = join(folder, 'mixed')
  const write = (name: string, text: string) => writeFileSync(join(place, name), text)
  mkdirSync(join(place, 'logs'), { recursive: true })
  write('plugin-gone-deployment.yaml', ours)
  write('mine.yaml', 'kind: Service # by hand\n')
  write('below.yaml', `kind: Service\n${objectsTitle}\n`)
  // What `rbac` prints, and a file of the user's own, speak of us in their first line.
  write('rbac.yaml', '# What mcp-deploy deploy needs for the stack demo; written by mcp-stack-deploy\n')
  write('copied.yaml', '# Was written by mcp-stack-deploy\n')
  write('extra.yaml', ours)
  write('notes.txt', ours)
  write('logs/old.yaml', ours)
  await init(run, join(place, 'mcp-stack.yaml'))

  const inputs = new Set([join(place, 'extra.yaml')])
  await writeManifests(run, wanted, place, inputs)
  await removeForgotten(run, wanted, place, inputs)
  expect(readdirSync(place).filter((name) => /\.(?:yaml|txt)$|^logs$/.test(name))).toEqual([
    'below.yaml',
    'copied.yaml',
    'extra.yaml',
    'gateway-deployment.yaml',
    'logs',
    'mcp-stack.yaml',
    'mine.yaml',
    'notes.txt',
    'rbac.yaml',
  ])
  expect(readdirSync(join(place, 'logs'))).toEqual(['old.yaml'])
  expect(said).toContain(`removed  ${join(place, 'plugin-gone-deployment.yaml')}`)
})

test.each([
  [
    'the file of `init`',
    '# yaml-language-server: $schema=https://example.com/mcp-stack-deploy/v1/schema.json\n',
    false,
  ],
  ['an input of the stack', ours, true],
])('%s is never written over', async (_what, text, isInput) => {
  const place = join(folder, isInput ? 'input' : 'init')
  mkdirSync(place)
  const path = join(place, 'gateway-deployment.yaml')
  writeFileSync(path, text)
  await expect(writeManifests(run, wanted, place, new Set(isInput ? [path] : []))).rejects.toMatchObject({
    code: 'USAGE',
  })
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('a bundle with the value of a secret is refused whole, and what was there before stays', async () => {
  const place = join(folder, 'leaking')
  mkdirSync(place)
  writeFileSync(join(place, 'gateway-deployment.yaml'), ours)
  const { session: fresh } = session(new Date())
  fresh.io.redactor.add(new Secret('API_KEY', 'a-value-of-a-secret'))
  const base64 = Buffer.from('a-value-of-a-secret').toString('base64')
  const more = { path: 'opa-deployment.yaml', text: `${objectsTitle}\nx: ${base64}\n` }
  const leaking = { ...bundle(), files: [{ path: 'gateway-deployment.yaml', text: `${ours}# new\n` }, more] }
  await expect(writeManifests(fresh, leaking, place, new Set())).rejects.toMatchObject({
    code: 'SECRET_LEAKED',
    message: 'the value of API_KEY would stand in opa-deployment.yaml in plain text or base64',
  })
  expect(readdirSync(place)).toEqual(['gateway-deployment.yaml'])
  expect(readFileSync(join(place, 'gateway-deployment.yaml'), 'utf8')).toBe(ours)
})
