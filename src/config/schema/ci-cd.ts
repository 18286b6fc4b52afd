import { z } from 'zod'
import { cacheModes } from '../../model/layer-cache.ts'
import { checkImageReference, checkRepositoryName } from '../grammar/image-reference.ts'
import { checkPluginName, checkVariableName } from '../grammar/names.ts'
import { checkFilePath } from '../grammar/paths.ts'
import { checkStorage } from '../grammar/quantity.ts'
import { checkPlainName, checkWord } from '../grammar/words.ts'
import { choice, flag, freeMap, key, list, section, text, textOrNumber, whole } from './keys.ts'
import { secretPlace, secretSources } from './secrets.ts'

const secretDeclaration = z.union(
  [
    text(checkVariableName),
    section({
      name: key(text(checkVariableName), { about: 'Name of the secret.', example: 'API_KEY' }),
      to: key(list(text(checkPluginReference), 'components').default([]), {
        about: 'Components whose environment gets it under its name: `gateway` or names of plugins.',
        example: ['gateway'],
      }),
      from: key(secretPlace.optional(), {
        about:
          'Where it is: environment:NAME, env_file:FILE#NAME, file:PATH, vault:PATH#KEY, aws:NAME#KEY, kubernetes:SECRET#KEY, or {command: [program, words …]}; without it every provider is asked for the name.',
        example: 'vault:secret/data/mcp#api_key',
      }),
    }),
  ],
  { error: 'must be a name, or a map with name, to and from' },
)

/** Secrets, builds and deploys. */
export const ciCd = section({
  vault_secrets: key(list(secretDeclaration, 'names of secrets').default([]), {
    about: 'Secrets that come from outside: the environment of this program, or the places of `secrets`.',
    example: ['JWT_SECRET_KEY', { name: 'API_KEY', from: 'vault:secret/data/mcp#api_key', to: ['gateway'] }],
  }),
  secrets: key(secretSources.optional(), {
    about: 'Where secrets are kept.',
    example: { vault: { address: 'https://vault.example.com:8200', path: 'secret/data/mcp' } },
  }),
  build: key(
    section({
      parallel: key(
        z.union([flag(), whole(1, 64)], { error: 'must be true, false or a number from 1 to 64' }).default(true),
        {
          about: 'How many images at once: true is as many as cores, 4 at most; false is 1.',
          example: true,
        },
      ),
      cache: key(
        z
          .union([flag(), choice(cacheModes)], { error: `must be true, false or one of ${cacheModes.join(', ')}` })
          .default(true),
        {
          about:
            "Where layers are kept for the next build: gha is GitHub's cache, registry the image's repository or cache_ref, local a folder; true is auto (gha, else registry for images that are pushed, else the builder's own), false is off.",
          example: 'auto',
        },
      ),
      cache_ref: key(text(checkRepositoryName).optional(), {
        about:
          'cache: registry: one repository for the layers of all images, one tag each; without it the tag `cache` of each image.',
        example: 'ghcr.io/acme/layers',
      }),
      cache_dir: key(text(checkFilePath).optional(), {
        about:
          "cache: local: the folder, from the file's own; without it mcp-stack-deploy/layers in the user's cache folder.",
        example: '/var/cache/layers',
      }),
      cache_max_size: key(textOrNumber(checkStorage).default('2Gi'), {
        about: 'cache: local: the most that all images keep; what was not used for longest goes first.',
        example: '5Gi',
      }),
      builder: key(text(checkPlainName).optional(), {
        about: 'A buildx builder, also a remote one.',
        example: 'remote',
      }),
      insecure_repos: key(list(text(checkWord), 'repositories').default([]), {
        about:
          'Repositories that may be plain http, git, file or on this machine: addresses, or their beginning up to a /.',
        example: ['http://git.internal:3000/mcp'],
      }),
      base_images: key(freeMap(text(checkImageReference), 'image references').default({}), {
        about: 'Replaces base images of build files.',
        example: { 'python:3.12-slim': 'mirror.example.com/python:3.12-slim' },
      }),
      check_base: key(flag().default(false), {
        about: 'Builds again when a base image has moved.',
        example: true,
      }),
    }).prefault({}),
    { about: 'How images are built.', example: { parallel: true } },
  ),
  deploy: key(
    section({
      wait: key(flag().default(true), { about: 'Waits until every component is ready.', example: true }),
      timeout: key(whole(1, 86_400).default(300), { about: 'How long to wait, in seconds.', example: 300 }),
      verify: key(flag().default(true), { about: 'Proves mTLS and plugins after the deploy.', example: true }),
      roll_back: key(flag().default(true), { about: 'Goes back when a deploy fails.', example: true }),
      rolling: key(choice(['in_place', 'parallel']).default('in_place'), {
        about: 'How a changed plugin replaces the old one.',
        example: 'in_place',
        compose: 'in_place only',
        kubernetes: 'parallel: the new revision beside the old; with Postgres no call fails',
      }),
      before: key(list(text(checkWord), 'words').min(1).optional(), {
        about: 'A command that runs before anything is changed: a backup.',
        example: ['./backup.sh'],
      }),
    }).prefault({}),
    { about: 'How the stack is deployed.', example: { timeout: 300 } },
  ),
})

function checkPluginReference(name: string) {
  return name === 'gateway' ? undefined : checkPluginName(name)
}
