import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { commitStack, copyAction, runAct } from '../support/act.ts'
import { containersOf, identities } from '../support/engine.ts'
import { type Example, openExample } from '../support/example.ts'
import { readMachine, root } from '../support/machine.ts'
import { mustEnd, reportOf, startProgram, startTool, type ToolRun } from '../support/tool.ts'

// The action as GitHub would run it, by act: `uses: ./` in a repository that holds the stack, action.yml and dist/.

const secret = 'e2e first line +/0123456789\ne2e second line =?abcdefgh\n'
const kubeconfig = 'apiVersion: v1\nkind: Config\nusers: [{name: e2e, user: {token: e2e-kube-token-0123}}]\n'
const home = mkdtempSync(join(tmpdir(), 'mcp-e2e-act-'))
/** act's own is gone with the job; what `post` leaves has to be seen. */
const temporary = join(home, 'temporary')
/** What a job hands out of its copy of the repository. */
const results = join(home, 'results')
let example: Example
let first: ToolRun

beforeAll(async () => {
  example = await openExample('action', { API_KEY: secret })
  example.edit('mcp-stack.yaml', 'ci_cd:\n', 'ci_cd:\n  vault_secrets:\n    - { name: API_KEY, to: [WordGuard] }\n')
  copyAction(example.folder)
  commitStack(example.folder)
  first = await runJob('deploy', { verbose: 'true' })
}, 600_000)

afterAll(async () => {
  await example.close()
  rmSync(home, { recursive: true, force: true })
})

test('action.yml is one that GitHub takes', async () => {
  const check = ['--builtin-schema', 'vendor.github-actions', join(root, 'action.yml')]
  expect(await startProgram(readMachine().pipelines!.checkJsonschema, check, { cwd: root }).ended).toMatchObject({
    exitCode: 0,
  })
})

test('deploys, and hands its outputs to the step after it', () => {
  mustEnd(first, 0)
  expect(first.stdout).toMatch(/deploy succeeded.*release 1/)
  expect(first.stdout).toContain(`used: succeeded true ${example.gatewayUrl} 1 `)
  expect(first.stdout).toContain('report: succeeded')
  const images = JSON.parse(/images: (\{.*\})/.exec(first.stdout)?.[1] ?? '{}') as Record<string, string>
  expect(Object.keys(images).sort()).toEqual(['MailMask', 'WordGuard', 'gateway'])
  expect(containersOf(example.project).wordguard?.env).toContain(`API_KEY=${secret}`)
})

