import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { newRelease } from '../../src/commands/release.ts'
import type { Bundle } from '../../src/model/bundle.ts'
import type { Io } from '../../src/model/io.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { chooseTarget, targets } from '../../src/registry.ts'
import { edge } from '../certificates/fixtures.ts'
import { stackConfig } from '../plan/stack-config.ts'
import { bundle, component, gateway, live, release, running, state } from '../targets/values.ts'

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
const deployable = all.filter(([, target]) => target.deployable)
const run = {
  host: 'terminal',
  toolVersion: '0.1.0',
  startedAt: '2026-11-23T08:00:00.000Z',
  actor: 'ada',
  trusted: true,
}

test('at least one target can be deployed to', () => {
  expect(deployable.length).toBeGreaterThan(0)
})

describe.each(all)('%s', (type, target) => {
  test('is found by its type, and stacks are planned for it', () => {
    expect(target.type).toBe(type)
    expect(chooseTarget(target.type)).toBe(target)
    expect(planStack(stackConfig({ type: target.type })).stack.target).toBe(type)
  })
})

describe.each(all.filter(([, target]) => !target.deployable))('%s, planned only', (_type, target) => {
  test('says so in everything that would deploy', async () => {
    const refusal = expect.objectContaining({ code: 'NOT_SUPPORTED' })
    await expect(target.connect(planStack(stackConfig({ type: target.type })), edgeWith({}))).rejects.toEqual(refusal)
    expect(() => target.diff(bundle(), live(state()))).toThrow(refusal)
    expect(() => target.bundleOf(release(1, []), state())).toThrow(refusal)
  })
})

/** What deploy relies on; that it deploys is shown on a real engine in test/integration and test/e2e. */
describe.each(deployable)('%s, deployable', (_type, target) => {
  const plan = planStack(stackConfig({ type: target.type }))
  const changesOf = (wanted: Bundle, now: Parameters<typeof target.diff>[1]) =>
    target.diff(wanted, now).map(({ component: name, action }) => `${action} ${name}`)

  test('a tool that is not here and an engine that does not answer are told apart', async () => {
    await expect(target.connect(plan, edgeWith({}))).rejects.toMatchObject({ code: 'TOOL_MISSING' })
    const silent = edgeWith({ docker: 'echo "cannot connect to the daemon" >&2; exit 1' })
    await expect(target.connect(plan, silent)).rejects.toMatchObject({
      code: 'ENGINE_UNREACHABLE',
      message: expect.stringContaining('cannot connect to the daemon'),
    })
  })

  test('nothing wanted, nothing there: nothing to do', () => {
    expect(target.diff(bundle(), live(state()))).toEqual([])
  })

  test('what is new is created, what is gone is deleted, what is equal stays', () => {
    const now = live(state(), running(component('Same')), running(component('Gone')))
    expect(changesOf(bundle(component('Same'), component('New')), now).toSorted()).toEqual([
      'create New',
      'delete Gone',
      'unchanged Same',
    ])
    expect(changesOf(bundle(component('Same', { hash: 'other' })), live(state(), running(component('Same'))))).toEqual([
      'update Same',
    ])
  })

  test('waves come in order, deletes last', () => {
    const wanted = bundle(gateway(), component('A'), component('postgres', { role: 'postgres', wave: 0 }))
    const waves = target.diff(wanted, live(state(), running(component('Gone')))).map(({ wave }) => wave)
    expect(waves).toEqual([...waves].sort((a, b) => a - b))
    expect(changesOf(wanted, live(state(), running(component('Gone')))).at(-1)).toBe('delete Gone')
  })

  test('equal questions have equal answers', () => {
    const wanted = bundle(gateway(), component('A'))
    const now = live(state(release(1, [gateway()])), running(gateway()))
    expect(target.diff(structuredClone(wanted), now)).toEqual(target.diff(wanted, now))
  })

  test('a release that runs is unchanged when it is applied again', () => {
    const parts = [gateway(), component('A')]
    const made = newRelease(bundle(...parts), [], state(), run, 'digest')
    const again = target.bundleOf(made, state())
    expect(again.target).toBe(target.type)
    const now = live(state({ ...made, status: 'live' }), ...parts.map((part) => running(part)))
    expect(changesOf(again, now).toSorted()).toEqual(['unchanged A', 'unchanged gateway'])
  })
})
