import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containersOf } from '../support/engine.ts'
import { openTlsStack, type TlsStack } from '../support/tls-stack.ts'
import { mustEnd, reportOf, runTool } from '../support/tool.ts'

// What a killed run had asked of the engine is done after the next run has looked.

let stack: TlsStack
beforeAll(async () => {
  stack = await openTlsStack('stopped')
  mustEnd(await stack.run('deploy'), 0)
})
afterAll(() => {
  stack?.close()
})

test('a gateway that is stopped while an unchanged stack is verified is started again by the same run', async () => {
  const run = mustEnd(await deployStopping(), 0)
  const report = reportOf(run)
  expect(report).toMatchObject({ status: 'succeeded', verification: { outcome: 'passed' } })
  expect(changed(report)).toEqual([['gateway', 'restart']])
  expect(run.stderr).toMatch(/= unchanged [^]*Verifying[^]*has changed since this run looked[^]*restart +gateway/)
  expect(reportOf(mustEnd(await stack.run('deploy', '--json'), 0)).status).toBe('unchanged')
})

/** docker as it is, but before it first runs anything in a container it stops the gateway. */
function deployStopping() {
  const gateway = containersOf(stack.project)['mcpgateway']?.id
  const once = join(stack.folder, 'stopped')
  writeFileSync(
    join(stack.folder, 'docker'),
    `#!/bin/sh
PATH=\${PATH#*:}
case " $* " in *" exec "*) mkdir '${once}' 2>/dev/null && docker stop '${gateway}' >/dev/null ;; esac
exec docker "$@"
`,
    { mode: 0o755 },
  )
  return runTool(['deploy', 'mcp-stack.yaml', '--json'], {
    cwd: stack.folder,
    env: { PATH: `${stack.folder}:${process.env['PATH']}` },
  })
}

function changed({ changes }: ReturnType<typeof reportOf>): readonly unknown[] {
  return changes.filter(({ action }) => action !== 'unchanged').map(({ component, action }) => [component, action])
}
