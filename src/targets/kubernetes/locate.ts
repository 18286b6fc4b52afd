import { StackError } from '../../errors.ts'
import type { Place } from './api.ts'
import { discoveredResource, discoveryPath, type KubeResource, knownResource, resourcePath } from './paths.ts'

/** What a server has told of its kinds, for as long as the connection lives. */
const discovered = new WeakMap<Place['api'], Map<string, Promise<KubeResource>>>()

/**
 * The path of an object, also of a kind that only an extra manifest knows: the server is then asked, once for each kind.
 *
 * @throws StackError APPLY_FAILED when the cluster has no such kind.
 */
export async function locate(
  place: Pick<Place, 'api' | 'namespace'>,
  { apiVersion, kind, name }: { readonly apiVersion: string; readonly kind: string; readonly name: string },
): Promise<string> {
  const known = knownResource(apiVersion, kind)
  if (known !== undefined) return resourcePath(known, place.namespace, name)
  const kinds = discovered.get(place.api) ?? new Map<string, Promise<KubeResource>>()
  discovered.set(place.api, kinds)
  const key = `${apiVersion}/${kind}`
  const asked = kinds.get(key) ?? discover(place, apiVersion, kind)
  kinds.set(key, asked)
  return resourcePath(await asked, place.namespace, name)
}

async function discover({ api }: Pick<Place, 'api'>, apiVersion: string, kind: string): Promise<KubeResource> {
  const { body } = await api.get(discoveryPath(apiVersion))
  const found = discoveredResource(apiVersion, kind, body)
  if (found !== undefined) return found
  throw new StackError({
    code: 'APPLY_FAILED',
    message: `the cluster has no kind ${kind} in ${apiVersion}`,
    hint: 'Install what defines it, or remove the manifest: kubectl api-resources',
  })
}
