import { describe, expect, test } from 'vitest'
import { readBuilder } from '../../src/build/buildx-builder.ts'
import { judgeBases } from '../../src/build/check-bases.ts'
import { judgeBuildx } from '../../src/build/check-builder.ts'
import { judgeEngine, readFacts } from '../../src/build/check-engine.ts'
import { registriesOf } from '../../src/build/check-registries.ts'
import { repositoriesOf } from '../../src/build/check-sources.ts'
import { judgeRegistry, type RegistryFacts } from '../../src/build/judge-registry.ts'
import { grantedActions } from '../../src/build/registry-token.ts'
import type { ImagePlan } from '../../src/model/plan.ts'

const docker = { program: 'docker', args: [] }

describe('the engine', () => {
  /** Shortened from what the two print. */
  const dockerInfo = {
    ServerVersion: '28.2.2',
    DockerRootDir: '/var/lib/docker',
    SecurityOptions: ['name=seccomp,profile=builtin', 'name=rootless'],
  }
  const podmanInfo = {
    host: { security: { rootless: true } },
    store: { graphRoot: '/home/ada/.local/share/containers/storage' },
    version: { Version: '4.3.1' },
  }

  test('says the same of itself as docker and as podman', () => {
    expect(readFacts(JSON.stringify(dockerInfo))).toEqual({
      version: '28.2.2',
      root: '/var/lib/docker',
      rootless: true,
    })
    expect(readFacts(JSON.stringify(podmanInfo))).toEqual({
      version: '4.3.1',
      root: '/home/ada/.local/share/containers/storage',
      rootless: true,
    })
  })

  test('a client without its daemon is no answer', () => {
    expect(readFacts('{"ServerVersion":"","ServerErrors":["Cannot connect"]}')).toBeUndefined()
    expect(readFacts('not JSON')).toBeUndefined()
  })

  test('a full disk is a warning with how to make room', () => {
    const facts = { version: '28.2.2', root: '/var/lib/docker', rootless: false }
    expect(judgeEngine(docker, facts, 'default (unix:///var/run/docker.sock)', 64 * 1024 ** 3)).toMatchObject([
      { state: 'good', found: 'Docker 28.2.2 at default (unix:///var/run/docker.sock)' },
      { state: 'good', found: '64.0 GiB free at /var/lib/docker' },
    ])
    expect(judgeEngine(docker, facts, '', 1024 ** 3)[1]).toMatchObject({
      state: 'warning',
      fix: expect.stringContaining('docker image prune'),
    })
    expect(judgeEngine(docker, facts, '', undefined)).toHaveLength(1)
  })
})

describe('buildx', () => {
  const inspected =
    'Name:   default\nDriver: docker\n\nNodes:\nName:     default\nEndpoint: default\nStatus:   running\n'
  const local = { name: 'default', driver: 'docker', status: 'running', exports: false }

  test('the head of what it prints is read', () => {
    expect(readBuilder(inspected)).toEqual(local)
    expect(readBuilder('nothing')).toBeUndefined()
  })

  test.each([
    ['an old engine', '0.38.2', local, { platforms: false }, 'good', 'keeps its layers to itself'],
    ['a containerd store', '0.38.2', { ...local, exports: true }, { platforms: false }, 'good', 'can bring layers'],
    ['none', undefined, undefined, { platforms: false }, 'warning', 'docker build'],
    ['none, and platforms', undefined, undefined, { platforms: true }, 'bad', 'platforms needs it'],
    ['a builder that is not there', '0.38.2', undefined, { platforms: false, builder: 'far' }, 'bad', 'no builder far'],
    ['an old one', '0.11.2', local, { platforms: false }, 'warning', '0.11.2'],
    [
      'a builder that is away',
      '0.38.2',
      { name: 'far', driver: 'remote', status: 'failed to dial', exports: true },
      { platforms: false, builder: 'far' },
      'bad',
      'failed to dial',
    ],
  ] as const)('%s', (_what, version, facts, wishes, state, found) => {
    expect(judgeBuildx(version, facts, wishes)).toMatchObject({
      state,
      found: expect.stringContaining(found),
    })
  })
})

const image = (component: string, reference: string): ImagePlan => ({
  component,
  source: { kind: 'image', reference },
  repository: reference,
  pullPolicy: 'IfNotPresent',
})
const built = (component: string, prefix: string, push: boolean): ImagePlan => ({
  component,
  source: {
    kind: 'git',
    repo: 'https://git.example/one.git',
    ref: component,
    context: '.',
    containerfile: 'Containerfile',
    buildArgs: {},
    platforms: [],
    submodules: false,
  },
  repository: `${prefix}/demo/${component}`,
  registry: { prefix, push },
  pullPolicy: 'IfNotPresent',
})

