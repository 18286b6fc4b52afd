import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { issueForeignClient } from '../../src/certificates/foreign.ts'
import { issueCertificates } from '../../src/certificates/issue.ts'
import { writeCertificateTree } from '../../src/certificates/tree.ts'
import { authorities } from '../../src/registry.ts'
import { clientRequest, edge, newFolder, policyIn, serverRequest } from '../certificates/fixtures.ts'
import { python313 } from '../support/python313.ts'
import { sourceOf } from '../support/secret-source.ts'

const python = python313()
const plugin = serverRequest('OPAPluginFilter')
const policies = [
  ['ecdsa-p256', 'local'],
  ['rsa-2048', 'local'],
  ['ecdsa-p256', 'env EC P-384'],
  ['ecdsa-p256', 'env RSA'],
] as const

/** A company's CA, made by openssl: not by our own encoder. */
function companyCa(kind: string): Record<string, string> {
  const folder = newFolder()
  const key = kind.endsWith('RSA') ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384']
  const extensions = ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign,cRLSign']
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-nodes',
      '-days',
      '400',
      '-subj',
      '/C=DE/O=Köln Ltd/CN=Company CA',
      '-utf8',
      ...key,
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
      ...extensions.flatMap((extension) => ['-addext', extension]),
    ],
    { cwd: folder, stdio: 'pipe' },
  )
  const read = (file: string) => execFileSync('cat', [join(folder, file)]).toString()
  return { CA_CERT: read('ca.crt').replaceAll('\n', '\\n'), CA_KEY: Buffer.from(read('ca.key')).toString('base64') }
}

function readText(folder: string, file: string): string {
  return execFileSync('openssl', ['x509', '-noout', '-text', '-in', file], { cwd: folder }).toString()
}

describe.each(policies)('%s keys, signed by the authority %s', (keyAlgorithm, authority) => {
  const folder = newFolder()

  beforeAll(async () => {
    const io = edge(new Date(), authority === 'local' ? {} : companyCa(authority))
    const policy = policyIn(folder, { keyAlgorithm })
    const requests = [clientRequest({ keyAlgorithm }), { ...plugin, keyAlgorithm }]
    const outcome = await issueCertificates(
      {
        authorities,
        secrets: sourceOf(io),
        requests,
        policy,
        state: undefined,
        dry: false,
        force: false,
        caFromEnv: authority !== 'local',
      },
      io,
    )
    await writeCertificateTree(outcome, policy, io)
    const foreign = await issueForeignClient(new Date())
    mkdirSync(join(folder, 'foreign'))
    writeFileSync(join(folder, 'foreign/client.crt'), foreign.certificatePem)
    writeFileSync(join(folder, 'foreign/client.key'), foreign.keyPem.reveal(), { mode: 0o600 })
  })

  const verify = (leaf: string, ...args: string[]) => {
    const all = ['verify', '-x509_strict', '-CAfile', 'ca/ca.crt', ...args, leaf]
    const { stdout, stderr } = spawnSync('openssl', all, { cwd: folder, encoding: 'utf8' })
    return stdout.trim() + stderr
  }

  test('openssl, strict: the CA and both leaves verify for their purpose', () => {
    expect(verify('ca/ca.crt')).toBe('ca/ca.crt: OK')
    expect(verify('gateway/client.crt', '-purpose', 'sslclient')).toBe('gateway/client.crt: OK')
    const server = 'plugins/OPAPluginFilter/server.crt'
    for (const name of plugin.dnsNames) {
      expect(verify(server, '-purpose', 'sslserver', '-verify_hostname', name)).toBe(`${server}: OK`)
    }
  })

  test('openssl, strict: not for another purpose, another name, after their end, or from another CA', () => {
    expect(verify('gateway/client.crt', '-purpose', 'sslserver')).toMatch(/unsuitable certificate purpose/i)
    const server = 'plugins/OPAPluginFilter/server.crt'
    expect(verify(server, '-purpose', 'sslclient')).toMatch(/unsuitable certificate purpose/i)
    expect(verify(server, '-verify_hostname', 'evil.example')).toMatch(/hostname mismatch/i)
    expect(verify(server, '-attime', String(Math.floor(Date.now() / 1000) + 91 * 86_400))).toMatch(/has expired/i)
    expect(verify('foreign/client.crt', '-purpose', 'sslclient')).toMatch(/unable to get (local )?issuer|self.signed/i)
  })

  test('openssl reads the profile of the contract', () => {
    const leaf = readText(folder, 'plugins/OPAPluginFilter/server.crt')
    expect(leaf).toMatch(/Version: 3/)
    expect(leaf).toMatch(/Basic Constraints: critical\s+CA:FALSE/)
    expect(leaf).toMatch(/Key Usage: critical\s+Digital Signature\n/)
    expect(leaf).toMatch(/Extended Key Usage: \s*TLS Web Server Authentication\n/)
    expect(leaf).toMatch(/Subject Key Identifier/)
    expect(leaf).toMatch(/Authority Key Identifier/)
    const ca = readText(folder, 'ca/ca.crt')
    expect(ca).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/)
    expect(ca).toMatch(/Key Usage: critical\s+Certificate Sign, CRL Sign\n/)
    expect(ca).toMatch(/Subject Key Identifier/)
  })

  test('the tree is 0600 in folders 0700, and holds no CA key', () => {
    const files = readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => !name.startsWith('foreign'))
    expect(files.filter((name) => /\.(crt|key)$/.test(name)).sort()).toEqual([
      'ca/ca.crt',
      'gateway/ca.crt',
      'gateway/client.crt',
      'gateway/client.key',
      'plugins/OPAPluginFilter/ca.crt',
      'plugins/OPAPluginFilter/server.crt',
      'plugins/OPAPluginFilter/server.key',
    ])
    const modes = files.map((name) => {
      const found = statSync(join(folder, name))
      return `${found.isDirectory() ? 'folder' : 'file'} ${(found.mode & 0o777).toString(8)}`
    })
    expect([...new Set(modes)].sort()).toEqual(['file 600', 'folder 700'])
  })

  const shake = (client: string, host = 'mcp-plugin-opapluginfilter.mcp-gateway.svc') => {
    const script = join(import.meta.dirname, '../certificates/handshake.py')
    const answer = execFileSync(python, [script, join(folder, 'plugins/OPAPluginFilter'), client, host], {
      stdio: 'pipe',
    })
    const { strict, client: said, server } = JSON.parse(answer.toString())
    return { strict: Boolean(strict), client: String(said), server: String(server) }
  }

  test('Python, strict, both ways: accepted with the certificate of the gateway and the right name', () => {
    const answer = shake(join(folder, 'gateway'))
    expect(answer.server).toBe('ok')
    expect(answer.client).toMatch(/^ok TLSv1\.[23]$/)
    expect(answer.strict).toBe(true)
  })

  test('Python, strict: refused without a certificate, with a foreign one, with the certificate of a plugin, for another name', () => {
    expect(shake('-').server).toMatch(/peer did not return a certificate/i)
    expect(shake(join(folder, 'foreign')).server).toMatch(/certificate verify failed/i)
    expect(shake(`${join(folder, 'plugins/OPAPluginFilter')}#server`).server).toMatch(/certificate verify failed/i)
    expect(shake(join(folder, 'gateway'), 'evil.example').client).toMatch(/hostname mismatch/i)
  })
})
