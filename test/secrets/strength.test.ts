import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { generatePassword, generateToken } from '../../src/secrets/generate.ts'
import {
  entropyOf,
  findPasswordWeakness,
  findSecretWeakness,
  isPrivilegedPassword,
} from '../../src/secrets/strength.ts'

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
      expect(findSecretWeakness(token)).toBeUndefined()
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
    ['', 'has 0 characters'],
    ['short', 'has 5 characters'],
    ['a'.repeat(40), '0.0 bits'],
    ['abcdabcdabcdabcdabcdabcdabcdabcd', '2.0 bits'],
    ['My-Test-Key-But-Now-Longer-Than-32-Bytes', 'list of weak values'],
    ['__REPLACE_ME__with-something-that-is-very-long', 'placeholder'],
  ])('%j is weak', (value, why) => {
    expect(findSecretWeakness(value)).toContain(why)
  })

  test('32 characters of 3.5 bits are enough, counted as the gateway counts', () => {
    const value = 'aabbccddeeffgghhiijjkkllmmnnoopp'
    expect(entropyOf(value)).toBe(4)
    expect(findSecretWeakness(value)).toBeUndefined()
    expect(findSecretWeakness(value.slice(1))).toContain('31 characters')
    expect(findSecretWeakness('é😀'.repeat(10))).toContain('20 characters')
  })
})

describe('the administrator', () => {
  test.each(['changeme', 'Password123!', 'Admin@1234', 'short1!A', 'onlylowercaseletters', 'alllower1234567'])(
    '%s is weak',
    (value) => {
      expect(findPasswordWeakness(value)).toBeDefined()
    },
  )

  test.each(['Quickstart-Admin-1', 'Korrekt.Pferd.7', 'x9!mL2#qTz5%'])('%s is accepted', (value) => {
    expect(findPasswordWeakness(value)).toBeUndefined()
  })

  test.each(['Aa1.Aa1.Aa1.Aa1.Aa1.abc', 'Aa1.Aa1.Aa1.Aa1.Aa1.987', 'Aa1.Aa1.Aa1.Aa1.Admin.x', 'Aa1.'])(
    '%s would not pass where a privileged account changes it',
    (value) => {
      expect(isPrivilegedPassword(value)).toBe(false)
    },
  )
})
