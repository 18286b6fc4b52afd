import { z } from 'zod'
import { checkFilePath } from '../grammar/paths.ts'
import { certificates } from './certificates.ts'
import { ciCd } from './ci-cd.ts'
import { gateway, plugin, registry } from './component.ts'
import { deployment } from './deployment.ts'
import { infrastructure } from './infrastructure.ts'
import { key, list, section, text } from './keys.ts'

/** mcp-stack.yaml without its overlays: keys, types, defaults and descriptions. */
export const stackShape = section({
  version: key(z.literal(1, { error: 'must be 1: this version knows no other' }).optional(), {
    about: 'Version of this format.',
    example: 1,
  }),
  required_version: key(text().optional(), {
    about: 'Versions of mcp-deploy that may use this file, as a semver range.',
    example: '>=0.1 <1',
  }),
  deployment: key(deployment, { about: 'Where to deploy.', example: { type: 'compose' } }),
  registry: key(registry.optional(), {
    about: 'Registry of all components that name none.',
    example: { enabled: true, url: 'ghcr.io', namespace: 'yourorg' },
  }),
  gateway: key(gateway, { about: 'The gateway.', example: { image: 'ghcr.io/ibm/mcp-context-forge:1.0.7' } }),
  plugins: key(list(plugin, 'plugins, each with a name').default([]), {
    about: 'External plugins.',
    example: [{ name: 'OPAPluginFilter', repo: 'https://github.com/yourorg/mcp-opa-plugin.git', ref: 'v1.0.0' }],
  }),
  infrastructure: key(infrastructure.prefault({}), {
    about: 'Services the stack brings itself: off unless written.',
    example: { postgres: {}, redis: {} },
  }),
  certificates: key(certificates.prefault({}), {
    about: 'Certificates for mutual TLS.',
    example: { validity_days: 90 },
  }),
  ci_cd: key(ciCd.prefault({}), { about: 'Secrets, builds and deploys.', example: { deploy: { timeout: 300 } } }),
  network: key(
    section({
      ca_file: key(text(checkFilePath).optional(), {
        about: 'Certificates of a company CA, for every connection.',
        example: './company-ca.pem',
      }),
    }).prefault({}),
    { about: 'How this program reaches others.', example: { ca_file: './company-ca.pem' } },
  ),
  templates_dir: key(text(checkFilePath).optional(), {
    about: 'Folder with templates of your own, by name.',
    example: './templates',
  }),
})

export type Written = z.output<typeof stackShape>
export type WrittenComponent = Written['gateway'] | Written['plugins'][number]
export type WrittenPlugin = Written['plugins'][number]
