// What a new version would roll on an unchanged stack: a hash of every pod template, and every Compose service, of the golden stacks.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse, parseAllDocuments } from 'yaml'

/**
 * @param folder  test/golden
 * @returns stack (its folder's name) → component (the name of its workload or service) → 16 hex digits.
 */
export function hashTemplates(folder) {
  const stacks = {}
  const add = (file, component, template) => {
    const stack = relative(folder, dirname(file))
    stacks[stack] = { ...stacks[stack], [component]: hashOf(template) }
  }
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    if (!path.endsWith('.yaml')) continue
    const file = join(folder, path)
    const text = readFileSync(file, 'utf8')
    if (path.endsWith('compose.yaml')) {
      for (const [name, service] of Object.entries(parse(text).services)) add(file, name, service)
    } else if (/-(deployment|statefulset)\.yaml$/.test(path)) {
      for (const { kind, metadata, spec } of parseAllDocuments(text).map((document) => document.toJS()))
        if (kind === 'Deployment' || kind === 'StatefulSet') add(file, metadata.name, spec.template)
    }
  }
  return stacks
}

/** Of the value, not of the text: another order of keys rolls nothing. */
function hashOf(value) {
  const sorted = (_key, one) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex').slice(0, 16)
}

/**
 * @param released  The hashes of the last release.
 * @param declared  `{component, why, version}`: changes that the next release may bring, in whatever stack the component is.
 * @returns sentences, none when everything that differs was declared, and everything that was declared differs.
 */
export function findUndeclared(released, now, declared) {
  const changed = Object.entries(released).flatMap(([stack, components]) =>
    Object.entries(components)
      .filter(([component, hash]) => now[stack]?.[component] !== hash)
      .map(([component]) => ({ stack, component })),
  )
  const names = new Set(declared.map(({ component }) => component))
  return [
    ...changed
      .filter(({ component }) => !names.has(component))
      .map(({ stack, component }) => `${component} of ${stack} would roll: its template is not the released one`),
    ...declared
      .filter(({ component }) => !changed.some((one) => one.component === component))
      .map(({ component }) => `${component} is declared to change and does not`),
    ...declared
      .filter(({ why, version }) => !why || !version)
      .map(({ component }) => `the declaration of ${component} needs why and version`),
  ]
}
