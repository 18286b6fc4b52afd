import { z } from 'zod'
import { type Code, codes } from '../model/problem.ts'

const maybe = <T extends z.ZodType>(type: T) => type.exactOptional()
const manyOf = <T extends z.ZodType>(type: T) => z.array(type).readonly()
const text = (description: string) => z.string().describe(description)
const textByName = (description: string) => z.record(z.string(), z.string()).describe(description)
const seconds = (description: string) => z.number().nonnegative().describe(description)

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the type
const codeNames = Object.keys(codes) as [Code, ...Code[]]
/** Every code is listed here; in the JSON Schema it is any text, because codes are added within v1. */
const code = z.enum(codeNames).describe('What went wrong, for programs; new codes are added within v1')

const problem = z.object({
  severity: z.enum(['error', 'warning', 'note']),
  code,
  message: text('One sentence'),
  hint: maybe(text('What to type or change next')),
  path: maybe(text('Path of the key in the configuration, e.g. plugins[0].ref')),
  place: maybe(
    z.object({
      file: z.string(),
      line: z.int().positive(),
      column: z.int().positive().describe('In characters, from 1'),
    }),
  ),
  frame: maybe(
    text(
      'The source line with a caret under the place, values of secret keys masked; the last lines of what failed, redacted',
    ),
  ),
  events: maybe(manyOf(z.string()).describe("The cluster's events of the component that failed, redacted")),
})

const run = z.object({
  host: text('terminal, github or gitlab'),
  toolVersion: z.string(),
  startedAt: text('ISO 8601, UTC'),
  actor: z.string(),
  repository: maybe(z.string()),
  commit: maybe(z.string()),
  ref: maybe(z.string()),
  url: maybe(text('The page of this run')),
  trusted: z.boolean().describe('False for pull requests from forks and the like'),
})

const stack = z.object({
  name: z.string(),
  target: text('compose or kubernetes'),
  environment: maybe(text('The overlay of the configuration that was used')),
  where: text('The engine or cluster'),
  gatewayUrl: maybe(z.string()),
})

const change = z.object({
  action: z.enum(['create', 'update', 'delete', 'restart', 'unchanged']),
  component: text("The name in the configuration, or the live object's where it is not in there any more"),
  service: z.string(),
  wave: z.int().describe('0 infrastructure, 1 plugins, 2 gateway'),
  reasons: manyOf(
    z.object({
      field: text('What differs: image, env.LOG_LEVEL, certificates, drift …'),
      before: maybe(z.string()),
      after: maybe(z.string()),
      secret: maybe(z.literal(true)),
      why: maybe(z.string()),
    }),
  ),
  pending: manyOf(
    z.object({
      pending: z.enum(['image', 'certificate', 'secret']).describe('What does not exist yet'),
      key: text('Source key, request hash or name of the secret'),
    }),
  ),
  objects: maybe(
    manyOf(
      z.object({
        object: text('Kind and name, e.g. Deployment/mcpgateway'),
        action: z.enum(['create', 'update', 'delete']),
      }),
    ).describe('Kubernetes: what is written and removed'),
  ),
})

const image = z.object({
  component: z.string(),
  tag: text('What a person knows it by'),
  reference: text('What is deployed: by digest or image id'),
  revision: maybe(text('The commit it was built from')),
  how: text('built, reused, resolved, unresolved or pending'),
  seconds: seconds('How long it took'),
  cacheHits: maybe(text('Steps of the build that the layer cache had already: 3 of 4')),
})

const life = {
  fingerprint: maybe(text("SHA-256 of the certificate's DER, lower-case hex")),
  notAfter: maybe(text('ISO 8601, UTC')),
  daysLeft: maybe(z.int()),
}

const certificate = z.object({
  component: z.string(),
  kind: text('client, server or ca'),
  how: text(
    'kept, issued, imported or pending, of a CA trusted; certs check: ok, expiring, expired, broken, untrusted, missing or stale',
  ),
  reason: maybe(text('Why it was or will be issued')),
  issuer: maybe(z.string()),
  ...life,
  inUse: maybe(
    z
      .object({
        state: z.enum(['same', 'other', 'unreachable']).describe('other: the stored one is not what runs'),
        issuer: maybe(z.string()),
        ...life,
        message: maybe(text('Where another one runs, or why it was not seen')),
      })
      .describe('The certificate that the running component uses; absent where nobody looked'),
  ),
})

