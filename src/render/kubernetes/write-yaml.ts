import type { Json, JsonObject } from '../../model/stack.ts'
import { formatScalar, kubernetesDialect } from '../scalar.ts'
import { isObject } from './json.ts'

/** One object as YAML for people: a line per key, text of several lines as it is, values as YAML 1.1 and 1.2 read alike. */
export function writeYaml(value: JsonObject): string {
  return `${writeMap(value, '').join('\n')}\n`
}

function writeMap(value: JsonObject, indent: string): readonly string[] {
  return Object.entries(value).flatMap(([key, item]) => writeEntry(`${indent}${scalar(key)}:`, item, `${indent}  `))
}

/** `head` and what follows it: on its line where that is short, below it otherwise. */
function writeEntry(head: string, item: Json, indent: string): readonly string[] {
  if (typeof item === 'string' && isBlock(item))
    return [
      `${head} |`,
      ...item
        .slice(0, -1)
        .split('\n')
        .map((line) => `${indent}${line}`.trimEnd()),
    ]
  if (Array.isArray(item) && item.some((entry) => typeof entry === 'object' && entry !== null)) {
    // Items stand where their key stands, as Kubernetes' own examples do.
    return [head, ...item.flatMap((entry: Json) => writeItem(entry, indent))]
  }
  if (isObject(item) && Object.keys(item).length > 0) return [head, ...writeMap(item, indent)]
  return [`${head} ${scalar(item)}`]
}

function writeItem(item: Json, indent: string): readonly string[] {
  if (!isObject(item) || Object.keys(item).length === 0) return [`${indent}- ${scalar(item)}`]
  const [first = '', ...rest] = writeMap(item, `${indent}  `)
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest]
}

/** Several plain lines with one line end: a literal block that every reader gives back as it is. */
function isBlock(text: string): boolean {
  return (
    /^[\x21-\x7e][\x20-\x7e\n]*[\x21-\x7e]\n$/.test(text) && !/ \n/.test(text) && text.indexOf('\n') < text.length - 1
  )
}

function scalar(value: Json): string {
  return formatScalar(value, kubernetesDialect)
}
