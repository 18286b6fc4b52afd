import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Bundle } from '../model/bundle.ts'
import type { Report } from '../model/report.ts'
import type { StackConfig } from '../model/stack.ts'
import { reportCertificate, reportImage } from './assemble-report.ts'
import { makeDraft } from './draft.ts'
import { build, prepare, refusePlannedOnly } from './prepare.ts'
import { commandLine, emptyReport, type Session, timed } from './session.ts'
import { observeOrNothing } from './without-target.ts'

/** `generate -o DIR`: writes the manifests for people to read; builds and issues nothing, works without a reachable target. */
export async function generate(
  session: Session,
  config: StackConfig,
  folder: string,
  requirePinned: boolean,
): Promise<Report> {
  const prepared = await prepare(session, config)
  refusePlannedOnly(prepared.target)
  const { connection, live } = await observeOrNothing(session, prepared)
  await connection?.close()
  const images = await build(session, prepared, { dry: true, requirePinned })
  const draft = await timed(session, 'render', 'Rendering', () =>
    makeDraft(session, { ...prepared, live, images, dry: true }),
  )
  await writeManifests(session, draft.bundle, folder)
  const now = session.io.clock.now()
  return {
    ...emptyReport(session),
    images: images.map(reportImage),
    certificates: draft.certificates.certificates.map((entry) => reportCertificate(entry, now)),
    problems: prepared.plan.problems,
    next: `The files hold no secret value; to deploy: ${commandLine(session, 'deploy')}`,
  }
}

/** Writes the bundle's text; no secret value is in it. */
export async function writeManifests(session: Session, bundle: Bundle, folder: string): Promise<void> {
  const { files } = session.io
  for (const file of bundle.files) {
    const path = join(folder, file.path)
    if ((await files.exists(path)) && !isOurs(await files.read(path))) {
      const hint = 'Choose another folder: -o DIR'
      throw new StackError({ code: 'USAGE', message: `${path} is there already, and we did not write it`, hint })
    }
    await files.write(path, file.text, 0o644)
    session.io.progress.line(`wrote  ${path}`)
  }
}

/** Every generated file says so in its first lines. */
function isOurs(text: string): boolean {
  return text.slice(0, 500).includes('mcp-stack-deploy')
}
