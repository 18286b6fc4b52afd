import type { Certificate } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { StackState } from '../model/live.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import { lookUp } from './look-up.ts'
import { readTree } from './tree.ts'

/** What is there of the requested certificates: files first, then the target's store. Asks no authority. */
export async function findStored(
  requests: readonly CertificateRequest[],
  policy: CertificatesConfig,
  state: StackState | undefined,
  io: Io,
): Promise<{
  readonly certificates: readonly Certificate[]
  readonly missing: readonly CertificateRequest[]
  readonly problems: readonly Problem[]
}> {
  const found = lookUp(await readTree(requests, policy, io), state)
  const certificates = requests.flatMap(({ component }) => found.certificates.get(component)?.certificate ?? [])
  for (const { keyPem } of certificates) io.redactor.add(keyPem)
  const missing = requests.filter(({ component }) => !found.certificates.has(component))
  return { certificates, missing, problems: found.problems }
}