const component = z.object({
  name: z.string(),
  service: z.string(),
  readiness: text('ready, progressing, failed or stopped'),
  message: z.string(),
  image: z.string(),
  containers: manyOf(z.string()).describe('Ids of containers or pods'),
  seconds: maybe(seconds('Until it was ready')),
})

const outcome = z.enum(['passed', 'failed', 'inconclusive'])
const verification = z.object({
  probes: manyOf(
    z.object({
      kind: z.enum([
        'gateway-ready',
        'handshake',
        'refused-without-certificate',
        'refused-foreign-certificate',
        'mcp-initialize',
        'plugin-enabled',
      ]),
      from: text('The gateway container or pod that asked'),
      component: z.string(),
      to: text('The address or name that was asked'),
      outcome,
      message: text('What was seen'),
      hint: maybe(z.string()),
      milliseconds: z.number().nonnegative(),
    }),
  ),
  outcome,
  seconds: seconds('All probes together'),
  certificates: maybe(
    manyOf(
      z.object({
        component: z.string(),
        kind: z.enum(['client', 'server']),
        at: text('The gateway container that has the file, the address that presents it'),
        fingerprint: maybe(text("SHA-256 of the certificate's DER, lower-case hex")),
        issuer: maybe(z.string()),
        notAfter: maybe(text('ISO 8601, UTC')),
        message: maybe(text('Why it was not seen')),
      }),
    ).describe('The certificates that the components were seen to use'),
  ),
})

const check = z.object({
  name: text('What was looked at'),
  state: z.enum(['good', 'warning', 'bad', 'skipped']).describe('bad: a deploy would fail on it'),
  found: text('What is there'),
  fix: maybe(text('What to type or change')),
})

const apiVersion = z.literal('mcp-stack-deploy/v1')

/** The one value that --json prints; the same shape as `Report` in model/, which a test compares. */
export const reportSchema = z
  .object({
    apiVersion,
    kind: z.enum(['Report', 'Plan']),
    command: z.string(),
    status: z.enum(['succeeded', 'unchanged', 'pending', 'failed', 'unhealthy']),
    exitCode: z.int(),
    run: run.describe('Facts of this run; the only part in which two hosts may differ'),
    stack: maybe(stack),
    changes: manyOf(change),
    images: manyOf(image),
    certificates: manyOf(certificate),
    verification: maybe(verification),
    components: manyOf(component),
    problems: manyOf(problem),
    checks: maybe(manyOf(check).describe('doctor: what was looked at')),
    secrets: textByName('Name of a secret → where it came from; never a value'),
    release: maybe(z.object({ revision: z.int(), summary: z.string() })),
    timings: z.record(z.string(), z.number()).describe('Stage → seconds'),
    next: maybe(text('The command to type next, or where the gateway is')),
  })
  .describe('What a command of mcp-deploy did')

/** What `plan -o` writes and `deploy --plan` reads. */
export const frozenPlanSchema = z
  .object({
    apiVersion,
    kind: z.literal('Plan'),
    toolVersion: z.string(),
    createdAt: text('ISO 8601, UTC'),
    stack: z.object({ name: z.string(), target: z.string(), environment: maybe(z.string()) }),
    configDigest: text('SHA-256 of the effective configuration without secret values'),
    liveRevision: z.int().nonnegative(),
    live: textByName('Service → hash of what runs now'),
    objects: maybe(textByName('Kubernetes: object → its generation or resource version')),
    wanted: maybe(textByName('Service → hash of what shall run, where nothing about it is still pending')),
    images: manyOf(
      z.object({
        component: z.string(),
        source: text('Source key, or the resolved reference of a prebuilt image'),
        revision: maybe(z.string()),
      }),
    ),
    certificates: manyOf(z.object({ component: z.string(), how: z.string(), reason: maybe(z.string()) })),
    changes: manyOf(z.object({ component: z.string(), action: z.string() })),
  })
  .describe('A frozen plan: what must not have moved when it is carried out')

/** JSON Schema, draft 2020-12. Readers must expect keys and codes they do not know: v1 only grows. */
export function toJsonSchema(schema: z.ZodType, name: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override({ jsonSchema, zodSchema }) {
      if (zodSchema === code) {
        delete jsonSchema.enum
        jsonSchema.pattern = '^[A-Z_]+$'
        jsonSchema.examples = codeNames.slice(0, 3)
      }
      // The limits of JavaScript's numbers are nothing to tell.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
    },
  })
  return { $schema, title: name, ...rest }
}
