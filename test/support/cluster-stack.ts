import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { parse, parseAllDocuments, stringify } from 'yaml'
import { accountOf, applyForeign, kubectl, needCluster } from './cluster.ts'
import { mustEnd, type RunningTool, startTool, type ToolRun } from './tool.ts'

/** A stack in a namespace of its own, deployed by an account with exactly the Role that `mcp-deploy rbac` prints. */
export interface ClusterStack {
  readonly namespace: string
  /** Holds mcp-stack.yaml; tests may change it. */
  readonly folder: string
  /** The account's. */
  readonly kubeconfig: string
  readonly env: Readonly<Record<string, string>>
  readonly runs: ToolRun[]
  run(command: string, ...flags: readonly string[]): Promise<ToolRun>
  start(command: string, ...flags: readonly string[]): RunningTool
  /** With another kubeconfig: the administrator's. */
  runAs(kubeconfig: string, command: string, ...flags: readonly string[]): Promise<ToolRun>
  /** The same account, acting so that the audit log has what it asks; with another HOME and folder. */
  runElsewhere(folder: string, command: string, ...flags: readonly string[]): Promise<ToolRun>
  /** Changes mcp-stack.yaml. */
  change(how: (file: StackFile) => void): void
  /** A variable of every later run. */
  setEnv(name: string, value: string): void
  /** What the foreign objects are now: equal as long as nobody touched them. */
  foreign(): string
  close(): void
}

/** What tests change in the file. */
export interface StackFile {
  deployment: Record<string, unknown>
  gateway: ComponentInFile
  plugins: (ComponentInFile & { name: string })[]
  infrastructure?: Record<string, unknown>
  ci_cd: { deploy: Record<string, unknown>; vault_secrets: unknown[] }
  [key: string]: unknown
}

export interface ComponentInFile {
  image?: string
  env_vars: Record<string, string>
  [key: string]: unknown
}

export interface StackOptions {
  /** Fills the folder; `mcp-stack.yaml` must be among what it writes. */
  readonly fill: (folder: string, namespace: string) => void
  readonly env: (namespace: string) => Readonly<Record<string, string>>
}

const deployer = 'deployer'

/** Somebody else's, one even with our label: no inventory lists them, so nothing of them may change, whatever we do. */
const foreignObjects = (stack: string, image: string) => `
apiVersion: v1
kind: ConfigMap
metadata: {name: foreign, labels: {mcp-stack.dev/stack: "${stack}"}}
data: {key: value}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: foreign, labels: {app.kubernetes.io/part-of: mcp-stack}}
spec:
  selector: {matchLabels: {app: foreign}}
  template:
    metadata: {labels: {app: foreign}}
    spec:
      terminationGracePeriodSeconds: 1
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: main
          image: "${image}"
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
`

/** Makes the namespace as an administrator would, and the account. @param name  Unique among the test files. */
export async function openClusterStack(name: string, options: StackOptions): Promise<ClusterStack> {
  const namespace = `mcp-e2e-${name}-${Date.now().toString(36)}`
  // What an earlier, broken run left; it may take its time to go.
  kubectl('delete', 'namespace', '--selector', `mcp-e2e=${name}`, '--wait=false')
  kubectl('create', 'namespace', namespace)
  // Enforced by the API server: a pod that is not restricted is not made.
  kubectl('label', 'namespace', namespace, `mcp-e2e=${name}`, 'pod-security.kubernetes.io/enforce=restricted')
  const folder = mkdtempSync(join(tmpdir(), `${namespace}-`))
  const work = join(folder, 'work')
  mkdirSync(work)
  options.fill(work, namespace)
  kubectl('--namespace', namespace, 'create', 'serviceaccount', deployer)
  applyForeign(namespace, foreignObjects(namespace, needCluster().images.tiny))

  const env: Record<string, string> = {
    PATH: `${dirname(needCluster().kubectl)}${delimiter}${process.env['PATH']}`,
    ...options.env(namespace),
  }
  await grantRole(namespace, work, env)
  const account = accountOf(namespace, deployer)
  const [own, audited] = [join(folder, 'kubeconfig'), join(folder, 'audited.kubeconfig')]
  writeFileSync(own, account.kubeconfig, { mode: 0o600 })
  writeFileSync(audited, account.audited, { mode: 0o600 })

  const runs: ToolRun[] = []
  const start = (command: string, ...flags: readonly string[]) => {
    const args = [...command.split(' '), 'mcp-stack.yaml', ...flags]
    const running = startTool(args, { cwd: work, env: { ...env, KUBECONFIG: own } })
    return { ...running, ended: keep(running.ended, runs) }
  }
  const file = join(work, 'mcp-stack.yaml')
  return {
    namespace,
    folder: work,
    kubeconfig: own,
    env,
    runs,
    start,
    run: (command, ...flags) => start(command, ...flags).ended,
    runAs: (kubeconfig, command, ...flags) => {
      const args = [...command.split(' '), 'mcp-stack.yaml', ...flags]
      return keep(startTool(args, { cwd: work, env: { ...env, KUBECONFIG: kubeconfig } }).ended, runs)
    },
    runElsewhere: (cwd, command, ...flags) => {
      const home = mkdtempSync(join(folder, 'home-'))
      const args = [...command.split(' '), 'mcp-stack.yaml', ...flags]
      return keep(startTool(args, { cwd, env: { ...env, KUBECONFIG: audited, HOME: home } }).ended, runs)
    },
    change: (how) => {
      const value: StackFile = parse(readFileSync(file, 'utf8'))
      how(value)
      writeFileSync(file, stringify(value))
    },
    setEnv: (variable, value) => {
      env[variable] = value
    },
    foreign: () => foreignState(namespace),
    close: () => {
      if (process.env['MCP_E2E_KEEP'] !== undefined) return
      kubectl('delete', 'namespace', namespace, '--wait=false')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function pluginIn(file: StackFile, wanted: string): ComponentInFile {
  const found = file.plugins.find(({ name }) => name === wanted)
  if (found === undefined) throw new Error(`no plugin ${wanted}`)
  return found
}

/** The Role as it is printed, bound to the account. */
export async function grantRole(
  namespace: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { kubeconfig } = needCluster()
  const printed = mustEnd(
    await startTool(['rbac', 'mcp-stack.yaml', '--service-account', `${namespace}:${deployer}`], {
      cwd: folder,
      env: { ...env, KUBECONFIG: kubeconfig },
    }).ended,
    0,
  ).stdout
  const objects = parseAllDocuments(printed).map((document): PrintedObject => document.toJS())
  if (objects.some(({ kind }) => kind.startsWith('Cluster')))
    throw new Error(`rbac asks for cluster scope:\n${printed}`)
  if (!objects.some(({ kind }) => kind === 'Role')) throw new Error(`rbac prints no Role:\n${printed}`)
  applyForeign(namespace, printed)
}

interface PrintedObject {
  readonly kind: string
  readonly metadata: { readonly name: string }
}

async function keep(ended: Promise<ToolRun>, runs: ToolRun[]): Promise<ToolRun> {
  const run = await ended
  runs.push(run)
  return run
}

/** The Deployment's status moves by itself; its uid and generation do not. */
function foreignState(namespace: string): string {
  const get = (kind: string, fields: string) =>
    kubectl('--namespace', namespace, 'get', kind, 'foreign', '-o', `jsonpath=${fields}`)
  return [
    get('configmap', '{.metadata.uid} {.metadata.resourceVersion} {.data}'),
    get('deployment', '{.metadata.uid} {.metadata.generation} {.metadata.labels}'),
  ].join('\n')
}
