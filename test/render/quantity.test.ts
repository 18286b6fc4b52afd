import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuCount, memoryBytes } from '../../src/render/quantity.ts'

test.each([
  ['512Mi', 536_870_912n],
  ['1Gi', 1_073_741_824n],
  ['1.5Gi', 1_610_612_736n],
  ['1G', 1_000_000_000n],
  ['100k', 100_000n],
  ['128974848', 128_974_848n],
  ['129e6', 129_000_000n],
  ['1E', 1_000_000_000_000_000_000n],
  ['1.5', 2n],
  ['1500m', 2n],
  ['.5Ki', 512n],
])('%s of memory is %s bytes', (quantity, bytes) => {
  expect(memoryBytes(quantity)).toBe(bytes)
})

test.each([
  ['1', '1'],
  ['250m', '0.25'],
  ['1000m', '1'],
  ['0.1', '0.1'],
  ['1.5', '1.5'],
  ['10m', '0.01'],
  ['1e1', '10'],
  ['0.0005', '0.001'],
])('%s of CPU is %s', (quantity, count) => {
  expect(cpuCount(quantity)).toBe(count)
})

test.each(['', 'Mi', '512 Mi', '512Mb', '-1', '1ki', '1e9Mi', '.'])('%j is no quantity', (quantity) => {
  expect(() => memoryBytes(quantity)).toThrow(RangeError)
})

test('milli-CPUs and their decimal form are the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (milli) => {
      expect(Math.round(Number(cpuCount(`${milli}m`)) * 1000)).toBe(milli)
    }),
  )
})
