import { join, normalize } from 'node:path'
import { StackError } from '../errors.ts'
import type { AuthorityKeyPair, Certificate, CertificateOutcome } from '../model/certificate.ts'
import type { Io } from '../model/io.ts'
import type { CertificateRequest } from '../model/plan.ts'
import type { Problem } from '../model/problem.ts'
import { Secret } from '../model/secret.ts'
import type { CertificatesConfig } from '../model/stack.ts'
import { refuseTracked } from './folder-tracked.ts'
import { toCertificate } from './to-certificate.ts'

/** Where the tree of CONTRACT §4 lies. */
export type TreePaths = Pick<CertificatesConfig, 'caPath' | 'gatewayPath' | 'pluginsPath'>

/** The files that were found at the three configured paths. */
export interface Tree {
  readonly certificates: readonly Certificate[]
  /** `ca.crt`, and `ca.key` where it is there. */
  readonly caPem?: string
  readonly caKey?: Secret
  /** Paths that a complete tree would have and this one has not; the CA's key is never among them. */
  readonly missing: readonly string[]
}

const ownerOnly = 0o600

/** Reads what is there; undefined when none of the files is. */
export async function readTree(
  requests: readonly CertificateRequest[],
  paths: TreePaths,
  io: Io,
): Promise<Tree | undefined> {
  const ca = caFiles(paths)
  const found = new Map<string, string>()
  const leaves = requests.map((request) => ({ request, files: leafFiles(request, paths) }))
  const wanted = [ca.certificate, ...leaves.flatMap(({ files }) => Object.values(files))]
  const absent = await absentFolders(paths, io)
  for (const path of [ca.key, ...wanted]) {
    if (absent.some((folder) => path.startsWith(`${folder}/`))) continue
    if (await io.files.exists(path)) found.set(path, await readFile(path, io))
  }
  if (found.size === 0) return undefined

  const caPem = found.get(ca.certificate)
  const caKey = found.get(ca.key)
  return {
    certificates: leaves.flatMap(({ request, files }) => {
      const [chainPem, key, trustBundlePem] = [files.chain, files.key, files.trust].map((path) => found.get(path))
      if (chainPem === undefined || key === undefined || trustBundlePem === undefined) return []
      const keyPem = new Secret(`the key of ${request.component}`, key)
      io.redactor.add(keyPem)
      return [toCertificate({ request, chainPem, keyPem, trustBundlePem })]
    }),
    ...(caPem === undefined ? {} : { caPem }),
    ...(caKey === undefined ? {} : { caKey: registered(new Secret('the CA key', caKey), io) }),
    missing: wanted.filter((path) => !found.has(path)),
  }
}

/** Most stacks keep no files at all: three questions then, and not one for each file. */
async function absentFolders({ caPath, gatewayPath, pluginsPath }: TreePaths, io: Io): Promise<readonly string[]> {
  const folders = [caPath, gatewayPath, pluginsPath].map((path) => normalize(path))
  const there = await Promise.all(folders.map((folder) => io.files.exists(folder)))
  return folders.filter((_, index) => !there[index])
}

/**
 * Writes the tree: files 0600 in folders 0700, each replaced in one step. Keys come first, so that a run killed in between
 * leaves a key without certificate (made good by the next run), never a certificate whose key is lost.
 *
 * @param options.caKey  Write the CA's key although ca_storage is `target`: no target keeps it.
 * @returns What to warn about.
 * @throws StackError FOLDER_TRACKED, FILE_UNWRITABLE
 */
export async function writeCertificateTree(
  outcome: CertificateOutcome,
  paths: TreePaths,
  io: Io,
  options: { readonly caKey?: boolean } = {},
): Promise<readonly Problem[]> {
  const problems = await refuseTracked([paths.caPath, paths.gatewayPath, paths.pluginsPath], io)
  const pair = outcome.authorityForFiles ?? (options.caKey === true ? outcome.authority : undefined)
  if (pair !== undefined) await writePair(pair, paths, io)

  const certificates = outcome.certificates.flatMap((entry) => entry.certificate ?? entry.current ?? [])
  const trust = certificates[0]?.trustBundlePem
  if (pair === undefined && trust !== undefined) await io.files.write(caFiles(paths).certificate, trust, ownerOnly)
  for (const certificate of certificates) {
    const files = leafFiles(certificate, paths)
    await io.files.write(files.key, certificate.keyPem, ownerOnly)
    await io.files.write(files.chain, certificate.chainPem, ownerOnly)
    await io.files.write(files.trust, certificate.trustBundlePem, ownerOnly)
  }
  return problems
}

async function writePair(pair: AuthorityKeyPair, paths: TreePaths, io: Io): Promise<void> {
  const ca = caFiles(paths)
  await io.files.write(ca.key, pair.keyPem, ownerOnly)
  await io.files.write(ca.certificate, pair.certificatePem, ownerOnly)
}

function caFiles(paths: TreePaths): { readonly key: string; readonly certificate: string } {
  return { key: join(paths.caPath, 'ca.key'), certificate: join(paths.caPath, 'ca.crt') }
}

function leafFiles(
  leaf: Pick<CertificateRequest, 'component' | 'kind'>,
  paths: TreePaths,
): { readonly key: string; readonly chain: string; readonly trust: string } {
  const folder = leaf.kind === 'client' ? paths.gatewayPath : join(paths.pluginsPath, folderName(leaf.component))
  return {
    key: join(folder, `${leaf.kind}.key`),
    chain: join(folder, `${leaf.kind}.crt`),
    trust: join(folder, 'ca.crt'),
  }
}

function folderName(component: string): string {
  if (!/[/\\\0]/.test(component) && component !== '..' && component !== '.') return component
  throw new StackError({
    code: 'CONFIG_INVALID',
    message: `the plugin name ${JSON.stringify(component)} cannot name a folder`,
    hint: 'Use letters, digits, "-" and "_".',
  })
}

async function readFile(path: string, io: Io): Promise<string> {
  try {
    return await io.files.read(path)
  } catch (cause) {
    throw new StackError({
      code: 'CERTIFICATE_INVALID',
      message: `${path} could not be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Give the user who deploys the right to read it.',
      cause,
    })
  }
}

function registered(secret: Secret, io: Io): Secret {
  io.redactor.add(secret)
  return secret
}
