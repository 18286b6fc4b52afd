import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { state } from '@aws-sdk/core/client'
import { type AwsPlace, regionOfArn } from '../../model/aws-place.ts'
import { patience } from '../../model/patience.ts'
import type { Problem } from '../../model/problem.ts'
import { Secret } from '../../model/secret.ts'
import type { SecretContext } from '../../model/secrets.ts'
import { chooseCredentials } from './choose-credentials.ts'
import { explain } from './explain.ts'
import { carryBy, silent } from './http-handler.ts'
import { retryBy } from './retries.ts'

/** What one version of one secret is. */
export type AwsReading =
  | { readonly text: Secret; readonly version?: string }
  /** Without the name of who asked. */
  | { readonly problem: Omit<Problem, 'severity'> }

export type ReadAws = (place: {
  readonly secret: string
  readonly stage: AwsPlace['stage'] | undefined
  readonly version: AwsPlace['version'] | undefined
}) => Promise<AwsReading>

/**
 * Reads values; one client for each region. The SDK is loaded with this file. Variables are those of the run, given to the SDK
 * by name; it looks at the process itself only for the files of profiles and for containers and instances.
 */
export function openReader(context: SecretContext): ReadAws {
  const { io, sources } = context
  const { environment } = io
  const profile = given(sources.aws.profile) ?? given(environment['AWS_PROFILE'])
  const usual =
    given(sources.aws.region) ?? given(environment['AWS_REGION']) ?? given(environment['AWS_DEFAULT_REGION'])
  const endpoint =
    given(sources.aws.endpoint) ??
    given(environment['AWS_ENDPOINT_URL_SECRETS_MANAGER']) ??
    given(environment['AWS_ENDPOINT_URL'])
  const requestHandler = carryBy(io)
  const retryStrategy = retryBy(io)
  const clients = new Map<string, SecretsManagerClient>()

  const clientFor = (region: string | undefined): SecretsManagerClient => {
    const known = clients.get(region ?? '')
    if (known !== undefined) return known
    const client = new SecretsManagerClient({
      requestHandler,
      maxAttempts: patience.tries,
      retryStrategy,
      logger: silent,
      credentials: chooseCredentials(context, { profile, region, requestHandler, retryStrategy }),
      ...(region === undefined ? {} : { region }),
      ...(profile === undefined ? {} : { profile }),
      ...(endpoint === undefined ? {} : { endpoint }),
    })
    clients.set(region ?? '', client)
    return client
  }

  return async ({ secret, stage, version }) => {
    const region = regionOfArn(secret) ?? usual
    try {
      const answer = await clientFor(region).send(
        new GetSecretValueCommand({ SecretId: secret, VersionStage: stage, VersionId: version }),
      )
      if (answer.SecretString === undefined) return { problem: binary(secret) }
      const text = new Secret(`aws:${secret}`, answer.SecretString)
      io.redactor.add(text, { needle: false })
      return { text, ...(answer.VersionId === undefined ? {} : { version: answer.VersionId }) }
    } catch (error) {
      io.signal.throwIfAborted()
      return { problem: explain(error, { secret, stage, version, region, endpoint }, io.redactor) }
    }
  }
}

// On Node 20 it says on the console that versions after 2026 will want Node 22: told to whoever updates the SDK here, not to its users.
state.warningEmitted = true

/** CI systems pass what is not set as an empty text. */
function given(text: string | undefined): string | undefined {
  return text === '' ? undefined : text
}

function binary(secret: string): Omit<Problem, 'severity'> {
  return {
    code: 'SECRET_INVALID',
    message: `aws:${secret} is a binary secret, which no environment variable can carry`,
    hint: `Store it as text: aws secretsmanager put-secret-value --secret-id ${secret} --secret-string …`,
  }
}
