import type { Code, Severity } from '../model/problem.ts'
import type { Origin, Path } from './node.ts'

/** A problem while it is still told by the path of its key; places and frames are added at the end. */
export interface Finding {
  readonly severity?: Severity
  readonly code?: Code
  readonly message: string
  readonly hint?: string | undefined
  readonly path: Path
  /** Points at the key itself: unknown keys, and names in free maps. */
  readonly atKey?: boolean
  /** Stronger than the path: lines of env files. */
  readonly origin?: Origin
}

/** An error about the value at a path. */
export function wrong(path: Path, message: string, hint?: string, more?: Partial<Finding>): Finding {
  return { path, message, hint, ...more }
}

/** Something that works and is probably not meant. */
export function warn(path: Path, message: string, hint?: string, more?: Partial<Finding>): Finding {
  return { severity: 'warning', code: 'CONFIG_WARNING', path, message, hint, ...more }
}

/** Something we did that the user should know. */
export function note(path: Path, message: string, hint?: string): Finding {
  return { severity: 'note', code: 'CONFIG_NOTE', path, message, hint }
}

/** What a grammar says of a text it refuses. */
export interface Refusal {
  readonly message: string
  readonly hint?: string
  /** A part of the value that is secret: the redactor must know it before anything prints. */
  readonly secret?: string
}

/** Checks one text; undefined when it is fine. */
export type Grammar = (text: string) => Refusal | undefined
