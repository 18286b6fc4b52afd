import { expect, test } from 'vitest'
import { readableFields } from '../../src/render/readable-fields.ts'

test.each([
  [
    'ports',
    [{ target: 4444, published: '24591', host_ip: '127.0.0.1', protocol: 'tcp' }],
    { ports: '127.0.0.1:24591->4444/tcp' },
  ],
  ['ports', [{ target: 80, published: '8080', host_ip: '::1' }, '90:90'], { ports: '[::1]:8080->80/tcp, 90:90' }],
  [
    'deploy',
    { resources: { limits: { cpus: '0.5', memory: '268435456' }, reservations: { memory: '1000' } } },
    {
      'resources.limits.cpus': '0.5',
      'resources.limits.memory': '256Mi',
      'resources.reservations.memory': '1000',
    },
  ],
  [
    'healthcheck',
    { test: ['CMD', 'python3', '-c', 'import socket\nx'], interval: '3s', retries: 20 },
    {
      'healthcheck.test': 'CMD python3 -c "import socket\\nx"',
      'healthcheck.interval': '3s',
      'healthcheck.retries': '20',
    },
  ],
  [
    'logging',
    { driver: 'json-file', options: { 'max-size': '10m' } },
    { 'logging.driver': 'json-file', 'logging.options.max-size': '10m' },
  ],
  // biome-ignore format: one case, one line
  ['networks', { stack: { aliases: ['a', 'b'] }, 'external-1': null }, { 'networks.stack.aliases': 'a b', 'networks.external-1': '' }],
  ['command', ['redis-server', '--save', ''], { command: 'redis-server --save ""' }],
  ['read_only', true, { read_only: 'true' }],
])('%s %j', (key, value, fields) => {
  expect(Object.fromEntries(readableFields(key, value))).toEqual(fields)
})
