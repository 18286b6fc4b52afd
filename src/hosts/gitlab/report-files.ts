import { join, posix, relative, resolve, sep } from 'node:path'
import { createFiles } from '../../io/files.ts'
import type { HostOptions, Shown } from '../../model/host.ts'
import type { Report } from '../../model/report.ts'
import { isOwnFolder } from '../own-folder.ts'

/** The files that the component's `artifacts:reports` names. */
export const reportFiles = {
  report: 'report.json',
  dotenv: 'mcp-deploy.env',
  codeQuality: 'gl-code-quality.json',
  junit: 'junit-verify.xml',
} as const

interface Around extends Pick<HostOptions, 'contract' | 'environment' | 'selfScan' | 'views'> {
  /** The configuration. */
  readonly config: string
  /** The folder that the project was checked out into. */
  readonly project: string
  /** Host.checkout. */
  readonly checkout: string
}

/**
 * Writes what GitLab reads after the job.
 *
 * @param report  Redacted.
 * @returns what a person should know: a failed job shows its report above, so none of it is an error.
 */
export async function writeReportFiles(report: Report, shown: Shown, around: Around): Promise<readonly string[]> {
  const { contract, environment, views } = around
  const toProject = (path: string) => relative(around.project, resolve(path)).split(sep).join(posix.sep)
  const folder = toProject(shown.folder)
  const outputs = contract.outputs(report, { ...shown.files, report: posix.join(folder, reportFiles.report) })
  const dotenv = views.dotenv?.(outputs)
  const texts = {
    report: `${JSON.stringify(report, null, 2)}\n`,
    dotenv: dotenv?.text,
    codeQuality: views.codeQuality?.(report, { config: around.config, toProject }),
    junit: views.junit?.(report),
  }
  if (!report.run.trusted && !isOwnFolder(shown.folder, around.checkout)) return []
  const files = createFiles(undefined, around.selfScan?.wrote)
  const warnings =
    dotenv?.left.map((name) => `${name} is not in ${reportFiles.dotenv}: GitLab takes 5 KB at most`) ?? []
  for (const [kind, name] of Object.entries(reportFiles) as [keyof typeof reportFiles, string][]) {
    const text = texts[kind]
    if (text === undefined) continue
    try {
      await files.write(join(shown.folder, name), text, 0o644)
    } catch (error) {
      warnings.push(error instanceof Error ? error.message : String(error))
    }
  }
  const taken = environment.MCP_REPORTS_FOLDER
  if (taken && posix.normalize(taken) !== folder) {
    warnings.push(
      `the reports of this job are in ${folder}, GitLab takes them from ${taken}: set reports-folder: ${folder}`,
    )
  }
  return warnings
}
