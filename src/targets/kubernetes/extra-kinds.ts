import type { Plan } from '../../model/plan.ts'
import type { Kind } from './read-objects.ts'

/** Kinds of the user's own manifests, whatever form they are written in. What is no manifest is told by who renders it. */
export async function extraKinds({ config }: Plan): Promise<readonly Kind[]> {
  if (config.extraManifests.length === 0) return []
  const { YAML11_SCHEMA, loadAll } = await import('js-yaml')
  return config.extraManifests.flatMap(({ text }) => {
    try {
      return loadAll(text, { schema: YAML11_SCHEMA, maxAliases: 100 }).flatMap(kindOf)
    } catch {
      return []
    }
  })
}

function kindOf(document: unknown): readonly Kind[] {
  const { apiVersion, kind }: { readonly apiVersion?: unknown; readonly kind?: unknown } = Object(document)
  return typeof apiVersion === 'string' && typeof kind === 'string' ? [{ apiVersion, kind }] : []
}
