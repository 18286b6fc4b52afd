import { type SecretProviderName, secretProviderNames } from '../../model/stack-secrets.ts'
import { type Finding, wrong } from '../finding.ts'
import { findNode, type Node } from '../node.ts'
import type { Written } from '../schema/stack.ts'
import type { Subject } from '../subject.ts'

type Sources = NonNullable<Written['ci_cd']['secrets']>

/** What each provider must be told before it can be asked for names. */
const settings: Readonly<
  Record<
    Exclude<SecretProviderName, 'environment'>,
    { readonly key: string; readonly has: (sources: Sources) => boolean }
  >
> = {
  env_file: { key: 'env_files: [secrets/prod.env]', has: (sources) => sources.env_files.length > 0 },
  file: { key: 'files: {folder: /run/secrets}', has: (sources) => sources.files !== undefined },
  vault: { key: 'vault: {path: secret/data/mcp}', has: (sources) => sources.vault.path !== undefined },
  aws: { key: 'aws: {secret: prod/mcp}', has: (sources) => sources.aws.secret !== undefined },
  kubernetes: { key: 'kubernetes: {secret: mcp-secrets}', has: (sources) => sources.kubernetes.secret !== undefined },
  command: { key: "command: [pass, show, 'prod/{name}']", has: (sources) => sources.command !== undefined },
}

/** Who is asked for a name without `from`: what the file says, or the environment and then every provider that is told where names are. */
export function askedInOrder(sources: Sources): readonly SecretProviderName[] {
  return (
    sources.providers ?? secretProviderNames.filter((name) => name === 'environment' || settings[name].has(sources))
  )
}

/** A provider in the order is asked for names: it has to know where they are. */
export function providersHaveSettings({ written, root }: Subject): readonly Finding[] {
  const { secrets } = written.ci_cd
  return (secrets?.providers ?? []).flatMap((provider, index) => {
    if (secrets === undefined || provider === 'environment') return []
    const { key, has } = settings[provider]
    if (has(secrets) || isRefused(root, provider)) return []
    const message = `has ${provider}, which is not told where names are`
    const hint = `Write ci_cd.secrets.${key}; one place is said with \`from\` and needs no entry here`
    return [wrong(['ci_cd', 'secrets', 'providers', index], message, hint)]
  })
}

/** It is written and wrong, which is told there. */
function isRefused(root: Node, provider: SecretProviderName): boolean {
  const key = provider === 'vault' ? 'path' : 'secret'
  const node = findNode(root, ['ci_cd', 'secrets', provider, key])
  return node?.kind === 'scalar' && node.value !== null
}
