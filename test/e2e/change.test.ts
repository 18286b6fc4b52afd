import { spawn } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf, identities } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { askPrompt, enabledPlugins, mintToken } from '../support/gateway.ts'
import { lastScreen, leavesOf, mustEnd, reportOf } from '../support/tool.ts'

// One stack that lives through what a week brings: nothing, a change, a mistake, a plugin less. In this order.

let example: Example
/** A word of this run: an image that an earlier run built must not be found. */
const word = `embargoed-${Date.now()}`

beforeAll(async () => {
  example = await openExample('change')
})

afterAll(async () => {
  await example.close()
})

test('the first deploy is proven: handshakes accepted and refused, every plugin enabled', async () => {
  const run = mustEnd(await example.run('deploy', '--json'), 0)
  const report = reportOf(run)
  expect(report.status).toBe('succeeded')
  expect(report.components.map(({ readiness }) => readiness)).toEqual(['ready', 'ready', 'ready'])
  expect(report.verification?.outcome).toBe('passed')
  const kinds = [
    'handshake',
    'refused-without-certificate',
    'refused-foreign-certificate',
    'mcp-initialize',
    'plugin-enabled',
  ]
  for (const plugin of ['WordGuard', 'MailMask']) {
    const passed = report.verification?.probes.filter(
      ({ component, outcome }) => component === plugin && outcome === 'passed',
    )
    expect({ plugin, kinds: new Set(passed?.map(({ kind }) => kind)) }).toEqual({ plugin, kinds: new Set(kinds) })
  }
})

test('a second deploy builds, issues and restarts nothing', async () => {
  const before = identities(example.project)
  const run = mustEnd(await example.run('deploy', '--json'), 0)
  const report = reportOf(run)
  expect(report.status).toBe('unchanged')
  expect(new Set(report.changes.map(({ action }) => action))).toEqual(new Set(['unchanged']))
  expect(report.images.filter(({ how }) => how === 'built')).toEqual([])
  expect(leavesOf(report).filter(({ how }) => how !== 'kept')).toEqual([])
  expect(identities(example.project)).toEqual(before)
  expect(run.seconds).toBeLessThan(15)
})

test('a file that lacks every plugin is refused before anything goes', async () => {
  const before = identities(example.project)
  const run = mustEnd(await example.run('deploy', '--set', 'plugins=[]', '--json'), 1)
  expect(reportOf(run).problems.map(({ code }) => code)).toContain('MASS_DELETE')
  expect(identities(example.project)).toEqual(before)
})

test('a changed plugin is the only one built; it rolls, then the gateway, and the rest stays', async () => {
  const before = identities(example.project)
  example.edit('plugins/wordguard/config.yaml', 'words: [classified]', `words: [classified, ${word}]`)
  example.publish()

  const plan = reportOf(await example.run('plan', '--json'))
  expect(actions(plan.changes)).toEqual({ WordGuard: 'update', MailMask: 'unchanged', gateway: 'restart' })
  expect(identities(example.project)).toEqual(before)

  const run = mustEnd(await example.run('deploy', '--json'), 0)
  expect(
    reportOf(run)
      .images.filter(({ how }) => how === 'built')
      .map(({ component }) => component),
  ).toEqual(['WordGuard'])
  const after = identities(example.project)
  expect(after.mailmask).toBe(before.mailmask)
  expect(after.wordguard).not.toBe(before.wordguard)
  const { mcpgateway, wordguard } = containersOf(example.project)
  expect(Date.parse(mcpgateway?.startedAt ?? '')).toBeGreaterThan(Date.parse(wordguard?.startedAt ?? ''))

  const token = await mintToken(example)
  expect((await askPrompt(example, token, `the ${word} report`)).status).toBe(422)
})

