import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { Problem } from '../model/problem.ts'
import type { TargetType } from '../model/stack.ts'

/** Template text by file name. */
export type Templates = Readonly<Record<string, Template>>

export interface Template {
  readonly text: string
  /** Of the marker in the first line; undefined where there is none. */
  readonly version?: number
  /** It is the user's own, from templates_dir. */
  readonly override: boolean
}

/** What gateway and plugins read is the same on every target; the files are beside Compose's. */
const sharedNames: readonly string[] = ['plugins-config.yaml.hbs', 'sitecustomize.py']

/** Every template a target has; users may override any of them by name. */
export const templateNames: Readonly<Record<TargetType, readonly string[]>> = {
  compose: ['compose.yaml.hbs', ...sharedNames],
  kubernetes: [
    'namespace.yaml.hbs',
    'service-account.yaml.hbs',
    'config-map.yaml.hbs',
    'secret.yaml.hbs',
    'certificate.yaml.hbs',
    'deployment.yaml.hbs',
    'statefulset.yaml.hbs',
    'service.yaml.hbs',
    'network-policy.yaml.hbs',
    'pod-disruption-budget.yaml.hbs',
    'persistent-volume-claim.yaml.hbs',
    'ingress.yaml.hbs',
    'http-route.yaml.hbs',
    'route.yaml.hbs',
    ...sharedNames,
  ],
}

/**
 * Reads the built-in templates of a target and the user's overrides.
 *
 * @param folder  templates_dir, absolute: `compose.yaml.hbs` in it, or `compose/compose.yaml.hbs`.
 * @returns the templates, and a warning for every override that is older than ours or that nothing reads.
 */
export async function loadTemplates(
  target: TargetType,
  folder: string | undefined,
  io: Pick<Io, 'files'>,
): Promise<{ readonly templates: Templates; readonly problems: readonly Problem[] }> {
  const names = templateNames[target]
  const builtIn = await builtInFolder(io)
  const overrides = folder === undefined ? new Map<string, string>() : await findOverrides(folder, target, io)
  const problems: Problem[] = unknownNames(overrides, names, target)

  const templates = await Promise.all(
    names.map(async (name): Promise<[string, Template]> => {
      const ours = readTemplate(await io.files.read(join(builtIn, folderOf(name, target), name)), false)
      const path = overrides.get(name)
      if (path === undefined) return [name, ours]
      const own = readTemplate(await io.files.read(path), true)
      problems.push(...compareVersions(path, own, ours))
      return [name, own]
    }),
  )
  return { templates: Object.fromEntries(templates), problems }
}

/** Beside the bundled program, or at the repository's root when the sources run. */
async function builtInFolder(io: Pick<Io, 'files'>): Promise<string> {
  const candidates = ['templates', '../templates', '../../templates'].map((path) => join(import.meta.dirname, path))
  for (const folder of candidates) {
    if (await io.files.exists(join(folder, 'compose', 'compose.yaml.hbs'))) return folder
  }
  throw new StackError({
    code: 'TEMPLATE_INVALID',
    message: `the built-in templates are not beside the program (looked in ${candidates[0]})`,
    hint: 'The folder templates/ belongs beside dist/index.js: install the program again',
  })
}

function folderOf(name: string, target: TargetType): TargetType {
  return sharedNames.includes(name) ? 'compose' : target
}

async function findOverrides(
  folder: string,
  target: TargetType,
  io: Pick<Io, 'files'>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const place of [folder, join(folder, target)]) {
    if (!(await io.files.exists(place))) continue
    for (const name of await io.files.list(place)) {
      if (/\.(?:hbs|py)$/.test(name)) found.set(name, join(place, name))
    }
  }
  return found
}

function readTemplate(text: string, override: boolean): Template {
  const [firstLine = ''] = text.split('\n', 1)
  const version = /mcp-stack-deploy template \S+ (\d{1,6})\b/.exec(firstLine)?.[1]
  return { text, override, ...(version === undefined ? {} : { version: Number(version) }) }
}

function compareVersions(path: string, own: Template, ours: Template): readonly Problem[] {
  if (own.version === ours.version) return []
  const message =
    own.version === undefined
      ? `${path} does not say which template version it was made from`
      : `${path} was made from template version ${own.version}, this program has version ${ours.version ?? 0}`
  const hint = 'Compare it with the built-in template and copy the first line when they agree'
  return [{ severity: 'warning', code: 'TEMPLATE_INVALID', message, hint, path: 'templates_dir' }]
}

/** An override of another target's template is none of this one's business: an overlay may change the target. */
function unknownNames(found: ReadonlyMap<string, string>, names: readonly string[], target: TargetType): Problem[] {
  const known = new Set(Object.values(templateNames).flat())
  return [...found]
    .filter(([name]) => !known.has(name))
    .map(([, path]) => ({
      severity: 'warning',
      code: 'TEMPLATE_INVALID',
      message: `${path} overrides no template of ${target}`,
      hint: `Templates are: ${names.join(', ')}`,
      path: 'templates_dir',
    }))
}
