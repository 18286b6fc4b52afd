import { z } from 'zod'
import { checkImageReference } from '../grammar/image-reference.ts'
import { checkPluginName, checkVariableName } from '../grammar/names.ts'
import { checkPlainName, checkWord } from '../grammar/words.ts'
import { choice, flag, freeMap, key, list, section, text, whole } from './keys.ts'

const secretDeclaration = z.union(
  [
    text(checkVariableName),
    section({
      name: key(text(checkVariableName), { about: 'Name of the secret.', example: 'API_KEY' }),
      to: key(list(text(checkPluginReference), 'components').default([]), {
        about: 'Components whose environment gets it under its name: `gateway` or names of plugins.',
        example: ['gateway'],
      }),
    }),
  ],
  { error: 'must be a name, or a map with name and to' },
)

/** Secrets, builds and deploys. */
export const ciCd = section({
  vault_secrets: key(list(secretDeclaration, 'names of secrets').default([]), {
    about: 'Secrets that come from outside: the environment of this program.',
    example: ['JWT_SECRET_KEY', { name: 'API_KEY', to: ['gateway'] }],
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
      cache: key(flag().default(true), { about: "Uses the builder's cache.", example: true }),
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
        kubernetes: 'parallel: the new revision beside the old, no call fails',
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
