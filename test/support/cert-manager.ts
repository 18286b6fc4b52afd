import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyForeign, cluster, kubectl, needCluster, read } from './cluster.ts'
import { inNamespace } from './namespace.ts'
import type { List } from './workloads.ts'

/** Whether the cluster has cert-manager's API; whoever installed it. */
export function hasCertManager(): boolean {
  if (cluster === null) return false
  try {
    kubectl('get', '--raw', '/apis/cert-manager.io/v1')
    return true
  } catch {
    return false
  }
}

/** A CA of the namespace's own: self-signed, then an issuer of it, ready to sign. */
export function makeIssuer(namespace: string, name: string): void {
  applyForeign(
    namespace,
    `
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: self-signed}
spec: {selfSigned: {}}
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata: {name: ${name}}
spec:
  isCA: true
  commonName: ${name}
  secretName: ${name}
  privateKey: {algorithm: ECDSA, size: 256}
  issuerRef: {name: self-signed}
---
apiVersion: cert-manager.io/v1
kind: Issuer
metadata: {name: ${name}}
spec: {ca: {secretName: ${name}}}
`,
  )
  inNamespace(namespace, 'wait', '--for=condition=Ready', `issuer/${name}`, '--timeout=60s')
}

/** As `cmctl renew` does it, and waits for the new certificate. */
export function renew(namespace: string, certificate: string): void {
  const before = certificateIn(namespace, certificate)
  const condition = {
    type: 'Issuing',
    status: 'True',
    reason: 'ManuallyTriggered',
    lastTransitionTime: new Date().toISOString(),
  }
  const { conditions } = JSON.parse(inNamespace(namespace, 'get', 'certificate', certificate, '-o', 'json')).status
  const patch = JSON.stringify({ status: { conditions: [...conditions, condition] } })
  inNamespace(namespace, 'patch', 'certificate', certificate, '--subresource=status', '--type=merge', '--patch', patch)
  for (let wait = 0; certificateIn(namespace, certificate) === before; wait += 1) {
    if (wait > 300) throw new Error(`${certificate} was not renewed`)
    execFileSync('sleep', ['0.2'])
  }
}

/** The chain as PEM. */
export function certificateIn(namespace: string, secret: string, key = 'tls.crt'): string {
  const { data }: { data: Record<string, string> } = JSON.parse(
    inNamespace(namespace, 'get', 'secret', secret, '-o', 'json'),
  )
  return Buffer.from(data[key] ?? '', 'base64').toString()
}

/** The Secret's files under the names of the tree: `server.crt`, `server.key`, `ca.crt`. */
export function copyLeaf(namespace: string, secret: string, kind: 'client' | 'server', folder: string): void {
  writeFileSync(join(folder, `${kind}.crt`), certificateIn(namespace, secret))
  writeFileSync(join(folder, `${kind}.key`), certificateIn(namespace, secret, 'tls.key'), { mode: 0o600 })
  writeFileSync(join(folder, 'ca.crt'), certificateIn(namespace, secret, 'ca.crt'))
}

/** A gateway and two plugins from ready images, no database beside them. */
export function certManagerStack(namespace: string, issuer: string): string {
  const { gateway, mailmask, wordguard } = needCluster().images
  const plugin = (name: string, image: string, port: number) =>
    `  - {name: ${name}, image: "${image}", port: ${port}, memory_limit: 512Mi, env_vars: {API_KEY: none}}\n`
  return `version: 1
deployment: {type: kubernetes, namespace: ${namespace}}
gateway: {image: "${gateway}", memory_limit: 1Gi}
plugins:
${plugin('WordGuard', wordguard, 8000)}${plugin('MailMask', mailmask, 3000)}certificates:
  authority: cert-manager
  cert_manager_issuer: ${issuer}
ci_cd:
  deploy: {timeout: 300}
`
}

/** Names of the Certificates of a namespace, sorted. */
export async function certificatesIn(namespace: string): Promise<readonly string[]> {
  const { items } = await read<List<{ readonly metadata: { readonly name: string } }>>(namespace, 'certificates')
  return items.map(({ metadata }) => metadata.name).sort()
}
