import type { Bundle, BundleComponent } from '../model/bundle.ts'
import type { Change } from '../model/change.ts'
import type { EnvValue } from '../model/env-value.ts'
import type { StoredObject, UnnamedObject } from '../model/kubernetes.ts'
import type { Release, StackState, StoredContent, StoredVariable } from '../model/live.ts'
import { isPending } from '../model/pending.ts'
import type { RunFacts } from '../model/report.ts'
import { Secret } from '../model/secret.ts'
import { intendedInventory } from './inventory.ts'

/** How many releases the history keeps. */
const kept = 10

/** The record of a deploy that is about to be applied. */
export function newRelease(
  bundle: Bundle,
  changes: readonly Change[],
  state: StackState,
  run: RunFacts,
  configDigest: string,
): Release {
  return {
    revision: (state.releases.at(-1)?.revision ?? 0) + 1,
    status: 'applying',
    startedAt: run.startedAt,
    actor: run.actor,
    ...(run.repository === undefined ? {} : { repository: run.repository }),
    ...(run.commit === undefined ? {} : { commit: run.commit }),
    ...(run.url === undefined ? {} : { runUrl: run.url }),
    toolVersion: run.toolVersion,
    configDigest,
    summary: summarise(changes),
    components: bundle.components.map(toReleaseComponent),
    manifest: bundle.files.find((file) => file.path === 'compose.yaml')?.text ?? '',
    contents: Object.fromEntries(bundle.contents.map((content) => [content.name, storeContent(content)])),
    variables: Object.fromEntries(
      Object.entries(bundle.variables).map(([name, value]) => [name, storeVariable(value)]),
    ),
    ...storeKubernetes(bundle),
  }
}

/**
 * Adds or replaces a release by its revision. Of the others only one is `live`, and none is still being applied: it was
 * interrupted. What is live never falls out of the history, however many failed after it.
 */
export function recordRelease(state: StackState, release: Release): StackState {
  const others = state.releases
    .filter((other) => other.revision !== release.revision)
    .map((other) => {
      if (other.status === 'applying') return { ...other, status: 'interrupted' as const }
      return release.status === 'live' && other.status === 'live' ? { ...other, status: 'superseded' as const } : other
    })
  const all = [...others, release]
  const good = all.findLast(({ status }) => status === 'live' || status === 'superseded')
  const recent = all.slice(-kept)
  return { ...state, releases: good === undefined || recent.includes(good) ? recent : [good, ...recent.slice(1)] }
}

/** The last release that was live, other than the one that is being made. */
export function lastGoodRelease(state: StackState, below = Number.POSITIVE_INFINITY): Release | undefined {
  return state.releases.findLast(
    (release) => release.revision < below && (release.status === 'live' || release.status === 'superseded'),
  )
}

/** `1 updated (OPAPluginFilter), 5 unchanged` */
export function summarise(changes: readonly Change[]): string {
  const words = {
    create: 'created',
    update: 'updated',
    restart: 'restarted',
    delete: 'removed',
    unchanged: 'unchanged',
  }
  // What belongs to no component (a service account) is worth a word only where nothing else changes.
  const components = changes.filter(({ service }) => !service.includes('/'))
  const named = components.some(({ action }) => action !== 'unchanged') ? components : changes
  const parts = (['create', 'update', 'restart', 'delete', 'unchanged'] as const).flatMap((action) => {
    const names = named.filter((change) => change.action === action).map((change) => change.component)
    if (names.length === 0) return []
    const shown = names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')
    return [action === 'unchanged' ? `${names.length} unchanged` : `${names.length} ${words[action]} (${shown})`]
  })
  return parts.length === 0 ? 'nothing to deploy' : parts.join(', ')
}

function toReleaseComponent(component: BundleComponent): Release['components'][number] {
  return {
    name: component.name,
    role: component.role,
    service: component.service,
    image: isPending(component.image) ? component.image.key : component.image,
    tag: component.tag,
    ...(component.revision === undefined ? {} : { revision: component.revision }),
    hash: component.hash,
    fields: component.fields,
  }
}

function storeContent(content: Bundle['contents'][number]): StoredContent {
  const texts = Object.entries(content.files).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text]] : [],
  )
  return {
    component: content.component,
    kind: content.kind,
    mountPath: content.mountPath,
    files: content.kind === 'certificates' ? {} : Object.fromEntries(texts),
  }
}

/** Objects as they were before their contents named them, and the keys that are about to be written. */
function storeKubernetes(bundle: Bundle): Pick<Release, 'objects' | 'inventory'> {
  const { kubernetes } = bundle
  if (kubernetes === undefined) return {}
  const inventory = intendedInventory(bundle)
  return { objects: kubernetes.unnamed.map(storeObject), ...(inventory === undefined ? {} : { inventory }) }
}

function storeObject({ values, ...object }: UnnamedObject): StoredObject {
  if (values === undefined) return object
  if (values.kind === 'certificates') return { ...object, values }
  if (values.kind === 'env') {
    const env = Object.entries(values.env).map(([name, value]): [string, StoredVariable] => [
      name,
      storeVariable(value),
    ])
    return { ...object, values: { kind: 'env', env: Object.fromEntries(env) } }
  }
  const credentials = values.credentials.map((entry) => ({ ...entry, password: storeVariable(entry.password) }))
  return { ...object, values: { kind: 'pull', credentials } }
}

function storeVariable(value: EnvValue): StoredVariable {
  if (value.kind === 'plain') return { parts: [{ kind: 'kept', text: new Secret('kept', value.value) }] }
  return {
    parts: value.parts.map((part) =>
      part.kind === 'literal'
        ? { kind: 'kept' as const, text: part.text }
        : { kind: 'reference' as const, secret: part.secret, encoding: part.encoding },
    ),
  }
}
