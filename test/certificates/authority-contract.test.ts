import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { issueCa } from '../../src/certificates/issue-ca.ts'
import { fingerprintOf, readCertificates } from '../../src/certificates/read-certificate.ts'
import type { AuthorityKeyPair } from '../../src/model/certificate.ts'
import { isPending } from '../../src/model/pending.ts'
import { authorities } from '../../src/registry.ts'
import { sourceOf } from '../support/secret-source.ts'
import { clientRequest, edge, newFolder, policyIn, serverRequest } from './fixtures.ts'

// Later than the clock of openssl, which signs for one of them.
const now = new Date(Date.now() + 60_000)
const folder = newFolder()
const policy = policyIn(folder)

/** Signs with known.crt and known.key, by openssl: what `certificates.external.command` names. */
const script = `#!/bin/sh
set -e
name=$MCP_CERT_COMPONENT
cat > "$name.csr"
printf 'subjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n' > "$name.ext"
openssl x509 -req -in "$name.csr" -copy_extensions copyall -CA known.crt -CAkey known.key \\
  -set_serial "0x$(openssl rand -hex 12)" -days "$MCP_CERT_DAYS" -extfile "$name.ext"
cat known.crt
`

/** What an authority needs to sign with this CA, whatever it is. */
function give(known: AuthorityKeyPair) {
  writeFileSync(join(folder, 'known.crt'), known.certificatePem)
  writeFileSync(join(folder, 'known.key'), known.keyPem.reveal(), { mode: 0o600 })
  writeFileSync(join(folder, 'sign.sh'), script, { mode: 0o755 })
  const environment = { CA_CERT: known.certificatePem, CA_KEY: known.keyPem.reveal() }
  const command = ['./sign.sh'] as const
  const external = { command, commandFolder: folder, timeoutSeconds: 20, folder: join(folder, 'requests') }
  const io = edge(now, environment)
  return { io, policy: { ...policy, external }, secrets: sourceOf(io) }
}

test('every authority has a name of its own', () => {
  const names = authorities.map((kind) => kind.name)
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})

test.each(authorities.filter(({ keptByTarget }) => keptByTarget === true))(
  '$name is the target’s: nothing is opened here, whatever is known',
  async (kind) => {
    const known = await issueCa(now)
    const io = edge(now, { CA_CERT: known.certificatePem, CA_KEY: known.keyPem.reveal() })
    expect(await kind.open(known, { io, policy })).toBeUndefined()
    expect('found' in kind).toBe(false)
  },
)

/** The others ask a server: test/integration/certificates-vault.test.ts. */
const ofOurOwn = authorities.filter((kind) => kind.name !== 'vault' && kind.keptByTarget !== true)

/** What issueCertificates relies on, whoever signs. */
describe.each(ofOurOwn.map((kind) => [kind.name, kind] as const))('%s', (_name, kind) => {
  test('is not here when nothing was given to it, or writes requests: no error, no CA made', async () => {
    const authority = await kind.open(undefined, { io: edge(now), policy })
    const answers = (await authority?.issue([clientRequest()], now)) ?? []
    expect(answers.filter((answer) => !isPending(answer))).toEqual([])
    expect(authority?.openRequests).toEqual(authority === undefined ? undefined : [])
  })

  test('answers every request in order, with keys, chains and trust that fit', async () => {
    const known = await issueCa(now)
    const authority = await kind.open(known, give(known))
    const requests = [clientRequest(), serverRequest('OPA'), serverRequest('Pii')]
    const answers = (await authority?.issue(requests, now)) ?? []
    expect(answers).toHaveLength(requests.length)
    expect(authority?.name).toBe(kind.name)

    const issued = answers.flatMap((answer) => (isPending(answer) ? [] : [answer]))
    expect(issued.length).toBeGreaterThan(0)
    for (const [index, answer] of issued.entries()) {
      expect(answer.request).toBe(requests[index])
      const [leaf] = readCertificates(answer.chainPem, 'the leaf')
      const [ca] = readCertificates(answer.trustBundlePem, 'the trust bundle')
      expect(leaf.verify(ca.publicKey)).toBe(true)
      const signedBy = fingerprintOf(new X509Certificate(known.certificatePem))
      // Whose rules are its own has a root of its own, too, known from what it answers.
      expect(authority?.fingerprint).toBe(authority?.ownRules === true ? undefined : signedBy)
      if (authority?.ownRules === true) expect(fingerprintOf(ca)).toBe(signedBy)
      else expect(fingerprintOf(ca)).toBe(authority?.fingerprint)
      expect(answer.chainPem.endsWith('\n') && answer.trustBundlePem.endsWith('\n')).toBe(true)
      expect(answer.chainPem).not.toContain(
        new X509Certificate(answer.trustBundlePem).raw.toString('base64').slice(0, 60),
      )
    }
    expect(new Set(issued.map((answer) => answer.keyPem.reveal())).size).toBe(issued.length)
  })

  test('nothing asked, nothing answered', async () => {
    const known = await issueCa(now)
    expect(await (await kind.open(known, give(known)))?.issue([], now)).toEqual([])
  })
})
