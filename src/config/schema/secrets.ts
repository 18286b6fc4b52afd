import { z } from 'zod'
import { secretProviderNames } from '../../model/stack-secrets.ts'
import { checkFilePath } from '../grammar/paths.ts'
import { checkAwsSecret, checkSecretPlace } from '../grammar/secret-place.ts'
import { checkKvPath, checkVaultAddress } from '../grammar/vault.ts'
import { checkPlainName, checkWord } from '../grammar/words.ts'
import { choice, key, list, section, text } from './keys.ts'

const commandWords = () => list(text(checkWord), 'words').min(1)

/** Where a secret is: `provider:place`, or the words of a program. */
export const secretPlace = z.union(
  [
    text(checkSecretPlace),
    section({
      command: key(commandWords(), {
        about: 'A program that prints the value; started without a shell, in the folder of the file.',
        example: ['op', 'read', 'op://prod/mcp/jwt'],
      }),
    }),
  ],
  { error: 'must be a place like vault:secret/data/mcp#jwt, or {command: [program, words …]}' },
)

/** `ci_cd.secrets`: the places that secrets are kept in. */
export const secretSources = section({
  providers: key(list(choice(secretProviderNames), 'providers').min(1).optional(), {
    about:
      'Asked in this order for a name without `from`; without it the environment, then those below that say where names are.',
    example: ['environment', 'vault'],
  }),
  env_files: key(list(text(checkFilePath), 'files').default([]), {
    about:
      'Files of NAME=value lines, outside the repository; an overlay may name others. The last that has a name wins.',
    example: ['secrets/prod.env'],
  }),
  files: key(
    section({
      folder: key(text(checkFilePath), { about: 'Folder with one file per name.', example: '/run/secrets' }),
    }).optional(),
    { about: 'Files that hold one value each.', example: { folder: '/run/secrets' } },
  ),
  command: key(commandWords().optional(), {
    about: 'A program that prints the value of `{name}`.',
    example: ['doppler', 'secrets', 'get', '{name}', '--plain'],
  }),
  vault: key(
    section({
      address: key(text(checkVaultAddress).optional(), {
        about: 'Where Vault is; VAULT_ADDR when absent.',
        example: 'https://vault.example.com:8200',
      }),
      namespace: key(text(checkWord).optional(), {
        about: 'Namespace (Vault Enterprise); VAULT_NAMESPACE when absent.',
        example: 'platform',
      }),
      auth: key(choice(['token', 'approle', 'jwt']).optional(), {
        about:
          'Log in: token is VAULT_TOKEN, approle VAULT_ROLE_ID and VAULT_SECRET_ID, jwt the identity token of the CI job; when absent the first of these that is there.',
        example: 'jwt',
      }),
      role: key(text(checkPlainName).optional(), { about: 'Role of `auth: jwt`.', example: 'deploy' }),
      mount: key(text(checkWord).optional(), {
        about: 'Where the way to log in is mounted; its own name when absent.',
        example: 'jwt-github',
      }),
      audience: key(text(checkWord).optional(), {
        about: 'Audience that the identity token is asked for; the address when absent.',
        example: 'https://vault.example.com',
      }),
      path: key(text(checkKvPath).optional(), {
        about: 'KV path whose keys are names of secrets.',
        example: 'secret/data/mcp',
      }),
    }).prefault({}),
    {
      about: 'HashiCorp Vault: KV version 1 and 2.',
      example: { address: 'https://vault.example.com:8200', auth: 'jwt' },
    },
  ),
  aws: key(
    section({
      region: key(text(checkWord).optional(), { about: 'Region; AWS_REGION when absent.', example: 'eu-central-1' }),
      profile: key(text(checkWord).optional(), {
        about: 'Profile of the shared configuration; AWS_PROFILE when absent.',
        example: 'prod',
      }),
      endpoint: key(text(checkWord).optional(), {
        about: "Another address than AWS's own: a VPC endpoint.",
        example: 'https://vpce-0a1b.secretsmanager.eu-central-1.vpce.amazonaws.com',
      }),
      secret: key(text(checkAwsSecret).optional(), {
        about: 'Name or ARN of the secret whose JSON keys are names.',
        example: 'prod/mcp',
      }),
    }).prefault({}),
    { about: 'AWS Secrets Manager.', example: { region: 'eu-central-1', secret: 'prod/mcp' } },
  ),
  kubernetes: key(
    section({
      secret: key(text(checkPlainName).optional(), {
        about: 'Secret in the namespace whose keys are names; pods refer to it, nothing is copied.',
        example: 'mcp-secrets',
      }),
    }).prefault({}),
    {
      about: 'Secrets that are in the target namespace already.',
      example: { secret: 'mcp-secrets' },
      compose: 'refused',
    },
  ),
})
