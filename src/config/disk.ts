import { join, resolve } from 'node:path/posix'
import type { Io } from '../model/io.ts'
import { checkProgram } from './check-program.ts'
import { findInside } from './files.ts'
import { type Finding, warn, wrong } from './finding.ts'
import type { Path } from './node.ts'
import type { Written } from './schema/stack.ts'
import { type ComponentSubject, shorten } from './subject.ts'

export interface Disk {
  readonly findings: readonly Finding[]
  /** Component → build file found for a `path` that names none, relative to its context. */
  readonly containerfiles: ReadonlyMap<string, string>
}

const inFolder = 'the folder of the stack file'

/** Everything the config names on the disk, apart from env files. */
export async function checkDisk(
  written: Written,
  components: readonly ComponentSubject[],
  folder: string,
  io: Io,
): Promise<Disk> {
  const findings: Finding[] = []
  const containerfiles = new Map<string, string>()
  for (const component of components) findings.push(...(await checkSource(component, folder, io, containerfiles)))
  if (written.templates_dir !== undefined) {
    const found = await findInside(io, folder, written.templates_dir, inFolder)
    const path: Path = ['templates_dir']
    if (!found.ok) findings.push(wrong(path, found.refusal.message, found.refusal.hint))
    else if (found.kind === 'file') findings.push(wrong(path, 'names a file, not a folder'))
  }
  const caFiles: readonly (readonly [Path, string | undefined])[] = [
    [['network', 'ca_file'], written.network.ca_file],
    [['certificates', 'external', 'ca_file'], written.certificates.external?.ca_file],
  ]
  for (const [path, caFile] of caFiles) {
    if (caFile === undefined || (await io.files.exists(resolve(folder, caFile)))) continue
    findings.push(wrong(path, `names ${caFile}, which does not exist`))
  }
  const program = written.certificates.external?.command?.[0]
  findings.push(...(await checkProgram(['certificates', 'external', 'command', 0], program, folder, io)))
  return { findings: [...findings, ...(await checkGivenCertificates(written, components, folder, io))], containerfiles }
}

async function checkSource(
  component: ComponentSubject,
  folder: string,
  io: Io,
  containerfiles: Map<string, string>,
): Promise<readonly Finding[]> {
  const { config, path, name } = component
  if (config.path === undefined || config.image !== undefined || config.repo !== undefined) return []
  const source = await findInside(io, folder, config.path, inFolder)
  if (!source.ok) return [wrong([...path, 'path'], source.refusal.message, source.refusal.hint)]
  if (source.kind === 'file') return [wrong([...path, 'path'], 'names a file, not a folder')]
  const context = await findInside(io, source.path, config.context, 'the source')
  if (!context.ok) return [wrong([...path, 'context'], context.refusal.message, context.refusal.hint)]

  const candidates = config.containerfile === undefined ? ['Containerfile', 'Dockerfile'] : [config.containerfile]
  for (const candidate of candidates) {
    const file = join(config.context, candidate)
    const found = await findInside(io, source.path, file, 'the source')
    if (!found.ok) {
      const isUnnamed = config.containerfile === undefined
      if (isUnnamed && (await io.files.exists(join(context.path, candidate)))) {
        return [wrong([...path, 'path'], `has a ${candidate} that ${found.refusal.message}`, found.refusal.hint)]
      }
      if (candidate !== candidates.at(-1)) continue
      const message = isUnnamed ? `has no ${candidates.join(' or ')} in ${config.path}` : found.refusal.message
      return [wrong([...path, isUnnamed ? 'path' : 'containerfile'], message, found.refusal.hint)]
    }
    containerfiles.set(name, candidate)
    return config.target === undefined && found.kind === 'file' ? await warnOfTestStage(component, found.path, io) : []
  }
  return []
}

/** Some build files end in a stage that runs tests and exits (CONTRACT §2). */
async function warnOfTestStage(component: ComponentSubject, file: string, io: Io): Promise<readonly Finding[]> {
  const stages = [
    ...(await io.files.read(file)).matchAll(/^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*\S+(?:[ \t]+AS[ \t]+(\S+))?/gim),
  ]
  const last = stages.at(-1)?.[1]
  if (stages.length < 2 || last === undefined || !/test/i.test(last)) return []
  const before = stages.at(-2)?.[1]
  const hint = `Set target: ${before ?? 'the stage to run'}`
  return [
    warn(
      [...component.path, 'path'],
      `has a build file whose last stage is ${last}, which looks like a test stage`,
      hint,
    ),
  ]
}

/** auto_generate: false promises files: all of them, before anything starts. */
async function checkGivenCertificates(
  written: Written,
  components: readonly ComponentSubject[],
  folder: string,
  io: Io,
): Promise<readonly Finding[]> {
  const { certificates } = written
  const secured = components.filter(({ mtls }) => mtls)
  if (certificates.auto_generate || secured.length === 0) return []
  const wanted = secured.flatMap(({ plugin, name }) =>
    plugin === undefined
      ? ['client.key', 'client.crt', 'ca.crt'].map((file) => join(certificates.gateway_path, file))
      : ['server.key', 'server.crt', 'ca.crt'].map((file) => join(certificates.plugins_path, name, file)),
  )
  const missing: string[] = []
  for (const file of wanted) if (!(await io.files.exists(resolve(folder, file)))) missing.push(file)
  if (missing.length === 0) return []
  const message = `is false, and these files are missing: ${shorten(missing)}`
  return [wrong(['certificates', 'auto_generate'], message, 'Put them there, or set it to true')]
}
