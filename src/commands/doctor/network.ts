import { X509Certificate } from 'node:crypto'
import { type Check, type Finding, good, skipped, wrong } from '../../model/check.ts'
import type { Environment } from '../../model/host.ts'
import type { Io } from '../../model/io.ts'

/** The ways out of this machine, and whom it trusts there. */
export function networkChecks(io: Io, caFile: string | undefined): readonly Check[] {
  const { NODE_EXTRA_CA_CERTS: extra = '' } = io.environment
  const bundles = [
    ...(caFile === undefined ? [] : [{ name: 'network.ca_file', path: caFile, needed: true }]),
    // Node itself warns and goes on without it.
    ...(extra === '' ? [] : [{ name: 'NODE_EXTRA_CA_CERTS', path: extra, needed: false }]),
  ]
  return [
    { name: 'proxy', needed: true, ask: async () => [describeProxy(io.environment)] },
    ...bundles.map(({ name, path, needed }) => ({
      name,
      needed,
      async ask() {
        const text = await io.files.read(path).catch(() => undefined)
        return [judgeBundle(name, path, text, needed)]
      },
    })),
  ]
}

/** The variables as the program reads them, lower case first; nobody's password is in the answer. */
export function describeProxy(environment: Environment): Finding {
  const shown = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => {
    const value = environment[name.toLowerCase()] ?? environment[name] ?? ''
    return value === '' ? [] : [{ name, value: withoutUser(value) }]
  })
  const proxies = shown.filter(({ name }) => name !== 'NO_PROXY')
  if (proxies.length === 0) return skipped('proxy', 'none is set')
  const broken = proxies.find(({ value }) => !isHttpUrl(value))
  if (broken !== undefined) {
    return wrong(true, 'proxy', {
      code: 'USAGE',
      message: `${broken.name} is ${broken.value}, which is no http address`,
      hint: `Write it whole: ${broken.name}=http://host:port`,
    })
  }
  return good('proxy', shown.map(({ name, value }) => `${name}=${value}`).join(' '))
}

function withoutUser(value: string): string {
  return value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/]*@/i, '$1')
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value)
}

/** @param text  Undefined where the file cannot be read. */
export function judgeBundle(name: string, path: string, text: string | undefined, needed: boolean): Finding {
  const problem = (message: string): Finding =>
    wrong(needed, name, {
      code: 'CERTIFICATE_INVALID',
      message,
      hint: 'Point it to a PEM file: BEGIN CERTIFICATE, one after the other',
    })
  if (text === undefined) return problem(`${path} cannot be read`)
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) return problem(`${path} holds no certificate`)
  const unreadable = blocks.findIndex((block) => !isCertificate(block))
  if (unreadable >= 0) return problem(`certificate ${unreadable + 1} of ${path} cannot be read`)
  return good(name, `${path}, ${blocks.length} certificate${blocks.length === 1 ? '' : 's'}`)
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).subject !== undefined
  } catch {
    return false
  }
}
