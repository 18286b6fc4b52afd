import { z } from 'zod'
import type { Grammar } from '../finding.ts'

/** What the two targets do with a key: honoured, how, or refused. */
export interface KeyFacts {
  readonly compose: string
  readonly kubernetes: string
}

/** Facts of every key, for the reference page. */
export const keyFacts = z.registry<KeyFacts>()

const honoured = 'honoured'
/** The word of a key that one target has no use for: whoever writes it is told so (rules/target.ts). */
export const ignored = 'ignored, with a warning'

export interface KeyNotes {
  readonly about: string
  readonly example: unknown
  readonly compose?: string
  readonly kubernetes?: string
  /** For editors; the program checks with a grammar. */
  readonly pattern?: string
}

/** Gives a key its description and example: nothing is in the schema without them. */
export function key<T extends z.ZodType>(schema: T, notes: KeyNotes): T {
  const described = schema.meta({
    description: notes.about,
    examples: [notes.example],
    ...(notes.pattern === undefined ? {} : { pattern: notes.pattern }),
  })
  keyFacts.add(described, { compose: notes.compose ?? honoured, kubernetes: notes.kubernetes ?? honoured })
  return described
}

/** A text; a grammar says more. */
export function text(grammar?: Grammar): z.ZodString {
  const schema = z.string({ error: 'must be text' })
  return grammar === undefined ? schema : schema.check((context) => refuse(context, grammar, context.value))
}

/** A text that YAML may have read as a number: `1`, `0.5`. */
export function textOrNumber(grammar: Grammar) {
  return z
    .union([z.string(), z.number()], { error: 'must be text or a number' })
    .check((context) => refuse(context, grammar, String(context.value)))
}

/** `true` or `false`, never a text that looks like it. */
export function flag(): z.ZodBoolean {
  return z.boolean({ error: 'must be true or false' })
}

/** A whole number within limits. */
export function whole(least: number, most: number): z.ZodInt {
  const message = `must be a whole number from ${least} to ${most}`
  return z.int({ error: message }).min(least, { error: message }).max(most, { error: message })
}

/** A TCP port. */
export function port(): z.ZodInt {
  return whole(1, 65535)
}

/** One of a few words, as written. */
export function choice<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, { error: `must be one of ${words.join(', ')}` })
}

/** A list. */
export function list<T extends z.ZodType>(item: T, of: string): z.ZodArray<T> {
  return z.array(item, { error: `must be a list of ${of}` })
}

/** A map with free names. */
export function freeMap<T extends z.ZodType>(value: T, of: string, grammar?: Grammar): z.ZodRecord<z.ZodString, T> {
  const schema = z.record(z.string(), value, { error: `must be a map of ${of}, NAME: value` })
  if (grammar === undefined) return schema
  return schema.check((context) => {
    for (const name of Object.keys(context.value)) {
      const refusal = grammar(name)
      if (refusal === undefined) continue
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: [name],
        message: `the name ${refusal.message}`,
        params: { hint: refusal.hint, atKey: true },
      })
    }
  })
}

/** A section with known keys only. */
export function section<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.strictObject(shape, { error: (issue) => (issue.code === 'invalid_type' ? 'must be a map' : undefined) })
}

function refuse(context: z.core.ParsePayload, grammar: Grammar, value: string): void {
  const refusal = grammar(value)
  if (refusal === undefined) return
  context.issues.push({
    code: 'custom',
    input: context.value,
    message: refusal.message,
    params: { hint: refusal.hint, secret: refusal.secret },
  })
}
