import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeProject } from './engine.ts'
import { freePort } from './example.ts'
import { readMachine } from './machine.ts'
import { type RunningTool, startTool, type ToolRun } from './tool.ts'

/**
 * A Compose stack that is up in seconds and can be verified: plugins that serve MCP over real mutual TLS and a gateway that lists
 * them. They begin with the certificates that they find, as the real ones do.
 */
export interface TlsStack {
  readonly project: string
  /** Holds mcp-stack.yaml. */
  readonly folder: string
  start(command: string, ...flags: readonly string[]): RunningTool
  run(command: string, ...flags: readonly string[]): Promise<ToolRun>
  /** Replaces a text in mcp-stack.yaml. */
  edit(before: string, after: string): void
  /** A variable of every later run. */
  setEnv(name: string, value: string): void
  close(): void
}

const server = `from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import json, os, signal, ssl
# The first process of a container ends by a signal only where it says so.
signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
class Handler(BaseHTTPRequestHandler):
    def answer(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        plugins = [{"name": name, "status": "enabled"} for name in os.environ.get("LISTED", "").split()]
        self.answer({"plugins_globally_enabled": True, "plugins": plugins, "total": len(plugins)})
    do_DELETE = do_GET
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        results = {
            "initialize": {"protocolVersion": "2025-03-26", "capabilities": {}, "serverInfo": {"name": "test", "version": "1"}},
            "tools/list": {"tools": [{"name": "get_plugin_configs"}, {"name": "get_plugin_config"}, {"name": "invoke_hook"}]},
        }
        self.answer({"jsonrpc": "2.0", "id": asked.get("id"), "result": results.get(asked["method"], {})})
    def log_message(self, *args):
        pass
port = int(os.environ.get("PLUGINS_SERVER_PORT") or os.environ["PORT"])
httpd = ThreadingHTTPServer(("", port), Handler)
certificate = os.environ.get("PLUGINS_SERVER_SSL_CERTFILE")
if certificate:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=os.environ["PLUGINS_SERVER_SSL_CA_CERTS"])
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(certificate, os.environ["PLUGINS_SERVER_SSL_KEYFILE"])
    # The handshake is the caller's thread's: who is refused keeps nobody waiting.
    httpd.socket = context.wrap_socket(httpd.socket, server_side=True, do_handshake_on_connect=False)
httpd.serve_forever()
`

/** @param name  Last part of the project's name, unique among the test files. */
export async function openTlsStack(name: string): Promise<TlsStack> {
  const project = `mcp-test-${name}-${randomBytes(3).toString('hex')}`
  removeProject(project)
  const folder = mkdtempSync(join(tmpdir(), `${project}-`))
  mkdirSync(join(folder, 'image'))
  writeFileSync(join(folder, 'image/server.py'), server)
  writeFileSync(
    join(folder, 'image/Containerfile'),
    `FROM ${readMachine().images.python}\nCOPY server.py /\nUSER 10001:10001\nCMD ["python3", "-u", "/server.py"]\n`,
  )
  const file = join(folder, 'mcp-stack.yaml')
  const plugin = (one: string) =>
    `  - {name: ${one}, path: image, port: 8000, runtime_compat: false, healthcheck: [python3, -c, pass]}\n`
  writeFileSync(
    file,
    `version: 1
deployment: {type: compose, project_name: ${project}}
gateway:
  path: image
  port: 4444
  host_port: ${await freePort()}
  env_vars: {LISTED: Echo Mail}
plugins:
${plugin('Echo')}${plugin('Mail')}certificates: {validity_days: 90, renew_before_days: 30}
`,
  )
  const env: Record<string, string> = {}
  const start = (command: string, ...flags: readonly string[]) =>
    startTool([...command.split(' '), 'mcp-stack.yaml', ...flags], { cwd: folder, env })
  return {
    project,
    folder,
    start,
    run: (command, ...flags) => start(command, ...flags).ended,
    edit: (before, after) => {
      const text = readFileSync(file, 'utf8')
      if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`)
      writeFileSync(file, text.replace(before, after))
    },
    setEnv: (variable, value) => {
      env[variable] = value
    },
    close: () => {
      removeProject(project)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
