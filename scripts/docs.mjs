// Writes what is generated from the config schema (docs/configuration.md, schemas/mcp-stack.schema.json) and from the table of
// commands (action.yml, docs/pipelines.md). Needs build/js: `npm run docs` compiles first. A test compares the files with the program.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const { renderConfigurationPage } = await import(`${root}/build/js/config/configuration-page.js`)
const { renderAction } = await import(`${root}/build/js/commands/action-page.js`)
const { renderPipelinesPage } = await import(`${root}/build/js/commands/pipelines-page.js`)
const { stackSchema } = await import(`${root}/build/js/config/json-schema.js`)

writeFileSync(`${root}/docs/configuration.md`, renderConfigurationPage())
writeFileSync(`${root}/schemas/mcp-stack.schema.json`, `${JSON.stringify(stackSchema(), null, 2)}\n`)
writeFileSync(`${root}/action.yml`, renderAction())
writeFileSync(`${root}/docs/pipelines.md`, renderPipelinesPage())
