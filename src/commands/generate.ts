import { dirname, join, resolve } from 'node:path'
import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Report } from '../model/report.ts'
import { quoteWord } from '../model/show-command.ts'
import type { StackConfig } from '../model/stack.ts'
import { isWritten, isWrittenObjects } from '../render/written.ts'
import { showSources } from '../secrets/reference.ts'
import { reportImage } from './assemble-report.ts'
import { makeDraft } from './draft.ts'
import { bundleLeaks } from './leaks.ts'
import { asWarnings, refuseObstacles, unsignedOf } from './obstacles.ts'
import { build, prepare } from './prepare.ts'
import { reportCertificate } from './report-certificates.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { refuseOutside } from './trust.ts'
import { withTarget } from './without-target.ts'

export interface GenerateOptions {
  readonly folder: string
  readonly requirePinned: boolean
  /** --for gitops */
  readonly gitops: boolean
}

/** `generate -o DIR`: writes the manifests for people to read; builds and issues nothing, works without a reachable target. */
export async function generate(
  session: Session,
  config: StackConfig,
  { folder, gitops, requirePinned }: GenerateOptions,
): Promise<Report> {
  const prepared = await prepare(session, config)
  if (gitops && prepared.target.type !== 'kubernetes') {
    throw new StackError({
      code: 'NOT_SUPPORTED',
      message: `--for gitops writes manifests for a cluster, and this stack is for ${prepared.target.type}`,
      hint: `Without it: ${commandLine(session, 'generate')}`,
    })
  }
  const draft = await withTarget(session, prepared, async (live) => {
    const images = await build(session, prepared, { dry: true, requirePinned })
    return timed(session, 'render', 'Rendering', () =>
      makeDraft(session, { ...prepared, live, images, dry: true, keptKeyOnly: true, ...(gitops ? { gitops } : {}) }),
    )
  })
  const kept = inputsOf(config)
  await writeManifests(session, draft.bundle, folder, kept)
  if (draft.bundle.kubernetes !== undefined) await removeForgotten(session, draft.bundle, folder, kept)
  const now = session.io.clock.now()
  return {
    ...emptyReport(session),
    images: draft.images.map(reportImage),
    certificates: draft.certificates.certificates.map((entry) => reportCertificate(entry, now)),
    secrets: showSources(draft.secrets.provenance),
    problems: [...prepared.plan.problems, ...asWarnings(unsignedOf(draft.certificates))],
    next: gitops
      ? `The files hold no secret value: make the Secrets that they name first, then: kubectl apply -k ${quoteWord(folder)}`
      : `The files hold no secret value; to deploy: ${commandLine(session, 'deploy')}`,
  }
}

/** Files that the stack is read from: whatever their first line says, they are the user's. */
export function inputsOf({ file, folder, extraManifests }: StackConfig): ReadonlySet<string> {
  return new Set([resolve(file), ...extraManifests.map((manifest) => resolve(folder, manifest.file))])
}

/**
 * Writes the bundle's text, all of it or nothing: what holds a secret value is refused first.
 *
 * @param inputs  absolute paths that are never written over.
 * @throws StackError SECRET_LEAKED; USAGE for a file that is there already and that we did not write.
 */
export async function writeManifests(
  session: Session,
  bundle: Bundle,
  folder: string,
  inputs: ReadonlySet<string>,
): Promise<void> {
  refuseObstacles(bundleLeaks(session, bundle))
  const { files } = session.io
  const places = bundle.files.map(({ path }) => dirname(join(folder, path)))
  if (session.untrusted === true) await refuseOutside(places, session.host.checkout, files)
  for (const file of bundle.files) {
    const path = join(folder, file.path)
    if ((await files.exists(path)) && (inputs.has(resolve(path)) || !isWritten(await files.read(path)))) {
      const hint = 'Choose another folder: -o DIR'
      throw new StackError({ code: 'USAGE', message: `${path} is there already, and we did not write it`, hint })
    }
    await files.write(path, file.text, 0o644)
    session.io.progress.line(`wrote  ${path}`)
  }
}

/**
 * One manifest per component: that of a component that is gone would be applied with the others (`kubectl apply -f DIR`).
 * Only what has our title as its first line goes, and never an input.
 */
export async function removeForgotten(
  session: Session,
  bundle: Bundle,
  folder: string,
  inputs: ReadonlySet<string>,
): Promise<void> {
  const { files } = session.io
  const written = new Set(bundle.files.map(({ path }) => join(folder, path)))
  for (const place of new Set([...written].map((path) => dirname(path)))) {
    for (const name of await files.list(place)) {
      const path = join(place, name)
      if (!name.endsWith('.yaml') || written.has(path) || inputs.has(resolve(path))) continue
      if (!isWrittenObjects(await files.read(path))) continue
      await files.remove(path)
      session.io.progress.line(`removed  ${path}`)
    }
  }
}
