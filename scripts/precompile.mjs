// Compiles our own templates with handlebars, as src/render/compile.ts would at run time.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import handlebars from 'handlebars'

/**
 * @param compiled  The folder of the compiled sources: they say how templates are read.
 * @returns the text of a module in the place of render/precompiled.js.
 */
export async function precompileTemplates(compiled) {
  const { loadTemplates, templateNames } = await import(`${compiled}/render/templates.js`)
  const { compileOptions } = await import(`${compiled}/render/compile.js`)
  const files = {
    read: async (path) => readFileSync(path, 'utf8'),
    exists: async (path) => existsSync(path),
    list: async (path) => readdirSync(path),
  }
  const made = new Map()
  for (const target of Object.keys(templateNames)) {
    const { templates } = await loadTemplates(target, undefined, { files })
    for (const [name, { text }] of Object.entries(templates)) {
      if (!name.endsWith('.hbs')) continue
      made.set(createHash('sha256').update(text).digest('hex'), handlebars.precompile(text, compileOptions))
    }
  }
  const entries = [...made].map(([hash, specification]) => `${JSON.stringify(hash)}: ${specification}`)
  return `export const precompiled = {\n${entries.join(',\n')}\n}\n`
}
