import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

export interface GitServer {
  /** `http://127.0.0.1:<port>`; repositories are below it under their folder's name. */
  readonly url: string
  /** `METHOD /path?query` of every request so far. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

export interface GitServerOptions {
  /** Requests without this user and password are answered with 401. */
  readonly credentials?: { readonly user: string; readonly password: string }
}

/** Serves the bare repositories in a folder over git's smart HTTP, read-only, on a free loopback port. */
export async function startGitServer(root: string, options: GitServerOptions = {}): Promise<GitServer> {
  const requests: string[] = []
  const wanted =
    options.credentials === undefined
      ? undefined
      : `Basic ${Buffer.from(`${options.credentials.user}:${options.credentials.password}`).toString('base64')}`

  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    if (wanted !== undefined && request.headers.authorization !== wanted) {
      response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end()
      return
    }
    serve(root, request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** One request through git's own CGI program. */
function serve(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const child = spawn('git', ['http-backend'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: decodeURIComponent(url.pathname),
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
      // A repository made by another user of the machine is served all the same.
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
    },
  })
  request.pipe(child.stdin)
  child.stdin.on('error', () => undefined)

  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('close', () => {
    const output = Buffer.concat(chunks)
    const end = output.indexOf('\r\n\r\n')
    const headers = new Map(
      output
        .subarray(0, Math.max(end, 0))
        .toString()
        .split('\r\n')
        .filter((line) => line.includes(': '))
        .map((line): [string, string] => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
    )
    const status = Number.parseInt(headers.get('Status') ?? (end < 0 ? '500' : '200'), 10)
    headers.delete('Status')
    response.writeHead(status, Object.fromEntries(headers)).end(output.subarray(end + 4))
  })
}
