import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runBefore } from '../../src/commands/run-before.ts'
import { createIo } from '../../src/io/create-io.ts'
import { draft, session } from './draft-values.ts'

const folder = mkdtempSync(join(tmpdir(), 'mcp-before-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a backup that fails and tells its credential tells it neither in the error nor in its log', async () => {
  const own = session(new Date('2026-11-26T08:00:00.000Z')).session
  const environment = { BACKUP_TOKEN: 'bt-0123456789' }
  const { progress, signal } = own.io
  const io = createIo({ environment, progress, signal, logsFolder: folder })
  const before = ['/bin/sh', '-c', 'echo "no $BACKUP_TOKEN"; echo "denied: $BACKUP_TOKEN" >&2; exit 3']
  const { plan } = draft()
  const failed = runBefore(
    { ...own, io },
    { ...plan, deploy: { ...plan.deploy, before }, config: { ...plan.config, folder } },
  )
  await expect(failed).rejects.toMatchObject({
    code: 'COMMAND_FAILED',
    message: 'ci_cd.deploy.before: /bin/sh ended with 3: denied: [secret BACKUP_TOKEN]',
  })
  await io.close()
  const log = readFileSync(join(folder, 'before.log'), 'utf8')
  expect(log).toContain('no [secret BACKUP_TOKEN]')
  expect(log).not.toContain('bt-0123456789')
})
