/**
 * Every way a run can go wrong, with the exit code it ends in when it is the worst one:
 * 1 failed, nothing new is live · 2 usage or config · 3 work pending · 4 live but not healthy · 130, 143 interrupted.
 */
export const codes = {
  USAGE: 2,
  CONFIG_UNREADABLE: 2,
  CONFIG_SYNTAX: 2,
  CONFIG_INVALID: 2,
  CONFIG_WARNING: 2,
  CONFIG_NOTE: 2,
  VARIABLE_MISSING: 2,
  ENV_FILE_INVALID: 2,
  NOT_PINNED: 2,
  NOT_SUPPORTED: 2,
  VERSION_REQUIRED: 2,
  SECRET_MISSING: 2,
  SECRET_WEAK: 2,
  SECRET_INVALID: 2,
  SOURCE_INVALID: 2,
  TEMPLATE_INVALID: 2,
  FOLDER_TRACKED: 2,
  STACK_CONFLICT: 2,
  UNTRUSTED: 2,
  /** Who has it could not be asked, or does not let us. */
  SECRET_UNREACHABLE: 1,
  SECRET_FORBIDDEN: 1,
  TOOL_MISSING: 1,
  TOOL_OLD: 1,
  CLOCK_WRONG: 1,
  ENGINE_UNREACHABLE: 1,
  SOURCE_UNREACHABLE: 1,
  REF_NOT_FOUND: 1,
  REF_AMBIGUOUS: 1,
  BUILD_FAILED: 1,
  CACHE_UNUSABLE: 1,
  IMAGE_NOT_FOUND: 1,
  PLATFORM_MISMATCH: 1,
  REGISTRY_UNREACHABLE: 1,
  CERTIFICATE_INVALID: 1,
  AUTHORITY_FAILED: 1,
  RENDER_INVALID: 1,
  STATE_UNREADABLE: 1,
  STATE_NEWER: 1,
  LOCK_HELD: 1,
  RIGHTS_MISSING: 1,
  PLAN_STALE: 1,
  OBJECT_FOREIGN: 1,
  FIELD_CONFLICT: 1,
  MASS_DELETE: 1,
  OLDER_COMMIT: 1,
  APPLY_FAILED: 1,
  COMPONENT_FAILED: 1,
  ROLL_BACK_REFUSED: 1,
  HOST_FAILED: 1,
  COMMAND_FAILED: 1,
  COMMAND_TIMEOUT: 1,
  FILE_UNWRITABLE: 1,
  /** Before anything is deployed; found afterwards, the run ends 4. */
  SECRET_LEAKED: 1,
  WORK_PENDING: 3,
  CERTIFICATE_EXPIRING: 3,
  CERTIFICATE_STALE: 3,
  CERTIFICATE_EXPIRED: 4,
  CERTIFICATE_BROKEN: 4,
  VERIFY_FAILED: 4,
  VERIFY_INCONCLUSIVE: 4,
  ROLL_BACK_INCOMPLETE: 4,
  DATABASE_MIGRATED: 4,
  INTERRUPTED: 130,
  TERMINATED: 143,
  BUG: 1,
} as const

export type Code = keyof typeof codes

export type Severity = 'error' | 'warning' | 'note'

/** A position in a file a person wrote; line and column count from 1, column in characters. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** One thing to tell the user: what, where, why and what to do next. Never holds a secret value. */
export interface Problem {
  readonly severity: Severity
  readonly code: Code
  /** One sentence without a full stop at the end. */
  readonly message: string
  /** What to type or change next. */
  readonly hint?: string
  /** Path of the key in the config, e.g. `plugins[0].ref`. */
  readonly path?: string
  readonly place?: Place
  /** The source line and a caret under the place, values of secret keys masked. */
  readonly frame?: string
  /** What the cluster said of the component that failed, in the order of time. */
  readonly events?: readonly string[]
}
