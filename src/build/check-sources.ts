import { StackError } from '../errors.ts'
import { type Finding, good, wrong } from '../model/check.ts'
import type { Io } from '../model/io.ts'
import type { ImagePlan } from '../model/plan.ts'
import { runLimited } from '../model/run-limited.ts'
import { type GitSettings, writeCaBundle } from './git-command.ts'
import { chooseCommit, listRefs } from './git-refs.ts'
import { checkRepository, showRepository } from './repository-url.ts'

/** A repository and what is wanted of it. */
export interface Repository {
  readonly repo: string
  readonly refs: readonly string[]
}

export interface SourceSettings {
  readonly insecureRepos: readonly string[]
  readonly caFile?: string
}

const atOnce = 8

/** The repositories that images are built from, each once. Pure. */
export function repositoriesOf(images: readonly ImagePlan[]): readonly Repository[] {
  const refs = new Map<string, Set<string>>()
  for (const { source } of images) {
    if (source.kind === 'git') refs.set(source.repo, (refs.get(source.repo) ?? new Set()).add(source.ref))
  }
  return [...refs].map(([repo, wanted]) => ({ repo, refs: [...wanted] }))
}

/** Whether git can read every repository and finds its refs there: one finding for all that is well, one for each that is not. */
export async function checkSources(
  repositories: readonly Repository[],
  settings: SourceSettings,
  io: Io,
): Promise<readonly Finding[]> {
  const caBundle =
    settings.caFile === undefined ? undefined : await writeCaBundle(settings.caFile, io).catch(() => undefined)
  const asked = await runLimited(repositories, atOnce, async ({ repo, refs }): Promise<Finding | undefined> => {
    try {
      const transport = checkRepository(repo, settings.insecureRepos)
      const git: GitSettings = { transport, ...(caBundle === undefined ? {} : { caBundle }) }
      const found = await listRefs(repo, git, io)
      for (const ref of refs) chooseCommit(found, ref, repo)
      return undefined
    } catch (error) {
      if (!(error instanceof StackError)) throw error
      return wrong(true, 'repository', error)
    }
  })
  const broken = asked.filter((finding) => finding !== undefined)
  const well = repositories.length - broken.length
  if (well === 0) return broken
  const [only] = repositories
  const found =
    repositories.length === 1 ? showRepository(only?.repo ?? '') : `${well} of ${repositories.length} answer`
  return [good('repositories', `${found}, with ${well === 1 ? 'its' : 'their'} refs`), ...broken]
}
