import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Secret } from '../../../src/model/secret.ts'
import { build, imagePlan, recipe } from '../stage-fixtures.ts'
import { openWorkshop, type Workshop } from '../workshop.ts'

const tokens = {
  ACTIONS_RUNTIME_TOKEN: new Secret('ACTIONS_RUNTIME_TOKEN', 'token-of-this-runner'),
  ACTIONS_RESULTS_URL: new Secret('ACTIONS_RESULTS_URL', 'https://results.example.test/'),
  ACTIONS_CACHE_SERVICE_V2: new Secret('ACTIONS_CACHE_SERVICE_V2', 'true'),
}

let workshop: Workshop
beforeEach(() => {
  workshop = openWorkshop()
  workshop.write({ 'source/Containerfile': 'FROM scratch\n' })
})
afterEach(() => workshop.close())

/** An engine of this test: says which driver buildx has, notes each call with its environment and its definition, builds nothing. */
function writeEngine(driver: string, bake = ''): string {
  const program = join(workshop.folder, 'bin/docker')
  workshop.write({
    'bin/docker': `#!/bin/sh
dir=${workshop.folder}
echo "$* token=$ACTIONS_RUNTIME_TOKEN url=$ACTIONS_RESULTS_URL v2=$ACTIONS_CACHE_SERVICE_V2" >> "$dir/calls"
case "$*" in
  *version*json*) echo '{"Server":{}}';;
  *'buildx version'*) echo buildx;;
  *inspect*image*|*'image inspect'*) [ -e "$dir/built" ] || exit 1; echo '[{"Id":"sha256:00"}]';;
  *'buildx inspect'*) echo 'Name: far\nDriver: ${driver}';;
  *bake*) cat >> "$dir/definitions"; echo >> "$dir/definitions"; ${bake === '' ? ':' : bake}; touch "$dir/built";;
esac
`,
  })
  chmodSync(program, 0o755)
  return program
}

const plan = () => imagePlan('shop', 'opa', { kind: 'path', path: join(workshop.folder, 'source'), ...recipe })
const calls = () => readFileSync(join(workshop.folder, 'calls'), 'utf8').trim().split('\n')
const definitions = (): readonly { target: { image: Record<string, unknown> } }[] =>
  readFileSync(join(workshop.folder, 'definitions'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('gha: the tokens reach the one process that builds, and no log', async () => {
  const containerEngine = writeEngine('docker-container')
  await build(workshop, [plan()], { containerEngine, layerCache: { trusted: true, tokens } })
  expect(workshop.lines[0]).toBe("layer cache: gha (GitHub's cache)")
  expect(definitions()[0]?.target.image).toMatchObject({
    'cache-from': ['type=gha,scope=shop.opa'],
    'cache-to': ['type=gha,scope=shop.opa,mode=max,ignore-error=true'],
  })
  for (const call of calls()) {
    const access = 'token=token-of-this-runner url=https://results.example.test/ v2=true'
    expect(call.endsWith(call.includes(' bake ') ? access : 'token= url= v2='), call).toBe(true)
  }
  expect(workshop.commands.join('\n')).not.toContain('token-of-this-runner')
})

test('without a capable builder nothing is passed on, and the line says what it would take', async () => {
  const containerEngine = writeEngine('docker')
  await build(workshop, [plan()], { containerEngine, layerCache: { trusted: true, tokens } })
  expect(workshop.lines[0]).toContain(
    "the builder's own (gha needs a builder with the docker-container or remote driver",
  )
  expect(Object.keys(definitions()[0]?.target.image ?? {}).filter((key) => key.startsWith('cache'))).toEqual([])
  expect(calls().join('\n')).not.toContain('token-of-this-runner')
  expect(workshop.problems).toEqual([])
})

test('who asked for it by name gets a warning', async () => {
  const config = { cache: { mode: 'gha' as const, maxBytes: 0 } }
  await build(workshop, [plan()], { containerEngine: writeEngine('docker'), config })
  expect(workshop.problems).toMatchObject([{ severity: 'warning', code: 'CACHE_UNUSABLE' }])
})

test('off: nobody is asked, and nothing is taken from before', async () => {
  const config = { cache: { mode: 'off' as const, maxBytes: 0 } }
  await build(workshop, [plan()], { containerEngine: writeEngine('remote'), config })
  expect(workshop.lines[0]).toBe('layer cache: off (as asked for)')
  expect(calls().filter((call) => call.includes('buildx inspect'))).toEqual([])
  expect(calls().find((call) => call.includes(' bake '))).toContain('--no-cache')
})

test('one repository for all: each image has its tag; a run from outside only reads', async () => {
  const config = { cache: { mode: 'registry' as const, ref: 'registry.example.test/layers', maxBytes: 0 } }
  const containerEngine = writeEngine('remote')
  await build(workshop, [plan()], { containerEngine, config, layerCache: { trusted: false } })
  const [definition] = definitions()
  expect(definition?.target.image).toMatchObject({
    'cache-from': ['type=registry,ref=registry.example.test/layers:shop.opa'],
  })
  expect(definition?.target.image).not.toHaveProperty('cache-to')
})

test.each([
  ['while it keeps layers', '#9 exporting cache to registry\\n#9 ERROR: no way in\\n', 'could not be written'],
  ['before its first step', '', 'could not be used'],
])('a builder that fails for its cache %s builds without one', async (_name, said, what) => {
  const bake = `if [ ! -e "$dir/once" ]; then touch "$dir/once"; printf '${said}ERROR: failed to solve: no way in\\n'; exit 1; fi`
  const config = { cache: { mode: 'registry' as const, ref: 'registry.example.test/layers', maxBytes: 0 } }
  const [image] = await build(workshop, [plan()], { containerEngine: writeEngine('remote', bake), config })
  expect(image?.how).toBe('built')
  expect(definitions().map(({ target }) => Object.keys(target.image).includes('cache-to'))).toEqual([true, false])
  expect(workshop.problems).toMatchObject([
    { severity: 'warning', message: `the layer cache (registry) ${what} for opa: no way in` },
  ])
})

test('a step that fails is not tried again', async () => {
  const bake = `printf '#5 [2/2] RUN false\\n#5 ERROR: exit code: 1\\nERROR: failed to solve: exit code: 1\\n'; exit 1`
  const config = { cache: { mode: 'registry' as const, ref: 'registry.example.test/layers', maxBytes: 0 } }
  const containerEngine = writeEngine('remote', bake)
  await expect(build(workshop, [plan()], { containerEngine, config })).rejects.toMatchObject({ code: 'BUILD_FAILED' })
  expect(definitions()).toHaveLength(1)
})
