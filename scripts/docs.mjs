// Writes what is generated from the config schema (docs/configuration.md, schemas/mcp-stack.schema.json) and from the table of
// commands (action.yml, docs/pipelines.md, the GitLab component's template and the tables of its README).
// Needs build/js: `npm run docs` compiles first. Tests compare the files with the program.
import { readFileSync, writeFileSync } from 'node:fs'
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

// A release writes release.json before it runs this: that is what stamps version and digests into the template.
const { renderTemplate } = await import(`${root}/build/js/commands/gitlab-component/template.js`)
const { withInputsTable } = await import(`${root}/build/js/commands/gitlab-component/inputs-table.js`)
const release = JSON.parse(readFileSync(`${root}/gitlab/release.json`, 'utf8'))
const readme = `${root}/gitlab/README.md`

writeFileSync(`${root}/gitlab/templates/mcp-stack-deploy/template.yml`, renderTemplate(release))
writeFileSync(readme, withInputsTable(readFileSync(readme, 'utf8'), release))
