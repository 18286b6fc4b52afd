/** Something that does not exist yet because nothing may be built or issued now; `key` tells what will make it. */
export interface Pending {
  readonly pending: 'image' | 'certificate' | 'secret'
  /** Source key of an image, request hash of a certificate, name of a secret. */
  readonly key: string
}

export type Maybe<T> = T | Pending

export function isPending(value: unknown): value is Pending {
  return typeof value === 'object' && value !== null && 'pending' in value
}
