import type { Io } from '../model/io.ts'
import { findInside } from './files.ts'
import { type Finding, wrong } from './finding.ts'
import { reasonOf } from './load.ts'
import { decodeText } from './read-text.ts'

/** One file of extra_manifests; `file` is the path as the user wrote it. */
export interface Manifest {
  readonly file: string
  readonly text: string
}

/** A release keeps them, and ten releases share one object of 1 MiB. */
const maxTotal = 256 * 1024

/** Reads extra_manifests as they are: nothing in them is filled in. */
export async function readManifests(
  files: readonly string[],
  folder: string,
  io: Io,
): Promise<{ readonly manifests: readonly Manifest[]; readonly findings: readonly Finding[] }> {
  const manifests: Manifest[] = []
  const findings: Finding[] = []
  for (const [index, file] of files.entries()) {
    const read = await readManifest(file, folder, io)
    if ('message' in read) findings.push(wrong(['extra_manifests', index], read.message, read.hint))
    else if (files.indexOf(file) < index) findings.push(wrong(['extra_manifests', index], `is ${file} a second time`))
    else manifests.push(read)
  }
  const total = manifests.reduce((sum, { text }) => sum + text.length, 0)
  if (total > maxTotal) {
    const message = `has ${total} characters in all, ${maxTotal} at most: a release keeps them`
    findings.push(wrong(['extra_manifests'], message, 'Apply them apart from the stack'))
  }
  return { manifests, findings }
}

async function readManifest(
  file: string,
  folder: string,
  io: Io,
): Promise<Manifest | { readonly message: string; readonly hint?: string }> {
  const found = await findInside(io, folder, file, 'the folder of the stack file')
  if (!found.ok) return found.refusal
  if (found.kind === 'folder') return { message: `names ${file}, which is a directory`, hint: 'Name its files' }
  try {
    const decoded = decodeText(await io.files.readBytes(found.path), { yaml: true })
    if (decoded.ok) return { file, text: decoded.text }
    const { message, hint } = decoded.refusal
    return { message: `names ${file}: ${message}`, ...(hint === undefined ? {} : { hint }) }
  } catch (cause) {
    return { message: `names ${file}, which cannot be read: ${reasonOf(cause)}` }
  }
}
