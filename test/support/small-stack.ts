import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeProject } from './engine.ts'
import { freePort } from './example.ts'
import { readMachine } from './machine.ts'

/**
 * A Compose stack that is built and up in seconds: a gateway that answers 200 to everything, a plugin that does so over mTLS, and
 * nothing to verify.
 */
export interface SmallStack {
  readonly project: string
  /** Holds mcp-stack.yaml; anybody may write in it. */
  readonly folder: string
  /** A secret that the file asks for. */
  readonly env: Readonly<Record<string, string>>
  close(): void
}

const server = `from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import os, signal, ssl
# The first process of a container has no default for it, and would be waited for.
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")
    def log_message(self, *args):
        pass
server = ThreadingHTTPServer(("", int(os.environ.get("PLUGINS_SERVER_PORT") or os.environ["PORT"])), Handler)
if os.environ.get("PLUGINS_SERVER_SSL_ENABLED") == "true":
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=os.environ["PLUGINS_SERVER_SSL_CA_CERTS"])
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(os.environ["PLUGINS_SERVER_SSL_CERTFILE"], os.environ["PLUGINS_SERVER_SSL_KEYFILE"])
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
`

/** @param name  Last part of the project's name, unique among the test files. */
export async function openSmallStack(name: string): Promise<SmallStack> {
  const project = `mcp-e2e-${name}`
  removeProject(project)
  const folder = mkdtempSync(join(tmpdir(), `${project}-`))
  mkdirSync(join(folder, 'gateway'))
  writeFileSync(join(folder, 'gateway/server.py'), server)
  writeFileSync(
    join(folder, 'gateway/Containerfile'),
    `FROM ${readMachine().images.python}\nCOPY server.py /\nUSER 10001:10001\nCMD ["python3", "-u", "/server.py"]\n`,
  )
  writeFileSync(
    join(folder, 'mcp-stack.yaml'),
    `version: 1
deployment: {type: compose, project_name: ${project}}
gateway:
  path: gateway
  port: 4444
  host_port: ${await freePort()}
  env_vars: {API_KEY: "\${API_KEY}"}
plugins:
  - {name: Echo, path: gateway, port: 8000, runtime_compat: false, healthcheck: [python3, -c, pass]}
ci_cd: {deploy: {verify: false}}
`,
  )
  return {
    project,
    folder,
    env: { API_KEY: 'a-key-of-the-small-stack-1' },
    close: () => {
      removeProject(project)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
