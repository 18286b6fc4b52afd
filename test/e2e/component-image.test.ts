import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { renderTemplate } from '../../src/commands/gitlab-component/template.ts'
import { containersOf } from '../support/engine.ts'
import { readMachine, root } from '../support/machine.ts'
import { openSmallStack, type SmallStack } from '../support/small-stack.ts'
import { fencedBlocks } from '../support/snippets.ts'
import { mustEnd, startProgram, type ToolRun } from '../support/tool.ts'

// The README's pipeline for GitLab, line by line: the component by its version, its job in the builder image.

const { pipelines } = readMachine()
const image = pipelines?.builderImage ?? null
const server = 'https://gitlab.example.com'

describe.skipIf(image === null)('the GitLab pipeline of the README in the builder image', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-e2e-gitlab-'))
  let stack: SmallStack

  beforeAll(async () => {
    stack = await openSmallStack('component-image')
    const [block] = fencedBlocks('yaml').filter(
      ({ name, text }) => name.startsWith('README') && text.includes('component:'),
    )
    writeFileSync(join(stack.folder, '.gitlab-ci.yml'), `stages: [deploy]\n${block?.text ?? ''}`)
    writeFileSync(join(stack.folder, '.gitlab-ci-local-variables.yml'), stringify(stack.env))
    commit(stack.folder)
    git(stack.folder, 'config', 'remote.origin.url', `${server}/shop/stack.git`)
    publishComponent(join(folder, 'component'), join(folder, 'mcp/mcp-stack-deploy.git'))
    makeHelperImage(join(folder, 'helper'))
  })

  afterAll(() => {
    stack?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('deploys, and the second time has nothing to do', async () => {
    const first = mustEnd(await run(), 0)
    expect(first.stdout + first.stderr).toMatch(/deploy succeeded.*release 1/)
    expect(containersOf(stack.project)['mcpgateway']?.running).toBe(true)
    expect(readFileSync(join(stack.folder, 'deploy/mcp-deploy.env'), 'utf8')).toContain('MCP_STATUS=succeeded')
    const second = mustEnd(await run(), 0)
    expect(second.stdout + second.stderr).toContain('nothing to do')
    expect(second.stdout + second.stderr).not.toContain(stack.env['API_KEY'])
  })

  function run(): Promise<ToolRun> {
    const words = [
      '--no-color',
      '--pull-policy=if-not-present',
      `--helper-image=${helper}`,
      '--network=host',
      '--volume=/var/run/docker.sock:/var/run/docker.sock',
    ]
    // The component's project is fetched from here under its own address.
    const key = `url.file://${folder}/mcp/.insteadOf`
    const env = {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: key,
      GIT_CONFIG_VALUE_0: `${server}:443/mcp/`,
      GIT_CONFIG_KEY_1: key,
      GIT_CONFIG_VALUE_1: `${server}/mcp/`,
    }
    return startProgram(pipelines?.gitlabCiLocal ?? '', words, { cwd: stack.folder, env }).ended
  }
})

const helper = 'mcp-e2e/gitlab-helper:1'

function git(folder: string, ...args: readonly string[]): string {
  const person = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com']
  return execFileSync('git', [...person, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
}

function commit(folder: string): void {
  git(folder, 'init', '--quiet', '--initial-branch', 'main')
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message', 'A stack')
}

/** The component project as a release makes it, with the image of this machine for the published one. */
function publishComponent(folder: string, bare: string): void {
  cpSync(join(root, 'gitlab'), folder, { recursive: true })
  const release = JSON.parse(readFileSync(join(root, 'gitlab/release.json'), 'utf8'))
  const template = renderTemplate({ ...release, version: '1.0.0', image })
  writeFileSync(join(folder, 'templates/mcp-stack-deploy/template.yml'), template)
  commit(folder)
  git(folder, 'tag', '1.0.0')
  mkdirSync(join(bare, '..'), { recursive: true })
  git(folder, 'clone', '--quiet', '--bare', folder, bare)
  git(bare, 'config', 'uploadpack.allowFilter', 'true')
}

/** gitlab-ci-local copies a job's files with rsync in an image of its own: the builder image with this machine's. */
function makeHelperImage(folder: string): void {
  mkdirSync(folder)
  const libraries = execFileSync('ldd', ['/usr/bin/rsync'], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => /=> (\/\S+)/.exec(line)?.[1] ?? [])
    .filter((path) => !/lib(?:c|m|pthread|dl)\.so/.test(path))
  mkdirSync(join(folder, 'rsync'))
  for (const path of ['/usr/bin/rsync', ...libraries])
    cpSync(path, join(folder, 'rsync', basename(path)), { dereference: true })
  writeFileSync(join(folder, 'launch'), '#!/bin/sh\nLD_LIBRARY_PATH=/opt/rsync exec /opt/rsync/rsync "$@"\n')
  chmodSync(join(folder, 'launch'), 0o755)
  writeFileSync(
    join(folder, 'Dockerfile'),
    `FROM ${image}\nUSER root\nCOPY rsync /opt/rsync\nCOPY launch /usr/local/bin/rsync\nENTRYPOINT []\n`,
  )
  execFileSync('docker', ['build', '--quiet', '--tag', helper, folder], { stdio: 'pipe' })
}
