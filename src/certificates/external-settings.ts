import { dirname, join } from 'node:path'
import type { CertificatesConfig, ExternalConfig } from '../model/stack.ts'

/** How the signer outside is reached; the defaults where only `--external-pki` says that there is one. */
export function externalSettings({ external, caPath }: CertificatesConfig): ExternalConfig {
  if (external !== undefined) return external
  const folder = dirname(caPath)
  return { commandFolder: folder, timeoutSeconds: 120, folder: join(folder, 'requests') }
}
