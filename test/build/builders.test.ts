import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { argumentFlags, buildArguments } from '../../src/build/build-arguments.ts'
import { reasonOf } from '../../src/build/build-each.ts'
import { bakeCommand, bakeDefinition } from '../../src/build/builders/bake.ts'
import { dockerBuildCommand } from '../../src/build/builders/docker.ts'
import { podmanBuildCommand, podmanPushCommand } from '../../src/build/builders/podman.ts'
import type { BuildJob } from '../../src/model/image.ts'

const job: BuildJob = {
  component: 'OPA',
  folder: '/src',
  context: 'plugins/opa',
  containerfile: 'plugins/opa/Containerfile',
  target: 'server',
  buildArgs: { B: 'two', A: 'one' },
  platforms: [],
  tags: ['registry.example.org/s/opa:1', 'registry.example.org/s/opa:2'],
  labels: { 'org.opencontainers.image.revision': 'abc' },
  baseImages: {},
  push: false,
  log: 'build-OPA',
}
const docker = { engine: { program: 'docker', args: ['--context', 'far'] }, cache: true, io: { environment: {} } }
const podman = { engine: { program: 'podman', args: [] }, cache: false, io: { environment: {} } }

test('docker build: values of build arguments are not on the command line', () => {
  expect(dockerBuildCommand(job, docker, '/tmp/c/Containerfile')).toEqual({
    program: 'docker',
    args: [
      '--context',
      'far',
      'build',
      '--file=/tmp/c/Containerfile',
      '--tag=registry.example.org/s/opa:1',
      '--tag=registry.example.org/s/opa:2',
      '--label=org.opencontainers.image.revision=abc',
      '--build-arg',
      'A',
      '--build-arg',
      'B',
      '--target=server',
      '/src/plugins/opa',
    ],
    env: { A: 'one', B: 'two', DOCKER_BUILDKIT: '0' },
  })
})

const podmanFlags = (bases: readonly string[]) => podmanBuildCommand(job, podman, '/src/Containerfile', bases).args

test('podman build: plain HTTP only where every base is on this machine', () => {
  expect(podmanFlags(['localhost:5000/a:1'])).toContain('--tls-verify=false')
  expect(podmanFlags(['localhost:5000/a:1', 'python:3'])).not.toContain('--tls-verify=false')
  expect(podmanFlags([])).not.toContain('--tls-verify=false')
  expect(podmanFlags([])).toContain('--no-cache')
  expect(podmanFlags([])).toContain('--format=docker')
})

test('podman push', () => {
  expect(podmanPushCommand(podman.engine, 'localhost:5000/a:1', '/tmp/d').args).toEqual([
    'push',
    '--digestfile=/tmp/d',
    '--tls-verify=false',
    'localhost:5000/a:1',
  ])
  expect(podmanPushCommand(podman.engine, 'ghcr.io/a:1', '/tmp/d').args).not.toContain('--tls-verify=false')
})

test('bake: the command line holds nothing of the user', () => {
  const definition = bakeDefinition(job, '/tmp/c/Containerfile', job.buildArgs)
  const command = bakeCommand(job, { ...docker, builder: 'far' }, '/tmp/m.json', definition)
  expect(command.args).toEqual([
    '--context',
    'far',
    'buildx',
    'bake',
    '--file=-',
    '--progress=plain',
    '--metadata-file=/tmp/m.json',
    '--builder=far',
    'image',
  ])
  expect(JSON.parse(String(command.stdin))).toEqual({
    target: {
      image: {
        context: '/src/plugins/opa',
        dockerfile: '/tmp/c/Containerfile',
        target: 'server',
        tags: job.tags,
        args: { A: 'one', B: 'two' },
        labels: job.labels,
        output: ['type=docker'],
      },
    },
  })
})

