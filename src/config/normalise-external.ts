import { resolve } from 'node:path/posix'
import type { CertificatesConfig } from '../model/stack.ts'
import { defined } from './defined.ts'
import type { Written } from './schema/stack.ts'

/** The signer outside; nothing where nobody wrote of it, so that the digest of such a file stays what it was. */
export function normaliseExternal(
  { certificates: { authority, external } }: Pick<Written, 'certificates'>,
  folder: string,
): Pick<CertificatesConfig, 'external'> {
  if (external === undefined && authority !== 'external') return {}
  const [program, ...args] = external?.command ?? []
  return {
    external: {
      ...(program === undefined ? {} : { command: [program, ...args] }),
      commandFolder: folder,
      timeoutSeconds: external?.timeout ?? 120,
      folder: resolve(folder, external?.folder ?? './certs/mcp/requests'),
      ...defined({ caFile: external?.ca_file === undefined ? undefined : resolve(folder, external.ca_file) }),
    },
  }
}
