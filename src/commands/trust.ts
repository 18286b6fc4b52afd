import { dirname, join, relative } from 'node:path'
import { StackError } from '../errors.ts'
import type { Environment, Host } from '../model/host.ts'
import type { StackConfig } from '../model/stack.ts'
import { findOutside, isOutside, type LinkReader } from './find-outside.ts'
import type { Invocation } from './table.ts'

/** They change nothing, build nothing and ask nobody for a secret. */
const harmless: ReadonlySet<Invocation['command']> = new Set([
  'validate',
  'config',
  'plan',
  'generate',
  'rbac',
  'doctor',
  'schema',
  'version',
  'help',
])

/**
 * A pull request of a fork brings a configuration that nobody has approved.
 *
 * @throws StackError UNTRUSTED
 */
export function refuseUntrusted(facts: Host['facts'], invocation: Invocation): void {
  const { command, global } = invocation
  const dry = command === 'deploy' && invocation.options.dryRun
  if (facts.trusted || global.allowUntrusted || dry || harmless.has(command)) return
  throw new StackError({
    code: 'UNTRUSTED',
    message: `${command} is not done for a run that comes from outside (a fork's pull request, pull_request_target)`,
    hint: 'Use plan or validate there; who has read the change sets allow-untrusted: true',
  })
}

/** What says where a run belongs to, and nothing that only its owner knows. */
const facts: readonly string[] = [
  'CI',
  'GITHUB_ACTOR',
  'GITHUB_BASE_REF',
  'GITHUB_HEAD_REF',
  'GITHUB_REF',
  'GITHUB_REF_NAME',
  'GITHUB_REPOSITORY',
  'GITHUB_RUN_ID',
  'GITHUB_RUN_NUMBER',
  'GITHUB_SHA',
  'CI_COMMIT_REF_NAME',
  'CI_COMMIT_SHA',
  'CI_COMMIT_SHORT_SHA',
  'CI_COMMIT_TAG',
  'CI_JOB_ID',
  'CI_PIPELINE_ID',
  'CI_PROJECT_PATH',
]

/** The variables that a file from outside may read: with any other it could have the step's secrets written into a manifest. */
export function variablesFromOutside(environment: Environment): Environment {
  return Object.fromEntries(facts.map((name) => [name, environment[name]]))
}

/** They open no file. */
const opensNothing: ReadonlySet<Invocation['command']> = new Set(['schema', 'version', 'help'])

/**
 * A file from outside, the folder that reports go to, and what the command was asked to read or write must be in the checkout, and
 * the first two no links to elsewhere on this machine.
 *
 * @throws StackError UNTRUSTED
 */
export async function refuseLinks(
  { command, file, options }: Pick<Invocation, 'command' | 'file' | 'options'>,
  checkout: string | undefined,
  files: LinkReader,
): Promise<void> {
  if (opensNothing.has(command)) return
  const named = ['output' in options ? options.output : undefined, 'plan' in options ? options.plan : undefined]
  const paths = [dirname(file), ...named.filter((path) => path !== undefined)]
  await refuseOutside(paths, checkout, files)
  for (const path of [file, join(dirname(file), 'deploy')]) {
    if (!(await files.exists(path))) continue
    const [real, folder] = await Promise.all([files.realpath(path), files.realpath(dirname(file))])
    const inside = relative(folder, real)
    if (inside !== '' && !inside.startsWith('..')) continue
    throw reach(`${path} is a link to a place outside its folder`)
  }
}

/** @param checkout  Host.checkout. @throws StackError UNTRUSTED */
export async function refuseOutside(
  paths: readonly string[],
  checkout: string | undefined,
  files: LinkReader,
): Promise<void> {
  for (const path of new Set(paths))
    if (await isOutside(path, checkout ?? '.', files)) throw reach(`${path} is outside what was checked out`)
}

/**
 * What a file from outside must not name: programs, repositories, and files outside its folder, links followed. Nothing is opened.
 *
 * @throws StackError UNTRUSTED
 */
export async function refuseReach(config: StackConfig, files: LinkReader): Promise<void> {
  const { build, certificates, deployment, folder, network } = config
  const { containerEngine } = deployment
  if (containerEngine !== undefined && !['docker', 'podman'].includes(containerEngine))
    throw reach('deployment.container_engine is neither docker nor podman')
  const { external } = certificates
  if (external?.command !== undefined) throw reach('certificates.external.command names a program')
  if (build.insecureRepos.length > 0) throw reach('ci_cd.build.insecure_repos is set')
  const paths: Readonly<Record<string, string | undefined>> = {
    'network.ca_file': network.caFile,
    'certificates.external.ca_file': external?.caFile,
    'certificates.external.folder': external?.folder,
    'certificates.ca_path': certificates.caPath,
    'certificates.gateway_path': certificates.gatewayPath,
    'certificates.plugins_path': certificates.pluginsPath,
    templates_dir: config.templatesDir,
  }
  for (const [key, path] of Object.entries(paths)) {
    const outside = path === undefined ? undefined : await findOutside(path, folder, files)
    if (outside === undefined) continue
    const what = outside === path ? 'is' : `holds ${relative(folder, outside)}, which is`
    throw reach(`${key} ${what} outside the folder of the configuration`)
  }
}

function reach(what: string): StackError {
  return new StackError({
    code: 'UNTRUSTED',
    message: `${what}, and this run comes from outside (a fork's pull request, pull_request_target)`,
    hint: 'Who has read the change sets allow-untrusted: true',
  })
}
