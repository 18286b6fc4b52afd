import { removeStepFolder, stateName } from './after-job.ts'

/**
 * The end of the job, with an entry of its own (dist/post): whatever became of the step, and however early it was cancelled, this
 * never runs its command.
 */
const state = process.env[`STATE_${stateName}`]
if (state !== undefined && state !== '') removeStepFolder(state, process.env)
