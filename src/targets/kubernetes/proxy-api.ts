import { StackError } from '../../errors.ts'
import type { HttpResponse, Io, SocketHttp, SocketRequest } from '../../model/io.ts'
import { fieldManager } from '../../model/kubernetes.ts'
import { away, parseEvent, toAnswer } from './answers.ts'
import type { GetOptions, KubeAnswer, KubeApi, RemoveOptions } from './api.ts'
import { withQuery } from './paths.ts'
import type { RunningProxy } from './proxy.ts'

/** A write may wait for admission webhooks, which get 30 s at most. */
const requestSeconds = 40

/** A server that is offered both takes the first, and answers 406 where that is the wrong one. */
const metadataTypes = { object: 'PartialObjectMetadata', list: 'PartialObjectMetadataList' } as const
const acceptFor = (only: GetOptions['metadataOnly']) =>
  only === undefined
    ? 'application/json'
    : `application/json;as=${metadataTypes[only]};g=meta.k8s.io;v=v1,application/json`

/**
 * The API server through `kubectl proxy`; nothing is tried twice, but a proxy that has died is started once again.
 *
 * @param start  Starts the proxy.
 */
export async function openProxyApi(io: Io, start: () => Promise<RunningProxy>): Promise<KubeApi> {
  let way = await start()
  let again: Promise<void> | undefined
  let closed = false

  const restart = async () => {
    await way.stop().catch(() => undefined)
    io.progress.line('kubectl proxy has ended: starting it again')
    way = await start()
  }
  /** Whether it is worth another try: many requests see the same proxy die, one starts it. */
  const revived = async (used: SocketHttp): Promise<boolean> => {
    if (closed) return false
    if (way.http !== used) return true
    // The connection breaks a moment before its process is known to have ended.
    for (let wait = 0; wait < 10 && !way.ended(); wait += 1) await io.clock.sleep(20)
    // Whoever closes it ends it too.
    if (closed || !way.ended()) return false
    again ??= restart().catch((cause: unknown) =>
      io.progress.line(`kubectl proxy did not start again: ${String(cause)}`),
    )
    await again
    return !closed && way.http !== used
  }

  const through = async <T>(work: (http: SocketHttp) => Promise<T>, safe: boolean): Promise<T> => {
    const used = way.http
    try {
      return await work(used)
    } catch (cause) {
      const reason = io.redactor.redact(cause instanceof Error ? cause.message : String(cause))
      if ((await revived(used)) && safe) return await work(way.http).catch(() => Promise.reject(away(reason, cause)))
      throw away(reason, cause)
    }
  }
  const send = async (request: Omit<SocketRequest, 'timeoutSeconds'>, timeoutSeconds = requestSeconds) => {
    const answer = await through((http) => http.request({ ...request, timeoutSeconds }), request.method !== 'POST')
    return answerOf(answer)
  }

  return {
    get: (path, { metadataOnly, timeoutSeconds } = {}) =>
      send({ path, headers: { accept: acceptFor(metadataOnly) } }, timeoutSeconds),
    create: (path, body) =>
      send({
        path: withQuery(path, { fieldManager }),
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    replace: (path, body) =>
      send({
        path: withQuery(path, { fieldManager }),
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    apply: (path, body, options = {}) => {
      const query = {
        fieldManager: options.fieldManager ?? fieldManager,
        force: options.force,
        dryRun: options.dryRun ? 'All' : undefined,
      }
      const headers = { 'content-type': 'application/apply-patch+yaml' }
      return send({ path: withQuery(path, query), method: 'PATCH', headers, body })
    },
    patch: (path, body) =>
      send({
        path: withQuery(path, { fieldManager }),
        method: 'PATCH',
        headers: { 'content-type': 'application/json-patch+json' },
        body,
      }),
    remove: (path, options) =>
      send({ path, method: 'DELETE', headers: { 'content-type': 'application/json' }, body: deleteOptions(options) }),
    watch: (path, signal, onEvent) =>
      through(
        (http) =>
          http.lines({ path: asWatch(path), signal }, (line) => {
            const event = parseEvent(line)
            if (event !== undefined) onEvent(event)
          }),
        true,
      ),
    async close() {
      closed = true
      // One that is just being started again would be left behind.
      await again
      await way.stop()
    },
  }
}

function answerOf({ status, headers, body }: HttpResponse): KubeAnswer {
  const answer = toAnswer(status, body, headers['retry-after'])
  // The proxy's own words: the API server answers with JSON.
  if (status >= 500 && !/json/.test(headers['content-type'] ?? '')) throw away(body.trim().split('\n')[0] ?? '')
  if (status === 403 && body.trim() === 'Forbidden') throw notAccepted()
  const { date } = headers
  return date === undefined ? answer : { ...answer, date }
}

function notAccepted(): StackError {
  return new StackError({
    code: 'BUG',
    message: 'a request was made that the proxy was not told to let through',
    hint: 'Set deployment.kubectl_proxy: false',
  })
}

/** The body of a DELETE. */
export function deleteOptions({ uid, resourceVersion, propagation, gracePeriodSeconds }: RemoveOptions = {}): string {
  const preconditions = uid === undefined && resourceVersion === undefined ? undefined : { uid, resourceVersion }
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    propagationPolicy: propagation ?? 'Background',
    preconditions,
    gracePeriodSeconds,
  })
}

/** The path of a list as the path of its watch. */
export function asWatch(path: string): string {
  return /[?&]watch=/.test(path) ? path : withQuery(path, { watch: 1 })
}
