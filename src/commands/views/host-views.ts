import type { HostViews } from '../../model/host.ts'
import { renderCodeQuality } from './code-quality.ts'
import { renderDotenv } from './dotenv.ts'
import { jobSummary } from './job-summary.ts'
import { renderJunit } from './junit.ts'
import { problemLines } from './problem-view.ts'
import { renderReport } from './report-view.ts'

/** How everything looks, on whichever host. */
export const hostViews: HostViews = {
  report: renderReport,
  problem: problemLines,
  summary: jobSummary,
  dotenv: renderDotenv,
  codeQuality: renderCodeQuality,
  junit: renderJunit,
}