test.each([
  [
    'gha',
    { type: 'gha', scope: 'shop.opa' },
    'type=gha,scope=shop.opa',
    'type=gha,scope=shop.opa,mode=max,ignore-error=true',
  ],
  [
    'local',
    { type: 'local', folder: '/l/shop.opa' },
    'type=local,src=/l/shop.opa',
    'type=local,dest=/l/shop.opa,mode=max,ignore-error=true',
  ],
  [
    'a folder that looks like more',
    { type: 'local', folder: '/l,mode=min/"${HOME}' },
    'type=local,"src=/l,mode=min/""$${HOME}"',
    'type=local,"dest=/l,mode=min/""$${HOME}",mode=max,ignore-error=true',
  ],
  [
    'registry',
    { type: 'registry', ref: 'g.io/l:shop.opa' },
    'type=registry,ref=g.io/l:shop.opa',
    'type=registry,ref=g.io/l:shop.opa,mode=max,ignore-error=true,image-manifest=true,oci-mediatypes=true',
  ],
] as const)('bake: layers are kept in %s', (_name, place, from, to) => {
  const target = (layers: BuildJob['layers']) =>
    bakeDefinition({ ...job, ...(layers === undefined ? {} : { layers }) }, '/c', {}).target['image']
  expect(target({ from: place, to: place })).toMatchObject({ 'cache-from': [from], 'cache-to': [to] })
  expect(target({ from: place })).not.toHaveProperty('cache-to')
  expect(target({ to: place })).not.toHaveProperty('cache-from')
  expect(Object.keys(target(undefined) ?? {}).filter((key) => key.startsWith('cache'))).toEqual([])
})

test('podman build: layers in a registry, in a repository without a tag', () => {
  const layers = { type: 'registry', ref: 'localhost:5000/l:shop.opa' } as const
  const flags = (from?: typeof layers, to?: typeof layers, cache = true) =>
    podmanBuildCommand(
      { ...job, layers: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } },
      { ...podman, cache },
      '/src/Containerfile',
      [],
    ).args.filter((word) => /layers|cache/.test(word))
  expect(flags(layers, layers)).toEqual(['--layers', '--cache-from=localhost:5000/l', '--cache-to=localhost:5000/l'])
  expect(flags(layers)).toEqual(['--layers', '--cache-from=localhost:5000/l'])
  expect(flags()).toEqual([])
  expect(flags(layers, layers, false)).toEqual(['--no-cache'])
})

test('bake: a value comes back from its template language as it was', () => {
  assert(
    property(string({ unit: constantFrom('$', '%', '{', '}', 'A', '"') }), (value) => {
      const written = JSON.stringify(bakeDefinition({ ...job, labels: {}, target: value }, '/c', {}).target['image'])
      const { target }: { target: string } = JSON.parse(written)
      // HCL: `$${` and `%%{` stand for `${` and `%{`; compared with the real bake when this was written.
      expect(target.replaceAll(/([$%])\1\{/g, '$1{')).toBe(value)
      expect(target).not.toMatch(/(^|[^$])\$\{|(^|[^%])%\{/)
    }),
  )
})

test('pushing, several platforms', () => {
  const definition = bakeDefinition({ ...job, push: true, platforms: ['linux/amd64', 'linux/arm64'] }, '/c', {})
  expect(definition.target['image']).toMatchObject({
    output: ['type=registry'],
    platforms: ['linux/amd64', 'linux/arm64'],
  })
})

test('proxies reach the build, and an argument cannot disturb the engine', () => {
  const environment = { HTTPS_PROXY: 'http://proxy:3128', no_proxy: 'localhost', HTTP_PROXY: '' }
  expect(buildArguments(job, environment)).toEqual({
    A: 'one',
    B: 'two',
    HTTPS_PROXY: 'http://proxy:3128',
    no_proxy: 'localhost',
  })
  const { flags, env } = argumentFlags(
    { ...job, buildArgs: { PATH: '/evil', DOCKER_HOST: 'tcp://x', OK: '1' } },
    environment,
  )
  expect(env).toEqual({ OK: '1' })
  expect(flags).toEqual([
    '--build-arg',
    'DOCKER_HOST=tcp://x',
    '--build-arg',
    'HTTPS_PROXY',
    '--build-arg',
    'OK',
    '--build-arg',
    'PATH=/evil',
    '--build-arg',
    'no_proxy',
  ])
})

test.each([
  [
    ['#6 ERROR: x', 'ERROR: failed to solve: rpc error: code = Unknown desc = failed to solve: exit code: 3'],
    'exit code: 3',
  ],
  [
    ['Step 2/2 : RUN x', "The command '/bin/sh -c x' returned a non-zero code: 3"],
    "The command '/bin/sh -c x' returned a non-zero code: 3",
  ],
  [['Error: building at STEP "RUN x": while running runtime: exit status 3'], 'while running runtime: exit status 3'],
  [[], 'exit 7'],
])('the reason in %j', (lines, reason) => {
  expect(reasonOf(lines, 7)).toBe(reason)
})
