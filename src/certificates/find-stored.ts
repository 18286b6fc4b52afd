import type { KeptLeaf } from '../model/cert-manager.ts'
import type { Certificate } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { StackState } from '../model/live.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import { readKeptLeaves } from './kept-by-target.ts'
import { lookUp } from './look-up.ts'
import { readTree } from './tree.ts'

/** What is there of the requested certificates: files first, then the target's store; what the target's own authority keeps, there. Asks no authority. */
export async function findStored(
  requests: readonly CertificateRequest[],
  policy: CertificatesConfig,
  kept: { readonly state: StackState | undefined; readonly leaves: readonly KeptLeaf[] },
  io: Io,
): Promise<{
  readonly certificates: readonly Certificate[]
  readonly missing: readonly CertificateRequest[]
  readonly problems: readonly Problem[]
}> {
  const { all, problems } =
    policy.issuer === undefined
      ? await fromFilesOrStore(requests, policy, kept.state, io)
      : { all: readKeptLeaves(kept.leaves), problems: [] }
  const byComponent = new Map(all.map((certificate) => [certificate.component, certificate]))
  const certificates = requests.flatMap(({ component }) => byComponent.get(component) ?? [])
  for (const { keyPem } of certificates) io.redactor.add(keyPem)
  const missing = requests.filter(({ component }) => !byComponent.has(component))
  return { certificates, missing, problems }
}

async function fromFilesOrStore(
  requests: readonly CertificateRequest[],
  policy: CertificatesConfig,
  state: StackState | undefined,
  io: Io,
): Promise<{ readonly all: readonly Certificate[]; readonly problems: readonly Problem[] }> {
  const { certificates, problems } = lookUp(await readTree(requests, policy, io), state, policy.authority)
  return { all: [...certificates.values()].map(({ certificate }) => certificate), problems }
}
