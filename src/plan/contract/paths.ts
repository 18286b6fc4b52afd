/** Folders inside the containers, equal on every target, so that the environment of a component is too. */
export const paths = {
  /** `tls.crt`, `tls.key`, `ca.crt`: the names of a kubernetes.io/tls Secret (CONTRACT §4). */
  certificates: '/app/certs/mcp',
  /** plugins-config.yaml under the name the gateway is told (CONTRACT §1). */
  config: '/app/config',
  configFile: '/app/config/plugins.yaml',
  /** Only `sitecustomize.py` is in it: PYTHONPATH names the folder (CONTRACT §5). */
  shim: '/opt/mcp-stack/shim',
  /** The gateway's own SQLite database, where no other is configured. */
  gatewayData: '/app/data',
} as const

export const certificateFiles = {
  certificate: `${paths.certificates}/tls.crt`,
  key: `${paths.certificates}/tls.key`,
  authority: `${paths.certificates}/ca.crt`,
} as const
