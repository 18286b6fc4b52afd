import { certificateFiles, paths } from './paths.ts'
import type { ContractVariable } from './variable.ts'

/** CONTRACT §1 as data: what every gateway is told. */
export function gatewayContract(gateway: {
  readonly port: number
  readonly replicas: number
}): readonly ContractVariable[] {
  return [
    {
      name: 'HOST',
      value: '0.0.0.0',
      rule: 'required',
      alsoFine: ['::'],
      because: 'the gateway would listen where nobody can reach it',
    },
    {
      name: 'PORT',
      value: String(gateway.port),
      rule: 'required',
      because: 'it must equal gateway.port, the port of the container; change that key instead',
    },
    {
      name: 'PLUGINS_ENABLED',
      value: 'true',
      rule: 'required',
      alsoFine: ['True', 'TRUE', '1', 'yes', 'on'],
      because: 'no plugin would be asked',
    },
    {
      name: 'PLUGINS_CONFIG_FILE',
      value: paths.configFile,
      rule: 'required',
      because: 'with a wrong path the gateway loads no plugin and reports no error',
    },
    {
      name: 'PLUGINS_FAIL_ON_PLUGIN_ERROR',
      value: 'true',
      rule: 'default',
      because: 'a plugin that fails is then skipped in silence',
    },
    {
      name: 'PLUGINS_PLUGIN_TIMEOUT',
      value: '60',
      rule: 'default',
      because: '',
    },
    {
      name: 'MCPGATEWAY_ADMIN_API_ENABLED',
      value: 'true',
      rule: 'default',
      because: 'verify then cannot ask the gateway for its plugins',
    },
  ]
}

/** The gateway's side of mTLS, for every plugin without its own `mcp.tls`. The files must exist when it starts. */
export function gatewayMtlsContract(gateway: {
  readonly mtlsVerify: boolean
  readonly mtlsCheckHostname: boolean
}): readonly ContractVariable[] {
  const because = 'the certificates of the stack are mounted there'
  const files = certificateFiles('client')
  return [
    { name: 'PLUGINS_CLIENT_MTLS_CERTFILE', value: files.certificate, rule: 'required', because },
    { name: 'PLUGINS_CLIENT_MTLS_KEYFILE', value: files.key, rule: 'required', because },
    { name: 'PLUGINS_CLIENT_MTLS_CA_BUNDLE', value: files.authority, rule: 'required', because },
    {
      name: 'PLUGINS_CLIENT_MTLS_VERIFY',
      value: String(gateway.mtlsVerify),
      rule: 'required',
      because: 'gateway.mtls_verify decides it; change that key instead',
    },
    {
      name: 'PLUGINS_CLIENT_MTLS_CHECK_HOSTNAME',
      value: String(gateway.mtlsCheckHostname),
      rule: 'required',
      because: 'gateway.mtls_check_hostname decides it; change that key instead',
    },
  ]
}

/** A secret the gateway cannot do without. */
export interface GatewaySecret {
  readonly name: string
  readonly shape: 'token' | 'password'
  readonly strength?: 'gateway' | 'administrator'
  /** What is stored in the database can be opened with today's value only. */
  readonly opensVolume: boolean
}

/**
 * Start-up raises without the first two (CONTRACT §1; settings `jwt_secret_key`, `auth_encryption_secret` of gateway 1.0.7).
 * The passwords have the default `changeme` there, which `get_security_status` refuses in production.
 */
export const gatewaySecrets: readonly GatewaySecret[] = [
  { name: 'JWT_SECRET_KEY', shape: 'token', strength: 'gateway', opensVolume: true },
  { name: 'AUTH_ENCRYPTION_SECRET', shape: 'token', strength: 'gateway', opensVolume: true },
  { name: 'PLATFORM_ADMIN_PASSWORD', shape: 'password', strength: 'administrator', opensVolume: true },
  { name: 'BASIC_AUTH_PASSWORD', shape: 'password', opensVolume: false },
]

/** Set where we made the administrator's password: else /admin/plugins answers with an HTML page (CONTRACT §1). */
export const passwordChange = 'ADMIN_REQUIRE_PASSWORD_CHANGE_ON_BOOTSTRAP'

/** 503 while the database is down, unlike /health (CONTRACT §1). */
export const readyPath = '/ready'
