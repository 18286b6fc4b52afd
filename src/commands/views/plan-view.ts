import type { Change, ObjectChange, Reason } from '../../model/change.ts'
import type { Pending } from '../../model/pending.ts'
import { type Paint, plainStyle, type Style } from '../../model/style.ts'
import { shorten } from './columns.ts'

const groups = [
  { action: 'create', sign: '+', word: 'create' },
  { action: 'update', sign: '~', word: 'update' },
  { action: 'restart', sign: '↻', word: 'restart' },
  { action: 'delete', sign: '-', word: 'remove' },
  { action: 'unchanged', sign: '=', word: 'unchanged' },
] as const

/** What a deploy will do, grouped by what happens, with the reasons under each component. */
export function planLines(changes: readonly Change[], style: Style = plainStyle(120)): readonly string[] {
  if (changes.length === 0) return ['nothing to deploy']
  return groups.flatMap(({ action, sign, word }) => {
    const group = changes.filter((change) => change.action === action)
    if (group.length === 0) return []
    const paint = paintOf(action, style)
    // What does not change is one line, however much it is.
    if (action === 'unchanged')
      return wrapNames(
        `${sign} ${word}  `,
        group.map((change) => change.component),
        style,
      )
    return group.flatMap((change) => [
      `${paint(`${sign} ${word}`)}  ${style.bold(change.component)}${change.service === change.component ? '' : style.dim(` (${change.service})`)}`,
      ...reasonLines(change, style),
      // What is new or gone as a whole has all of its objects with it; and a workload is the component itself.
      ...(action === 'create' || action === 'delete' ? [] : (change.objects ?? []))
        .filter(({ object }) => !isWorkload(object))
        .map((object) => `      ${style.dim(objectText(object))}`),
    ])
  })
}

/** With --verbose: every object that is written or removed, in the order of the changes. */
export function objectLines(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => (change.objects ?? []).map(objectText))
}

function objectText({ action, object }: ObjectChange): string {
  return `${{ create: '+', update: '~', delete: '- delete' }[action]} ${object}`
}

const isWorkload = (object: string) => /^(?:Deployment|StatefulSet)\//.test(object)

function paintOf(action: Change['action'], style: Style): Paint {
  const { dim, green, red, yellow } = style
  return { create: green, update: yellow, restart: yellow, delete: red, unchanged: dim }[action]
}

/** A new component differs in everything: only sentences are worth saying of it. */
function reasonLines(change: Change, style: Style): readonly string[] {
  const reasons =
    change.action === 'create' || change.action === 'delete'
      ? change.reasons.filter((reason) => reason.why !== undefined)
      : change.reasons
  const said = new Set<string>()
  const lines = reasons.flatMap((reason) => {
    const line = reasonText(reason, style.columns - 8)
    if (said.has(line)) return []
    said.add(line)
    return [`      ${style.dim(line)}`]
  })
  return [...lines, ...change.pending.map((pending) => `      ${style.dim(pendingText(pending))}`)]
}

function reasonText(reason: Reason, columns: number): string {
  const { after, before, field, secret, why } = reason
  if (secret === true) return `${field}: secret value ${why ?? 'changed'}`
  if (before === undefined && after === undefined)
    return shorten(why === undefined ? field : `${field}: ${why}`, columns, 'end')
  const room = Math.max(16, Math.floor((columns - field.length - 6) / 2))
  const show = (value: string | undefined) => (value === undefined ? '(none)' : shorten(oneLine(value), room, 'middle'))
  return `${field}: ${show(before)} → ${show(after)}${why === undefined ? '' : ` (${why})`}`
}

function pendingText({ key, pending }: Pending): string {
  const texts = {
    image: `image: known after build (source ${key.slice(0, 12)})`,
    certificate: 'certificate: known after issue',
    secret: `${key}: known after it is generated`,
  }
  return texts[pending]
}

function oneLine(value: string): string {
  return value.replaceAll('\n', String.raw`\n`)
}

function wrapNames(title: string, names: readonly string[], style: Style): readonly string[] {
  const lines: string[] = []
  let line = title
  for (const [index, name] of names.entries()) {
    const word = index === names.length - 1 ? name : `${name}, `
    if (line.length > title.length && (line + word).trimEnd().length > style.columns) {
      lines.push(line.trimEnd())
      line = ' '.repeat(title.length)
    }
    line += word
  }
  return [...lines, line].map((text) => style.dim(text))
}
