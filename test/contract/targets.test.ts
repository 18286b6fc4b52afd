import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { newRelease } from '../../src/commands/release.ts'
import type { Bundle, BundleComponent } from '../../src/model/bundle.ts'
import type { Io } from '../../src/model/io.ts'
import { objectLabels, type UnnamedObject } from '../../src/model/kubernetes.ts'
import type { Live, Release, StackState } from '../../src/model/live.ts'
import type { TargetType } from '../../src/model/stack.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { chooseTarget, targets } from '../../src/registry.ts'
import { restoreBundle } from '../../src/render/restore-bundle.ts'
import { edge } from '../certificates/fixtures.ts'
import { clusterLive, object, there, written } from '../commands/cluster-values.ts'
import { stackConfig } from '../plan/stack-config.ts'
import { component, bundle as composeBundle, gateway, live, release, running, state } from '../targets/values.ts'

const folder = mkdtempSync(join(tmpdir(), 'contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** An edge on whose PATH are the programs of this test only. */
function edgeWith(programs: Readonly<Record<string, string>>): Io {
  const bin = mkdtempSync(join(folder, 'bin-'))
  mkdirSync(bin, { recursive: true })
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return edge(new Date(), { PATH: bin })
}

const all = Object.entries(targets)
const run = {
  host: 'terminal',
  toolVersion: '0.1.0',
  startedAt: '2026-11-23T08:00:00.000Z',
  actor: 'ada',
  trusted: true,
}

describe.each(all)('%s', (type, target) => {
  test('is found by its type, and stacks are planned for it', () => {
    expect(target.type).toBe(type)
    expect(chooseTarget(target.type)).toBe(target)
    expect(planStack(stackConfig({ type: target.type })).stack.target).toBe(type)
  })
})

/** A stack of a target: what is wanted of components, and what is there when that runs. */
interface World {
  readonly bundle: (...components: readonly BundleComponent[]) => Bundle
  readonly running: (wanted: Bundle, of?: StackState) => Live
}

const worlds: Readonly<Record<TargetType, World>> = {
  compose: {
    bundle: composeBundle,
    running: ({ components }, of = state(release(1, components))) =>
      live(of, ...components.map((part) => running(part))),
  },
  kubernetes: {
    bundle: (...components) => ({
      ...composeBundle(...components),
      target: 'kubernetes',
      kubernetes: { objects: components.map(deploymentOf), unnamed: components.map(unnamedOf) },
    }),
    running: (wanted, of = state(release(1, wanted.components))) => {
      const objects = wanted.kubernetes?.objects ?? []
      const releases = of.releases.map((each) => ({ ...each, inventory: objects.map((one) => written(one)) }))
      const parts = wanted.components.map((part) => running(part))
      const seen = objects.map((one) => there(one, { component: one.component }))
      return clusterLive(seen, {}, live({ ...of, releases }, ...parts))
    },
  },
}

const deploymentOf = ({ hash, name, pending, service, wave }: BundleComponent) =>
  object('Deployment', service, { component: name, hash, pending, wave, contentNamed: false })

function unnamedOf({ name, role, service, wave }: BundleComponent): UnnamedObject {
  const labels = { [objectLabels.role]: role }
  const template = { metadata: { labels }, spec: { containers: [{ name: role, image: name }] } }
  const manifest = { metadata: { name: service, labels }, spec: { replicas: 1, template } }
  const what = { apiVersion: 'apps/v1', kind: 'Deployment' }
  return { ...what, name: service, component: name, wave, contentNamed: false, manifest: { ...what, ...manifest } }
}

/** What deploy relies on; that it deploys is shown on a real engine and cluster in test/integration and test/e2e. */
describe.each(all)('%s, as deploy uses it', (_type, target) => {
  const plan = planStack(stackConfig({ type: target.type }))
  const world = worlds[target.type]
  const changesOf = (wanted: Bundle, now: Live) =>
    target.diff(wanted, now).map(({ component: name, action }) => `${action} ${name}`)

  test('a tool that is not here and an engine that does not answer are told apart', async () => {
    await expect(target.connect(plan, edgeWith({}))).rejects.toMatchObject({ code: 'TOOL_MISSING' })
    const away = 'echo "connection refused: cannot connect" >&2; exit 1'
    await expect(target.connect(plan, edgeWith({ docker: away, kubectl: away }))).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringContaining('cannot connect'),
    })
  })

  test('nothing wanted, nothing there: nothing to do', () => {
    expect(target.diff(world.bundle(), world.running(world.bundle(), state()))).toEqual([])
  })

  test('what is new is created, what is gone is deleted, what is equal stays', () => {
    const now = world.running(world.bundle(component('Same'), component('Gone')))
    expect(changesOf(world.bundle(component('Same'), component('New')), now).toSorted()).toEqual([
      'create New',
      'delete Gone',
      'unchanged Same',
    ])
    const before = world.running(world.bundle(component('Same')))
    expect(changesOf(world.bundle(component('Same', { hash: 'other' })), before)).toEqual(['update Same'])
  })

  test('waves come in order, deletes last', () => {
    const wanted = world.bundle(gateway(), component('A'), component('postgres', { role: 'postgres', wave: 0 }))
    const now = world.running(world.bundle(component('Gone')))
    const waves = target.diff(wanted, now).map(({ wave }) => wave)
    expect(waves).toEqual([...waves].sort((a, b) => a - b))
    expect(changesOf(wanted, now).at(-1)).toBe('delete Gone')
  })

  test('equal questions have equal answers', () => {
    const wanted = world.bundle(gateway(), component('A'))
    const now = world.running(world.bundle(gateway()))
    expect(target.diff(structuredClone(wanted), now)).toEqual(target.diff(wanted, now))
  })

  test('nothing stands in the way of what runs', () => {
    const wanted = world.bundle(gateway(), component('A'))
    expect(target.problems?.(wanted, world.running(wanted)) ?? []).toEqual([])
  })

  test('a release that runs is unchanged when it is applied again', () => {
    const restore = (made: Release) =>
      restoreBundle({
        target: target.type,
        release: made,
        state: state(),
        digest: (_value, name) => `digest of ${name}`,
      })
    const made = newRelease(world.bundle(gateway(), component('A')), [], state(), run, 'digest')
    const first = restore(made)
    expect(first.target).toBe(target.type)
    const stored = newRelease(first, [], state(), run, 'digest')
    const now = world.running(first, state({ ...stored, status: 'live' }))
    expect(changesOf(restore(stored), now).toSorted()).toEqual(['unchanged A', 'unchanged gateway'])
  })
})
