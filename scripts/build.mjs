// Compiles src with tsc and bundles it with ncc into one folder that runs without node_modules.
// Usage: node scripts/build.mjs [OUT]   (default: dist)
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { precompileTemplates } from './precompile.mjs'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const out = resolve(process.argv[2] ?? join(root, 'dist'))
const js = join(root, 'build/js')

function run(program, args) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

rmSync(js, { recursive: true, force: true })
run('typescript/bin/tsc', ['-p', 'tsconfig.build.json'])
// Tells ncc that the compiled files are ES modules; without it every import becomes a require.
writeFileSync(join(js, 'package.json'), '{ "type": "module" }\n')
cpSync(join(root, 'templates'), join(js, 'templates'), { recursive: true })
writeFileSync(join(js, 'render/precompiled.js'), await precompileTemplates(js))

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
run('@vercel/ncc/dist/ncc/cli.js', [
  'build',
  join(js, 'start.js'),
  '--out',
  out,
  '--license',
  'LICENSES.txt',
  '--quiet',
])
writeFileSync(join(out, 'package.json'), '{ "type": "module" }\n')
cpSync(join(root, 'templates'), join(out, 'templates'), { recursive: true })
console.log(`${out}: ${readdirSync(out).join(' ')}`)
