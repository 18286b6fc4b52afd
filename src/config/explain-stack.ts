import type { Io } from '../model/io.ts'
import { isSecretName } from '../model/secret-names.ts'
import { checkStack, type StackOptions } from './check-stack.ts'
import { isSecretVariable } from './component-env.ts'
import { secrecyOf } from './evaluate.ts'
import { toPlace } from './frame.ts'
import { flatten } from './interpolate.ts'
import { loadStackFile, toError } from './load.ts'
import { findNode, type Node, type Origin, type Path, showPath, type Text } from './node.ts'
import { isSecretText } from './secret-texts.ts'

export interface Explained {
  readonly path: string
  /** As text; secrets as `${NAME}` and `***`. */
  readonly value: string
  /** `mcp-stack.yaml:4:9`, `gateway.env:2:1`, `--set gateway.port`, `default`; overlays in brackets. */
  readonly origin: string
}

/** Everything that is in force, each value with where it is from. @throws StackError as readStack. */
export async function explainStack(options: StackOptions, io: Io): Promise<readonly Explained[]> {
  const loaded = await loadStackFile(options.file, io)
  const { evaluated, problems } = await checkStack(loaded, options, io)
  const { subject } = evaluated
  if (subject === undefined || problems.some(({ severity }) => severity === 'error'))
    throw toError(problems, options.file)

  const lines: Explained[] = []
  const visit = (value: unknown, path: Path): void => {
    const last = path.at(-1)
    if (last === 'env_vars') return visitEnvironment(path)
    if (Array.isArray(value) && value.length > 0)
      for (const [index, item] of value.entries()) visit(item, [...path, index])
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
    } else if (value !== undefined) lines.push({ path: showPath(path), ...show(value, path) })
  }
  const visitEnvironment = (path: Path): void => {
    const name =
      subject.components.find((component) => showPath(component.path) === showPath(path.slice(0, -1)))?.name ?? ''
    for (const variable of subject.variables.get(name)?.values() ?? []) {
      const secret = isSecretVariable(variable.name, variable.text, secrecyOf(subject, name))
      const value = secret ? hideText(variable.text) : flatten(variable.text)
      lines.push({ path: showPath([...path, variable.name]), value, origin: showOrigin(variable.origin) })
    }
  }
  const show = (value: unknown, path: Path): Omit<Explained, 'path'> => {
    const node: Node | undefined = findNode(subject.root, path)
    const origin = node === undefined ? 'default' : showOrigin(node.origin)
    if (path.at(-1) === 'password')
      return { value: node?.kind === 'scalar' && node.text !== undefined ? hideText(node.text) : '***', origin }
    const shown = typeof value === 'string' ? value : JSON.stringify(value)
    // In free maps, such as build_args, and anywhere in patches the last step is a name that a user chose.
    const isFree = freeMaps.has(String(path.at(-2))) || path[0] === 'patches'
    const isNamed = isFree && isSecretName(String(path.at(-1)), shown)
    return { value: isNamed || isSecretText(shown) ? '***' : shown, origin }
  }
  visit(subject.written, [])
  return lines
}

const freeMaps: ReadonlySet<string> = new Set(['build_args', 'plugin_overrides', 'annotations'])

/** A secret text with its variables by name and everything else hidden. */
function hideText(text: Text): string {
  return text.map((piece) => (piece.kind === 'variable' ? `\${${piece.name}}` : '***')).join('')
}

function showOrigin(origin: Origin): string {
  const { file, line, column } = toPlace(origin)
  const place = origin.source.kind === 'command line' ? file : `${file}:${line}:${column}`
  return origin.environment === undefined ? place : `${place} (${origin.environment})`
}
