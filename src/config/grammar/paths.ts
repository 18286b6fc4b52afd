import { isAbsolute, normalize } from 'node:path/posix'
import type { Refusal } from '../finding.ts'

/** Refuses what is not a path inside a clone or folder: absolute, upwards, an option, a URL. */
export function checkInnerPath(text: string): Refusal | undefined {
  if (text === '') return { message: 'must not be empty' }
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001f\u007f]/.test(text)) return { message: 'holds a control character' }
  if (text.startsWith('-')) return { message: 'begins with "-", which programs read as an option' }
  if (/^[a-z][a-z0-9+.-]*:/i.test(text))
    return { message: 'is a URL or has a drive letter', hint: 'Name a file of the repository' }
  if (text.includes('\\')) return { message: 'holds "\\"', hint: 'Separate folders with "/"' }
  if (isAbsolute(text)) return { message: 'must be relative to the repository' }
  if (isUpwards(text)) return { message: 'leaves the repository (..)' }
  return undefined
}

/** Refuses what is not the path of a file or folder beside the config. Staying inside it is checked on the disk. */
export function checkFilePath(text: string): Refusal | undefined {
  if (text.trim() === '') return { message: 'must not be empty' }
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001f\u007f]/.test(text)) return { message: 'holds a control character' }
  if (text.startsWith('-')) return { message: 'begins with "-", which programs read as an option' }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return { message: 'is a URL, not a path' }
  return undefined
}

/** Refuses what is not an absolute path inside a container. */
export function checkContainerPath(text: string): Refusal | undefined {
  const normal = normalize(text)
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (!isAbsolute(text) || /[:,\u0000-\u001f\u007f]/.test(text))
    return { message: 'must be an absolute path in the container' }
  return normal === '/' ? { message: 'must not be the root folder' } : undefined
}

/** True when a relative path ends outside the folder it starts in. */
export function isUpwards(text: string): boolean {
  const normal = normalize(text)
  return normal === '..' || normal.startsWith('../')
}
