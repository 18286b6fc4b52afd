type Core = Pick<typeof import('@actions/core'), 'summary'>

/** Adds to the job's summary; a runner without summaries (GHES before 3.6) is told of, not failed for. */
export async function writeSummary(core: Core, markdown: string, warn: (message: string) => void): Promise<void> {
  try {
    await core.summary.addRaw(markdown, true).write()
  } catch (error) {
    warn(`no job summary was written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
