import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type { CertificateState } from '../../src/model/certificate.ts'
import type { TextPart } from '../../src/model/env-value.ts'
import type { Files } from '../../src/model/io.ts'
import type { Plan } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import type { RenderInput } from '../../src/render/render-bundle.ts'
import { loadTemplates } from '../../src/render/templates.ts'

const unused = () => Promise.reject(new Error('rendering only reads'))

/** Reading from the real disk. */
export const files: Files = {
  read: (path) => readFile(path, 'utf8'),
  readBytes: (path) => readFile(path),
  exists: (path) => Promise.resolve(existsSync(path)),
  isExecutable: unused,
  list: (path) => readdir(path),
  write: unused,
  remove: unused,
  realpath: unused,
  temporaryFolder: unused,
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Everything a rendering needs beside the plan: images with digests, certificates that are there. */
export async function renderInput(plan: Plan, changes: Partial<RenderInput> = {}): Promise<RenderInput> {
  const { templates } = await loadTemplates('compose', undefined, { files })
  return {
    plan,
    images: plan.images.map(({ component, repository }) => ({
      component,
      reference: `${repository}@sha256:${createHash('sha256').update(component).digest('hex')}`,
      tag: `${repository}:0a1b2c`,
      how: 'reused',
      seconds: 0,
    })),
    certificates: plan.certificates.map(certificateState),
    digest: (value, name) =>
      digestOf(`${name} ${value.kind === 'plain' ? value.value : value.parts.map(textOf).join('')}`),
    templates,
    ...changes,
  }
}

const textOf = (part: TextPart) => (part.kind === 'literal' ? part.text.reveal() : part.secret)

function certificateState(request: Plan['certificates'][number]): CertificateState {
  return {
    request,
    how: 'kept',
    certificate: {
      component: request.component,
      kind: request.kind,
      chainPem: `certificate of ${request.component}\n`,
      keyPem: new Secret(`${request.component} key`, `the private key of ${request.component}\n`),
      trustBundlePem: 'the CA\n',
      fingerprint: createHash('sha256').update(request.component).digest('hex'),
      issuer: 'CN=mcp-stack CA',
      dnsNames: request.dnsNames,
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2026-04-01T00:00:00Z',
    },
  }
}

export const fileText = (path: string): string => readFileSync(path, 'utf8')
