// The builder image (Containerfile) for the end-to-end tests: no image and no program is downloaded, what this machine has goes in.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { hasImage } from './base-image.mjs'
import { ensureHelm } from './helm.mjs'
import { root } from './places.mjs'
import { run, SetupError, say, work } from './shell.mjs'
import { isPushed } from './test-images.mjs'

/** All that the Containerfile takes from the clone. */
const context = ['Containerfile', '.dockerignore', 'LICENSE', 'README.md', 'dist', 'schemas', 'scripts/image']

/**
 * Builds and pushes it unless the registry has it; answers with its name, undefined where there is no kubectl to put into it.
 *
 * @param node24  The folder of a `node` 24.
 */
export async function ensureBuilderImage({ registry, base }, node24, kubectl = pathOf('kubectl')) {
  if (kubectl === undefined) {
    say('no builder image: there is no kubectl to put into it; its end-to-end tests are skipped')
    return undefined
  }
  const nodeImage = await ensureImage(`${registry}/mcp-e2e/node24`, imageId(base), { node: join(node24, 'node') }, [
    `FROM ${base}`,
    'COPY node /usr/local/bin/node',
  ])
  const tools = { 'bin/docker': pathOf('docker'), 'bin/kubectl': kubectl, 'bin/helm': ensureHelm(), ...cliPlugins() }
  const toolsImage = await ensureImage(`${registry}/mcp-e2e/builder-tools`, '', tools, [
    'FROM scratch',
    'COPY . /tools/',
  ])

  const image = `${registry}/mcp-e2e/builder:${contentKey([imageId(nodeImage), imageId(toolsImage)], contextFiles())}`
  if (!hasImage(image)) {
    const options = ['--build-arg', `BASE_IMAGE=${nodeImage}`, '--build-arg', `TOOLS_IMAGE=${toolsImage}`]
    work(
      `building ${image}`,
      'docker',
      ['build', '--quiet', ...options, '--file', 'Containerfile', '--tag', image, '.'],
      {
        cwd: root,
      },
    )
  }
  if (!(await isPushed(image))) work(`pushing ${image}`, 'docker', ['push', '--quiet', image])
  return image
}

/** An image of these files (name in the context → file here), named by their content. */
async function ensureImage(name, salt, files, containerfile) {
  const image = `${name}:${contentKey([salt, ...containerfile], files)}`
  if (hasImage(image)) return image
  const folder = mkdtempSync(join(tmpdir(), 'mcp-stack-image-'))
  try {
    for (const [path, file] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      copyFileSync(file, join(folder, path))
      chmodSync(join(folder, path), 0o755)
    }
    const recipe = `${folder}.containerfile`
    writeFileSync(recipe, `${containerfile.join('\n')}\n`)
    work(`building ${image}`, 'docker', ['build', '--quiet', '--file', recipe, '--tag', image, folder])
    rmSync(recipe)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return image
}

/** Where docker found its plugins. */
function cliPlugins() {
  const asked = run('docker', ['info', '--format', '{{json .ClientInfo.Plugins}}'])
  const plugins = asked.ok ? JSON.parse(asked.stdout) : []
  return Object.fromEntries(
    ['buildx', 'compose'].map((name) => {
      const path = plugins.find((plugin) => plugin.Name === name)?.Path
      if (path === undefined) throw new SetupError(`docker does not say where its plugin ${name} is`)
      return [`cli-plugins/docker-${name}`, path]
    }),
  )
}

function pathOf(program) {
  const found = run('sh', ['-c', 'command -v "$0"', program])
  return found.ok ? found.stdout.trim() : undefined
}

function imageId(name) {
  return run('docker', ['image', 'inspect', '--format', '{{.Id}}', name]).stdout.trim()
}

function contextFiles() {
  const files = context.flatMap((path) =>
    statSync(join(root, path)).isDirectory()
      ? readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
      : [join(root, path)],
  )
  return Object.fromEntries(files.map((file) => [file.slice(root.length + 1), file]))
}

/** 12 hex digits over the words, and every file's name and content. */
function contentKey(words, files) {
  const hash = createHash('sha256').update(JSON.stringify(words))
  for (const path of Object.keys(files).sort()) hash.update(`\0${path}\0`).update(readFileSync(files[path]))
  return hash.digest('hex').slice(0, 12)
}
