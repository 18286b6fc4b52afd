// node publish.mjs SOURCES SERVED: makes a git repository of every folder in SOURCES, prints name → commit as JSON.
import { publishRepositories } from './repositories.mjs'

const [sources, served] = process.argv.slice(2)
console.log(JSON.stringify(publishRepositories(sources, served)))
