import { expect, test } from 'vitest'
import { readBuilder } from '../../../src/build/buildx-builder.ts'
import { type CacheSituation, chooseCache } from '../../../src/build/layer-cache/choose.ts'

/** A job on GitHub with a capable builder, whose images are pushed. */
const best: CacheSituation = {
  mode: 'auto',
  noCache: false,
  builder: 'buildx',
  driver: 'docker-container',
  exports: true,
  tokens: true,
  trusted: true,
  hasRepository: true,
  folder: '/var/cache/layers',
}
const laptop = { tokens: false, hasRepository: false, driver: 'docker', exports: false }
const needsDriver = "needs a builder with the docker-container or remote driver; this one's is docker"

const situations: readonly (readonly [string, Partial<CacheSituation>, string, string, string])[] = [
  ['auto on GitHub', {}, 'gha', 'rw', "gha (GitHub's cache)"],
  ['auto elsewhere', { tokens: false }, 'registry', 'rw', 'registry (the tag cache of each image)'],
  ['auto, one repository', { tokens: false, ref: 'g.io/l' }, 'registry', 'rw', 'registry (g.io/l)'],
  ['auto, nothing pushed', { tokens: false, hasRepository: false }, 'builder', 'rw', "the builder's own"],
  ['auto on a laptop', laptop, 'builder', 'rw', "the builder's own"],
  [
    "auto on GitHub, docker's own builder",
    { driver: 'docker', exports: false, hasRepository: false },
    'builder',
    'rw',
    `the builder's own (gha ${needsDriver})`,
  ],
  ['auto, podman', { builder: 'podman', tokens: false }, 'builder', 'rw', "the builder's own"],
  [
    'auto, docker build on GitHub',
    { builder: 'docker' },
    'builder',
    'rw',
    "the builder's own (gha needs buildx, and docker builds here)",
  ],
  ['auto from outside', { trusted: false }, 'gha', 'r', "gha (GitHub's cache, read only: this run comes from outside)"],
  [
    'auto from outside, elsewhere',
    { trusted: false, tokens: false },
    'builder',
    'rw',
    "the builder's own (registry is not written by a run that comes from outside)",
  ],
  ['mode none', { serviceMode: 'none' }, 'registry', 'rw', 'registry (the tag cache of each image)'],
  ['mode read', { serviceMode: 'read' }, 'gha', 'r', "gha (GitHub's cache, read only: ACTIONS_CACHE_MODE=read)"],
  ['mode write', { serviceMode: 'write' }, 'gha', 'rw', "gha (GitHub's cache)"],
  ['mode write-only', { serviceMode: 'write-only' }, 'gha', 'w', "gha (GitHub's cache, write only)"],
  ['a mode of later', { serviceMode: 'sometimes' }, 'gha', 'rw', "gha (GitHub's cache)"],
  ['local', { mode: 'local' }, 'local', 'rw', 'local (/var/cache/layers)'],
  [
    'local from outside',
    { mode: 'local', trusted: false },
    'local',
    'r',
    'local (/var/cache/layers, read only: this run comes from outside)',
  ],
  ['local is not of the service', { mode: 'local', serviceMode: 'read' }, 'local', 'rw', 'local (/var/cache/layers)'],
  [
    'registry from outside',
    { mode: 'registry', trusted: false, ref: 'g.io/l' },
    'registry',
    'r',
    'this run comes from',
  ],
  [
    "registry, docker's own builder",
    { ...laptop, hasRepository: true, mode: 'registry', ref: 'g.io/l' },
    'registry',
    'r',
    'cannot write it',
  ],
  ['registry, podman', { mode: 'registry', builder: 'podman' }, 'registry', 'rw', 'registry (the tag cache'],
  ['off', { mode: 'off' }, 'off', '', 'off (as asked for)'],
  ['--no-cache', { noCache: true, mode: 'gha' }, 'off', '', 'off (--no-cache)'],
]

test.each(situations)('%s', (_name, changes, kind, access, says) => {
  const chosen = chooseCache({ ...best, ...changes })
  expect(chosen).toMatchObject({ kind, reads: access.includes('r'), writes: access.includes('w') })
  expect(chosen.sentence).toMatch(/^layer cache: /)
  expect(chosen.sentence).toContain(says)
  expect(chosen.refused).toBeUndefined()
})

test.each([
  ['gha', laptop, 'gha needs a job on GitHub'],
  ['gha', { exports: false, driver: 'docker' }, needsDriver],
  ['gha', { serviceMode: 'none' }, 'ACTIONS_CACHE_MODE=none'],
  ['gha', { serviceMode: 'write-only', trusted: false }, 'ACTIONS_CACHE_MODE=write-only'],
  ['local', laptop, needsDriver],
  ['local', { builder: 'podman' }, 'local needs buildx, and podman builds here'],
  ['registry', { hasRepository: false }, 'ci_cd.build.cache_ref'],
  ['registry', { builder: 'docker' }, 'registry needs buildx or podman'],
] as const)('%s asked for where it cannot be: %j', (mode, changes, says) => {
  const chosen = chooseCache({ ...best, ...changes, mode })
  expect(chosen).toMatchObject({ kind: 'builder', refused: true, sentence: expect.stringContaining(says) })
})

test('a run from outside never writes, whatever is asked for', () => {
  for (const mode of ['auto', 'gha', 'local', 'registry'] as const) {
    const { kind, writes } = chooseCache({ ...best, mode, trusted: false, ref: 'g.io/l' })
    expect(kind === 'builder' || !writes, mode).toBe(true)
  }
})

test.each([
  ['Name: default\nDriver:          docker\n', { driver: 'docker', exports: false }],
  ['Name: a\nDriver: docker\nFeatures:\n\tCache export: true\n', { driver: 'docker', exports: true }],
  ['Name: a\nDriver: docker\nFeatures:\n\tCache export: false\n', { driver: 'docker', exports: false }],
  [
    'Name: a\nDriver:  docker-container\nError: it sleeps\n',
    { driver: 'docker-container', status: 'it sleeps', exports: true },
  ],
  ['Name: a\nDriver:  remote\nFeatures:\n\tCache export:   true\n', { driver: 'remote', exports: true }],
])('docker buildx inspect: %j', (text, builder) => {
  expect(readBuilder(text)).toMatchObject(builder)
})
