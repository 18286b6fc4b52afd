interface PlannedChange {
  readonly component: string
  readonly action: string
}

/** What is told of a long list. */
const shown = 3

/** What two lists of changes differ in, in words: `gateway: update, now unchanged; Namespace/x was to be created and is there now`. */
export function movedChanges(before: readonly PlannedChange[], now: readonly PlannedChange[]): string {
  const names = [...new Set([...before, ...now].map(({ component }) => component))]
  const moved = names.flatMap((name) => {
    const [planned, current] = [actionsOf(before, name), actionsOf(now, name)]
    return planned === current ? [] : [describe(name, planned, current)]
  })
  if (moved.length === 0) return 'their order'
  const more = moved.length > shown ? [`${moved.length - shown} more`] : []
  return [...moved.slice(0, shown), ...more].join('; ')
}

/** `rolling: parallel` makes a plugin in one place and removes it from another: two changes of one name. */
const actionsOf = (changes: readonly PlannedChange[], name: string) =>
  changes
    .filter(({ component }) => component === name)
    .map(({ action }) => action)
    .sort()
    .join(' and ')

function describe(name: string, planned: string, current: string): string {
  // An object without a component (a Namespace) is in no list when nothing is to be done with it.
  const isThere = current === 'unchanged' || current === 'update' || (current === '' && name.includes('/'))
  if (planned === 'create' && isThere) return `${name} was to be created and is there now`
  if (planned === 'delete' && current === '') return `${name} was to be removed and is gone now`
  return `${name}: ${planned || 'not in the plan'}, now ${current || 'none'}`
}
