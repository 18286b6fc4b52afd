import { StackError } from '../errors.ts'

/** A value that the target fills in from the environment of `docker compose`: the only thing that may become `${…}`. */
export class Variable {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

export const variableHint = 'deployed by mcp-deploy'

/** How text is protected from what reads the file before YAML or after it. */
export interface Dialect {
  readonly protect: (quoted: string) => string
}

/** Compose interpolates `$` in every value; `$$` is a dollar (Compose specification, Interpolation). */
export const composeDialect: Dialect = { protect: (quoted) => quoted.replaceAll('$', '$$$$') }

/** Nothing reads an object of Kubernetes before it is YAML; what the kubelet replaces in `args` is the view's to protect. */
export const kubernetesDialect: Dialect = { protect: (quoted) => quoted }

/** The gateway renders plugins-config.yaml with Jinja before it parses it: a brace written as an escape is none for Jinja. */
export const jinjaDialect: Dialect = {
  protect: (quoted) => (/\{[{%#]/.test(quoted) ? quoted.replaceAll('{', '\\u007b') : quoted),
}

/**
 * One YAML flow value that YAML 1.1 (Kubernetes, PyYAML) and 1.2 (Compose) read alike: strings are JSON strings unless they
 * are plain words in both; lists and maps are written in one line.
 *
 * @throws StackError RENDER_INVALID for undefined, a function, a number that is not finite, a lone surrogate.
 */
export function formatScalar(value: unknown, dialect: Dialect): string {
  if (typeof value === 'string') return isPlainWord(value) ? value : quote(value, dialect)
  if (value instanceof Variable) return `"\${${value.name}:?${variableHint}}"`
  return formatNested(value, dialect)
}

function formatNested(value: unknown, dialect: Dialect): string {
  if (typeof value === 'string') return quote(value, dialect)
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number' && Number.isFinite(value)) return formatNumber(value)
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map((item) => formatNested(item, dialect)).join(', ')}]`
  if (typeof value === 'object' && isPlainObject(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${quote(key, dialect)}: ${formatNested(item, dialect)}`)
    return `{${entries.join(', ')}}`
  }
  throw new StackError({
    code: 'RENDER_INVALID',
    message: `a template asks for a value that is ${value === undefined ? 'not there' : `a ${typeof value}`}`,
    hint: 'If you override templates with templates_dir, compare yours with the built-in one',
  })
}

/** YAML 1.1 knows a float only by its dot: `1e+21` would be a string to it. */
function formatNumber(value: number): string {
  const text = JSON.stringify(value)
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e') : text
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Words that YAML 1.1 takes for booleans or null (yaml.org/type/bool.html). */
const reserved = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null'])

function isPlainWord(text: string): boolean {
  return text.length <= 120 && /^[A-Za-z_/][\w./-]*$/.test(text) && !reserved.has(text.toLowerCase())
}

/** What JSON lets through and PyYAML refuses or folds: DEL, C1 controls, line and paragraph separators, BOM, noncharacters. */
const unsafe = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

function quote(text: string, dialect: Dialect): string {
  if (/\p{Surrogate}/u.test(text)) {
    throw new StackError({ code: 'RENDER_INVALID', message: 'a value holds half of a character (a lone surrogate)' })
  }
  const quoted = JSON.stringify(text).replace(
    unsafe,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return dialect.protect(quoted)
}
