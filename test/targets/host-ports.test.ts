import { expect, test } from 'vitest'
import { portOverlaps, readHostPorts } from '../../src/targets/compose/host-ports.ts'

test('host ports are read in both forms; without one nothing is asked', async () => {
  const manifest = `
services:
  a:
    ports: [{target: 80, published: "8080", host_ip: 127.0.0.1, protocol: tcp}, {target: 81}]
  b:
    ports: ["9000:90", "127.0.0.1:9001:90/udp", "[::1]:9002:90", "3000", "5000-5010:5000-5010"]
  c: {image: none}
`
  expect(await readHostPorts(manifest)).toEqual([
    { service: 'a', address: '127.0.0.1', port: 8080, protocol: 'tcp' },
    { service: 'b', address: '', port: 9000, protocol: 'tcp' },
    { service: 'b', address: '127.0.0.1', port: 9001, protocol: 'udp' },
    { service: 'b', address: '::1', port: 9002, protocol: 'tcp' },
  ])
  expect(await readHostPorts('services: {a: {image: none}}')).toEqual([])
})

test.each([
  ['127.0.0.1', '127.0.0.1', true],
  ['127.0.0.1', '127.0.0.2', false],
  ['127.0.0.1', '0.0.0.0', true],
  ['::', '::1', true],
  ['::', '127.0.0.1', false],
  ['', '127.0.0.1', true],
  ['', '::', true],
])('%s and %s: %s', (a, b, expected) => {
  const port = { port: 80, protocol: 'tcp' }
  expect(portOverlaps({ ...port, address: a }, { ...port, address: b })).toBe(expected)
  expect(portOverlaps({ ...port, address: a }, { ...port, address: b, protocol: 'udp' })).toBe(false)
})
