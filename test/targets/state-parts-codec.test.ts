import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Certificate } from '../../src/model/certificate.ts'
import type { InventoryEntry, StoredObject } from '../../src/model/kubernetes.ts'
import type { Release, StackState } from '../../src/model/live.ts'
import { Secret } from '../../src/model/secret.ts'
import { decodePart, decodeParts, encodeParts, type StatePart } from '../../src/targets/state-parts-codec.ts'
import { component, release, state } from './values.ts'

const kept = (text: string) => ({ parts: [{ kind: 'kept' as const, text: new Secret('TEXT', text) }] })
const hex = (bytes: number) => randomBytes(bytes).toString('hex')

const envSecret = (name: string, text: string): StoredObject => ({
  apiVersion: 'v1',
  kind: 'Secret',
  name: `${name}-env`,
  component: name,
  wave: -1,
  contentNamed: true,
  manifest: { apiVersion: 'v1', kind: 'Secret' },
  values: { kind: 'env', env: { TEXT: kept(text) } },
})

const pullSecret: StoredObject = {
  ...envSecret('pull', ''),
  values: {
    kind: 'pull',
    credentials: [
      { registry: 'r', username: 'u', password: { parts: [{ kind: 'kept', text: new Secret('kept', 'pull word') }] } },
    ],
  },
}

function kubernetesRelease(revision: number, more: Partial<Release> = {}): Release {
  return {
    ...release(revision, [component('OPA')]),
    manifest: '',
    objects: [envSecret('OPA', `word ${revision}`), pullSecret],
    inventory: [{ key: 'v1/Secret/OPA-env-1', component: 'OPA', contentNamed: true, hash: 'h', uid: 'u' }],
    contents: { c: { component: 'OPA', kind: 'config', mountPath: '/app', files: { 'plugins.yaml': 'plugins: []' } } },
    ...more,
  }
}

const dataOf = (part: StatePart) => JSON.parse(part.data.reveal())
const encode = (value: StackState) => encodeParts(value, { state: 1, history: 4 })
const decode = (value: StackState) => {
  const parts = encode(value)
  return decodeParts(decodePart('s', dataOf(parts.state)), decodePart('h', dataOf(parts.history)))
}

test('a state comes back as it was, secrets too', () => {
  const value: StackState = {
    ...state(kubernetesRelease(1), kubernetesRelease(2)),
    authority: { certificatePem: 'CA', keyPem: new Secret('key of the CA', 'CA KEY') },
    generated: { JWT: new Secret('JWT', 'generated') },
    namespaceCreated: true,
    rollOver: { phase: 'trust', oldTrustPem: 'CA', newTrustPem: 'CA 2', startedAt: '2026-03-01T00:00:00.000Z' },
  }
  const back = decode(value)
  expect(back).toEqual(value)
  expect(back.authority?.keyPem.reveal()).toBe('CA KEY')
  const [first] = back.releases[1]?.objects ?? []
  expect(first?.values).toEqual({ kind: 'env', env: { TEXT: kept('word 2') } })
})

test('equal content has an equal hash, whatever its number', () => {
  const value = state(kubernetesRelease(1))
  const [one, two] = [encode(value), encodeParts(value, { state: 2, history: 9 })]
  expect(two.state.sha256).toBe(one.state.sha256)
  expect(two.history.sha256).toBe(one.history.sha256)
  expect(decodePart('h', dataOf(two.history)).head.sequence).toBe(9)
})

test('a state that was read and is written again is the same, whatever the order of its keys', () => {
  const value = { ...state(kubernetesRelease(1)), generated: { B: new Secret('B', 'b'), A: new Secret('A', 'a') } }
  const [one, two] = [encode(value), encode(decode(value))]
  expect(two.state.sha256).toBe(one.state.sha256)
  expect(two.history.sha256).toBe(one.history.sha256)
})

test('a new release does not touch the half with the keys', () => {
  const [before, after] = [
    encode(state(kubernetesRelease(1))),
    encode(state(kubernetesRelease(1), kubernetesRelease(2))),
  ]
  expect(after.state.sha256).toBe(before.state.sha256)
  expect(after.history.sha256).not.toBe(before.history.sha256)
})

test('literal texts leave releases older than the two newest good ones, and say so', () => {
  const releases = [
    kubernetesRelease(1, { status: 'superseded' }),
    kubernetesRelease(2, { status: 'superseded' }),
    kubernetesRelease(3, { status: 'failed' }),
    kubernetesRelease(4, { status: 'live' }),
  ]
  const texts = decode(state(...releases)).releases.map(({ objects }) => objects?.[0]?.values)
  const dropped = { parts: [{ kind: 'kept', text: new Secret('TEXT', ''), dropped: true }] }
  expect(texts).toEqual([
    { kind: 'env', env: { TEXT: dropped } },
    ...[2, 3, 4].map((n) => ({ kind: 'env', env: { TEXT: kept(`word ${n}`) } })),
  ])
  expect(JSON.stringify(texts)).toContain('"dropped":true')
  expect(releases[0]?.objects?.[0]).toEqual(envSecret('OPA', 'word 1'))
})

