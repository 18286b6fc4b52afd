/**
 * CPU of planning and rendering 500 plugins for Compose, modules included (budget: 1 s). Runs what tsc made in build/js.
 *
 * usage: node test/bench/render.mjs [plugins]     prints one JSON line
 */
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { largeStack } from './large-stack.mjs'

const plugins = Number(process.argv[2] ?? 500)
const build = resolve(process.env.BENCH_BUILD ?? join(import.meta.dirname, '../../build/js'))
const load = (file) => import(pathToFileURL(join(build, file)).href)
const quiet = () => undefined

const { createIo } = await load('io/create-io.js')
const { readStack } = await load('config/read-stack.js')
const { plain } = await load('model/env-value.js')
const task = () => ({ update: quiet, done: quiet, fail: quiet })
const io = createIo({
  environment: { API_KEY: 'not-a-real-key-of-anyone' },
  progress: { step: quiet, task, line: quiet, detail: quiet, problem: quiet },
  signal: new AbortController().signal,
})
const folder = await io.files.temporaryFolder('bench')
const file = join(folder, 'mcp-stack.yaml')
await io.files.write(file, largeStack(plugins).replace('type: kubernetes', 'type: compose'), 0o644)
const config = await readStack({ file, sets: [], checkEnvironment: false, requirePinned: false }, io)

const before = process.cpuUsage()
const { planStack } = await load('plan/plan-stack.js')
const { renderBundle } = await load('render/render-bundle.js')
const { loadTemplates } = await load('render/templates.js')
const plan = planStack(config)
const { templates } = await loadTemplates('compose', undefined, io)
const bundle = await renderBundle({
  plan,
  templates,
  images: plan.images.map(({ component, repository }) => ({
    component,
    reference: `${repository}@sha256:${'a'.repeat(64)}`,
    tag: `${repository}:1`,
    how: 'reused',
    seconds: 0,
  })),
  certificates: plan.certificates.map((request) => ({ request, how: 'pending', reason: 'missing' })),
  digest: (value) => (value.kind === 'plain' ? value.value : plain('secret').value),
})
const { user, system } = process.cpuUsage(before)
await io.close()
if (bundle.components.length !== plugins + 1) throw new Error(`${bundle.components.length} components`)
const characters = bundle.files.reduce((sum, { text }) => sum + text.length, 0)
console.log(
  JSON.stringify({
    name: `plan and render, ${plugins} plugins (${Math.round(characters / 1000)} kB)`,
    seconds: (user + system) / 1e6,
    budget: 1,
  }),
)
