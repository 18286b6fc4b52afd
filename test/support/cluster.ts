import { execFile, execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { type KubernetesFacts, readMachine } from './machine.ts'

/** The cluster of these tests; null where set-up found none, and then they are skipped. */
export const cluster: KubernetesFacts | null = readMachine().kubernetes

export function needCluster(): KubernetesFacts {
  if (cluster === null) throw new Error('no Kubernetes cluster: node scripts/setup.mjs e2e')
  return cluster
}

/** kubectl as the administrator; @throws Error with what it said. */
export function kubectl(...args: readonly string[]): string {
  const { kubectl: program, kubeconfig } = needCluster()
  return execFileSync(program, ['--kubeconfig', kubeconfig, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Applies manifests as the administrator, as somebody who is not mcp-deploy. */
export function applyForeign(namespace: string, text: string): void {
  const { kubectl: program, kubeconfig } = needCluster()
  execFileSync(program, ['--kubeconfig', kubeconfig, '--namespace', namespace, 'apply', '-f', '-'], {
    input: text,
    stdio: 'pipe',
  })
}

/** An object or list as the cluster has it now; the caller names what it reads of it. */
export async function read<T>(namespace: string, ...args: readonly string[]): Promise<T> {
  const { kubectl: program, kubeconfig } = needCluster()
  const all = ['--kubeconfig', kubeconfig, '--namespace', namespace, 'get', '-o', 'json', ...args]
  const { stdout } = await promisify(execFile)(program, all, { maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout)
}

/** Who may do what in a namespace, and the kubeconfigs by which a run is that account. */
export interface Account {
  /** By a token, as a pipeline has it. */
  readonly kubeconfig: string
  /** The same rights by impersonation: the audit log leaves service accounts out, but not who acts as one. */
  readonly audited: string
}

/** The text of both kubeconfigs of a ServiceAccount of the namespace. */
export function accountOf(namespace: string, name: string): Account {
  const { kubeconfig } = needCluster()
  const admin: AdminConfig = parse(readFileSync(kubeconfig, 'utf8'))
  const token = kubectl('--namespace', namespace, 'create', 'token', name, '--duration=4h').trim()
  const [user] = admin.users
  const impersonated = {
    ...user?.user,
    as: `system:serviceaccount:${namespace}:${name}`,
    'as-groups': ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'],
  }
  const config = (entry: object) =>
    JSON.stringify({
      ...admin,
      users: [{ name: 'deployer', user: entry }],
      contexts: [{ name: 'e2e', context: { cluster: admin.clusters[0]?.name, user: 'deployer', namespace } }],
      'current-context': 'e2e',
    })
  return { kubeconfig: config({ token }), audited: config(impersonated) }
}

interface AdminConfig {
  readonly clusters: readonly { readonly name: string }[]
  readonly users: readonly { readonly user: object }[]
}

/** One request that the API server has answered. */
export interface AuditEntry {
  readonly verb: string
  readonly path: string
  readonly status: number
}

/** Reads the audit log from now on; the function answers with what an impersonated account of the namespace has asked. */
export function watchAudit(namespace: string): () => readonly AuditEntry[] {
  const { auditLog } = needCluster()
  if (auditLog === null) throw new Error('this cluster has no audit log that we can read')
  const from = statSync(auditLog).size
  return () =>
    readFileSync(auditLog)
      .subarray(from)
      .toString()
      .split('\n')
      .filter((line) => line.includes(`"system:serviceaccount:${namespace}:`))
      .map((line): AuditLine => JSON.parse(line))
      .filter(({ impersonatedUser }) => impersonatedUser?.username.startsWith(`system:serviceaccount:${namespace}:`))
      .map(({ verb, requestURI, responseStatus }) => ({ verb, path: requestURI, status: responseStatus?.code ?? 0 }))
}

interface AuditLine {
  readonly verb: string
  readonly requestURI: string
  readonly responseStatus?: { readonly code: number }
  readonly impersonatedUser?: { readonly username: string }
}

/** Those that may change something: SelfSubjectAccessReviews and dry runs do not. */
export function writesOf(entries: readonly AuditEntry[]): readonly AuditEntry[] {
  return entries.filter(
    ({ verb, path }) =>
      !['get', 'list', 'watch'].includes(verb) && !path.includes('dryRun=All') && !path.includes('selfsubject'),
  )
}
