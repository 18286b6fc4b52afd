import { StackError } from '../../errors.ts'
import { objectLabels } from '../../model/kubernetes.ts'
import type { JsonObject } from '../../model/stack.ts'
import type { GatewayShell } from '../../model/verification.ts'
import { reasonOf } from './answers.ts'
import type { Place } from './api.ts'
import type { Pod, Workload } from './kube-objects.ts'
import { logPath, pathOf } from './paths.ts'
import { readPodStatus } from './pod-status.ts'
import { programSecret } from './secret-contents.ts'

/** Label of pods that run one program and end. */
const oneOffLabel = 'mcp-stack.dev/one-off'

const folder = '/var/run/mcp-stack-program'

/** Image, node and start of Python: what a program waits for before its own time begins. */
const startSeconds = 120

const pollMilliseconds = 300

/** The end of a pod is seen, and its log read, long before. */
const readSeconds = 60

type Answer = Awaited<ReturnType<GatewayShell['python']>>

/**
 * Runs a Python program in a pod made like the gateway's (image, environment, certificates, network policy), where none of its
 * containers may be entered. The program is handed over as a file of a Secret that lives as long as the pod.
 *
 * @param template  The gateway's pod template.
 * @param gateway  Address of the gateway to ask, which is not in the same pod here; the program reads MCP_STACK_GATEWAY.
 * @throws StackError COMMAND_FAILED when the pod cannot be made or does not start.
 */
export async function runOneOff(
  place: Place,
  template: Workload['spec']['template'],
  program: string,
  timeoutSeconds: number,
  gateway?: string,
): Promise<Answer> {
  const name = `mcp-stack-run-${Buffer.from(place.io.random(5)).toString('hex')}`
  await removeEnded(place)
  try {
    for (const python of ['python3', 'python']) {
      const tried = await tryOneOff(place, {
        name: `${name}-${python}`,
        template,
        program,
        timeoutSeconds,
        python,
        gateway,
      })
      if (tried !== undefined) return tried
    }
    return { exitCode: 127, stdout: '', stderr: 'the image has no python3 and no python' }
  } finally {
    await removeOwn(place, name)
  }
}

interface Attempt {
  readonly name: string
  readonly template: Workload['spec']['template']
  readonly program: string
  readonly timeoutSeconds: number
  readonly python: string
  readonly gateway?: string | undefined
}

/** @returns undefined when the image has no such Python. */
async function tryOneOff(place: Place, attempt: Attempt): Promise<Answer | undefined> {
  const { name, program, timeoutSeconds } = attempt
  const { namespace, api, io } = place
  const labels = { [objectLabels.stack]: place.stack, [oneOffLabel]: 'true' }
  await create(place, 'Secret', programSecret(name, labels, program))
  await create(place, 'Pod', JSON.stringify(oneOffPod(attempt, labels)))

  const path = pathOf('v1', 'Pod', namespace, name)
  const start = io.clock.now().getTime()
  for (;;) {
    const answer = await api.get(path)
    // The path names a pod. An answer that is none says nothing of it, unless that it is gone.
    const pod = answer.status === 200 ? (answer.body as unknown as Pod) : undefined
    const ended = pod?.status?.containerStatuses?.[0]?.state?.terminated
    if (ended !== undefined) {
      if (
        /StartError|ContainerCannotRun/.test(ended.reason ?? '') &&
        /not found|no such file/.test(ended.message ?? '')
      ) {
        return undefined
      }
      const log = await api.get(logPath(namespace, name))
      return { exitCode: ended.exitCode, stdout: log.status === 200 ? log.text : '', stderr: ended.message ?? '' }
    }
    const seconds = (io.clock.now().getTime() - start) / 1000
    const read = pod === undefined ? undefined : readPodStatus(pod, { unschedulableSeconds: seconds })
    if (answer.status === 404 || read?.terminal === true || seconds > startSeconds + timeoutSeconds) {
      const reason = answer.status === 404 ? 'it is gone' : (read?.message ?? io.redactor.redact(reasonOf(answer)))
      throw new StackError({
        code: 'COMMAND_FAILED',
        message: `the pod that asks for the gateway did not run: ${reason}`,
        hint: 'Allow exec into the gateway: mcp-deploy rbac | kubectl apply -f -',
      })
    }
    await io.clock.sleep(pollMilliseconds, io.signal)
    if (io.signal.aborted) return { exitCode: 143, stdout: '', stderr: 'interrupted' }
  }
}

