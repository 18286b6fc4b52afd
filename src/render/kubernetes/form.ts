import { StackError } from '../../errors.ts'
import type { Json, JsonObject } from '../../model/stack.ts'
import { openTemplates } from '../compile.ts'
import { formatScalar, kubernetesDialect } from '../scalar.ts'
import type { Templates } from '../templates.ts'
import { isObject, textOf } from './json.ts'

/**
 * Templates as forms: `{{y value}}` writes a mark, the text is parsed, and the value is put where its mark is found. So no
 * value can break out of its place, and objects of one shape, of which there are hundreds, are parsed once.
 *
 * @throws StackError RENDER_INVALID (from the function) for text that is no YAML mapping, or a value that is not there.
 */
export async function openForms(templates: Templates): Promise<(template: string, view: object) => JsonObject> {
  let values: unknown[] = []
  const write = (value: unknown) => `__mcps_${values.push(value) - 1}__`
  const [render, { load }] = await Promise.all([openTemplates(templates, write), import('js-yaml')])
  const parsed = new Map<string, JsonObject>()

  return (template, view) => {
    values = []
    const text = render(`${template}.yaml.hbs`, view)
    const form = parsed.get(text) ?? readForm(template, () => load(text, { maxAliases: 0 }))
    parsed.set(text, form)
    return fillMap(form, values, template)
  }
}

/** YAML 1.2's core gives nothing but JSON. */
function readForm(template: string, read: () => unknown): JsonObject {
  try {
    const found = read()
    if (isObject(found)) return found
  } catch (error) {
    // The lines after the first quote the text.
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1)
    throw invalid(template, `the text is not YAML: ${message}`, error)
  }
  throw invalid(template, 'a mapping was expected')
}

function fill(value: Json, values: readonly unknown[], template: string): Json {
  if (typeof value === 'string') return fillText(value, values)
  if (Array.isArray(value)) return value.map((item) => fill(item, values, template))
  return isObject(value) ? fillMap(value, values, template) : value
}

function fillMap(map: JsonObject, values: readonly unknown[], template: string): JsonObject {
  const filled: Record<string, Json> = {}
  for (const [key, item] of Object.entries(map)) {
    const name = textOf(fillText(key, values))
    if (Object.hasOwn(filled, name) || name === '__proto__') throw invalid(template, `the key ${name} is there twice`)
    filled[name] = fill(item, values, template)
  }
  return filled
}

/** A mark alone is its value, whatever kind; within other text it is text. */
function fillText(text: string, values: readonly unknown[]): Json {
  if (!text.includes('__mcps_')) return text
  const alone = /^__mcps_(\d+)__$/.exec(text)?.[1]
  if (alone !== undefined) return checkValue(values[Number(alone)])
  return text.replaceAll(/__mcps_(\d+)__/g, (_mark, index) => textOf(checkValue(values[Number(index)])))
}

/** @throws StackError RENDER_INVALID for what is no JSON. */
function checkValue(value: unknown): Json {
  if (typeof value === 'string' && value.isWellFormed()) return value
  if (isPlain(value)) return value
  // It says what is wrong.
  formatScalar(value, kubernetesDialect)
  throw new StackError({ code: 'RENDER_INVALID', message: 'a template asks for a value that cannot be written' })
}

function isPlain(value: unknown): value is Json {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isPlain)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'string') return value.isWellFormed()
  return value === null || typeof value === 'boolean'
}

export function invalid(template: string, message: string, cause?: unknown): StackError {
  return new StackError({
    code: 'RENDER_INVALID',
    message: `${template}.yaml.hbs: ${message}`,
    hint: 'If you override templates with templates_dir, correct yours; else this is our bug: please report it',
    cause,
  })
}
