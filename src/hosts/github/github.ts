import type { HostKind, HostOptions } from '../../model/host.ts'
import { beginStep, stateName } from './after-job.ts'
import { givenInputs } from './given-inputs.ts'

/** A GitHub job: as an action (`uses:`), whose words are its inputs, or as a command in a `run:` step. */
export const github: HostKind = {
  name: 'github',
  detect: ({ GITHUB_ACTIONS }) => GITHUB_ACTIONS === 'true',

  async open(options: HostOptions) {
    const { environment, words } = options
    const given = words.length === 0 ? givenInputs(environment) : undefined
    if (given === undefined) {
      const { openRunStep } = await import('./run-step.ts')
      return openRunStep(options)
    }
    const core = await import('@actions/core')
    const { openAction } = await import('./action.ts')
    // start.ts has begun the step, unless it could not: then this says why.
    const folder = environment[`STATE_${stateName}`] ?? beginStep(environment)
    const { getExecOutput } = await import('@actions/exec')
    return openAction(options, { given, core, folder, getExecOutput })
  },
}
