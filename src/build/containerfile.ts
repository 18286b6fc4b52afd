/** What the build stage needs to know of a Containerfile. Not a full parser: BuildKit is the judge of the rest. */
export interface Containerfile {
  /** References to images from outside, as written after build arguments are filled in, without duplicates. */
  readonly bases: readonly string[]
  readonly stages: readonly Stage[]
}

export interface Stage {
  /** `AS name`, lower case. */
  readonly name?: string
  /** The image or stage it starts from, build arguments filled in. */
  readonly from: string
  /** Text of its last ENTRYPOINT or CMD. */
  readonly command?: string
}

/** One instruction with its continuation lines joined, and the lines it was written on (counted from 0, end excluded). */
interface Instruction {
  readonly word: string
  readonly rest: string
  readonly start: number
  readonly end: number
}

/** Reads the stages of a Containerfile and the images they need. */
export function readContainerfile(text: string, buildArgs: Readonly<Record<string, string>>): Containerfile {
  const globals = readGlobals(text, buildArgs)
  const stages: Stage[] = []
  const bases = new Set<string>()
  const addBase = (reference: string) => {
    if (isExternal(reference, stages)) bases.add(reference)
  }
  for (const { word, rest } of readInstructions(text)) {
    if (word === 'FROM') {
      const [, image = '', name] = fromPattern.exec(rest) ?? []
      const from = fillIn(image, globals)
      addBase(from)
      stages.push({ from, ...(name === undefined ? {} : { name: name.toLowerCase() }) })
    } else {
      for (const match of rest.matchAll(otherImages(word))) addBase(match[1] ?? '')
      const last = stages.at(-1)
      if ((word === 'ENTRYPOINT' || word === 'CMD') && last !== undefined) {
        stages[stages.length - 1] = { ...last, command: `${word === 'CMD' ? `${last.command ?? ''} ` : ''}${rest}` }
      }
    }
  }
  return { bases: [...bases], stages }
}

/**
 * Replaces images from outside; everything else stays as it was written, byte for byte.
 *
 * @param replace  Reference with build arguments filled in → what to build from; same answer for what shall stay.
 */
export function replaceBases(
  text: string,
  buildArgs: Readonly<Record<string, string>>,
  replace: (reference: string) => string,
): string {
  const { bases } = readContainerfile(text, buildArgs)
  const changed = new Map(bases.map((base) => [base, replace(base)] as const).filter(([from, to]) => from !== to))
  if (changed.size === 0) return text

  const lines = text.split('\n')
  const globals = readGlobals(text, buildArgs)
  for (const { word, rest, start, end } of readInstructions(text)) {
    for (let number = start; number < end; number += 1) {
      const line = lines[number] ?? ''
      if (word === 'FROM') {
        const image = fromPattern.exec(rest)?.[1] ?? ''
        const to = changed.get(fillIn(image, globals))
        if (to !== undefined) lines[number] = line.replace(image, () => to)
      } else {
        lines[number] = line.replace(otherImages(word), (whole, image: string) => {
          const to = changed.get(image)
          return to === undefined ? whole : whole.slice(0, whole.length - image.length) + to
        })
      }
    }
  }
  return lines.join('\n')
}

/** The image the built stage rests on in the end, through stages of this file; undefined for `scratch`. */
export function finalBase({ stages }: Containerfile, target: string | undefined): string | undefined {
  let stage = target === undefined ? stages.at(-1) : stages.find((one) => one.name === target.toLowerCase())
  for (let steps = 0; stage !== undefined && steps <= stages.length; steps += 1) {
    const from: string = stage.from
    const parent = stages.find((one) => one !== stage && one.name === from.toLowerCase())
    if (parent === undefined) return from === 'scratch' ? undefined : from
    stage = parent
  }
  return undefined
}

/** The name of the last stage when it seems to run tests instead of a server (CONTRACT §2); undefined otherwise. */
export function testStage({ stages }: Containerfile): string | undefined {
  const last = stages.at(-1)
  if (last === undefined || stages.length < 2) return undefined
  if (/(^|[-_])(unit)?tests?(ing|er)?($|[-_])/.test(last.name ?? '')) return last.name
  return /\b(pytest|tox|run[-_]tests?|unittest)\b/.test(last.command ?? '') ? (last.name ?? 'the last one') : undefined
}

const fromPattern = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?/i

function otherImages(word: string): RegExp {
  if (word === 'COPY' || word === 'ADD') return /(?<=^|\s)--from=(\S+)/g
  if (word === 'RUN') return /(?<=^|\s)--mount=\S*?(?<=[=,])from=([^\s,]+)/g
  return /(?!)()/g
}

function isExternal(reference: string, stages: readonly Stage[]): boolean {
  if (reference === '' || reference === 'scratch' || /^\d+$/.test(reference) || reference.includes('$')) return false
  return !stages.some((stage) => stage.name === reference.toLowerCase())
}

/** `${NAME}`, `$NAME` and `${NAME:-default}` from the arguments before the first FROM. */
function fillIn(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g, (whole, braced, fallback, bare) => {
    const value = values.get(braced ?? bare)
    return value === undefined || value === '' ? (fallback ?? (value === undefined ? whole : '')) : value
  })
}

/** Only arguments before the first FROM count in one; each may use those before it. */
function readGlobals(text: string, buildArgs: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const globals = new Map<string, string>()
  for (const { word, rest } of readInstructions(text)) {
    if (word === 'FROM') break
    if (word !== 'ARG') continue
    for (const [name, value] of readArguments(rest)) globals.set(name, buildArgs[name] ?? fillIn(value, globals))
  }
  return globals
}

function readArguments(rest: string): readonly (readonly [string, string])[] {
  return [...rest.matchAll(/(\w+)(?:=("[^"]*"|'[^']*'|\S*))?/g)].map((match) => [
    match[1] ?? '',
    (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2'),
  ])
}

function* readInstructions(text: string): Generator<Instruction> {
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
  const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 5).join('\n')) ? '`' : '\\'
  let number = 0
  while (number < lines.length) {
    const start = number
    let joined = ''
    for (;;) {
      const line = lines[number] ?? ''
      number += 1
      if (/^\s*#/.test(line) && number <= lines.length) {
        if (joined === '' || number >= lines.length) break
        continue
      }
      const continues = line.trimEnd().endsWith(escape)
      joined += continues ? `${line.trimEnd().slice(0, -1)} ` : line
      if (!continues || number >= lines.length) break
    }
    const [, word = '', rest = ''] = /^\s*([A-Za-z]+)\s+([\s\S]*)$/.exec(joined) ?? []
    yield { word: word.toUpperCase(), rest: rest.trim(), start, end: number }

    // Lines of here-documents are text, even where they look like instructions.
    for (const [, , delimiter] of /^(RUN|COPY|ADD)$/i.test(word) ? rest.matchAll(/<<-?(["']?)(\w+)\1/g) : []) {
      while (number < lines.length && lines[number]?.trim() !== delimiter) number += 1
      number += 1
    }
  }
}
