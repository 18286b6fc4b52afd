import { expect, test } from 'vitest'
import { findRunning } from '../../src/commands/find-running.ts'
import { component, gateway, live, release, running, state } from '../targets/values.ts'

const slot = (name: string) => running(component('OPA', { service: `mcp-plugin-opa-${name}` }))
const plan = { name: 'OPA', role: 'plugin', service: 'mcp-plugin-opa' } as const
const services = (of: ReturnType<typeof live>) => findRunning(of, plan).map(({ service }) => service)

test('a component is known by its service', () => {
  expect(services(live(state(), running(gateway()), running(component('OPA', { service: plan.service }))))).toEqual([
    'mcp-plugin-opa',
  ])
  expect(services(live(state(), running(gateway())))).toEqual([])
})

test('revisions beside each other are known by the name; the one of the live release comes first', () => {
  const serving = release(1, [component('OPA', { service: 'mcp-plugin-opa-r2' })])
  expect(services(live(state(serving), slot('r1'), slot('r2')))).toEqual(['mcp-plugin-opa-r2', 'mcp-plugin-opa-r1'])
})

test('a plugin that is called as something else is not that', () => {
  const named = { ...running(component('postgres')), role: 'plugin' }
  expect(findRunning(live(state(), named), { name: 'postgres', role: 'postgres', service: 'db' })).toEqual([])
})