async function create(
  place: Place,
  kind: 'Pod' | 'Secret',
  body: Parameters<Place['api']['create']>[1],
): Promise<void> {
  const answer = await place.api.create(pathOf('v1', kind, place.namespace), body)
  if (answer.status < 300) return
  throw new StackError({
    code: 'COMMAND_FAILED',
    message: `the ${kind} for a question to the gateway cannot be made: ${place.io.redactor.redact(reasonOf(answer))}`,
    hint: 'mcp-deploy rbac | kubectl apply -f -',
  })
}

/**
 * The gateway's own pod but for what makes it serve: no probes, no ports, and without the labels by which Services and
 * workloads find their pods. Role and stack stay: network policies know the gateway by them. Pure.
 */
export function oneOffPod(
  { name, template, python, timeoutSeconds, gateway }: Attempt,
  labels: JsonObject,
): JsonObject {
  // What came from the server is JSON.
  const spec = template.spec as unknown as JsonObject
  const [container] = spec['containers'] as readonly JsonObject[]
  const {
    livenessProbe: _l,
    readinessProbe: _r,
    startupProbe: _s,
    ports: _p,
    lifecycle: _c,
    args: _a,
    ...rest
  } = container ?? {}
  const mounts = (rest['volumeMounts'] ?? []) as readonly JsonObject[]
  const env = (rest['env'] ?? []) as readonly JsonObject[]
  const volumes = (spec['volumes'] ?? []) as readonly JsonObject[]
  // A log has one stream: what goes to stderr is told through the end of the container instead.
  const start = `import os, runpy; os.dup2(os.open("/dev/termination-log", os.O_WRONLY), 2); runpy.run_path("${folder}/program.py", run_name="__main__")`
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, labels: { ...labels, [objectLabels.role]: 'gateway' } },
    spec: {
      ...spec,
      restartPolicy: 'Never',
      activeDeadlineSeconds: startSeconds + timeoutSeconds,
      terminationGracePeriodSeconds: 1,
      containers: [
        {
          ...rest,
          command: [python, '-c', start],
          ...(gateway === undefined ? {} : { env: [...env, { name: 'MCP_STACK_GATEWAY', value: gateway }] }),
          volumeMounts: [...mounts, { name: 'mcp-stack-program', mountPath: folder, readOnly: true }],
        },
      ],
      volumes: [...volumes, { name: 'mcp-stack-program', secret: { secretName: name, defaultMode: 0o444 } }],
    },
  }
}

/** Both Pythons' pod and Secret. */
async function removeOwn(place: Place, name: string): Promise<void> {
  for (const python of ['python3', 'python']) await removePod(place, `${name}-${python}`)
}

/** Pods that a killed run has left and that have ended since; one that ended just now is still being read by its own run. */
async function removeEnded(place: Place): Promise<void> {
  const { api, namespace, io } = place
  const labelSelector = `${objectLabels.stack}=${place.stack},${oneOffLabel}=true`
  const { status, body } = await api.get(
    `${pathOf('v1', 'Pod', namespace)}?labelSelector=${encodeURIComponent(labelSelector)}`,
  )
  const pods = status === 200 ? ((body['items'] ?? []) as readonly Pod[]) : []
  for (const { metadata, status: its } of pods) {
    if (its?.phase !== 'Succeeded' && its?.phase !== 'Failed') continue
    const ended = new Date(its.containerStatuses?.[0]?.state?.terminated?.finishedAt ?? 0)
    if (io.clock.now().getTime() - ended.getTime() > readSeconds * 1000) await removePod(place, metadata.name)
  }
}

async function removePod({ api, namespace }: Place, name: string): Promise<void> {
  await api.remove(pathOf('v1', 'Pod', namespace, name), { gracePeriodSeconds: 0 })
  await api.remove(pathOf('v1', 'Secret', namespace, name))
}
