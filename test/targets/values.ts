import type { Bundle, BundleComponent } from '../../src/model/bundle.ts'
import type { Live, LiveComponent, Release, StackState } from '../../src/model/live.ts'
import { Secret } from '../../src/model/secret.ts'

export function component(name: string, more: Partial<BundleComponent> = {}): BundleComponent {
  return {
    name,
    role: 'plugin',
    service: name.toLowerCase(),
    wave: 1,
    image: `sha256:${name}`,
    tag: `${name}:1`,
    replicas: 1,
    hash: `hash of ${name}`,
    fields: { image: `${name}:1` },
    contents: [],
    pending: [],
    ...more,
  }
}

export const gateway = (more: Partial<BundleComponent> = {}) =>
  component('gateway', { role: 'gateway', service: 'mcpgateway', wave: 2, ...more })

export function bundle(...components: readonly BundleComponent[]): Bundle {
  return { target: 'compose', files: [], components, contents: [], variables: {} }
}

/** A component as it runs; `startedAt` in seconds of one minute. */
export function running(of: BundleComponent, startedAt = 10, more: Partial<LiveComponent> = {}): LiveComponent {
  const at = `2026-11-23T08:00:${String(startedAt).padStart(2, '0')}.000Z`
  const container = { id: `id of ${of.service}`, name: of.service, state: 'running', restarts: 0, addresses: [] }
  return {
    service: of.service,
    component: of.name,
    containers: [{ ...container, startedAt: at }],
    readiness: 'ready',
    message: 'healthy',
    hash: of.hash,
    ...more,
  }
}

export function release(revision: number, components: readonly BundleComponent[]): Release {
  return {
    revision,
    status: 'live',
    startedAt: '2026-11-23T08:00:00.000Z',
    actor: 'anna',
    toolVersion: '0.1.0',
    configDigest: 'digest',
    summary: 'first',
    components: components.map(({ name, role, service, tag, hash, fields }) => ({
      name,
      role,
      service,
      image: `sha256:${name}`,
      tag,
      hash,
      fields,
    })),
    manifest: 'services: {}',
    contents: {},
    variables: {},
  }
}

export function state(...releases: readonly Release[]): StackState {
  return {
    schema: 1,
    stack: 'demo',
    hashKey: new Secret('hash key', 'k'.repeat(40)),
    certificates: [],
    generated: {},
    releases,
    fresh: false,
  }
}

export function live(of: StackState, ...components: readonly LiveComponent[]): Live {
  return { components, state: of, contents: [] }
}
