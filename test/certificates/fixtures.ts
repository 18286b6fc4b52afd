import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createIo } from '../../src/io/create-io.ts'
import type { CertificateOutcome } from '../../src/model/certificate.ts'
import type { Io, Progress } from '../../src/model/io.ts'
import type { StackState } from '../../src/model/live.ts'
import type { CertificateRequest } from '../../src/model/plan.ts'
import { Secret } from '../../src/model/secret.ts'
import type { CertificatesConfig } from '../../src/model/stack.ts'

export const day = 86_400_000

const silent: Progress = {
  step: () => undefined,
  task: () => ({ update: () => undefined, done: () => undefined, fail: () => undefined }),
  line: () => undefined,
  detail: () => undefined,
  problem: () => undefined,
}

/** The real edge with a clock that stands still, and an environment of its own. */
export function edge(now: Date = new Date(), environment: Record<string, string> = {}): Io {
  const io = createIo({
    environment: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    progress: silent,
    signal: new AbortController().signal,
  })
  return { ...io, clock: { ...io.clock, now: () => now } }
}

export const newFolder = () => mkdtempSync(join(tmpdir(), 'mcp-certificates-'))

export function policyIn(folder: string, changes: Partial<CertificatesConfig> = {}): CertificatesConfig {
  return {
    authority: 'local',
    autoGenerate: true,
    validityDays: 90,
    renewBeforeDays: 30,
    keyAlgorithm: 'ecdsa-p256',
    caStorage: 'target',
    caPath: join(folder, 'ca'),
    gatewayPath: join(folder, 'gateway'),
    pluginsPath: join(folder, 'plugins'),
    ...changes,
  }
}

export function serverRequest(name: string, changes: Partial<CertificateRequest> = {}): CertificateRequest {
  const lower = name.toLowerCase()
  const service = `mcp-plugin-${lower}`
  const space = 'mcp-gateway'
  return {
    component: name,
    kind: 'server',
    commonName: service,
    dnsNames: [
      lower,
      service,
      `${service}.${space}`,
      `${service}.${space}.svc`,
      `${service}.${space}.svc.cluster.local`,
      'localhost',
      name,
    ],
    keyAlgorithm: 'ecdsa-p256',
    validityDays: 90,
    renewBeforeDays: 30,
    ...changes,
  }
}

export function clientRequest(changes: Partial<CertificateRequest> = {}): CertificateRequest {
  return {
    component: 'gateway',
    kind: 'client',
    commonName: 'mcpgateway',
    dnsNames: ['mcpgateway'],
    keyAlgorithm: 'ecdsa-p256',
    validityDays: 90,
    renewBeforeDays: 30,
    ...changes,
  }
}

/** What the target's store holds after a deploy with this outcome. */
export function stateAfter(outcome: CertificateOutcome): StackState {
  return {
    schema: 1,
    stack: 'test',
    hashKey: new Secret('hash key', 'k'.repeat(32)),
    certificates: outcome.certificates.flatMap((entry) => entry.certificate ?? []),
    generated: {},
    releases: [],
    fresh: false,
    ...(outcome.authority === undefined ? {} : { authority: outcome.authority }),
    ...(outcome.rollOver === undefined ? {} : { rollOver: outcome.rollOver }),
  }
}
