import { checkKind, checkObjectName } from '../grammar/kubernetes.ts'
import { checkFilePath } from '../grammar/paths.ts'
import { checkDomain, checkWord } from '../grammar/words.ts'
import { choice, flag, ignored, key, list, section, text, whole } from './keys.ts'
import { secretPlace } from './secrets.ts'
import { vaultAuthority } from './vault-authority.ts'

/** How certificates come about and where their files are. */
export const certificates = section({
  authority: key(choice(['local', 'env', 'external', 'vault', 'cert-manager']).default('local'), {
    about:
      "Who signs: a CA of the stack, one that is given (CA_CERT and CA_KEY, or ca_secret), a signer outside, Vault's PKI engine, or cert-manager.",
    example: 'local',
    compose: 'cert-manager: refused',
  }),
  ca_secret: key(
    section({
      certificate: key(secretPlace, {
        about: 'Where the CA certificate is, the ones above it behind it.',
        example: 'vault:secret/data/mcp/ca#cert',
      }),
      key: key(secretPlace, { about: 'Where its private key is.', example: 'vault:secret/data/mcp/ca#key' }),
    }).optional(),
    {
      about:
        'With `authority: env`: where the CA pair is, instead of CA_CERT and CA_KEY; written as `from` of a secret.',
      example: { certificate: 'vault:secret/data/mcp/ca#cert', key: 'vault:secret/data/mcp/ca#key' },
    },
  ),
  auto_generate: key(flag().default(true), {
    about: 'Issues what is missing. False: the files must be at the three paths.',
    example: true,
  }),
  validity_days: key(whole(1, 825).default(90), { about: 'Life of a certificate; a warning above 398.', example: 90 }),
  renew_before_days: key(whole(0, 824).optional(), {
    about: 'Renewed by a deploy when fewer days are left; a third of the life when absent.',
    example: 30,
  }),
  key_algorithm: key(choice(['ecdsa-p256', 'rsa-2048', 'rsa-3072', 'rsa-4096']).default('ecdsa-p256'), {
    about: 'Kind of key.',
    example: 'ecdsa-p256',
  }),
  ca_storage: key(choice(['target', 'files', 'none']).default('target'), {
    about: "Where the local CA's key is kept.",
    example: 'target',
    compose: 'target: the state volume',
    kubernetes: 'target: a Secret no pod mounts',
  }),
  ca_path: key(text(checkFilePath).default('./certs/mcp/ca'), {
    about: 'Folder of the CA.',
    example: './certs/mcp/ca',
  }),
  gateway_path: key(text(checkFilePath).default('./certs/mcp/gateway'), {
    about: "Folder of the gateway's client certificate.",
    example: './certs/mcp/gateway',
  }),
  plugins_path: key(text(checkFilePath).default('./certs/mcp/plugins'), {
    about: 'Folder with one folder per plugin.',
    example: './certs/mcp/plugins',
  }),
  external: key(
    section({
      command: key(list(text(checkWord), 'words').min(1).optional(), {
        about:
          'A program that signs: the request on its stdin, the chain on its stdout. Without it requests are written.',
        example: ['./sign-with-venafi.sh', 'mcp-zone'],
      }),
      timeout: key(whole(1, 3600).default(120), {
        about: 'How long the program may take for one request, in seconds.',
        example: 120,
      }),
      folder: key(text(checkFilePath).default('./certs/mcp/requests'), {
        about: 'Where the requests are written to, and certs import looks for the signed chains.',
        example: './certs/mcp/requests',
      }),
      ca_file: key(text(checkFilePath).optional(), {
        about: 'Root certificates that signed chains must end at. Without it: the root that comes with a chain.',
        example: './company-root.pem',
      }),
    }).optional(),
    { about: 'With authority: external, how the signer is reached.', example: { ca_file: './company-root.pem' } },
  ),
  vault: key(vaultAuthority.optional(), {
    about: 'With `authority: vault`: who signs. Where Vault is and how to log in: ci_cd.secrets.vault.',
    example: { mount: 'pki', role: 'mcp-server', client_role: 'mcp-client' },
  }),
  use_cert_manager: key(flag().default(false), {
    about: 'The same as authority: cert-manager.',
    example: false,
    compose: 'refused',
  }),
  cert_manager_issuer: key(text(checkObjectName).default('mcp-ca-issuer'), {
    about: "Name of cert-manager's issuer; it must fill `ca.crt`, as CA and Vault issuers do.",
    example: 'mcp-ca-issuer',
    compose: ignored,
  }),
  cert_manager_kind: key(text(checkKind).default('Issuer'), {
    about: "Kind of cert-manager's issuer: Issuer, ClusterIssuer, or one of cert_manager_group.",
    example: 'ClusterIssuer',
    compose: ignored,
  }),
  cert_manager_group: key(text(checkDomain).default('cert-manager.io'), {
    about: "API group of cert-manager's issuer; another one for an external issuer.",
    example: 'cert-manager.io',
    compose: ignored,
  }),
})
