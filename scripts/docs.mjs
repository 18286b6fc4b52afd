// Writes what is generated from the config schema: docs/configuration.md and schemas/mcp-stack.schema.json; and from the table
// of commands: the GitLab component's template and the tables of its README.
// Needs build/js: `npm run docs` compiles first. Tests compare the files with the program.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const { renderConfigurationPage } = await import(`${root}/build/js/config/configuration-page.js`)
const { stackSchema } = await import(`${root}/build/js/config/json-schema.js`)

writeFileSync(`${root}/docs/configuration.md`, renderConfigurationPage())
writeFileSync(`${root}/schemas/mcp-stack.schema.json`, `${JSON.stringify(stackSchema(), null, 2)}\n`)

// A release writes release.json before it runs this: that is what stamps version and digests into the template.
const { renderTemplate } = await import(`${root}/build/js/commands/gitlab-component/template.js`)
const { withInputsTable } = await import(`${root}/build/js/commands/gitlab-component/inputs-table.js`)
const release = JSON.parse(readFileSync(`${root}/gitlab/release.json`, 'utf8'))
const readme = `${root}/gitlab/README.md`

writeFileSync(`${root}/gitlab/templates/mcp-stack-deploy/template.yml`, renderTemplate(release))
writeFileSync(readme, withInputsTable(readFileSync(readme, 'utf8'), release))
