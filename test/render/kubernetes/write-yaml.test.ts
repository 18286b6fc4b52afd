import { array, assert, constantFrom, dictionary, jsonValue, oneof, property, string } from 'fast-check'
import { load, YAML11_SCHEMA } from 'js-yaml'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../../src/model/stack.ts'
import { writeYaml } from '../../../src/render/kubernetes/write-yaml.ts'

const line = oneof(
  string(),
  constantFrom('  indented', '# no comment', '---', '- item', 'key: value', '', 'a ', '\t', '{{ x }}'),
)
const text = oneof(
  string(),
  array(line, { maxLength: 5 }).map((lines) => lines.join('\n')),
  array(line, { maxLength: 5 }).map((lines) => `first\n${lines.join('\n')}\n`),
)

test('what is written reads back as it was, in YAML 1.1 and 1.2', () => {
  assert(
    property(dictionary(string(), oneof(text, jsonValue({ depthSize: 'small' }))), (value) => {
      const document = value as JsonObject
      if (Object.keys(document).length === 0 || JSON.stringify(document).includes('__proto__')) return
      const written = writeYaml(document)
      const plain: unknown = JSON.parse(JSON.stringify(document))
      expect(load(written)).toEqual(plain)
      expect(load(written, { schema: YAML11_SCHEMA })).toEqual(plain)
    }),
    { numRuns: 300 },
  )
})
