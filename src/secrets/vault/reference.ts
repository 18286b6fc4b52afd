import { StackError } from '../../errors.ts'
import { type KvPlace, readKvPlace } from '../../model/kv-place.ts'

export type KvReference = KvPlace & { readonly key: string }

/**
 * Reads a place in a KV engine.
 *
 * @param name  Of the secret: the key where the text names none.
 * @throws StackError CONFIG_INVALID
 */
export function readReference(text: string, name: string): KvReference {
  const place = readKvPlace(text)
  if (place !== undefined) return { key: name, ...place }
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: `secret ${name}: vault:${text} is not a place in Vault`,
    hint: 'Write vault:MOUNT/data/PATH#KEY, for example vault:secret/data/mcp#jwt, or …#jwt?version=3',
  })
}