test('damaged and newer halves are refused', () => {
  const { head, body } = dataOf(encode(state(kubernetesRelease(1))).history)
  const unreadable = expect.objectContaining({ code: 'STATE_UNREADABLE' })
  expect(() => decodePart('h', { head, body: body.slice(0, -8) })).toThrow(unreadable)
  expect(() => decodePart('h', { head, body: `A${body.slice(1)}` })).toThrow(unreadable)
  expect(() => decodePart('h', {})).toThrow(unreadable)
  const text = Buffer.from(head, 'base64').toString().replace('"schema":1', '"schema":2')
  expect(() => decodePart('h', { head: Buffer.from(text).toString('base64'), body })).toThrow(
    expect.objectContaining({ code: 'STATE_NEWER', message: expect.stringContaining('0.1.0') }),
  )
})

/** A pod template's worth of text, the same in its shape and of 3 KB as the real one. */
const deployment = (name: string, tag: string): StoredObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  name,
  component: name,
  wave: 1,
  contentNamed: false,
  manifest: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, labels: { 'mcp-stack.dev/stack': 'demo', 'mcp-stack.dev/component': name } },
    spec: {
      template: {
        spec: {
          containers: [
            {
              name,
              image: tag,
              env: Array.from({ length: 30 }, (_, n) => ({
                name: `VARIABLE_${n}`,
                value: `value of ${name} number ${n}`,
              })),
              readinessProbe: { httpGet: { path: '/health', port: 9000 }, periodSeconds: 2, failureThreshold: 3 },
              securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
            },
          ],
        },
      },
    },
  },
})

const plugins = 500

/** @param changed  How many plugins differ from the release before. */
function longHistory(count: number, changed: number): StackState {
  let objects: StoredObject[] = []
  let inventory: InventoryEntry[] = []
  let fields: { hash: string; fields: Record<string, string> }[] = []
  const releases = Array.from({ length: count }, (_, revision) => {
    for (let n = 0; n < plugins; n += 1) {
      if (revision > 0 && n >= changed) break
      const name = `mcp-plugin-number-${n}`
      const kinds = ['Deployment', 'Service', 'ConfigMap', 'Secret']
      const tag = `registry.example.org/team/${name}@sha256:${hex(32)}`
      objects = objects.toSpliced(n * 4, 4, ...kinds.map((kind) => ({ ...deployment(name, tag), kind })))
      const entries = kinds.map((kind) => {
        const key = `apps/v1/${kind}/${name}-${hex(5)}`
        const entry = { key, component: name, contentNamed: true, hash: hex(8), uid: hex(16) }
        return { ...entry, resourceVersion: String(revision * 5000 + n) }
      })
      inventory = inventory.toSpliced(n * 4, 4, ...entries)
      const env = Array.from({ length: 20 }, (__, v) => [`env.VARIABLE_${v}`, `value of ${name} number ${v}`])
      const secret = `secret:${hex(8)}`
      fields = fields.toSpliced(n, 1, { hash: hex(8), fields: { image: tag, secret, ...Object.fromEntries(env) } })
    }
    const components = fields.map((one, n) => component(`Number ${n}`, one))
    return { ...release(revision, components), objects, inventory }
  })
  return state(...releases)
}

test.each([
  [10, 50, 500],
  [4, 500, 1015],
])(
  '%i releases of 500 plugins, %i of them changed each time, stay under %i KiB',
  (count, changed, kib) => {
    const value = longHistory(count, changed)
    const parts = encode(value)
    const back = decodeParts(decodePart('s', dataOf(parts.state)), decodePart('h', dataOf(parts.history)))
    expect(parts.history.bytes).toBeLessThan(kib * 1024)
    expect(back.releases).toHaveLength(count)
    expect(back.releases.at(-1)?.objects).toEqual(value.releases.at(-1)?.objects)
  },
  120_000,
)

/** A certificate of 500 bytes of noise is larger than a real one, and its key is a real one. */
function leaf(name: string): Certificate {
  const dnsNames = [name, `mcp-plugin-${name}`, `mcp-plugin-${name}.mcp`, `mcp-plugin-${name}.mcp.svc`, 'localhost']
  const pem = (bytes: number) =>
    `-----BEGIN CERTIFICATE-----\n${randomBytes(bytes).toString('base64')}\n-----END CERTIFICATE-----\n`
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    component: name,
    kind: 'server',
    chainPem: pem(500),
    keyPem: new Secret(`key of ${name}`, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    trustBundlePem: '-----BEGIN CERTIFICATE-----\nthe same for all\n-----END CERTIFICATE-----\n'.repeat(2),
    fingerprint: hex(32),
    issuer: 'a'.repeat(64),
    dnsNames,
    notBefore: '2026-11-25T15:00:00.000Z',
    notAfter: '2027-02-23T15:00:00.000Z',
  }
}

test('the certificates of 500 plugins and the CA fit into a Secret', () => {
  const value = { ...state(), certificates: Array.from({ length: plugins + 1 }, (_, n) => leaf(`number-${n}`)) }
  const { bytes } = encode(value).state
  expect(bytes).toBeLessThan(600 * 1024)
})

test('what cannot fit is refused, and a long history loses its oldest releases', () => {
  const large = { ...state(), generated: { X: new Secret('X', hex(1_100_000)) } }
  expect(() => encode(large)).toThrow(expect.objectContaining({ code: 'NOT_SUPPORTED' }))
  const noisy = Array.from({ length: 6 }, (_, n) => ({ ...kubernetesRelease(n), summary: hex(240_000) }))
  expect(decode(state(...noisy)).releases.map(({ revision }) => revision)).toEqual([2, 3, 4, 5])
})
