import { expect, test } from 'vitest'
import { isCredential } from '../../src/model/hide-credentials.ts'

test.each([
  ['DOPPLER_TOKEN', 'dp.st.prod.abcdef'],
  ['SOPS_AGE_KEY', 'AGE-SECRET-KEY-1QQQQ'],
  ['DB_PASS', 'correcthorse'],
  ['LDAP_PWD', 'hunter2hunter2'],
  // Base64 that begins with a slash.
  ['AWS_SECRET_ACCESS_KEY', '/Xr4bPxRfiCYEXAMPLEKEYwJalrXUtnFEMI+K7Md'],
  ['SIGNER_SECRET', 'https://user:word@pki.example.com/'],
])('%s=%s is hidden', (name, value) => {
  expect(isCredential(name, value)).toBe(true)
})

test.each([
  ['DB_PASS', 'short12'],
  ['USE_TOKEN', 'true'],
  ['REQUIRE_TOKEN', 'disabled'],
  ['SECRET_STORE', 'kubernetes'],
  ['TOKEN_LIFETIME', '31536000'],
  ['TOKEN_URL', 'https://login.example.com/token'],
  ['VAULT_TOKEN_FILE', '/home/runner/.vault-token'],
  ['SSH_PRIVATE_KEY', './deploy/id_ed25519'],
  ['PWD', '/srv/a-checkout'],
  ['PLAIN', 'dp.st.prod.abcdef'],
])('%s=%s is not', (name, value) => {
  expect(isCredential(name, value)).toBe(false)
})
