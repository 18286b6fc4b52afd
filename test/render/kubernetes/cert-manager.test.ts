import { expect, test } from 'vitest'
import { newRelease } from '../../../src/commands/release.ts'
import { renderBundle } from '../../../src/render/render-bundle.ts'
import { restoreBundle } from '../../../src/render/restore-bundle.ts'
import { roleFor } from '../../../src/targets/kubernetes/rights.ts'
import { pluginConfig } from '../../plan/stack-config.ts'
import { state } from '../../targets/values.ts'
import { at, find, hashesOf, type KubernetesChanges, kubernetesConfig, kubernetesInput } from './kubernetes-input.ts'

const issuer = { group: 'cert-manager.io', kind: 'Issuer', name: 'stack-ca' }
const changes: KubernetesChanges = {
  plugins: [pluginConfig('Guard'), pluginConfig('Plain', { mtls: false })],
  certificates: { authority: 'cert-manager', issuer },
}
const markOf = (object: { readonly manifest: object }) =>
  ['spec', 'template', 'metadata', 'annotations', 'mcp-stack.dev/certificate'].reduce<unknown>(
    (value, key) => Object(value)[key],
    object.manifest,
  )

test('a Certificate asks for one usage, a PKCS8 key that rotates, and a Secret with our labels', async () => {
  const input = await kubernetesInput(
    kubernetesConfig({
      ...changes,
      certificates: { ...changes.certificates, keyAlgorithm: 'rsa-3072', validityDays: 1, renewBeforeDays: 0 },
    }),
  )
  const certificate = find(await renderBundle(input), 'Certificate/mcpgateway-certs')
  expect(certificate.manifest['spec']).toMatchObject({
    secretName: 'mcpgateway-certs',
    commonName: 'mcpgateway',
    dnsNames: ['mcpgateway'],
    duration: '24h0m0s',
    usages: ['digital signature', 'client auth'],
    privateKey: { algorithm: 'RSA', size: 3072, encoding: 'PKCS8', rotationPolicy: 'Always' },
    issuerRef: issuer,
  })
  // cert-manager takes a third of the life then; nothing is no duration to it.
  expect(at(certificate, 'spec.renewBefore')).toBeUndefined()
  expect(at(certificate, 'spec.secretTemplate.labels')).toEqual(at(certificate, 'metadata.labels'))
})

test('another leaf rolls its users and no Certificate; who has no certificate has no mark', async () => {
  const input = await kubernetesInput(kubernetesConfig(changes))
  const renewed = input.certificates.map((entry) =>
    entry.request.component === 'Guard' && entry.certificate !== undefined
      ? { ...entry, certificate: { ...entry.certificate, fingerprint: 'f'.repeat(64) } }
      : entry,
  )
  const [before, after] = [await renderBundle(input), await renderBundle({ ...input, certificates: renewed })]
  const [old, young] = [hashesOf(before), hashesOf(after)]
  const differing = Object.keys(old).filter((key) => old[key] !== young[key])
  // The gateway does not survive the restart of its plugin.
  expect(differing).toEqual(['apps/v1/Deployment/mcp-plugin-guard', 'apps/v1/Deployment/mcpgateway'])
  expect(markOf(find(after, 'Deployment/mcp-plugin-guard'))).toMatch(/^f{16}-[0-9a-f]{8}$/)
  expect(markOf(find(after, 'Deployment/mcp-plugin-plain'))).toBeUndefined()
  expect(after.components.find(({ name }) => name === 'Guard')?.fields['certificates']).toMatch(/^f{16}-/)
})

test('also a plugin that is called as what belongs to no component rolls with its leaf', async () => {
  const input = await kubernetesInput(kubernetesConfig({ ...changes, plugins: [pluginConfig('stack')] }))
  expect(markOf(find(await renderBundle(input), 'Deployment/mcp-plugin-stack'))).toMatch(/^[0-9a-f]{16}-[0-9a-f]{8}$/)
})

test('what is not there yet is pending for the pods, and the Certificate is complete', async () => {
  const input = await kubernetesInput(kubernetesConfig(changes))
  const pending = input.certificates.map(({ request }) => ({ request, how: 'pending' as const, reason: 'missing' }))
  const bundle = await renderBundle({ ...input, certificates: pending })
  expect(find(bundle, 'Deployment/mcp-plugin-guard').pending.map((one) => one.pending)).toEqual(['certificate'])
  const certificate = find(bundle, 'Certificate/mcp-plugin-guard-certs')
  expect(certificate.pending).toEqual([])
  expect(certificate.hash).toBe(find(await renderBundle(input), 'Certificate/mcp-plugin-guard-certs').hash)
})

test('a release that is brought back gets the leaf of today', async () => {
  const input = await kubernetesInput(kubernetesConfig(changes))
  const bundle = await renderBundle(input)
  const run = {
    host: 'terminal',
    toolVersion: '0.1.0',
    startedAt: '2026-11-23T08:00:00.000Z',
    actor: 'ada',
    trusted: true,
  }
  const release = newRelease(bundle, [], state(), run, 'digest')
  expect(JSON.stringify(release)).not.toContain('mcp-stack.dev/certificate')
  const kept = input.certificates.flatMap(({ certificate }) => certificate ?? [])
  const restore = (certificates: typeof kept) =>
    restoreBundle({ target: 'kubernetes', release, state: state(), kept: certificates, digest: input.digest })
  expect(hashesOf(restore(kept))).toEqual(hashesOf(bundle))
  expect(() => restore(kept.slice(1))).toThrow(/certificate of gateway is not/)
})

test('the rights name every Secret that is read, and no cluster scope', async () => {
  const { plan } = await kubernetesInput(kubernetesConfig(changes))
  const rules = JSON.stringify((await roleFor(plan, 'deploy'))[1])
  expect(rules).toContain('"resourceNames":["mcpgateway-certs","mcp-plugin-guard-certs"],"verbs":["get"]')
  expect(rules).toContain('"apiGroups":["cert-manager.io"],"resources":["certificates"]')
  expect(JSON.stringify((await roleFor(plan, 'plan'))[1])).not.toContain('certificaterequests')
  const { plan: local } = await kubernetesInput(kubernetesConfig({ plugins: [pluginConfig('Guard')] }))
  expect(JSON.stringify(await roleFor(local, 'deploy'))).not.toContain('cert-manager')
})

test('the Secret’s name is no matter of a patch', async () => {
  const patches = [{ target: { kind: 'Certificate' }, merge: { spec: { secretName: 'mine' } } }]
  const input = await kubernetesInput(kubernetesConfig({ ...changes, patches }))
  await expect(renderBundle(input)).rejects.toThrow(/would change the Secret/)
})
