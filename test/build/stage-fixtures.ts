import { type BuildOptions, buildImages } from '../../src/build/build-images.ts'
import { bake } from '../../src/build/builders/bake.ts'
import { docker } from '../../src/build/builders/docker.ts'
import { podman } from '../../src/build/builders/podman.ts'
import type { BuildRequest, Image } from '../../src/model/image.ts'
import type { ImagePlan } from '../../src/model/plan.ts'
import type { BuildConfig, ImageSource } from '../../src/model/stack.ts'
import { run } from './engine-fixtures.ts'
import type { Workshop } from './workshop.ts'

export const recipe = { context: '.', containerfile: 'Containerfile', buildArgs: {}, platforms: [], submodules: false }

/** The image plan of a component; with a registry it is pushed to the one on this machine. */
export function imagePlan(stack: string, component: string, source: ImageSource, registry = false): ImagePlan {
  const prefix = registry ? 'localhost:5000/mcp-test' : 'mcp-stack'
  return {
    component,
    source,
    repository: `${prefix}/${stack}/${component}`,
    pullPolicy: 'IfNotPresent',
    ...(registry ? { registry: { prefix, push: true } } : {}),
  }
}

export type Changes = Partial<BuildRequest> &
  Partial<Omit<BuildOptions, 'config'>> & { readonly config?: Partial<BuildConfig> }

/** Runs the stage as a command would; the workshop's records start anew. */
export function build(
  workshop: Workshop,
  images: readonly ImagePlan[],
  changes: Changes = {},
): Promise<readonly Image[]> {
  workshop.commands.length = 0
  workshop.problems.length = 0
  workshop.lines.length = 0
  const { config, dry, noCache, requirePinned, frozen, ...options } = changes
  return buildImages(
    {
      images,
      dry: dry ?? false,
      noCache: noCache ?? false,
      requirePinned: requirePinned ?? false,
      ...(frozen === undefined ? {} : { frozen }),
    },
    {
      stack: 'test',
      target: 'compose',
      builders: [bake, docker, podman],
      layerCache: { trusted: true },
      ...options,
      config: {
        parallel: 2,
        cache: { mode: 'auto', maxBytes: 2 ** 31 },
        insecureRepos: [],
        baseImages: {},
        checkBase: false,
        ...config,
      },
    },
    workshop.io,
  )
}

export function referenceOf(image: Image | undefined): string {
  if (typeof image?.reference !== 'string') throw new Error('the image is pending')
  return image.reference
}

/** Removes a test stack's images from docker's store. */
export function removeImages(stack: string): void {
  for (const pattern of [`mcp-stack/${stack}/*`, `localhost:5000/mcp-test/${stack}/*`]) {
    const images = run('docker', 'images', '--quiet', '--filter', `reference=${pattern}`).split('\n')
    for (const image of new Set(images.filter((id) => id !== ''))) run('docker', 'rmi', '--force', image)
  }
}
