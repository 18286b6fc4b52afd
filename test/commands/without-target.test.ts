import { expect, test } from 'vitest'
import { withTarget } from '../../src/commands/without-target.ts'
import { StackError } from '../../src/errors.ts'
import type { Connection, Target } from '../../src/model/target.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { stackConfig } from '../plan/stack-config.ts'
import { idleConnection, session } from './draft-values.ts'

const { session: run, said } = session(new Date())
const config = stackConfig()

function prepared(connect: () => Promise<Connection>) {
  const target: Target = { type: 'compose', connect, diff: () => [] }
  return { config, plan: planStack(config), target, templates: {} }
}

test('the connection is open while there is work, for secrets of the cluster are read through it', async () => {
  const order: string[] = []
  const close = () => {
    order.push('closed')
    return Promise.resolve()
  }
  const reached = prepared(() => Promise.resolve({ ...idleConnection, close }))
  await withTarget(run, reached, async () => {
    await Promise.resolve()
    order.push('worked')
  })
  await expect(withTarget(run, reached, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(order).toEqual(['worked', 'closed', 'closed'])
})

test('a target that cannot be reached is an empty stack; any other refusal is told', async () => {
  const refused = (code: 'ENGINE_UNREACHABLE' | 'CONFIG_INVALID') =>
    withTarget(
      run,
      prepared(() => Promise.reject(new StackError({ code, message: 'not here' }))),
      (live) => Promise.resolve(live.state.fresh),
    )
  expect(await refused('ENGINE_UNREACHABLE')).toBe(true)
  expect(said.at(-1)).toContain('going on with files alone')
  await expect(refused('CONFIG_INVALID')).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
})
