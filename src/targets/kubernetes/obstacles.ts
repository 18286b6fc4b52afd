import type { Bundle } from '../../model/bundle.ts'
import type { Live } from '../../model/live.ts'
import type { Problem } from '../../model/problem.ts'
import { compareObjects, label, type ObjectVerdict } from './diff-objects.ts'
import { massDelete } from './prunable.ts'

/** Everything that stands in the way of what `diff` says, all at once. Pure. */
export function findObstacles(bundle: Bundle, live: Live): readonly Problem[] {
  return [...blockingFindings(bundle, live), ...[massDelete(bundle, live) ?? []].flat()]
}

/** Objects that are not ours to write, that the server refuses, or of which somebody else set fields. Pure. */
export function blockingFindings(bundle: Bundle, live: Live): readonly Problem[] {
  return compareObjects(bundle, live).flatMap((verdict) => obstacleOf(verdict) ?? [])
}

function obstacleOf({ action, finding, live, wanted }: ObjectVerdict): Problem | undefined {
  const name = label(wanted)
  if (finding?.kind === 'foreign') {
    return {
      severity: 'error',
      code: 'OBJECT_FOREIGN',
      message: `${name} is there already and belongs to ${finding.owner}`,
      hint: 'Give the stack a namespace of its own with deployment.namespace, or leave that object out of the config',
    }
  }
  if (action === 'unchanged') return undefined
  if (live?.owner !== undefined) {
    return {
      severity: 'error',
      code: 'OBJECT_FOREIGN',
      message: `${live.owner} keeps ${name} and would undo what is written here`,
      hint: 'Deploy it with that tool (mcp-deploy generate --for gitops), or take it out of there',
    }
  }
  if (finding?.kind === 'refused') {
    return {
      severity: 'error',
      code: 'APPLY_FAILED',
      message: `the API server refuses ${name}: ${finding.message}`,
      hint: 'Change what it names in the config or in the patch that makes it; nothing was changed',
    }
  }
  if (finding?.kind !== 'conflict') return undefined
  const fields = finding.fields.join(', ')
  return {
    severity: 'error',
    code: 'FIELD_CONFLICT',
    message: `${finding.manager} set ${fields} of ${name}, and the configuration sets it otherwise`,
    hint: 'Let one of the two set it, or take it over with --force-conflicts',
  }
}