test('the summary is a page, its first line one to paste', () => {
  expect(first.stdout).toMatch(/### ✅ mcp-e2e-action: 3 created \(.*\), mTLS \d+\/\d+, \d+ s/)
  expect(first.stdout).toContain('gateway -- "mTLS ✓')
})

test('a secret of several lines is nowhere in the log, and not in base64 either', () => {
  const base64 = Buffer.from(secret).toString('base64')
  for (const form of [...secret.trim().split('\n'), base64, base64.replace(/=+$/, ''), 'e2e-kube-token-0123'])
    expect(`${first.stdout}${first.stderr}`.includes(form), form.slice(0, 9)).toBe(false)
})

test('a second run changes nothing and builds nothing', async () => {
  const before = identities(example.project)
  const second = mustEnd(await runJob('deploy'), 0)
  expect(second.stdout).toContain('= nothing to do')
  expect(second.stdout).toContain(`used: unchanged false ${example.gatewayUrl} 1 `)
  expect(second.stdout).toMatch(/WordGuard \|.*\| reused \|/)
  expect(identities(example.project)).toEqual(before)
})

test('in a container as a runner there is nothing to do either', async ({ skip }) => {
  const image = readMachine().pipelines?.builderImage
  if (typeof image !== 'string') return skip('no builder image on this machine, and so no runner image')
  const run = mustEnd(await runJob('deploy', {}, image), 0)
  expect(run.stdout).toContain('= nothing to do')
  expect(run.stdout).toContain(`used: unchanged false ${example.gatewayUrl} 1 `)
})

test('post leaves nothing behind', () => {
  expect(first.stdout).toMatch(/temporary: mcp-deploy-/)
  expect(first.stdout).toMatch(/Post .*\.\//)
  expect(readdirSync(temporary)).toEqual([])
})

test('a typo in an input is an error that says what was meant', async () => {
  const run = await runJob('deploy', { 'dry-runn': 'true' })
  expect(run.exitCode).not.toBe(0)
  expect(run.stdout).toContain('there is no input "dry-runn"')
  expect(run.stdout).toContain('Did you mean dry-run?')
})

test('the report and the manifests of the three fronts are the same, byte for byte', async () => {
  mustEnd(await runJob('plan'), 0)
  const ofAction = withoutRun(JSON.parse(readFileSync(join(results, 'report.json'), 'utf8')) as Report)
  const ofTerminal = withoutRun(reportOf(mustEnd(await example.run('plan', '--json'), 0)))
  expect(JSON.stringify(ofAction, null, 2)).toBe(JSON.stringify(ofTerminal, null, 2))

  mustEnd(await runJob('generate', { output: 'generated' }), 0)
  mustEnd(await example.run('generate', '-o', 'generated'), 0)
  const files = textsOf(join(example.folder, 'generated'))
  expect(Object.keys(files).length).toBeGreaterThan(2)
  expect(textsOf(join(results, 'generated'))).toEqual(files)

  const job = (command: string, output = '') =>
    startTool([], {
      cwd: example.folder,
      env: { ...example.env, MCP_DEPLOY_HOST: 'gitlab', MCP_INPUT_COMMAND: command, MCP_INPUT_OUTPUT: output },
    }).ended
  mustEnd(await job('plan'), 0)
  const ofGitlab = withoutRun(JSON.parse(readFileSync(join(example.folder, 'deploy/report.json'), 'utf8')) as Report)
  expect(JSON.stringify(ofGitlab, null, 2)).toBe(JSON.stringify(ofTerminal, null, 2))
  mustEnd(await job('generate', 'of-gitlab'), 0)
  expect(textsOf(join(example.folder, 'of-gitlab'))).toEqual(files)
})

/** Times and the facts of the host are all that may differ. */
function withoutRun({ run: _run, timings: _timings, ...report }: Report) {
  return { ...report, images: report.images.map((image) => ({ ...image, seconds: 0 })) }
}

function textsOf(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(
    paths.map(({ name, parentPath }) => {
      const path = join(parentPath, name)
      return [path.slice(folder.length), readFileSync(path, 'utf8')]
    }),
  )
}

/** One job of three steps: the checkout, which act leaves out, the action, and one that uses its outputs. */
async function runJob(
  command: string,
  inputs: Readonly<Record<string, string>> = {},
  image?: string,
): Promise<ToolRun> {
  const withInputs = Object.entries({ command, ...inputs }).map(([name, value]) => `          ${name}: ${value}`)
  const workflow = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: ./
        id: stack
        env:
          RUNNER_TEMP: ${temporary}
          API_KEY: \${{ secrets.API_KEY }}
        with:
          kubeconfig: \${{ secrets.KUBECONFIG_TEXT }}
${withInputs.join('\n')}
      - env:
          USED: \${{ steps.stack.outputs.status }} \${{ steps.stack.outputs.changed }} \${{ steps.stack.outputs.gateway-url }} \${{ steps.stack.outputs.release }} \${{ steps.stack.outputs.certificates-expire }}
          IMAGES: \${{ steps.stack.outputs.images }}
          REPORT: \${{ steps.stack.outputs.report }}
        run: |
          echo "used: $USED"
          echo "images: $IMAGES"
          node -p '"report: " + JSON.parse(require("fs").readFileSync(process.env.REPORT)).status'
          echo "temporary: $(ls ${temporary})"
          cp -r deploy/report.json $(ls -d generated || true) ${results}/
`
  for (const folder of [temporary, results]) mkdirSync(folder, { recursive: true })
  // The example's environment holds the secret too; a job has it from act.
  const { API_KEY: _given, ...environment } = example.env
  const secrets = { API_KEY: secret, KUBECONFIG_TEXT: kubeconfig }
  return runAct(example.folder, workflow, { home, environment, secrets, ...(image === undefined ? {} : { image }) })
}
