import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { splitPem } from '../../src/certificates/read-certificate.ts'
import type { Report } from '../../src/model/report.ts'
import { type CompanyCa, companyCa, type Signing } from '../support/company-ca.ts'
import { containersOf, identities, removeProject, volumesOf } from '../support/engine.ts'
import { mustEnd, reportOf, runTool, startTool, type ToolRun } from '../support/tool.ts'
import { docker, importTinyImage, tinyImage } from './compose-world.ts'

// One stack on Compose whose certificates a company's CA signs, by ticket and by program. In this order.

const project = 'mcptest-external-pki'
const folder = mkdtempSync(join(tmpdir(), `${project}-`))
const requests = join(folder, 'certs/mcp/requests')
const signed = join(folder, 'signed')
const token = 'a-token-of-the-signer-1'
const components = ['Echo', 'Other', 'gateway']
let company: CompanyCa
/** The requests as the signer got them, by component. */
let asked: Readonly<Record<string, string>>

// `$$` is one `$` for our own interpolation. Without the trap every replaced container would take ten seconds to end.
const stay = `command: [/bin/sh, -c, 'trap "exit 0" TERM; while :; do sleep 1 & wait $$!; done']`
const stack = (certificates: string) => `version: 1
deployment: {type: compose, project_name: ${project}}
gateway: {image: "${tinyImage}", ${stay}}
plugins:
  - {name: Echo, image: "${tinyImage}", port: 8000, runtime_compat: false, healthcheck: [/bin/cat, /dev/null], ${stay}}
  - {name: Other, image: "${tinyImage}", port: 8000, runtime_compat: false, healthcheck: [/bin/cat, /dev/null], ${stay}}
certificates: {${certificates}}
ci_cd: {deploy: {verify: false, wait: false}}
`
const write = (certificates: string) => writeFileSync(join(folder, 'mcp-stack.yaml'), stack(certificates))
const run = (...words: readonly string[]) => runTool([...words, '--json'], { cwd: folder, env: { VCERT_TOKEN: token } })
const said = (ended: ToolRun) => reportOf(ended).problems.map(({ message }) => message)
/** The report has a row for each CA, too. */
const leaves = (ended: ToolRun) => reportOf(ended).certificates.filter(({ kind }) => kind !== 'ca')
const read = (path: string) => readFileSync(path, 'utf8')
const csrs = () =>
  Object.fromEntries(
    components
      .filter((name) => existsSync(join(requests, `${name}.csr`)))
      .map((name) => [name, read(join(requests, `${name}.csr`))]),
  )

/** What the company gives back, each in a file of its own. */
function sign(names: readonly string[], how: Signing = {}, by = company): void {
  rmSync(signed, { recursive: true, force: true })
  mkdirSync(signed)
  for (const name of names) writeFileSync(join(signed, `${name}.crt`), by.sign(asked[name] ?? '', { days: 89, ...how }))
  writeFileSync(join(signed, 'ca.crt'), by.intermediatePem + by.rootPem)
}

const inside = (service: string, file: string) =>
  docker('exec', containersOf(project)[service]?.id ?? '', '/bin/cat', `/app/certs/mcp/${file}`)

beforeAll(() => {
  importTinyImage()
  removeProject(project)
  company = companyCa(mkdtempSync(join(tmpdir(), 'mcp-company-')))
  write('authority: external')
})

afterAll(() => {
  removeProject(project)
  rmSync(folder, { recursive: true, force: true })
})

test('a first deploy writes requests, deploys nothing and ends with 3; killed in between, it goes on with the same keys', async () => {
  const killed = startTool(['deploy', '--json'], { cwd: folder })
  const isStored = () => volumesOf(project).some((name) => name.endsWith('mcp-state'))
  while (killed.child.exitCode === null && !isStored()) await setTimeout(20)
  await setTimeout(150)
  killed.child.kill('SIGKILL')
  await killed.ended

  const first = mustEnd(await run('deploy'), 3)
  asked = csrs()
  expect(Object.keys(asked)).toEqual(components)
  rmSync(requests, { recursive: true })
  const second = mustEnd(await run('deploy'), 3)
  expect(csrs()).toEqual(asked)
  for (const one of [first, second]) {
    expect(reportOf(one)).toMatchObject({ status: 'pending', exitCode: 3 } satisfies Partial<Report>)
    expect(reportOf(one).next).toContain(`mcp-deploy certs import ${requests}`)
    expect(said(one)).toContain('somebody has to sign the requests of gateway, Echo, Other')
  }
  expect(containersOf(project)).toEqual({})
})

