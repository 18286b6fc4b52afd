// Serves bare repositories over smart HTTP on loopback: node git-server.mjs FOLDER PORT (0: any; printed when it listens)
//
// git's own http-backend does the work, as it would behind a real web server; read-only, because receive-pack is off
// for callers without a name.
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'

const [folder, port = '0'] = process.argv.slice(2)

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (url.pathname === '/') {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ service: 'mcp-stack-deploy quickstart', pid: process.pid, folder }))
    return
  }
  const backend = spawn('git', ['http-backend'], {
    env: cgiEnvironment(request, url),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  backend.on('error', () => fail(response))
  // The client may hang up before git has read everything.
  backend.stdin.on('error', () => {})
  request.pipe(backend.stdin)
  relay(backend.stdout, response)
})
server.listen(Number(port), '127.0.0.1', () => console.log(server.address().port))

/** RFC 3875, as git-http-backend(1) wants it. */
function cgiEnvironment(request, url) {
  return {
    PATH: process.env.PATH,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: '1',
    REQUEST_METHOD: request.method,
    PATH_INFO: decodeURIComponent(url.pathname),
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: request.headers['content-type'] ?? '',
    // Chunked requests carry none; git then reads to the end.
    ...(request.headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: request.headers['content-length'] }),
    HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
    GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
    REMOTE_ADDR: '127.0.0.1',
  }
}

/** CGI output: header lines, an empty line, the body. */
function relay(output, response) {
  let head = Buffer.alloc(0)
  let inBody = false
  output.on('data', (chunk) => {
    if (inBody) {
      response.write(chunk)
      return
    }
    head = Buffer.concat([head, chunk])
    const end = head.indexOf('\r\n\r\n')
    if (end === -1) return
    inBody = true
    for (const line of head.subarray(0, end).toString('latin1').split('\r\n')) {
      const [name, value] = [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]
      if (name.toLowerCase() === 'status') response.statusCode = Number.parseInt(value, 10)
      else response.setHeader(name, value)
    }
    response.write(head.subarray(end + 4))
  })
  output.on('end', () => (inBody ? response.end() : fail(response)))
}

function fail(response) {
  if (!response.headersSent) response.statusCode = 500
  response.end()
}
