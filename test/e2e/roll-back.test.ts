import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf, docker, identities } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { lastScreen, mustEnd, reportOf } from '../support/tool.ts'

// A new gateway that migrates the database and does not start; ways back that are refused. In this order.

let example: Example
const newRevision = 'e2e0new0e2e0'
/** Runs in a gateway image; shell and JSON quotes stay out of it. */
const setRevision = (revision: string) =>
  [
    'import os, sqlalchemy as s',
    "e = s.create_engine(os.environ['DATABASE_URL'])",
    'c = e.connect()',
    `c.execute(s.text('update alembic_version set version_num = :v'), {'v': '${revision}'})`,
    'c.commit()',
  ].join('; ')
let oldRevision: string
let oldImage: string | undefined
let newImage: string

beforeAll(async () => {
  example = await openExample('roll-back')
  // One plugin is enough here.
  example.edit('mcp-stack.yaml', / {2}# Masks e-mail[^]*?memory_limit: 256Mi\n/, '')
  mustEnd(await example.run('deploy'), 0)
  oldImage = gateway()?.image
  const read = "import os, sqlalchemy as s; print(s.create_engine(os.environ['DATABASE_URL']).connect()"
  const ask = `${read}.execute(s.text('select version_num from alembic_version')).scalar_one())`
  oldRevision = docker('exec', gateway()?.id ?? '', 'python3', '-c', ask)
})

afterAll(async () => {
  await example.close()
})

const gateway = () => containersOf(example.project).mcpgateway
const ids = () => Object.values(containersOf(example.project)).map(({ id, service }) => `${service} ${id}`)

test('a deploy whose gateway migrated the database and died ends 4 with the choices, and nothing is rolled back', async () => {
  const program = `${setRevision(newRevision)}; raise SystemExit('the new gateway cannot start')`
  example.edit('gateway/Containerfile', /CMD .*\n/, `CMD ${JSON.stringify(['python3', '-c', program])}\n`)
  const run = mustEnd(await example.run('deploy', '--json'), 4)
  const report = reportOf(run)
  expect(report.status).toBe('unhealthy')
  const migrated = report.problems.find(({ code }) => code === 'DATABASE_MIGRATED')
  expect(migrated?.message).toContain(`from ${oldRevision} to ${newRevision}`)
  expect(migrated?.hint).toContain('mcp-deploy rollback')
  expect(report.problems.find(({ code }) => code === 'COMPONENT_FAILED')?.frame).toContain('cannot start')
  expect(gateway()?.image).not.toBe(oldImage)
  const history = mustEnd(await example.run('history', '--json'), 0)
  expect(JSON.parse(history.stdout)).toMatchObject([
    { revision: 2, status: 'failed' },
    { revision: 1, status: 'live' },
  ])
})

test('a roll-back by hand is refused as long as the database is the newer one', async () => {
  const before = ids()
  const run = mustEnd(await example.run('rollback', '--to', '1'), 1)
  expect(lastScreen(run)).toContain(oldRevision)
  expect(lastScreen(run)).toContain(newRevision)
  expect(lastScreen(run)).toContain('--force')
  expect(ids()).toEqual(before)
})

test('with the backup restored the release before is live again', async () => {
  restoreDatabase()
  const report = reportOf(mustEnd(await example.run('rollback', '--json', '--to', '1'), 0))
  expect(report.verification?.outcome).toBe('passed')
  expect(gateway()?.image).toBe(oldImage)
})

test('what the running gateway says of its database counts, unless --force', async () => {
  example.edit('gateway/Containerfile', /CMD .*\n/, 'CMD ["sh", "-c", "exec mcpgateway --host 0.0.0.0 --port 4444"]\n')
  mustEnd(await example.run('deploy', '--no-verify'), 0)
  docker('exec', gateway()?.id ?? '', 'python3', '-c', setRevision(newRevision))
  const before = identities(example.project)
  expect(lastScreen(mustEnd(await example.run('rollback'), 1))).toContain(newRevision)
  expect(identities(example.project)).toEqual(before)

  newImage = gateway()?.image ?? ''
  // It is tried; this gateway does not know that revision, as was said.
  mustEnd(await example.run('rollback', '--force', '--no-verify', '--timeout', '5'), 4)
  expect(gateway()?.image).toBe(oldImage)
})

test('a release whose image is gone is refused before anything is touched', async () => {
  docker('image', 'rm', '--force', newImage)
  const before = ids()
  const run = mustEnd(await example.run('rollback', '--to', '4', '--force'), 1)
  expect(lastScreen(run)).toContain('gateway: image')
  expect(lastScreen(run)).toContain(newImage)
  expect(ids()).toEqual(before)
})

/** The backup of this test: the one row that was changed. A gateway that goes on starting would change it again. */
function restoreDatabase(): void {
  const { id = '', env = [] } = gateway() ?? {}
  docker('stop', '--time', '1', id)
  const url = env.find((line) => line.startsWith('DATABASE_URL=')) ?? ''
  const volume = `${example.project}_gateway-data:/app/data`
  const container = ['run', '--rm', '--volume', volume, '--env', url, '--entrypoint', 'python3', oldImage ?? '']
  docker(...container, '-c', setRevision(oldRevision))
}