test('what is handed to the signer is complete, is verified by openssl, and holds no key', () => {
  const manifest = JSON.parse(read(join(requests, 'requests.json')))
  expect(manifest).toMatchObject({ kind: 'CertificateRequests', stack: project })
  for (const { component, request, requestSha256, dnsNames, extendedKeyUsage, days } of manifest.requests) {
    const [sum] = execFileSync('sha256sum', [join(requests, request)])
      .toString()
      .split(' ')
    expect(sum).toBe(requestSha256)
    expect([extendedKeyUsage, days]).toEqual([component === 'gateway' ? 'clientAuth' : 'serverAuth', 90])
    const text = execFileSync('openssl', ['req', '-verify', '-noout', '-text', '-in', join(requests, request)], {
      stdio: 'pipe',
    }).toString()
    for (const name of dnsNames) expect(text).toContain(`DNS:${name}`)
  }
  const files = (readdirSync(folder, { recursive: true }) as string[]).map((path) => join(folder, path))
  for (const path of files.filter((one) => statSync(one).isFile()))
    expect(read(path), path).not.toContain('PRIVATE KEY')
})

test('one wrong chain, and none is taken: all that is wrong at once, and a deploy still waits', async () => {
  sign(components)
  writeFileSync(
    join(signed, 'Echo.crt'),
    company.sign(asked['Echo'] ?? '', {
      hash: 'sha1',
      extensions: ['extendedKeyUsage=clientAuth', 'authorityKeyIdentifier=keyid', 'keyUsage=digitalSignature'],
    }),
  )
  writeFileSync(join(signed, 'Other.crt'), company.sign(asked['Echo'] ?? ''))
  const refused = mustEnd(await run('certs', 'import', signed), 1)
  expect(said(refused).join('\n')).toMatch(/Echo.*names .* are missing[\s\S]*Echo.*not serverAuth[\s\S]*Echo.*SHA-1/)
  mustEnd(await run('deploy'), 3)
  expect(csrs()).toEqual(asked)

  rmSync(join(signed, 'Other.crt'))
  writeFileSync(
    join(signed, 'Other.crt'),
    companyCa(mkdtempSync(join(tmpdir(), 'mcp-company-'))).sign(asked['Other'] ?? ''),
  )
  expect(said(mustEnd(await run('certs', 'import', signed), 1)).join('\n')).toMatch(
    /Other.*signature on .* is not by the certificate/,
  )
  expect(containersOf(project)).toEqual({})
})

test('some of them, then the rest; what is there already does no harm; a deploy goes on', async () => {
  sign(['Echo', 'gateway'])
  expect(
    leaves(mustEnd(await run('certs', 'import', signed), 3)).map(({ component, how }) => `${component} ${how}`),
  ).toEqual(['gateway imported', 'Echo imported', 'Other pending'])
  expect(Object.keys(csrs())).toEqual(['Other'])
  mustEnd(await run('deploy'), 3)

  writeFileSync(join(signed, 'Other.crt'), company.sign(asked['Other'] ?? '', { days: 89 }))
  const done = mustEnd(await run('certs', 'import', signed), 0)
  expect(reportOf(done)).toMatchObject({ status: 'succeeded', next: 'To use them: mcp-deploy deploy' })
  expect(readdirSync(requests)).toEqual([])
  expect(reportOf(mustEnd(await run('certs', 'import', signed), 0)).status).toBe('unchanged')

  expect(reportOf(mustEnd(await run('deploy'), 0)).status).toBe('succeeded')
  const leaf = read(join(signed, 'Echo.crt'))
  expect(splitPem(inside('echo', 'server.crt'))).toEqual([...splitPem(leaf), company.intermediatePem])
  expect(`${inside('mcpgateway', 'ca.crt')}\n`).toBe(company.rootPem)
  expect(reportOf(mustEnd(await run('deploy'), 0)).status).toBe('unchanged')
})

test('a renewal: a deploy goes on with what runs and says what waits; certs ends with 3; another root for some is refused', async () => {
  const before = identities(project)
  write('authority: external, renew_before_days: 89')
  const deployed = mustEnd(await run('deploy'), 0)
  expect(reportOf(deployed).status).toBe('unchanged')
  expect(said(deployed).join('\n')).toMatch(/what runs is used until then/)
  expect(identities(project)).toEqual(before)
  const renewed = csrs()
  expect(Object.keys(renewed)).toEqual(components)
  for (const name of components) expect(renewed[name]).not.toBe(asked[name])
  asked = renewed
  mustEnd(await run('certs'), 3)
  expect(csrs()).toEqual(asked)

  const other = companyCa(mkdtempSync(join(tmpdir(), 'mcp-company-')), 'Successor')
  write('authority: external')
  sign(['Echo'], {}, other)
  expect(said(mustEnd(await run('certs', 'import', signed), 1)).join('\n')).toMatch(
    /another root than those that gateway, Other have/,
  )
  sign(components, {}, other)
  mustEnd(await run('certs', 'import', signed), 0)
  mustEnd(await run('deploy'), 0)
  expect(`${inside('other', 'ca.crt')}\n`).toBe(other.rootPem)

  // And back, with a bundle of both roots first: nothing is ever untrusted.
  writeFileSync(join(folder, 'roots.pem'), other.rootPem + company.rootPem)
  write('authority: external, renew_before_days: 89, external: {ca_file: roots.pem}')
  mustEnd(await run('deploy'), 0)
  expect(splitPem(inside('other', 'ca.crt'))).toHaveLength(2)
  asked = csrs()
  sign(['Echo'])
  mustEnd(await run('certs', 'import', signed), 3)
  mustEnd(await run('deploy'), 0)
  expect(splitPem(inside('echo', 'server.crt')).at(-1)).toBe(company.intermediatePem)
  expect(splitPem(inside('other', 'server.crt')).at(-1)).toBe(other.intermediatePem)
})

