import { X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { Certificate, OpenRequest, Unsigned } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { CertificateRequest } from '../model/plan.ts'
import { Secret } from '../model/secret.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import { makeSigningRequest } from './csr.ts'
import { isKeyOf } from './key.ts'

/** The open request for exactly this: its key and CSR are used again, so that what a signer has already stays good. */
export function findOpen(request: CertificateRequest, open: readonly OpenRequest[]): OpenRequest | undefined {
  return open.find((entry) => describe(entry) === describe(request))
}

function describe({ component, kind, commonName, dnsNames, keyAlgorithm }: CertificateRequest | OpenRequest): string {
  return JSON.stringify([component, kind, commonName, dnsNames, keyAlgorithm])
}

/** Makes what is not open yet. */
export async function openRequest(
  request: CertificateRequest,
  known: readonly OpenRequest[],
  now: Date,
): Promise<Unsigned> {
  const found = findOpen(request, known) ?? (await newRequest(request, now))
  return { pending: 'certificate', key: request.component, openRequest: found }
}

async function newRequest(request: CertificateRequest, now: Date): Promise<OpenRequest> {
  const { csrPem, keyPem } = await makeSigningRequest(request)
  const { component, kind, commonName, dnsNames, keyAlgorithm, validityDays } = request
  return {
    component,
    kind,
    commonName,
    dnsNames,
    keyAlgorithm,
    validityDays,
    csrPem,
    keyPem,
    madeAt: now.toISOString(),
  }
}

/** Requests of earlier runs that the plan still has, and that no certificate has answered. */
export function stillOpen(
  known: readonly OpenRequest[],
  requests: readonly CertificateRequest[],
  certificates: readonly Certificate[],
): readonly OpenRequest[] {
  const wanted = new Set(requests.flatMap((request) => findOpen(request, known) ?? []))
  return [...wanted].filter((entry) => {
    const answered = certificates.find(({ component }) => component === entry.component)
    return answered === undefined || !isKeyOf(entry.keyPem, new X509Certificate(answered.chainPem))
  })
}

/** Without a target the keys wait in one 0600 file beside the CA's; never in the folder that is handed to a signer. */
const storeOf = (policy: CertificatesConfig) => join(policy.caPath, 'open-requests.json')

/**
 * Those of the state, else those of the file; their keys are made known to the redactor.
 *
 * @throws StackError CERTIFICATE_INVALID for a file that is not ours.
 */
export async function findOpenRequests(
  inState: readonly OpenRequest[] | undefined,
  policy: CertificatesConfig,
  io: Io,
): Promise<readonly OpenRequest[]> {
  const open = inState !== undefined && inState.length > 0 ? inState : await readOpenRequests(policy, io)
  for (const { keyPem } of open) io.redactor.add(keyPem)
  return open
}

async function readOpenRequests(policy: CertificatesConfig, io: Io): Promise<readonly OpenRequest[]> {
  const path = storeOf(policy)
  if (!(await io.files.exists(path))) return []
  try {
    const stored = JSON.parse(await io.files.read(path)) as readonly (Omit<OpenRequest, 'keyPem'> & {
      readonly keyPem: string
    })[]
    return stored.map((entry) => ({ ...entry, keyPem: new Secret(`the key of ${entry.component}`, entry.keyPem) }))
  } catch (cause) {
    throw new StackError({
      code: 'CERTIFICATE_INVALID',
      message: `${path} does not hold the open certificate requests`,
      hint: 'Remove it: requests are then made anew, with new keys.',
      cause,
    })
  }
}

/** Writes that file, or removes it when nothing is open. */
export async function writeOpenRequests(
  open: readonly OpenRequest[],
  policy: CertificatesConfig,
  io: Io,
): Promise<void> {
  const path = storeOf(policy)
  if (open.length === 0) {
    if (await io.files.exists(path)) await io.files.remove(path)
    return
  }
  const text = JSON.stringify(open.map((entry) => ({ ...entry, keyPem: entry.keyPem.reveal() })))
  await io.files.write(path, new Secret('open certificate requests', text), 0o600)
}