test('an image that does not build changes nothing', async () => {
  const before = identities(example.project)
  example.edit(
    'plugins/mailmask/Containerfile',
    'COPY mailmask.py',
    'RUN echo "no compiler here" >&2; exit 3\nCOPY mailmask.py',
  )
  example.publish()
  const run = mustEnd(await example.run('deploy'), 1)
  expect(lastScreen(run)).toContain('no compiler here')
  expect(lastScreen(run)).toContain('MailMask')
  expect(identities(example.project)).toEqual(before)
})

test('a plugin that does not start: exit 1 within 30 s, the reason on the last screen, the old stack serving', async () => {
  const images = imagesOf(example.project)
  example.edit('plugins/mailmask/Containerfile', 'RUN echo "no compiler here" >&2; exit 3\n', '')
  example.edit(
    'plugins/mailmask/mailmask.py',
    'import re',
    'import re\n\nraise SystemExit("the address book is missing")',
  )
  example.publish()
  const deaths = watchDeaths(example.project, 'mailmask')
  const run = mustEnd(await example.run('deploy'), 1)
  const died = deaths.stop()
  expect(lastScreen(run)).toContain('the address book is missing')
  expect(died).toBeDefined()
  expect((run.endedAt.getTime() - (died?.getTime() ?? 0)) / 1000).toBeLessThan(30)

  expect(imagesOf(example.project)).toEqual(images)
  const token = await mintToken(example)
  expect(await enabledPlugins(example, token)).toEqual(['MailMask', 'WordGuard'])
  const answer = await askPrompt(example, token, 'hello ada@example.com')
  expect(answer.value.messages?.[0]?.content.text).toBe('say hello [address masked]')
  expect((await askPrompt(example, token, `the ${word} report`)).status).toBe(422)
})

test('the repaired source brings the stack back to where it was', async () => {
  example.edit('plugins/mailmask/mailmask.py', '\n\nraise SystemExit("the address book is missing")', '')
  example.publish()
  const run = mustEnd(await example.run('deploy', '--json'), 0)
  expect(reportOf(run).images.filter(({ how }) => how === 'built')).toEqual([])
  mustEnd(await example.run('verify'), 0)
})

test('a plugin that is taken out of the file is gone afterwards', async () => {
  const before = identities(example.project)
  example.edit('mcp-stack.yaml', / {2}# Masks e-mail[^]*?memory_limit: 256Mi\n/, '')
  const run = mustEnd(await example.run('deploy', '--json'), 0)
  expect(actions(reportOf(run).changes)).toMatchObject({ MailMask: 'delete', WordGuard: 'unchanged' })
  expect(Object.keys(containersOf(example.project)).sort()).toEqual(['mcpgateway', 'wordguard'])
  expect(identities(example.project).wordguard).toBe(before.wordguard)
  expect(await enabledPlugins(example, await mintToken(example))).toEqual(['WordGuard'])
})

function actions(changes: readonly { readonly component: string; readonly action: string }[]): Record<string, string> {
  return Object.fromEntries(changes.map(({ component, action }) => [component, action]))
}

function imagesOf(project: string): Record<string, string> {
  return Object.fromEntries(Object.values(containersOf(project)).map(({ service, image }) => [service, image]))
}

/** Listens to the engine, which forgets events soon: when did a container first end by itself, with a failure? */
function watchDeaths(project: string, service: string): { stop(): Date | undefined } {
  const labels = [`label=com.docker.compose.project=${project}`, `label=com.docker.compose.service=${service}`]
  const filters = [...labels, 'event=die'].flatMap((filter) => ['--filter', filter])
  const child = spawn('docker', ['events', ...filters, '--format', '{{.Time}} {{.Actor.Attributes.exitCode}}'])
  let lines = ''
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString()
  })
  return {
    stop: () => {
      child.kill()
      // 143: ended by the tool itself.
      const failed = lines.split('\n').find((line) => /^\d+ (?!0$|143$)/.test(line))
      return failed === undefined ? undefined : new Date(Number(failed.split(' ')[0]) * 1000)
    },
  }
}
