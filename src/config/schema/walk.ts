import { z } from 'zod'

type Schema = z.core.$ZodType

/** The schema inside optional and default. */
export function unwrapSchema(schema: Schema): Schema {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
  return isWrapped ? unwrapSchema(schema.unwrap()) : schema
}

/** The keys of a section, or of the map in a union; undefined when there are none. */
export function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  const inner = unwrapSchema(schema)
  if (inner instanceof z.ZodObject) return inner.shape
  if (!(inner instanceof z.ZodUnion)) return undefined
  return inner.options.map((option) => shapeOf(option)).find((shape) => shape !== undefined)
}

/** The schema of a list's items. */
export function elementOf(schema: Schema): Schema | undefined {
  const inner = unwrapSchema(schema)
  return inner instanceof z.ZodArray ? inner.element : undefined
}
