import { StackError } from '../../errors.ts'

/** `secret/data/mcp#jwt?version=3` in its parts. */
export interface KvReference {
  /** Without slashes at its ends. */
  readonly path: string
  readonly key: string
  /** Absent: the newest. */
  readonly version?: string
}

/**
 * Reads `PATH`, `PATH#KEY`, `PATH#KEY?version=N` and `PATH?version=N#KEY`.
 *
 * @param name  Of the secret: the key where the text names none.
 * @throws StackError CONFIG_INVALID
 */
export function readReference(text: string, name: string): KvReference {
  const version = /\?version=([1-9]\d*)(?=#|$)/.exec(text)
  const plain = version === null ? text : text.replace(version[0], '')
  const [path = '', key = name, ...more] = plain.replace(/^\/+/, '').split('#')
  const trimmed = path.replace(/\/+$/, '')
  if (!trimmed.includes('/') || key === '' || more.length > 0 || plain.includes('?') || hasOddPart(trimmed)) {
    throw new StackError({
      code: 'CONFIG_INVALID',
      message: `secret ${name}: vault:${text} is not a place in Vault`,
      hint: 'Write vault:MOUNT/data/PATH#KEY, for example vault:secret/data/mcp#jwt, or …#jwt?version=3',
    })
  }
  return { path: trimmed, key, ...(version?.[1] === undefined ? {} : { version: version[1] }) }
}

/** `..` would leave the path that a policy and a reader of the file see. */
function hasOddPart(path: string): boolean {
  return path.split('/').some((part) => part === '' || part === '.' || part === '..')
}
