import { randomBytes } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { networksOf, removeProject, volumesOf } from '../support/engine.ts'
import { docker, importTinyImage, tinyImage } from './compose-world.ts'
import { checkedReport, copyDist, type DistCopy, listing } from './dist-copy.ts'

const project = `mcptest-${randomBytes(4).toString('hex')}`
let dist: DistCopy

beforeAll(async () => {
  importTinyImage()
  dist = copyDist()
  await dist.run('init')
  dist.write({
    'mcp-stack.yaml': `deployment: {type: compose, project_name: ${project}}
gateway: {image: "${tinyImage}", mtls_enabled: true, image_pull_policy: Never}
plugins:
  - name: Ready
    image: ${tinyImage}
    image_pull_policy: Never
  - name: ToBuild
    path: plugins/to-build
infrastructure:
  postgres: {enabled: true, image: "${tinyImage}"}
`,
    'plugins/to-build/Containerfile': `FROM ${tinyImage}\n`,
  })
})

afterAll(() => {
  removeProject(project)
  const built = docker('images', '--quiet', '--filter', `reference=mcp-stack/${project}/*`)
  if (built !== '') docker('rmi', '--force', ...built.split('\n'))
  dist.close()
})

/** What a plan could have left on the engine, and on the disk. */
function world() {
  return {
    volumes: volumesOf(project),
    networks: networksOf(project),
    containers: docker('ps', '--all', '--format', '{{.Names}}', '--filter', `name=${project}`),
    images: docker('images', '--quiet', '--filter', `reference=mcp-stack/${project}/*`),
    tiny: docker('image', 'inspect', '--format', '{{.Id}} {{json .RepoTags}}', tinyImage),
    files: listing(dist.everywhere),
  }
}

test('a plan on a real engine says what would be made, and makes nothing', async () => {
  const before = world()
  const report = checkedReport(await dist.run('plan', '--json'))
  expect(report).toMatchObject({ status: 'pending', exitCode: 0, stack: { name: project, target: 'compose' } })
  expect(report.changes.map(({ action, component, wave }) => [action, component, wave])).toEqual([
    ['create', 'postgres', 0],
    ['create', 'Ready', 1],
    ['create', 'ToBuild', 1],
    ['create', 'gateway', 2],
  ])
  expect(report.images.map(({ component, how }) => [component, how])).toContainEqual(['ToBuild', 'pending'])
  expect(report.certificates.map(({ component, how }) => [component, how])).toEqual([
    ['gateway', 'pending'],
    ['Ready', 'pending'],
    ['ToBuild', 'pending'],
  ])
  expect(world()).toEqual(before)
})

test('as does deploy --dry-run', async () => {
  const before = world()
  expect(checkedReport(await dist.run('deploy', '--dry-run', '--json')).status).toBe('pending')
  expect(world()).toEqual(before)
})

test('--exit-code tells a pipeline that there is work', async () => {
  expect((await dist.run('plan', '--exit-code')).exitCode).toBe(3)
})

test('-o writes the frozen plan and nothing else; a changed file is refused by its fence', async () => {
  const before = world()
  const planned = await dist.run('plan', '-o', 'plan.json')
  expect(planned.exitCode).toBe(0)
  expect(planned.stdout + planned.stderr).toMatch(/To do exactly this: mcp-deploy deploy\b.* --plan plan\.json/)
  const after = world()
  const written = after.files.filter((line) => !before.files.includes(line)).map((line) => line.split(' ')[0])
  expect(written).toEqual(['stack', 'stack/plan.json'])
  expect({ ...after, files: [] }).toEqual({ ...before, files: [] })

  const text = readFileSync(join(dist.folder, 'mcp-stack.yaml'), 'utf8')
  dist.write({ 'mcp-stack.yaml': `${text}ci_cd: {deploy: {timeout: 77}}\n` })
  const refused = checkedReport(await dist.run('deploy', '--plan', 'plan.json', '--json'))
  expect(refused).toMatchObject({ exitCode: 1, problems: [{ code: 'PLAN_STALE' }] })
  expect(refused.problems[0]?.message).toContain('the configuration')
  const { volumes, networks, containers } = world()
  expect({ volumes, networks, containers }).toEqual({ volumes: [], networks: [], containers: '' })
})

test('a source that moves after the fences were checked is refused too, and nothing is deployed', async () => {
  dist.write({
    push: '#!/bin/sh\nif [ -e armed ]; then echo >>plugins/to-build/Containerfile; fi\necho a-secret-value\n',
  })
  chmodSync(join(dist.folder, 'push'), 0o755)
  // The images are looked up before the secrets are asked for, and then they are built.
  const stack = ['--set', 'ci_cd.vault_secrets=[{name: KEY, from: {command: [./push]}, to: [Ready]}]']
  expect((await dist.run('plan', '-o', 'plan.json', ...stack)).exitCode).toBe(0)
  dist.write({ armed: '' })
  const refused = checkedReport(await dist.run('deploy', '--plan', 'plan.json', '--json', ...stack))
  expect(refused).toMatchObject({ exitCode: 1, problems: [{ code: 'PLAN_STALE' }] })
  expect(refused.problems[0]?.message).toMatch(
    /^the plan does not hold any more: the source of ToBuild \(\w+, now \w+\) changed/,
  )
  const { volumes, networks, containers } = world()
  expect({ volumes, networks, containers }).toEqual({ volumes: [], networks: [], containers: '' })
})

test('what is not there cannot be rolled back, verified or asked for a token', async () => {
  const rollback = checkedReport(await dist.run('rollback', '--json'))
  expect(rollback).toMatchObject({ exitCode: 1, problems: [{ code: 'ROLL_BACK_REFUSED' }] })
  expect((await dist.run('token')).exitCode).toBe(2)
  expect((await dist.run('verify', '--no-wait')).exitCode).toBe(4)
  expect(checkedReport(await dist.run('status', '--json')).status).toBe('pending')
})
