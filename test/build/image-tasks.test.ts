import { expect, test } from 'vitest'
import { createImageTasks } from '../../src/build/image-tasks.ts'
import type { Image } from '../../src/model/image.ts'
import type { Progress } from '../../src/model/io.ts'
import type { ImagePlan } from '../../src/model/plan.ts'

function start(count: number) {
  const lines: string[] = []
  const progress: Progress = {
    task: (name) => ({
      update: () => undefined,
      done: (text) => lines.push(`${name}: ${text}`),
      fail: (text) => lines.push(`${name}: failed: ${text}`),
    }),
    step: () => undefined,
    line: () => undefined,
    detail: () => undefined,
    problem: () => undefined,
  }
  const plans = Array.from({ length: count }, (_, index) => ({ component: `p${index}` }) as ImagePlan)
  return { lines, tasks: createImageTasks(plans, progress) }
}

const image = (component: string, how: Image['how']): Image => ({
  component,
  how,
  tag: `registry.example/${component}:1`,
  reference: 'sha256:0',
  seconds: 0,
})

test('a few images have a line each', () => {
  const { lines, tasks } = start(2)
  tasks.found(image('p0', 'resolved'))
  tasks.found(image('p1', 'unresolved'))
  tasks.lookedUp()
  expect(lines).toEqual(['p0: registry.example/p0:1', 'p1: registry.example/p1:1 (not resolved)'])
})

test('of many, what is there is one line; what is built or fails has its own', () => {
  const { lines, tasks } = start(500)
  for (let index = 3; index < 490; index++) {
    tasks.of(`p${index}`).update('asking')
    tasks.found(image(`p${index}`, 'resolved'))
  }
  for (let index = 490; index < 500; index++) tasks.found(image(`p${index}`, 'reused'))
  tasks.of('p0').fail('no such image')
  tasks.lookedUp()
  tasks.of('p1').update('fetching')
  tasks.found(image('p1', 'reused'))
  tasks.of('p2').done('built in 3.0 s')
  expect(lines).toEqual([
    'p0: failed: no such image',
    '500 images: 487 resolved, 10 unchanged',
    'p1: unchanged',
    'p2: built in 3.0 s',
  ])
})
