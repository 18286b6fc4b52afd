import { basename, dirname, join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Io } from '../model/io.ts'
import type { BuildRecipe, ImageSource } from '../model/stack.ts'
import type { Clone } from './git-fetch.ts'
import { readObjectId } from './git-fetch.ts'
import { hashEntries, hashFile, readFolder } from './read-folder.ts'
import { normalPath, sourceKey } from './source-key.ts'
import type { Stage } from './stage.ts'

export type BuiltSource = Exclude<ImageSource, { readonly kind: 'image' }>

/** A source whose image can be looked up. */
export interface Identified {
  readonly source: BuiltSource
  readonly key: string
  /** Git sources only. */
  readonly commit?: string
}

/**
 * Finds out what exactly would be built, without fetching it: git's commit, or the content of a local folder.
 *
 * @throws StackError SOURCE_INVALID, SOURCE_UNREACHABLE, REF_NOT_FOUND, REF_AMBIGUOUS
 */
export async function identifySource(source: BuiltSource, stage: Stage): Promise<Identified> {
  const { baseImages } = stage.options.config
  if (source.kind === 'git') {
    const commit = await stage.commitOf(source.repo, source.ref)
    const key = sourceKey({ kind: 'commit', repo: source.repo, commit }, source, baseImages)
    return { source, commit, key }
  }
  const hash = await hashSource(source.path, source, stage.io)
  return { source, key: sourceKey({ kind: 'content', hash }, source, baseImages) }
}

/**
 * The second key of a git source, over what the commit has in its folder: equal for two commits that differ elsewhere.
 *
 * @throws StackError SOURCE_INVALID when the commit has no such folder or Containerfile.
 */
export async function treeKey(source: BuiltSource, clone: Clone, stage: Stage): Promise<string> {
  const context = await readObjectId(clone, source.context, stage.io)
  if (context === undefined) throw noContext(source.context)
  for (const path of containerfilePaths(source)) {
    const containerfile = await readObjectId(clone, path, stage.io)
    if (containerfile === undefined) continue
    return sourceKey({ kind: 'tree', context, containerfile }, source, stage.options.config.baseImages)
  }
  // The files are needed to say what is there instead.
  await stage.checkedOut(clone, false)
  throw noContainerfile(source, await stage.io.files.list(join(clone.folder, source.context)))
}

/**
 * Checks a source on disk: folder and Containerfile are in it also after links, and no link of the context leaves it.
 *
 * @param folder  Absolute.
 * @returns the Containerfile's path relative to `folder`.
 * @throws StackError SOURCE_INVALID
 */
export async function checkSource(folder: string, recipe: BuildRecipe, io: Io): Promise<string> {
  const { containerfile, contextFolder } = await locate(folder, recipe, io)
  await readFolder(contextFolder, await readIgnore(join(folder, containerfile), contextFolder, io))
  return containerfile
}

async function hashSource(folder: string, recipe: BuildRecipe, io: Io): Promise<string> {
  const { containerfile, contextFolder } = await locate(folder, recipe, io)
  const file = join(folder, containerfile)
  const ignore = await readIgnore(file, contextFolder, io)
  const entries = await readFolder(contextFolder, ignore)
  // The two may be ignored or lie outside the context and still decide what is built.
  return JSON.stringify([await hashEntries(contextFolder, entries), await hashFile(file), ignore])
}

async function locate(
  folder: string,
  recipe: BuildRecipe,
  io: Io,
): Promise<{ readonly containerfile: string; readonly contextFolder: string }> {
  const contextFolder = join(folder, recipe.context)
  if (!(await isInside(contextFolder, folder, io))) {
    if (await io.files.exists(contextFolder)) throw leavesSource(recipe.context, 'the folder')
    throw noContext(recipe.context)
  }
  for (const path of containerfilePaths(recipe)) {
    if (await isInside(join(folder, path), folder, io)) return { containerfile: path, contextFolder }
  }
  for (const path of containerfilePaths(recipe)) {
    if (await isListed(join(folder, path), folder, io)) throw leavesSource(path, 'the file')
  }
  throw noContainerfile(recipe, await io.files.list(contextFolder))
}

/** True for what is in its folder by name: what is listed and cannot be found inside is a link. */
async function isListed(path: string, folder: string, io: Io): Promise<boolean> {
  if (!(await isInside(dirname(path), folder, io))) return false
  return (await io.files.list(dirname(path))).includes(basename(path))
}

/** As Docker has it, a Containerfile is looked for in the context; then from the source's top. */
function containerfilePaths(recipe: BuildRecipe): readonly string[] {
  return [...new Set([normalPath(`${recipe.context}/${recipe.containerfile}`), normalPath(recipe.containerfile)])]
}

async function isInside(path: string, folder: string, io: Io): Promise<boolean> {
  if (!(await io.files.exists(path))) return false
  const [real, top] = [await io.files.realpath(path), await io.files.realpath(folder)]
  return real === top || real.startsWith(`${top}/`)
}

/** BuildKit's rule: the Containerfile's own ignore file wins over the context's. */
async function readIgnore(containerfile: string, contextFolder: string, io: Io): Promise<string> {
  for (const path of [`${containerfile}.dockerignore`, join(contextFolder, '.dockerignore')]) {
    if (await io.files.exists(path)) return io.files.read(path)
  }
  return ''
}

function leavesSource(path: string, what: string): StackError {
  return new StackError({
    code: 'SOURCE_INVALID',
    message: `${path} is a link that leaves the source, or leads nowhere in it`,
    hint: `Put ${what} itself into the source: links are followed only inside it`,
  })
}

function noContext(context: string): StackError {
  return new StackError({
    code: 'SOURCE_INVALID',
    message: `the source has no folder ${context}`,
    hint: 'Set context: to a folder inside the source',
  })
}

function noContainerfile(recipe: BuildRecipe, names: readonly string[]): StackError {
  const similar = names.find((name) => /^(containerfile|dockerfile)(\..*)?$|\.(containerfile|dockerfile)$/i.test(name))
  return new StackError({
    code: 'SOURCE_INVALID',
    message: `the source has no ${recipe.containerfile}${normalPath(recipe.context) === '' ? '' : ` in ${recipe.context}`}`,
    hint: similar === undefined ? 'Set containerfile: to its path' : `Did you mean containerfile: ${similar}?`,
  })
}