test('a program signs: what it says is shown without secrets, a wrong answer deploys nothing, a good one is used at once', async () => {
  const before = identities(project)
  const program = (body: string) => writeFileSync(join(folder, 'sign.sh'), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  const byProgram = (more = '') =>
    write(`authority: external, external: {command: [./sign.sh, zone]${more}}, key_algorithm: rsa-2048`)
  byProgram()
  program('echo "zone $1 is closed for $MCP_CERT_COMPONENT, says $VCERT_TOKEN" >&2; exit 7')
  const failed = mustEnd(await run('certs'), 1)
  expect(said(failed).join('\n')).toMatch(
    /did not sign for Echo: it ended with 7: zone zone is closed for Echo, says \[secret VCERT_TOKEN\]/,
  )
  expect(failed.stdout + failed.stderr + read(join(folder, 'deploy/logs/sign.log'))).not.toContain(token)
  expect(said(failed)).toHaveLength(3)
  program(`cat ${join(company.folder, 'root.crt')}`)
  expect(said(mustEnd(await run('deploy'), 1)).join('\n')).toMatch(/for another key/)
  expect(identities(project)).toEqual(before)

  program(`n=$(mktemp -d); cat > $n/csr
printf 'subjectKeyIdentifier=hash\\nauthorityKeyIdentifier=keyid\\n' > $n/ext
cd ${company.folder} && openssl x509 -req -in $n/csr -copy_extensions copyall -CA intermediate.crt -CAkey intermediate.key \\
  -set_serial 0x$(openssl rand -hex 12) -days $MCP_CERT_DAYS -extfile $n/ext 2>/dev/null
cat intermediate.crt`)
  // Its root is not in the answer.
  expect(said(mustEnd(await run('deploy'), 1)).join('\n')).toMatch(/CN=Company Root is missing/)
  byProgram(', ca_file: roots.pem')
  expect(leaves(mustEnd(await run('deploy'), 0)).map(({ how }) => how)).toEqual(['issued', 'issued', 'issued'])
  expect(splitPem(inside('echo', 'server.crt')).at(-1)).toBe(company.intermediatePem)
  expect(reportOf(mustEnd(await run('deploy'), 0)).status).toBe('unchanged')
  // All are under one of the two now: the other goes at once.
  writeFileSync(join(folder, 'root.pem'), company.rootPem)
  byProgram(', ca_file: root.pem')
  const dropped = reportOf(mustEnd(await run('deploy'), 0))
  expect(dropped.certificates.filter(({ kind }) => kind !== 'ca').map(({ how }) => how)).toEqual(Array(3).fill('kept'))
  expect(`${inside('echo', 'ca.crt')}\n`).toBe(company.rootPem)
})

test('without a target the keys wait in a file of their owner, and the tree is what is deployed from', async () => {
  const alone = mkdtempSync(join(tmpdir(), `${project}-alone-`))
  writeFileSync(join(alone, 'mcp-stack.yaml'), stack('validity_days: 90'))
  const env = { DOCKER_HOST: `unix://${alone}/nothing.sock` }
  const offline = (...words: readonly string[]) => runTool([...words, '--json'], { cwd: alone, env })
  mustEnd(await offline('certs', '--external-pki'), 3)
  const store = join(alone, 'certs/mcp/ca/open-requests.json')
  expect(statSync(store).mode & 0o777).toBe(0o600)
  const made = join(alone, 'certs/mcp/requests')
  for (const name of components) {
    const csr = read(join(made, `${name}.csr`))
    // Beside its request, as the instructions say, and the whole chain in one file.
    writeFileSync(join(made, `${name}.crt`), company.sign(csr) + company.intermediatePem + company.rootPem)
  }
  mustEnd(await offline('certs', '--external-pki'), 3)
  mustEnd(await offline('certs', 'import'), 0)
  expect(existsSync(store)).toBe(false)
  const leaf = join(alone, 'certs/mcp/plugins/Echo/server.crt')
  const root = join(alone, 'certs/mcp/ca/ca.crt')
  expect(
    execFileSync('openssl', ['verify', '-x509_strict', '-CAfile', root, '-untrusted', leaf, leaf]).toString(),
  ).toMatch(/OK/)
  expect(leaves(mustEnd(await offline('certs', '--external-pki'), 0)).map(({ how }) => how)).toEqual([
    'imported',
    'imported',
    'imported',
  ])
  rmSync(alone, { recursive: true })
})
