// Images for the Kubernetes tests, in the registry that the cluster pulls from: pods reach nothing else.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hasImage } from './base-image.mjs'
import { root } from './places.mjs'
import { run, work } from './shell.mjs'
import { isPushed, testImages } from './test-images.mjs'

const quickstart = 'examples/quickstart'
const own = 'test/e2e/kubernetes/images'

/** Real ones: name → build context. Redis and Postgres are one image; which it is, its arguments say. */
const real = {
  gateway: `${quickstart}/gateway`,
  wordguard: `${quickstart}/plugins/wordguard`,
  mailmask: `${quickstart}/plugins/mailmask`,
  postgres: `${own}/stores`,
}

/**
 * Builds and pushes what the registry lacks; answers with name → reference. A tag is a hash of all that goes into the
 * image, so that an image of another clone or of an older Containerfile is not taken for it.
 */
export async function ensureClusterImages(registry, base) {
  const images = {}
  for (const [name, context] of Object.entries(real))
    images[name] = await ensureImage(registry, name, context, { BASE: base })
  images.redis = images.postgres
  const tiny = { BASE: testImages(registry).busybox }
  images.tiny = await ensureImage(registry, 'tiny', `${own}/tiny`, tiny)
  images.tiny2 = await ensureImage(registry, 'tiny', `${own}/tiny`, { ...tiny, VERSION: '2' })
  return images
}

async function ensureImage(registry, name, context, args) {
  const image = `${registry}/mcp-e2e/${name}:${contentKey(join(root, context), args)}`
  if (await isPushed(image)) return image
  if (!hasImage(image)) {
    const options = Object.entries(args).flatMap(([key, value]) => ['--build-arg', `${key}=${value}`])
    const file = join(root, context, 'Containerfile')
    work(`building ${image}`, 'docker', [
      'build',
      '--quiet',
      ...options,
      '--file',
      file,
      '--tag',
      image,
      join(root, context),
    ])
  }
  work(`pushing ${image}`, 'docker', ['push', '--quiet', image])
  return image
}

/** 12 hex digits over the base image's id, the build arguments and every file's name and content. */
function contentKey(folder, args) {
  const base = run('docker', ['image', 'inspect', '--format', '{{.Id}}', args.BASE])
  const hash = createHash('sha256').update(JSON.stringify([base.stdout.trim(), args]))
  for (const name of readdirSync(folder).sort()) {
    if (name === '__pycache__') continue
    hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 12)
}
