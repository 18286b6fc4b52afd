import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { applyForeign, needCluster } from './cluster.ts'
import { readMachine, root } from './machine.ts'
import { inNamespace } from './namespace.ts'

/** What came of the calls: outcome → how many, and the first answer of each. */
export interface LoadResult {
  readonly counts: Readonly<
    Partial<
      Record<
        | 'blocked'
        | 'let through'
        | 'failed closed'
        | 'allowed'
        | 'unmasked'
        | 'not reached'
        | 'gateway error'
        | 'failed',
        number
      >
    >
  >
  readonly examples: Readonly<Record<string, string>>
  readonly seconds: number
}

const pod = (image: string) => `
apiVersion: v1
kind: Pod
metadata: {name: load}
spec:
  terminationGracePeriodSeconds: 1
  enableServiceLinks: false
  securityContext: {runAsNonRoot: true, runAsUser: 1001, seccompProfile: {type: RuntimeDefault}}
  containers:
    - name: main
      image: "${image}"
      command: [sleep, infinity]
      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
`

/** A pod from which the gateway is called: it works on every cluster, and a Service chooses among all gateways. */
export function openLoad(namespace: string): void {
  applyForeign(namespace, pod(readMachine().images.python))
  inNamespace(namespace, 'wait', '--for=condition=Ready', 'pod/load', '--timeout=60s')
}

/** Calls the gateway until the work has ended, and not fewer times than `least`. */
export async function callDuring<T>(
  namespace: string,
  token: string,
  least: number,
  work: () => Promise<T>,
  limits = { seconds: 240, callers: 4 },
): Promise<{ readonly load: LoadResult; readonly result: T }> {
  const { kubectl, kubeconfig } = needCluster()
  const url = `http://mcpgateway.${namespace}.svc:4444`
  const args = ['--kubeconfig', kubeconfig, '--namespace', namespace, 'exec', '-i', 'load', '--']
  const child = spawn(kubectl, [
    ...args,
    'python3',
    '-',
    url,
    token,
    String(least),
    String(limits.seconds),
    String(limits.callers),
  ])
  createReadStream(join(root, 'test/e2e/kubernetes/load.py')).pipe(child.stdin)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = once(child, 'close')
  const result = await work()
  inNamespace(namespace, 'exec', 'load', '--', 'touch', '/tmp/stop')
  await ended
  const output = Buffer.concat(chunks).toString()
  try {
    return { load: JSON.parse(output), result }
  } catch (cause) {
    throw new Error(`the load's pod said:\n${output}`, { cause })
  }
}
