import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { detectEngine } from '../../src/build/detect-engine.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

/** What the two really print for `version --format '{{json .}}'`, shortened. */
const dockerAnswer = `echo '{"Client":{"Version":"28.2.2","ApiVersion":"1.41"},"Server":{"Version":"20.10.24"}}'`
const podmanAnswer = `echo '{"Client":{"APIVersion":"4.3.1","Version":"4.3.1"}}'`
const dead = 'echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock" >&2; exit 1'

let workshop: Workshop

beforeEach(() => {
  workshop = openWorkshop()
})
afterEach(() => workshop.close())

/** An Io on whose PATH there are only these programs. */
function ioWith(programs: Readonly<Record<string, string>>) {
  const own = openWorkshop({ PATH: join(workshop.folder, 'bin') })
  for (const [name, script] of Object.entries(programs)) {
    workshop.write({ [`bin/${name}`]: `#!/bin/sh\n${script}\n` })
    chmodSync(join(workshop.folder, 'bin', name), 0o755)
  }
  return own.io
}

test('docker first, then podman', async () => {
  expect(await detectEngine({}, ioWith({ docker: dockerAnswer, podman: podmanAnswer }))).toEqual({
    program: 'docker',
    args: [],
  })
})

test('podman where docker does not answer', async () => {
  expect(await detectEngine({}, ioWith({ docker: dead, podman: podmanAnswer }))).toEqual({
    program: 'podman',
    args: [],
  })
})

test('podman under the name docker is podman', async () => {
  expect((await detectEngine({}, ioWith({ docker: podmanAnswer }))).program).toBe('podman')
})

test('the wanted engine and context, and only they', async () => {
  const io = ioWith({ docker: dockerAnswer, podman: podmanAnswer })
  expect(await detectEngine({ containerEngine: 'podman', dockerContext: 'far' }, io)).toEqual({
    program: 'podman',
    args: [],
  })
  expect(await detectEngine({ dockerContext: 'far' }, io)).toEqual({ program: 'docker', args: ['--context', 'far'] })
})

test('a named buildx builder needs no daemon', async () => {
  expect(await detectEngine({ builder: 'far' }, ioWith({ docker: dead }))).toEqual({ program: 'docker', args: [] })
})

test('none is there, none answers', async () => {
  await expect(detectEngine({}, ioWith({}))).rejects.toMatchObject({ code: 'TOOL_MISSING' })
  await expect(detectEngine({}, ioWith({ docker: dead }))).rejects.toMatchObject({
    code: 'ENGINE_UNREACHABLE',
    message: expect.stringContaining('Cannot connect to the Docker daemon'),
  })
})

test('in the builder image the missing socket is named', async () => {
  const io = { ...ioWith({ docker: dead }), environment: { MCP_DEPLOY_CONTAINER: '1' } }
  await expect(detectEngine({}, io)).rejects.toMatchObject({
    hint: expect.stringMatching(/^Add to docker run: -v \/var\/run\/docker\.sock:.*ci_cd\.build\.builder$/),
  })
})
