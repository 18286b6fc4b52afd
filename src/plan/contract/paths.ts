/** Folders inside the containers, equal on every target, so that the environment of a component is too. */
export const paths = {
  /** `client.*` for the gateway, `server.*` for a plugin, `ca.crt`: the names of the tree in CONTRACT §4. */
  certificates: '/app/certs/mcp',
  /** plugins-config.yaml under the name the gateway is told (CONTRACT §1). */
  config: '/app/config',
  configFile: '/app/config/plugins.yaml',
  /** Only `sitecustomize.py` is in it: PYTHONPATH names the folder (CONTRACT §5). */
  shim: '/opt/mcp-stack/shim',
  /** The gateway's own SQLite database, where no other is configured. */
  gatewayData: '/app/data',
} as const

/** Where a component finds its certificate, key and trust bundle. */
export function certificateFiles(kind: 'client' | 'server'): {
  readonly certificate: string
  readonly key: string
  readonly authority: string
} {
  const folder = paths.certificates
  return { certificate: `${folder}/${kind}.crt`, key: `${folder}/${kind}.key`, authority: `${folder}/ca.crt` }
}