test('registries and repositories are asked once each', () => {
  const images = [
    image('gateway', 'ghcr.io/ibm/gateway:1'),
    image('other', 'ghcr.io/ibm/gateway:1'),
    { ...image('own', 'quay.example/own:1'), pullPolicy: 'Never' },
    built('one', 'registry.example/team', true),
    built('two', 'registry.example/team', true),
    built('three', 'quay.example/team', false),
  ]
  const uses = registriesOf(images)
  expect(uses.map(({ registry, push, pull }) => [registry, push, pull.map(({ reference }) => reference)])).toEqual([
    ['ghcr.io', [], ['ghcr.io/ibm/gateway:1']],
    ['registry.example', ['team/demo/one', 'team/demo/two'], []],
  ])
  expect(repositoriesOf(images)).toEqual([{ repo: 'https://git.example/one.git', refs: ['one', 'two', 'three'] }])
})

describe('a registry', () => {
  const [use = { registry: '', push: [], pull: [] }] = registriesOf([built('one', 'registry.example/team', true)])
  const [pulled = use] = registriesOf([image('gateway', 'registry.example/gateway:1')])
  const entered = (status: number, credentials: boolean, granted?: readonly string[]): RegistryFacts => ({
    entry: { status, credentials, ...(granted && { granted }) },
    images: [],
  })
  const looked = (answer: RegistryFacts['images'][number]['answer']): RegistryFacts => ({
    entry: { status: 200, credentials: false },
    images: [{ reference: 'registry.example/gateway:1', answer }],
  })

  test.each([
    [
      { entry: { reason: 'registry.example: connect ECONNREFUSED' }, images: [] },
      'bad',
      'connect ECONNREFUSED',
      'NO_PROXY',
    ],
    [
      { entry: { reason: 'registry.example: self-signed certificate in certificate chain' }, images: [] },
      'bad',
      'self-signed',
      'network.ca_file',
    ],
    [entered(401, false), 'bad', 'anonymous, and may not push', 'Log in: docker login registry.example'],
    [entered(200, true, ['pull']), 'bad', 'logged in, and may not push', 'somebody who may'],
    [entered(503, true), 'bad', 'HTTP 503', 'again'],
    [entered(200, true, ['pull', 'push']), 'good', 'logged in, may be pushed to', undefined],
    [entered(200, true), 'good', 'logged in, lets us in', undefined],
  ] as const)('to push to: %#', (facts, state, found, fix) => {
    const finding = judgeRegistry(use, facts, false)
    expect(finding).toMatchObject({ name: 'registry registry.example', state, found: expect.stringContaining(found) })
    if (fix !== undefined) expect(finding.fix).toContain(fix)
  })

  test.each([
    [{ entry: { reason: 'registry.example: getaddrinfo ENOTFOUND' }, images: [] }, false, 'warning'],
    [looked({ kind: 'found', digest: 'sha256:1' }), false, 'good'],
    [looked({ kind: 'absent' }), false, 'bad'],
    [looked({ kind: 'absent' }), true, 'bad'],
    [looked({ kind: 'stored' }), true, 'good'],
    [looked({ kind: 'refused', reason: 'HTTP 403' }), false, 'warning'],
  ] as const)('to pull from: %#', (facts, onEngine, state) => {
    expect(judgeRegistry(pulled, facts, onEngine).state).toBe(state)
  })
})

test('a base image that nobody here has is a warning', () => {
  expect(judgeBases(['python:3.12-slim', 'node:24'], [])).toMatchObject({
    state: 'good',
    found: 'python:3.12-slim, node:24',
  })
  expect(judgeBases(['python:3.12-slim'], [{ base: 'python:3.12-slim', reason: 'docker.io: HTTP 401' }])).toMatchObject(
    {
      state: 'warning',
      found: 'python:3.12-slim (docker.io: HTTP 401)',
      fix: expect.stringContaining('ci_cd.build.base_images'),
    },
  )
})

test('a token says what it allows where it is a JWT that says so', () => {
  const token = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`
  expect(grantedActions(token({ access: [{ type: 'repository', name: 'a', actions: ['pull'] }] }))).toEqual(['pull'])
  expect(grantedActions(token({ access: [] }))).toEqual([])
  expect(grantedActions(token({ sub: 'x' }))).toBeUndefined()
  expect(grantedActions('opaque')).toBeUndefined()
  expect(grantedActions('a.b.c')).toBeUndefined()
})
