import { describe, expect, test } from 'vitest'
import { refuseMigrated } from '../../src/commands/migration.ts'
import type { DatabaseRevision } from '../../src/model/live.ts'
import { bundle, gateway, live, release, running, state } from '../targets/values.ts'
import { draft, idleConnection } from './draft-values.ts'

const older: DatabaseRevision = { revision: 'a1', database: 'sqlite' }
const wanted = { ...release(3, [gateway()]), databaseRevision: older }
const input = { bundle: bundle(gateway()), secrets: draft().secrets }

/** Before a roll-back to release 3, where this image runs and its database answers this. */
async function ask(image: string | undefined, now: DatabaseRevision | undefined, noted: DatabaseRevision | undefined) {
  const asked: unknown[] = []
  const connection = {
    ...idleConnection,
    databaseRevision: (question: unknown) => {
      asked.push(question)
      return Promise.resolve(now)
    },
  }
  const runs = image === undefined ? [] : [running(gateway(), 10, { role: 'gateway', image })]
  const { databaseRevision: _noted, ...rest } = wanted
  const to = noted === undefined ? rest : { ...rest, databaseRevision: noted }
  await refuseMigrated(connection, to, live(state(to), ...runs), input)
  return asked
}

describe('a roll-back by hand', () => {
  test.each([['sha256:new'], [undefined]])(
    'is refused where the database is another than then (%s runs)',
    async (image) => {
      await expect(ask(image, { ...older, revision: 'b2' }, older)).rejects.toMatchObject({
        code: 'ROLL_BACK_REFUSED',
        exitCode: 1,
        message: expect.stringMatching(/release 3 .* a1, .* b2 now/),
        hint: expect.stringMatching(/mcp-deploy rollback --to 3 --force$/),
      })
    },
  )

  test('asks one of the release’s own image where none runs', async () => {
    expect(await ask(undefined, older, older)).toEqual([input])
  })

  test.each([
    ['the same revision', older, older],
    ['nobody can say', undefined, older],
    ['another database', { revision: 'b2', database: 'postgres' }, older],
  ])('goes on: %s', async (_name, now, noted) => {
    expect(await ask('sha256:new', now, noted)).toHaveLength(1)
  })

  test('asks nothing where the image stays, or nothing was noted', async () => {
    expect(await ask('sha256:gateway', { ...older, revision: 'b2' }, older)).toEqual([])
    expect(await ask('sha256:new', { ...older, revision: 'b2' }, undefined)).toEqual([])
  })
})
