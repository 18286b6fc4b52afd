import { type Finding, note, warn, wrong } from '../finding.ts'
import { isPinnedRef } from '../grammar/git-ref.ts'
import { isMovingImage } from '../grammar/image-reference.ts'
import { checkRepository } from '../grammar/repository.ts'
import { findNode, type Path } from '../node.ts'
import { registryOf, type Subject, shorten } from '../subject.ts'

const recipeKeys = ['context', 'containerfile', 'target', 'build_args', 'platforms', 'submodules'] as const

/** Exactly one of image, repo and path; and no key that belongs to another of them. */
export function oneSource(stack: Subject): readonly Finding[] {
  return stack.components.flatMap(({ config, path }) => {
    const given = (['image', 'repo', 'path'] as const).filter(
      (name) => config[name] !== undefined || isThere(stack, [...path, name]),
    )
    if (given.length === 0) {
      return [
        wrong(path, 'needs one of image, repo and path', 'Name a prebuilt image, or a repository to build from', {
          atKey: true,
        }),
      ]
    }
    if (given.length > 1) {
      const last = given.at(-1) ?? 'image'
      return [
        wrong(
          [...path, last],
          `excludes ${given.filter((name) => name !== last).join(' and ')}: a component has one source`,
          'Keep one of image, repo and path; in an overlay, null removes the other',
        ),
      ]
    }
    const [source = 'image'] = given
    const stray = [...(source === 'repo' ? [] : ['ref', 'submodules']), ...(source === 'image' ? recipeKeys : [])]
    return [...new Set(stray)]
      .filter((name) => isThere(stack, [...path, name]))
      .map((name) =>
        wrong(
          [...path, name],
          `belongs to a source that is built, and this one is ${source}`,
          name === 'ref' ? 'Remove it; the tag of an image stands in image' : 'Remove it',
        ),
      )
  })
}

/** Repositories that git may be given. */
export function safeRepositories(stack: Subject): readonly Finding[] {
  const insecure = stack.written.ci_cd.build.insecure_repos
  return stack.components.flatMap(({ config, path }) => {
    const refusal = config.repo === undefined ? undefined : checkRepository(config.repo, insecure)
    return refusal === undefined ? [] : [wrong([...path, 'repo'], refusal.message, refusal.hint)]
  })
}

/** Moving refs and images: one warning each, however many components there are; errors with --require-pinned. */
export function pinnedSources(stack: Subject): readonly Finding[] {
  const refs = stack.components.flatMap(({ config, name, path }) => {
    const ref = config.ref ?? 'main'
    return config.repo === undefined || isPinnedRef(ref)
      ? []
      : [{ name: `${name} (${ref})`, path: [...path, config.ref === undefined ? 'repo' : 'ref'] }]
  })
  const images = [
    ...stack.components.flatMap(({ config, name, path }) =>
      config.image !== undefined && isMovingImage(config.image) ? [{ name, path: [...path, 'image'] }] : [],
    ),
    ...(['postgres', 'redis'] as const).flatMap((name) => {
      const service = stack.written.infrastructure[name]
      return service?.enabled === true && isMovingImage(service.image)
        ? [{ name, path: ['infrastructure', name, 'image'] }]
        : []
    }),
  ]
  return [
    ...moving(stack, refs, 'can mean another commit tomorrow', 'Name a version tag or a full commit'),
    ...moving(stack, images, 'can mean another image tomorrow', 'Name a version tag or a digest'),
  ]
}

function moving(
  stack: Subject,
  found: readonly { name: string; path: Path }[],
  what: string,
  hint: string,
): readonly Finding[] {
  const [first] = found
  if (first === undefined) return []
  if (stack.requirePinned) {
    return found.map(({ path }) => wrong(path, `${what}, and --require-pinned is set`, hint, { code: 'NOT_PINNED' }))
  }
  const names = shorten(found.map(({ name }) => name))
  return [warn(first.path, `${found.length === 1 ? '' : 'and others '}${what}: ${names}`, hint)]
}

/** Kubernetes nodes pull what was built; those of a cluster on this machine can be given it. */
export function builtImagesNeedRegistry(stack: Subject): readonly Finding[] {
  if (stack.target !== 'kubernetes') return []
  const built = stack.components.filter(({ config }) => {
    const registry = registryOf(stack.written, config)
    return (config.repo !== undefined || config.path !== undefined) && !(registry.enabled && registry.push)
  })
  const [first] = built
  if (first === undefined) return []
  const names = shorten(built.map(({ name }) => name))
  return [
    note(
      [...first.path, first.config.repo === undefined ? 'path' : 'repo'],
      `is built and pushed to no registry, so only kind, k3d and minikube can be given the image: ${names}`,
      'For other clusters add registry: {enabled: true, url: …, namespace: …}',
    ),
  ]
}

/** A registry that is on says where; one that is off is probably not meant. */
export function registriesAreComplete(stack: Subject): readonly Finding[] {
  const places: readonly (readonly [Path, Subject['written']['registry']])[] = [
    [['registry'], stack.written.registry],
    ...stack.components.map(({ config, path }) => [[...path, 'registry'], config.registry] as const),
  ]
  return places.flatMap(([path, registry]) => {
    if (registry === undefined) return []
    const url = registry.url ?? stack.written.registry?.url
    if (registry.enabled === true && url === undefined)
      return [wrong([...path, 'url'], 'is required where enabled is true', 'For example ghcr.io')]
    if (registry.enabled !== true && registry.url !== undefined && !isThere(stack, [...path, 'enabled'])) {
      return [warn([...path, 'url'], 'is not used: enabled is false when it is not written', 'Add enabled: true')]
    }
    return []
  })
}

function isThere(stack: Subject, path: Path): boolean {
  const node = findNode(stack.root, path)
  return node !== undefined && !(node.kind === 'scalar' && node.value === null)
}
