import { expect, test } from 'vitest'
import { logIn } from '../../src/vault/log-in.ts'
import { readPlace, readSettings } from '../../src/vault/settings.ts'
import { edge } from '../certificates/fixtures.ts'

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

test.each([
  [{}, /there is no way to log in: neither VAULT_TOKEN, nor VAULT_ROLE_ID and VAULT_SECRET_ID, nor an identity token/],
  [{ auth: 'jwt' }, /asked with auth: jwt, but there is no identity token here/],
] as const)('without anything to log in with: %j', async (source, says) => {
  const settings = readSettings({ address: 'https://vault.example.com', ...source }, {})
  const client = () => Promise.reject(new Error('nobody is asked'))
  const refused = logIn(client, settings, edge(), () => Promise.resolve(undefined))
  await expect(refused).rejects.toMatchObject({ code: 'SECRET_MISSING', message: expect.stringMatching(says) })
})
