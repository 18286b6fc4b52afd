import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entropyOf, weaknessOf } from '../../src/model/secret-strength.ts'
import { generatePassword, generateToken } from '../../src/secrets/generate.ts'
import { isPrivilegedPassword } from '../../src/secrets/privileged-password.ts'

/** Endless bytes from a seed: every sequence a source of randomness could give. */
function seeded(seed: number): (bytes: number) => Uint8Array {
  let count = 0
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () =>
      createHash('sha256').update(`${seed}:${count++}`).digest(),
    )
    return Buffer.concat(blocks).subarray(0, bytes)
  }
}

test('a generated token always passes the gateway, in 64 characters that no URL, shell or YAML escapes', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const token = generateToken(seeded(seed))
      expect(token).toMatch(/^[A-Za-z0-9_-]{64}$/)
      expect(weaknessOf(token, 'gateway')).toBeUndefined()
    }),
    { numRuns: 500 },
  )
})

test('a generated password always passes the policy for administrators', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const password = generatePassword(seeded(seed))
      expect(password).toMatch(/^[A-Za-z0-9._]{28}$/)
      expect(isPrivilegedPassword(password)).toBe(true)
      expect(encodeURIComponent(password)).toBe(password)
    }),
    { numRuns: 300 },
  )
})

test('two generated values differ, and a broken source of randomness is noticed', () => {
  const random = seeded(1)
  expect(generateToken(random)).not.toBe(generateToken(random))
  expect(() => generateToken((bytes) => new Uint8Array(bytes))).toThrow('randomness')
})

describe('secrets of the gateway', () => {
  test.each([
    ['', 'is empty'],
    ['short', 'fewer than 32 characters'],
    ['a'.repeat(40), 'repeats'],
    ['abcdabcdabcdabcdabcdabcdabcdabcd', 'repeats'],
    ['My-Test-Key-But-Now-Longer-Than-32-Bytes', 'well-known'],
    ['__REPLACE_ME__with-something-that-is-very-long', 'placeholder'],
  ])('%j is weak', (value, why) => {
    expect(weaknessOf(value, 'gateway')).toContain(why)
  })

  test('32 characters of 3.5 bits are enough, counted as the gateway counts', () => {
    const value = 'aabbccddeeffgghhiijjkkllmmnnoopp'
    expect(entropyOf(value)).toBe(4)
    expect(weaknessOf(value, 'gateway')).toBeUndefined()
    expect(weaknessOf(value.slice(1), 'gateway')).toContain('32 characters')
    expect(weaknessOf('é😀'.repeat(10), 'gateway')).toContain('32 characters')
  })
})

describe('the administrator', () => {
  test.each(['changeme', 'Password123!', 'Admin@1234', 'short1!A', 'onlylowercaseletters', 'alllower1234567'])(
    '%s is weak',
    (value) => {
      expect(weaknessOf(value, 'administrator')).toBeDefined()
    },
  )

  test.each(['Quickstart-Admin-1', 'Korrekt.Pferd.7', 'x9!mL2#qTz5%'])('%s is accepted', (value) => {
    expect(weaknessOf(value, 'administrator')).toBeUndefined()
  })

  test.each(['Aa1.Aa1.Aa1.Aa1.Aa1.abc', 'Aa1.Aa1.Aa1.Aa1.Aa1.987', 'Aa1.Aa1.Aa1.Aa1.Admin.x', 'Aa1.'])(
    '%s would not pass where a privileged account changes it',
    (value) => {
      expect(isPrivilegedPassword(value)).toBe(false)
    },
  )
})
