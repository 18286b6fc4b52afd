import { satisfies, validRange } from 'semver'
import type { Io } from '../model/io.ts'
import { toolVersion } from '../model/version.ts'
import { checkPlainVariables, type Secrecy } from './component-env.ts'
import { checkDisk } from './disk.ts'
import { type Finding, wrong } from './finding.ts'
import { type Variables as Environment, interpolateTree, type Missing } from './interpolate.ts'
import { declaredNames, type Loaded, placedNames } from './load.ts'
import { explainMissing } from './missing.ts'
import { isWithin, type Node } from './node.ts'
import { overlayEnvironment } from './overlay.ts'
import { readEnvironments } from './read-env.ts'
import { type Manifest, readManifests } from './read-manifests.ts'
import { rules } from './rules/list.ts'
import { keptElsewhere } from './rules/secrets.ts'
import type { Written } from './schema/stack.ts'
import { applySets } from './set-values.ts'
import { checkShape } from './shape.ts'
import { componentsOf, type Subject } from './subject.ts'

export interface EvaluateOptions {
  readonly environment?: string | undefined
  readonly sets: readonly string[]
  readonly checkEnvironment: boolean
  /** The command only looks at what runs or removes it: no secret and no value of a component's environment has to be here. */
  readonly looksOnly?: boolean
  /** The command asks the providers: where some secret is with one, all that is wrong with secrets is told at once, after that. */
  readonly asksSecrets?: boolean
  readonly requirePinned: boolean
  /** The variables that the file may read; absent: the whole environment. */
  readonly variables?: Readonly<Record<string, string | undefined>>
}

export interface Evaluated {
  /** After overlay, --set and interpolation. */
  readonly root: Node
  readonly findings: readonly Finding[]
  /** Absent where there was nothing to speak of. */
  readonly subject?: Subject
  readonly containerfiles: ReadonlyMap<string, string>
  readonly manifests: readonly Manifest[]
}

/** The steps from a parsed file to everything that is known and wrong about it; every step says all it can. */
export async function evaluateStack(loaded: Loaded, options: EvaluateOptions, io: Io): Promise<Evaluated> {
  const overlaid = overlayEnvironment(loaded.root, options.environment)
  const overridden = await applySets(overlaid.root, options.sets)
  const placed = placedNames(overridden.root)
  const environment: Environment = {
    environment: options.checkEnvironment ? without(options.variables ?? io.environment, placed) : {},
    required: options.checkEnvironment,
    declared: declaredNames(overridden.root),
    placed,
  }
  const isNeeded = ({ path, secret }: Missing) =>
    options.looksOnly !== true || !(secret || path.includes('env_vars') || path.includes('env_file'))
  const filled = interpolateTree(overridden.root, environment)
  const shaped = checkShape(filled.root)
  const before = [...overlaid.findings, ...overridden.findings, ...filled.findings, ...shaped.findings]
  const { written } = shaped
  if (written === undefined) {
    return {
      root: filled.root,
      findings: [...before, ...explainMissing(filled.missing.filter(isNeeded), io.environment)],
      containerfiles: new Map(),
      manifests: [],
    }
  }

  const components = componentsOf(written)
  const read = await readEnvironments(components, filled.root, loaded.folder, environment, io)
  const disk = await checkDisk(written, components, loaded.folder, io)
  const extra = await readManifests(written.extra_manifests, loaded.folder, io)
  const declared = declaredNames(filled.root)
  const subject: Subject = {
    written,
    root: filled.root,
    target: written.deployment.type,
    components,
    variables: read.variables,
    environment: environment.environment,
    checkEnvironment: options.checkEnvironment && options.looksOnly !== true,
    asksSecrets: options.asksSecrets === true,
    requirePinned: options.requirePinned,
    secrecy: new Map(
      components.map(({ name, config }) => [name, { secret: config.secret_env, plain: config.plain_env, declared }]),
    ),
    referred: referredNames(filled.root, read.referred),
  }
  const after = [
    ...checkVersion(written),
    ...rules.flatMap((rule) => rule(subject)),
    ...components.flatMap(({ name }) =>
      checkPlainVariables(read.variables.get(name) ?? new Map(), secrecyOf(subject, name)),
    ),
    ...read.findings,
    ...disk.findings,
    ...extra.findings,
  ].filter((finding) => !shaped.pruned.some((path) => isWithin(finding.path, path)))
  const elsewhere = keptElsewhere(subject)
  const needed = [...filled.missing, ...read.missing].filter(
    (entry) => isNeeded(entry) && !(entry.secret && elsewhere(entry.name)),
  )
  const missing = explainMissing(needed, io.environment)
  return {
    root: filled.root,
    findings: [...before, ...missing, ...after],
    subject,
    containerfiles: disk.containerfiles,
    manifests: extra.manifests,
  }
}

function without(variables: Environment['environment'], names: ReadonlySet<string>): Environment['environment'] {
  if (names.size === 0) return variables
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !names.has(name)))
}

/** What a component's lists and vault_secrets say about its variables. */
export function secrecyOf(subject: Subject, name: string): Secrecy {
  return subject.secrecy.get(name) ?? { secret: [], plain: [], declared: new Set() }
}

function referredNames(root: Node, others: ReadonlySet<string>): ReadonlySet<string> {
  const names = new Set(others)
  const visit = (node: Node): void => {
    if (node.kind === 'map') for (const entry of node.entries.values()) visit(entry.value)
    else if (node.kind === 'list') for (const item of node.items) visit(item)
    else for (const piece of node.text ?? []) if (piece.kind === 'variable') names.add(piece.name)
  }
  visit(root)
  return names
}

function checkVersion(written: Written): readonly Finding[] {
  const range = written.required_version
  if (range === undefined) return []
  if (validRange(range) === null) return [wrong(['required_version'], 'is not a semver range', 'For example: >=0.1 <1')]
  if (satisfies(toolVersion, range, { includePrerelease: true })) return []
  const message = `is ${range}, and this is mcp-deploy ${toolVersion}`
  return [wrong(['required_version'], message, 'Install a version in that range', { code: 'VERSION_REQUIRED' })]
}
