import { applyPatch, type Operation } from 'rfc6902'
import { StackError } from '../../errors.ts'
import type { JsonObject } from '../../model/stack.ts'
import { isObject, textOf } from './json.ts'

/** RFC 6902, and what each of them cannot do without. */
const needs: Readonly<Record<string, readonly string[]>> = {
  add: ['path', 'value'],
  remove: ['path'],
  replace: ['path', 'value'],
  move: ['from', 'path'],
  copy: ['from', 'path'],
  test: ['path', 'value'],
}

/**
 * JSON Patch (RFC 6902), all operations in order.
 * @throws StackError CONFIG_INVALID naming the operation that cannot be done; then nothing was.
 */
export function jsonPatch(target: JsonObject, operations: readonly JsonObject[]): JsonObject {
  const whole = { target: structuredClone(target) }
  for (const operation of operations) {
    checkOperation(operation)
    const [error] = applyPatch(whole, [below('/target', operation)])
    if (error) throw failed(operation, describe(error))
  }
  if (isObject(whole.target)) return whole.target
  throw failed({ op: 'replace', path: '' }, 'leaves no mapping')
}

function checkOperation(operation: JsonObject): void {
  const needed = needs[textOf(operation['op'])]
  if (needed === undefined) throw failed(operation, `is no operation: ${Object.keys(needs).join(', ')} are`)
  const missing = needed.find((key) => operation[key] === undefined)
  if (missing !== undefined) throw failed(operation, `has no ${missing}`)
  for (const key of ['path', 'from']) {
    const path = operation[key]
    if (path !== undefined && path !== '' && (typeof path !== 'string' || !path.startsWith('/')))
      throw failed(operation, `has a ${key} that does not begin with /`)
    // The library walks past it without a word.
    if (textOf(path).split('/').includes('__proto__')) throw failed(operation, `has a ${key} that is no path`)
  }
}

/** The document is one level down, so that a path of nothing names something that can be replaced. */
function below(root: string, operation: JsonObject): Operation {
  const move = (key: string) => (key in operation ? { [key]: `${root}${textOf(operation[key])}` } : {})
  // checkOperation has seen that it is one.
  return { ...operation, ...move('path'), ...move('from') } as unknown as Operation
}

function describe(error: Error): string {
  if (error.name === 'MissingError') return 'finds nothing there'
  return error.name === 'TestError' ? 'does not hold' : `cannot be done: ${error.message}`
}

function failed({ op, path }: JsonObject, why: string): StackError {
  return new StackError({ code: 'CONFIG_INVALID', message: `json6902: ${textOf(op)} ${textOf(path)} ${why}` })
}
