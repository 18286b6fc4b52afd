import { join } from 'node:path'
import type { Io } from '../../model/io.ts'
import { fieldManager } from '../../model/kubernetes.ts'
import type { Secret } from '../../model/secret.ts'
import { away, parseEvent, toAnswer } from './answers.ts'
import type { KubeAnswer, KubeApi, Kubectl } from './api.ts'
import { runKubectl } from './kubectl.ts'
import { refusedAnswer } from './kubectl-answers.ts'
import { resourceArgument, withQuery } from './paths.ts'
import { asWatch, deleteOptions } from './proxy-api.ts'

/** As for the proxy, and kubectl's own start. */
const requestSeconds = 45

/**
 * The API server through one kubectl process for each request, where a proxy is forbidden. Bodies go through stdin. They run to
 * their end after SIGTERM, for clean-up needs them.
 */
export function openKubectlApi(io: Io, kubectl: Kubectl): KubeApi {
  const ask = async (
    args: readonly string[],
    {
      stdin,
      seconds = requestSeconds,
      created = false,
    }: { stdin?: string | Secret; seconds?: number; created?: boolean } = {},
  ): Promise<KubeAnswer> => {
    const options = { uninterruptible: true, timeoutSeconds: seconds }
    const result = await runKubectl(io, kubectl, args, stdin === undefined ? options : { ...options, stdin })
    if (result.timedOut) throw away(`no answer within ${seconds} s`)
    if (result.exitCode === 0) return toAnswer(created ? 201 : 200, result.stdout)
    return refusedAnswer(io.redactor.redact(result.stderr))
  }
  return {
    get: (path, { timeoutSeconds } = {}) =>
      ask(['get', '--raw', path], timeoutSeconds === undefined ? {} : { seconds: timeoutSeconds }),
    create: (path, body) =>
      ask(['create', '--raw', withQuery(path, { fieldManager }), '-f', '-'], { stdin: body, created: true }),
    replace: (path, body) => ask(['replace', '--raw', withQuery(path, { fieldManager }), '-f', '-'], { stdin: body }),
    apply: (_path, body, options = {}) => {
      const manager = `--field-manager=${options.fieldManager ?? fieldManager}`
      const flags = [...(options.force ? ['--force-conflicts'] : []), ...(options.dryRun ? ['--dry-run=server'] : [])]
      return ask(['apply', '--server-side', manager, ...flags, '-f', '-', '-o', 'json'], { stdin: body })
    },
    patch: async (path, body) => {
      // kubectl reads no patch from stdin, and an argument has an end.
      const folder = await io.files.temporaryFolder('mcp-kube')
      try {
        const file = join(folder, 'patch.json')
        await io.files.write(file, body, 0o600)
        const flags = [`--field-manager=${fieldManager}`, '--type=json', `--patch-file=${file}`, '-o', 'json']
        return await ask(['patch', resourceArgument(path), ...flags])
      } finally {
        await io.files.remove(folder)
      }
    },
    remove: (path, options) => ask(['delete', '--raw', path, '-f', '-'], { stdin: deleteOptions(options) }),
    watch: async (path, signal, onEvent) => {
      const events = joinLines((line) => {
        const event = parseEvent(line)
        if (event !== undefined) onEvent(event)
        return event !== undefined
      })
      const onLine = (line: string, stream: 'stdout' | 'stderr') => (stream === 'stdout' ? events(line) : undefined)
      const options = { uninterruptible: true, signal, onLine }
      const { exitCode, stderr } = await runKubectl(io, kubectl, ['get', '--raw', asWatch(path)], options)
      if (signal.aborted) return 499
      return exitCode === 0 ? 200 : refusedAnswer(io.redactor.redact(stderr)).status
    },
    close: () => Promise.resolve(),
  }
}

/** The edge gives very long lines in pieces: they are put together until they can be read. */
function joinLines(read: (line: string) => boolean): (piece: string) => void {
  let line = ''
  return (piece) => {
    line = piece.startsWith('{"type":') ? piece : line + piece
    if (read(line)) line = ''
  }
}
