import { z } from 'zod'
import { checkFilePath } from '../grammar/paths.ts'
import { certificates } from './certificates.ts'
import { ciCd } from './ci-cd.ts'
import { gateway, plugin, registry } from './component.ts'
import { deployment } from './deployment.ts'
import { expose, networkPolicy } from './expose.ts'
import { infrastructure } from './infrastructure.ts'
import { ignored, key, list, section, text } from './keys.ts'
import { patch } from './patches.ts'

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
      offline: key(z.boolean().default(false), {
        about:
          'Download no program. Without it the GitHub Action fetches a kubectl, buildx or Compose that is missing, by checksum; no other front ever does.',
        example: true,
      }),
    }).prefault({}),
    { about: 'How this program reaches others.', example: { ca_file: './company-ca.pem' } },
  ),
  network_policy: key(networkPolicy.prefault({}), {
    about: 'Who may reach what inside the cluster.',
    example: { enabled: true },
    compose: ignored,
  }),
  expose: key(expose.optional(), {
    about: 'How the gateway is reached from outside the cluster.',
    example: { host: 'mcp.example.com', via: 'ingress' },
    compose: ignored,
  }),
  patches: key(list(patch, 'patches, each with a target').default([]), {
    about: 'Changes of rendered objects, in order.',
    example: [{ target: { kind: 'Deployment', component: 'gateway' }, merge: { spec: { minReadySeconds: 10 } } }],
    compose: ignored,
  }),
  extra_manifests: key(list(text(checkFilePath), 'files').default([]), {
    about:
      'Files with further objects, inside the folder of this file; applied and pruned with the stack. `${NAME}` stays.',
    example: ['./k8s/service-monitor.yaml'],
    compose: ignored,
  }),
  templates_dir: key(text(checkFilePath).optional(), {
    about: 'Folder with templates of your own, by name.',
    example: './templates',
  }),
})

export type Written = z.output<typeof stackShape>
export type WrittenComponent = Written['gateway'] | Written['plugins'][number]
export type WrittenPlugin = Written['plugins'][number]
