import type { Image } from '../model/image.ts'
import type { Progress, Task } from '../model/io.ts'
import type { ImagePlan } from '../model/plan.ts'

/** More images than these are looked up as one: a line for each that is merely there says nothing. */
const fewImages = 20

/** The lines of progress of the images of one run. */
export interface ImageTasks {
  of(component: string): Task
  /** An image is there without work. */
  found(image: Image): void
  /** Nothing is looked up any more. */
  lookedUp(): void
}

/** A line for each image of a few; of many, one line for all that are there, and one for each that is built or fails. */
export function createImageTasks(plans: readonly ImagePlan[], progress: Progress): ImageTasks {
  const tasks = new Map<string, Task>()
  const open = (component: string) => {
    const task = tasks.get(component) ?? progress.task(component)
    tasks.set(component, task)
    return task
  }
  if (plans.length <= fewImages) {
    for (const { component } of plans) open(component)
    return { of: open, found: (image) => open(image.component).done(describe(image)), lookedUp: () => undefined }
  }

  const all = progress.task(`${plans.length} images`)
  const counts: Partial<Record<Image['how'], number>> = {}
  let looking = true
  return {
    of: (component) =>
      looking
        ? {
            update: (text) => all.update(`${component}: ${text}`),
            done: (text) => open(component).done(text),
            fail: (text) => open(component).fail(text),
          }
        : open(component),
    found(image) {
      const task = tasks.get(image.component)
      if (task !== undefined) task.done(describe(image))
      else counts[image.how] = (counts[image.how] ?? 0) + 1
    },
    lookedUp() {
      looking = false
      const parts = Object.entries(counts).map(([how, count]) => `${count} ${words[how as Image['how']]}`)
      all.done(parts.length === 0 ? 'none of them is there' : parts.join(', '))
    },
  }
}

const words = {
  reused: 'unchanged',
  resolved: 'resolved',
  unresolved: 'not resolved',
  pending: 'to be built',
  built: 'built',
} as const satisfies Readonly<Record<Image['how'], string>>

function describe({ how, tag }: Image): string {
  if (how === 'resolved') return tag
  return how === 'unresolved' ? `${tag} (${words.unresolved})` : words[how]
}
