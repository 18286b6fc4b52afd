#!/usr/bin/env node
import { beginStep, isAction, removeStepFolder, stateName } from './hosts/github/after-job.ts'

// The entry, of the step and of the end of its job alike (`main` and `post` of action.yml). The rest is loaded after the step is noted:
// whoever is cancelled before that is taken for the step again by `post`, and would do what the cancel was to prevent.
const { argv, env } = process
const state = env[`STATE_${stateName}`]
if (isAction(argv.slice(2), env) && state !== undefined) removeStepFolder(state, env)
else {
  try {
    if (isAction(argv.slice(2), env)) env[`STATE_${stateName}`] = beginStep(env)
  } catch {
    // The host tries again, and can tell it.
  }
  await import('./main.ts')
}
