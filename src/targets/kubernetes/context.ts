import { delimiter, join } from 'node:path'
import { StackError } from '../../errors.ts'
import { hintFor } from '../../model/builder-image.ts'
import type { Environment } from '../../model/host.ts'
import type { Io } from '../../model/io.ts'
import type { Kubectl } from './api.ts'
import { kubectlWords, runKubectl } from './kubectl.ts'

/** Where kubectl goes. */
export interface ClusterContext {
  /** The context's name; absent inside a pod, where there is no kubeconfig. */
  readonly name?: string
  readonly server: string
}

/**
 * Reads the context from kubectl, which knows where its configuration is.
 *
 * @param asked  deployment.context.
 * @throws StackError CONFIG_INVALID when there are others but not this one, ENGINE_UNREACHABLE when there is none at all or
 *   kubectl cannot read its configuration.
 */
export async function readContext(io: Io, kubectl: Kubectl, asked: string | undefined): Promise<ClusterContext> {
  const result = await runKubectl(io, kubectl, ['config', 'view', '--minify', '-o', 'json'], { brief: true })
  if (result.exitCode === 0) {
    const config = parseConfig(io, result.stdout)
    const server = config.clusters?.[0]?.cluster?.server ?? 'an unknown address'
    return { server, ...(config['current-context'] ? { name: config['current-context'] } : {}) }
  }
  if (result.timedOut) throw silent()
  const words = io.redactor.redact(kubectlWords(result.stderr)[0] ?? '').replace(/^error: /, '')
  if (words.startsWith('error loading config file')) throw unreadable(words, io.environment)
  if (asked !== undefined) throw await contextMissing(io, kubectl, asked)
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = io.environment
  if (host) return { server: `https://${host}:${port}` }
  const absent = await absentFiles(io)
  // kubectl's own words speak of its flags.
  const reason = absent ?? (words.startsWith('current-context must exist') ? 'no context is chosen' : words)
  throw new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `kubectl has no cluster to go to${reason === '' ? '' : `: ${reason}`}`,
    hint: hintFor(
      io.environment,
      `${absent === undefined ? 'Set KUBECONFIG' : setToFile}, or choose one of \`kubectl config get-contexts\` with deployment.context`,
      await kubeconfigAddition(io),
    ),
  })
}

/** HOME is /root in the builder image, whoever runs it. */
const mountAddition = '-v ~/.kube:/root/.kube:ro'
const ownerAddition = '--user "$(id -u):$(id -g)": only its owner may read'

/** What a `docker run` lacks whose kubectl found no cluster: the mount, the right to look into it, or the name of the file. */
async function kubeconfigAddition(io: Io): Promise<string> {
  const folder = join(io.environment['HOME'] ?? '/root', '.kube')
  if (!(await io.files.exists(folder))) return mountAddition
  const names = await io.files.list(folder).catch(() => undefined)
  return names === undefined ? `${ownerAddition} ~/.kube` : '-e KUBECONFIG=/root/.kube/NAME: there is no ~/.kube/config'
}

const setToFile = 'Set KUBECONFIG to a file that is there'

/** @throws StackError COMMAND_FAILED where something between us and kubectl writes to its output, too. */
function parseConfig(io: Io, text: string): KubeConfig {
  try {
    return Object(JSON.parse(text))
  } catch (cause) {
    const first = io.redactor.redact(text.trim().split('\n')[0] ?? '').slice(0, 200)
    throw new StackError({
      code: 'COMMAND_FAILED',
      message: `kubectl config view printed no JSON: ${first === '' ? 'nothing at all' : first}`,
      hint: 'Look at what `kubectl` is on PATH: a wrapper may write to stderr, never to stdout',
      cause,
    })
  }
}

function silent(): StackError {
  return new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: 'kubectl does not answer when asked for its configuration',
    hint: 'Try by hand: kubectl config view --minify',
  })
}

function unreadable(words: string, environment: Environment): StackError {
  return new StackError({
    code: 'ENGINE_UNREACHABLE',
    message: `kubectl cannot read its configuration: ${words}`,
    hint: hintFor(
      environment,
      'Correct that file, or set KUBECONFIG to another one',
      /permission denied/i.test(words)
        ? `${ownerAddition} that file`
        : `${mountAddition} with a file that kubectl can read: kubectl config view --raw --flatten writes one`,
    ),
  })
}

/** Files of KUBECONFIG that are not there, which kubectl passes over in silence. */
async function absentFiles(io: Io): Promise<string | undefined> {
  const paths = (io.environment['KUBECONFIG'] ?? '').split(delimiter).filter((path) => path !== '')
  const there = await Promise.all(paths.map((path) => io.files.exists(path)))
  const absent = paths.filter((_, index) => there[index] !== true)
  if (absent.length === 0) return undefined
  return `KUBECONFIG names ${absent.join(', ')}, which ${absent.length === 1 ? 'is' : 'are'} not there`
}

interface KubeConfig {
  readonly 'current-context'?: string
  readonly clusters?: readonly { readonly cluster?: { readonly server?: string } }[] | null
}

async function contextMissing(io: Io, kubectl: Kubectl, asked: string): Promise<StackError> {
  const { stdout } = await runKubectl(io, { ...kubectl, args: [] }, ['config', 'get-contexts', '-o', 'name'], {
    brief: true,
  })
  const names = stdout.split('\n').filter((name) => name !== '')
  const absent = await absentFiles(io)
  const known = names.length === 0 ? (absent === undefined ? ['none'] : []) : names
  const parts = [known.length === 0 ? [] : `it has ${known.join(', ')}`, absent ?? []].flat()
  return new StackError({
    // Without any, it is this machine that has no way there, and `generate` and `certs` go on with files alone.
    code: names.length === 0 ? 'ENGINE_UNREACHABLE' : 'CONFIG_INVALID',
    message: `kubectl has no context ${asked}; ${parts.join('; ')}`,
    hint:
      names.length > 0
        ? 'Set deployment.context to one of them'
        : hintFor(io.environment, absent === undefined ? 'Set KUBECONFIG' : setToFile, await kubeconfigAddition(io)),
  })
}
