import { certificateFiles } from './paths.ts'
import type { ContractVariable } from './variable.ts'

/** CONTRACT §2 as data: what every external plugin is told. */
export function pluginContract(plugin: { readonly port: number; readonly mtls: boolean }): readonly ContractVariable[] {
  return [
    {
      name: 'PLUGINS_TRANSPORT',
      value: 'http',
      rule: 'required',
      because: 'with any other transport the process ends with code 0',
    },
    {
      name: 'PLUGINS_SERVER_HOST',
      value: '0.0.0.0',
      rule: 'required',
      because: 'foreign Host headers are answered with HTTP 421 otherwise',
    },
    {
      name: 'PLUGINS_SERVER_PORT',
      value: String(plugin.port),
      rule: 'required',
      because: "it must equal the plugin's port; change that key instead",
    },
    ...(plugin.mtls ? pluginMtlsContract : []),
  ]
}

const files = certificateFiles('server')
const mounted = 'the certificates of the stack are mounted there'

const pluginMtlsContract: readonly ContractVariable[] = [
  {
    name: 'PLUGINS_SERVER_SSL_ENABLED',
    value: 'true',
    rule: 'required',
    alsoFine: ['True', 'TRUE', '1'],
    because: 'mtls_enabled decides it; change that key instead',
  },
  { name: 'PLUGINS_SERVER_SSL_CERTFILE', value: files.certificate, rule: 'required', because: mounted },
  { name: 'PLUGINS_SERVER_SSL_KEYFILE', value: files.key, rule: 'required', because: mounted },
  { name: 'PLUGINS_SERVER_SSL_CA_CERTS', value: files.authority, rule: 'required', because: mounted },
  {
    name: 'PLUGINS_SERVER_SSL_CERT_REQS',
    value: '2',
    rule: 'required',
    because: 'anyone could call the plugin without a client certificate',
  },
]

export const mcpPath = '/mcp'
export const healthPath = '/health'

/** With TLS a plain-HTTP /health listens beside the main port (CONTRACT §2). */
export function healthPort(plugin: { readonly port: number; readonly mtls: boolean }): number {
  return plugin.mtls ? plugin.port + 1000 : plugin.port
}
