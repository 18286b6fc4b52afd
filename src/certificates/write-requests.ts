import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { StackError } from '../errors.ts'
import type { OpenRequest } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import { usageNames } from './profile.ts'

const manifestName = 'requests.json'

/** `<component>.csr`; what comes back is `<component>.crt`. */
function requestFile(component: string, extension = 'csr'): string {
  if (!/[/\\\0]/.test(component) && !component.startsWith('.')) return `${component}.${extension}`
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: `the plugin name ${JSON.stringify(component)} cannot name a file`,
    hint: 'Use letters, digits, "-" and "_".',
  })
}

/**
 * Writes what a signer needs into a folder that may be handed on as it is: a CSR each, and a manifest of what is wanted. No key is
 * in it. Requests of ours that are not open any more are removed.
 */
export async function writeRequests(
  open: readonly OpenRequest[],
  folder: string,
  about: { readonly stack: string; readonly importCommand: string },
  io: Io,
): Promise<readonly string[]> {
  const old = await readOldNames(folder, io)
  const wanted = new Set(open.map(({ component }) => requestFile(component)))
  for (const name of old) if (!wanted.has(name)) await io.files.remove(join(folder, name))
  const manifest = join(folder, manifestName)
  if (open.length === 0) {
    if (old.length > 0) await io.files.remove(manifest)
    return []
  }
  const written: string[] = []
  for (const entry of open) {
    const path = join(folder, requestFile(entry.component))
    await io.files.write(path, entry.csrPem, 0o644)
    written.push(path)
  }
  // Last: who finds the manifest finds every request that it names.
  await io.files.write(manifest, `${JSON.stringify(describeRequests(open, about), null, 2)}\n`, 0o644)
  return [...written, manifest]
}

function describeRequests(
  open: readonly OpenRequest[],
  { stack, importCommand }: { readonly stack: string; readonly importCommand: string },
): unknown {
  return {
    kind: 'CertificateRequests',
    madeBy: 'mcp-stack-deploy',
    stack,
    about: [
      'Each .csr file is a PKCS #10 request. Please sign every one of them as it is; the private keys stay with the stack.',
      'Wanted of each certificate: the DNS names of the request (localhost may be left out), basicConstraints critical CA:FALSE,',
      'keyUsage critical digitalSignature, the one extendedKeyUsage below and no other, subject and authority key identifiers.',
      'SHA-256 or better. All of them under the same root CA.',
      'Give back, as PEM: NAME.crt beside NAME.csr (or NAME.pem, or NAME/tls.crt) with the intermediates after it; the root CA in',
      'the same file or in ca.crt.',
      `Then: ${importCommand}`,
    ],
    requests: open.map((entry) => ({
      component: entry.component,
      kind: entry.kind,
      commonName: entry.commonName,
      dnsNames: entry.dnsNames,
      extendedKeyUsage: usageNames[entry.kind],
      keyUsage: ['digitalSignature'],
      keyAlgorithm: entry.keyAlgorithm,
      days: entry.validityDays,
      madeAt: entry.madeAt,
      request: requestFile(entry.component),
      requestSha256: createHash('sha256').update(entry.csrPem).digest('hex'),
      answer: requestFile(entry.component, 'crt'),
    })),
  }
}

/** The requests that an earlier manifest names: nothing else in the folder is ours to remove. */
async function readOldNames(folder: string, io: Io): Promise<readonly string[]> {
  const path = join(folder, manifestName)
  if (!(await io.files.exists(path))) return []
  try {
    const old = JSON.parse(await io.files.read(path)) as {
      readonly requests?: readonly { readonly component?: unknown }[]
    } | null
    return (old?.requests ?? []).flatMap(({ component }) =>
      typeof component === 'string' ? [requestFile(component)] : [],
    )
  } catch {
    return []
  }
}
