import { resolve } from 'node:path/posix'
import type { SecretSources } from '../model/stack.ts'
import { defined } from './defined.ts'
import { askedInOrder } from './rules/secret-providers.ts'
import type { Written } from './schema/stack.ts'

/** Paths absolute; absent where the file says nothing, so that the digest of such a file stays what it was. */
export function normaliseSecretSources(
  written: Written['ci_cd']['secrets'],
  folder: string,
): SecretSources | undefined {
  if (written === undefined) return undefined
  const { files, command } = written
  return {
    providers: askedInOrder(written),
    envFiles: written.env_files.map((file) => resolve(folder, file)),
    ...(files === undefined ? {} : { folder: resolve(folder, files.folder) }),
    ...defined({ command }),
    vault: defined(written.vault),
    aws: defined(written.aws),
    kubernetes: defined(written.kubernetes),
  }
}
