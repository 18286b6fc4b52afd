import { describe, expect, test } from 'vitest'
import { newRelease } from '../../../src/commands/release.ts'
import type { Release, StackState } from '../../../src/model/live.ts'
import { Secret } from '../../../src/model/secret.ts'
import { renderBundle } from '../../../src/render/render-bundle.ts'
import { restoreBundle } from '../../../src/render/restore-bundle.ts'
import { plainPod, pluginConfig } from '../../plan/stack-config.ts'
import { find, type KubernetesChanges, kubernetesConfig, kubernetesInput, objectsOf } from './kubernetes-input.ts'

const run = {
  host: 'terminal',
  toolVersion: '0.1.0',
  startedAt: '2026-11-23T08:00:00.000Z',
  actor: 'ada',
  trusted: true,
}
const literal = {
  kind: 'secret' as const,
  parts: [{ kind: 'literal' as const, text: new Secret('KEY', 'a literal secret text') }],
}
const reference = {
  kind: 'secret' as const,
  parts: [{ kind: 'reference' as const, secret: 'TOKEN', encoding: 'none' as const }],
}

const config: KubernetesChanges = {
  plugins: [pluginConfig('Guard', { env: { KEY: literal, TOKEN: reference } }), pluginConfig('Other', { replicas: 2 })],
  infrastructure: { redis: { image: 'redis:7', resources: {}, pod: plainPod } },
  deployment: { pullCredentials: [{ registry: 'r.example', username: 'ci', password: reference }] },
}

async function stored(changes: KubernetesChanges) {
  const input = await kubernetesInput(kubernetesConfig(changes), { namespaceExists: false })
  const bundle = await renderBundle(input)
  const state: StackState = {
    schema: 1,
    stack: 'demo',
    hashKey: new Secret('key', 'key'),
    certificates: input.certificates.flatMap(({ certificate }) => certificate ?? []),
    generated: {},
    releases: [],
    fresh: false,
  }
  const release: Release = newRelease(bundle, [], state, run, 'digest')
  return { input, bundle, state, release }
}

describe.each(['in_place', 'parallel'] as const)('rolling: %s', (rolling) => {
  test('a release gives the objects it was made of, but for the namespace', async () => {
    const { input, bundle, state, release } = await stored({ ...config, deploy: { rolling } })
    const restored = restoreBundle({ target: 'kubernetes', release, state, digest: input.digest })
    expect(restored.kubernetes?.objects).toEqual(objectsOf(bundle).filter(({ kind }) => kind !== 'Namespace'))
    expect(restored.components.map(({ replicas: _replicas, ...rest }) => rest)).toEqual(
      bundle.components.map(({ replicas: _replicas, ...rest }) => rest),
    )
  })
})

test('a release lists what it is about to write, and no manifest text', async () => {
  const { bundle, release } = await stored(config)
  expect(release.manifest).toBe('')
  expect(release.inventory?.map(({ key }) => key)).toEqual(objectsOf(bundle).map(({ key }) => key))
  expect(release.objects).toHaveLength(objectsOf(bundle).length)
  expect(
    release.objects?.find(({ name, kind }) => kind === 'Secret' && name === 'mcp-plugin-guard-env')?.values,
  ).toEqual({
    kind: 'env',
    env: {
      KEY: { parts: [{ kind: 'kept', text: literal.parts[0]?.text }] },
      TOKEN: { parts: [{ kind: 'reference', secret: 'TOKEN', encoding: 'none' }] },
    },
  })
})

test('certificates and secrets are those of today', async () => {
  const { bundle, state, release } = await stored(config)
  const certificates = state.certificates.map((certificate) => ({
    ...certificate,
    fingerprint: 'new',
    chainPem: 'new\n',
  }))
  const restored = restoreBundle({
    target: 'kubernetes',
    release,
    state: { ...state, certificates },
    digest: () => 'today',
  })
  for (const start of ['Secret/mcp-plugin-guard-certs', 'Secret/mcp-plugin-guard-env']) {
    expect(find(restored, start).name).not.toBe(find(bundle, start).name)
  }
  expect(find(restored, 'ConfigMap/mcp-plugin-guard-env').name).toBe(
    find(bundle, 'ConfigMap/mcp-plugin-guard-env').name,
  )
})

test('it is refused where a certificate is gone, or no objects were kept', async () => {
  const { input, state, release } = await stored(config)
  const without = { ...state, certificates: state.certificates.filter(({ component }) => component !== 'Guard') }
  const restore = (changes: object) => () =>
    restoreBundle({ target: 'kubernetes', release, state, digest: input.digest, ...changes })
  expect(restore({ state: without })).toThrow(/the certificate of Guard/)
  const { objects: _objects, ...empty } = release
  expect(restore({ release: empty })).toThrow(/has no objects/)
})
