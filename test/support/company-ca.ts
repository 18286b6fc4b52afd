import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How the company's CA signs; what is left out is as it should be. */
export interface Signing {
  readonly days?: number
  readonly hash?: string
  /** Lines of an OpenSSL extension section in place of what the request wishes for. */
  readonly extensions?: readonly string[]
  /** `root` signs without the intermediate in between. */
  readonly by?: 'intermediate' | 'root'
}

/** A company's CA of two stages, run by openssl: not by our own encoder. */
export interface CompanyCa {
  readonly folder: string
  readonly rootPem: string
  readonly intermediatePem: string
  /** Signs a request as it is; answers the leaf alone. */
  sign(csrPem: string, how?: Signing): string
}

const caExtensions = (more: string) =>
  `basicConstraints=critical,CA:TRUE${more}\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n`

/** What a CA adds to each leaf by itself. */
const ownExtensions = ['subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid']

export function companyCa(folder: string, name = 'Company', rootExtensions = '', keys: 'ec' | 'rsa' = 'ec'): CompanyCa {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
  const kind = keys === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
  const newKey = ['-newkey', ...kind, '-nodes']

  write('root.ext', caExtensions('') + rootExtensions)
  write('intermediate.ext', `${caExtensions(',pathlen:0')}authorityKeyIdentifier=keyid\n`)
  openssl('req', '-new', ...newKey, '-subj', `/O=${name}/CN=${name} Root`, '-keyout', 'root.key', '-out', 'root.csr')
  openssl(
    'x509',
    '-req',
    '-in',
    'root.csr',
    '-signkey',
    'root.key',
    '-days',
    '800',
    '-extfile',
    'root.ext',
    '-out',
    'root.crt',
  )
  openssl(
    'req',
    '-new',
    ...newKey,
    '-subj',
    `/O=${name}/CN=${name} Issuing`,
    '-keyout',
    'intermediate.key',
    '-out',
    'intermediate.csr',
  )
  const byRoot = ['-CA', 'root.crt', '-CAkey', 'root.key', '-CAcreateserial']
  openssl(
    'x509',
    '-req',
    '-in',
    'intermediate.csr',
    ...byRoot,
    '-days',
    '700',
    '-extfile',
    'intermediate.ext',
    '-out',
    'intermediate.crt',
  )

  return {
    folder,
    rootPem: read('root.crt'),
    intermediatePem: read('intermediate.crt'),

    sign(csrPem, { days = 90, hash = 'sha256', extensions, by = 'intermediate' } = {}) {
      write('leaf.csr', csrPem)
      write('leaf.ext', `${(extensions ?? ownExtensions).join('\n')}\n`)
      const copy = extensions === undefined ? ['-copy_extensions', 'copyall'] : []
      const signer = ['-CA', `${by}.crt`, '-CAkey', `${by}.key`, '-CAcreateserial']
      openssl(
        'x509',
        '-req',
        '-in',
        'leaf.csr',
        ...copy,
        ...signer,
        `-${hash}`,
        '-days',
        String(days),
        '-extfile',
        'leaf.ext',
        '-out',
        'leaf.crt',
      )
      return read('leaf.crt')
    },
  }
}

/** A program for certificates.external.command: signs by the intermediate in this folder and shows the whole chain. */
export function signBelow(folder: string): string {
  return `#!/bin/sh
set -e
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
cat > "$work/csr"
printf 'subjectKeyIdentifier=hash\\nauthorityKeyIdentifier=keyid\\n' > "$work/ext"
cd ${folder}
openssl x509 -req -in "$work/csr" -copy_extensions copyall -CA intermediate.crt -CAkey intermediate.key \\
  -set_serial "0x$(openssl rand -hex 12)" -days "$MCP_CERT_DAYS" -extfile "$work/ext"
cat root.crt intermediate.crt
`
}
