import { expect, test } from 'vitest'
import { readPlace } from '../../src/vault/settings.ts'

test.each([
  'vault.example.com',
  'ftp://vault.example.com',
  'https://me@vault.example.com',
  'https://:word@vault.example.com',
  'https://vault.example.com?a=b',
])('VAULT_ADDR: %s is refused', (address) => {
  expect(() => readPlace({}, { VAULT_ADDR: address })).toThrow(
    expect.objectContaining({ code: 'CONFIG_INVALID', hint: expect.stringContaining('without a user, a password') }),
  )
})

test('the address is without a slash at its end', () => {
  expect(readPlace({}, { VAULT_ADDR: ' https://vault.example.com:8200/base/ ' })).toEqual({
    address: 'https://vault.example.com:8200/base',
  })
})
