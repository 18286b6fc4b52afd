import { basename, dirname } from 'node:path/posix'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import { isFolder } from './files.ts'
import { wrong } from './finding.ts'
import { findSecretSpans } from './frame.ts'
import { childOf, type Node, newSource } from './node.ts'
import { parseYaml } from './parse-yaml.ts'
import { type Backdrop, toProblems } from './problems.ts'
import { decodeText } from './read-text.ts'

/** The file as it stands: parsed, nothing laid over it, nothing filled in. */
export interface Loaded {
  readonly file: string
  /** Absolute. */
  readonly folder: string
  readonly root: Node
  readonly backdrop: Backdrop
  /** Names in ci_cd.vault_secrets of the base. */
  readonly declared: ReadonlySet<string>
}

/** Reads and parses one stack file. @throws StackError CONFIG_UNREADABLE, CONFIG_SYNTAX. */
export async function loadStackFile(file: string, io: Io): Promise<Loaded> {
  if (!(await io.files.exists(file))) {
    throw new StackError({
      code: 'CONFIG_UNREADABLE',
      message: `${file} does not exist`,
      // The first mistake in a job is to forget the checkout.
      hint:
        io.environment.CI === 'true'
          ? 'Check the repository out before this step, or give the path of the file'
          : 'Write one with: mcp-deploy init',
    })
  }
  if (await isFolder(io, file)) {
    const message = `${file} is a folder`
    throw new StackError({ code: 'CONFIG_UNREADABLE', message, hint: `Name the file: ${file}/mcp-stack.yaml` })
  }
  const decoded = decodeText(await readBytes(file, io), { yaml: true })
  const source = newSource(file, decoded.text, 'file')
  const unparsed: Backdrop = { source, spans: undefined }
  if (!decoded.ok) {
    const origin = { source, start: decoded.offset, end: decoded.offset }
    const finding = wrong([], decoded.refusal.message, decoded.refusal.hint, { code: 'CONFIG_SYNTAX', origin })
    throw toError(toProblems([finding], unparsed), file)
  }

  const parsed = await parseYaml(source)
  if (parsed.root === undefined) throw toError(toProblems(parsed.findings, unparsed), file)
  const { root } = parsed
  if (root.kind !== 'map') {
    const isEmpty = root.kind === 'scalar' && root.value === null
    const message = isEmpty
      ? 'the file is empty: it must be a map'
      : 'the file must be a map with the keys deployment, gateway, plugins'
    const finding = wrong([], message, 'Begin with: mcp-deploy init', { code: 'CONFIG_INVALID', origin: root.origin })
    throw toError(toProblems([finding], unparsed), file)
  }
  const declared = declaredNames(root)
  const spans = findSecretSpans(root, new Set([...declared, ...secretEnvNames(root)]))
  const folder = await io.files.realpath(dirname(file))
  return { file, folder, root, declared, backdrop: { source, spans, root } }
}

async function readBytes(file: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.files.readBytes(file)
  } catch (cause) {
    throw new StackError({
      code: 'CONFIG_UNREADABLE',
      message: `${basename(file)} cannot be read: ${reasonOf(cause)}`,
      hint: `Look at it: ls -l ${file}`,
      cause,
    })
  }
}

/** The system's words for why a file could not be read; the file itself is named elsewhere. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.replace(/, (?:open|read)\b.*$/, '') : String(cause)
}

/** One error for all problems; its message is the first one and how many there are. */
export function toError(problems: readonly StackError['problems'][number][], file: string): StackError {
  const errors = problems.filter((problem) => problem.severity === 'error')
  const [first] = errors
  const message = errors.length === 1 ? (first?.message ?? '') : `${file} has ${errors.length} problems`
  return new StackError({
    code: first?.code ?? 'CONFIG_INVALID',
    message,
    hint: first?.hint,
    place: first?.place,
    problems,
  })
}

/** Names in ci_cd.vault_secrets, before anything is checked. */
export function declaredNames(root: Node): ReadonlySet<string> {
  return namesOf(declarationNodes(root))
}

/** Those of them that say where they are: this program's environment has nothing to say about them. */
export function placedNames(root: Node): ReadonlySet<string> {
  return namesOf(declarationNodes(root).filter((item) => item.kind === 'map' && childOf(item, 'from') !== undefined))
}

function declarationNodes(root: Node): readonly Node[] {
  const list = childOf(childOf(root, 'ci_cd') ?? root, 'vault_secrets')
  return list?.kind === 'list' ? list.items : []
}

function namesOf(declarations: readonly Node[]): ReadonlySet<string> {
  const names = declarations.map((item) => (item.kind === 'map' ? childOf(item, 'name') : item))
  return new Set(
    names.flatMap((node) => (node?.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [])),
  )
}

/** Every name in a secret_env list, wherever it is: for masking only. */
function secretEnvNames(node: Node): readonly string[] {
  if (node.kind === 'scalar') return []
  if (node.kind === 'list') return node.items.flatMap(secretEnvNames)
  return [...node.entries].flatMap(([key, entry]) => {
    if (key !== 'secret_env' || entry.value.kind !== 'list') return secretEnvNames(entry.value)
    return entry.value.items.flatMap((item) =>
      item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
    )
  })
}
