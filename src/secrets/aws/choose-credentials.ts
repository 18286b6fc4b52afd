import type { SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager'
import { fromIni } from '@aws-sdk/credential-provider-ini'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import { fromWebToken } from '@aws-sdk/credential-provider-web-identity'
import type { RetryStrategyV2 } from '@smithy/types'
import { StackError } from '../../errors.ts'
import { isHeaderValue } from '../../model/header-value.ts'
import { patience } from '../../model/patience.ts'
import { Secret } from '../../model/secret.ts'
import type { SecretContext } from '../../model/secrets.ts'
import { type Carrier, silent } from './http-handler.ts'

/** Whom AWS wants an identity token to be for. */
const audience = 'sts.amazonaws.com'

/** Milliseconds, once: elsewhere than on EC2 nothing answers at the address of the instance metadata service. */
const metadataTimeout = 1000

interface Surroundings {
  readonly profile: string | undefined
  readonly region: string | undefined
  readonly requestHandler: Carrier
  readonly retryStrategy: RetryStrategyV2
}

type Credentials = Extract<NonNullable<SecretsManagerClientConfig['credentials']>, (...args: never[]) => unknown>

/**
 * In the order of the SDK's own chain: a profile; keys in the environment; a role with an identity token, from a file or from
 * the CI job itself; what the machine has. Whatever comes is hidden.
 */
export function chooseCredentials({ io, identityToken }: SecretContext, around: Surroundings): Credentials {
  const { environment, redactor } = io
  let chosen: Promise<Credentials> | undefined
  return async (properties) => {
    chosen ??= choose()
    const credentials = await (await chosen)(properties)
    for (const part of [credentials.secretAccessKey, credentials.sessionToken]) {
      if (part !== undefined) redactor.add(new Secret('AWS credentials', part))
    }
    return credentials
  }

  async function choose(): Promise<Credentials> {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: session } = environment
    const forOthers = { logger: silent, clientConfig: clientConfig(around, environment) }
    // Nobody else stands in for a profile that is not there.
    if (around.profile !== undefined) return fromIni({ profile: around.profile, ...forOthers })
    if (id && key) {
      refuseOdd({ AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: key, AWS_SESSION_TOKEN: session })
      return async () => ({ accessKeyId: id, secretAccessKey: key, ...(session ? { sessionToken: session } : {}) })
    }
    const token = await findToken()
    const { AWS_ROLE_ARN: roleArn = '', AWS_ROLE_SESSION_NAME: sessionName } = environment
    if (token !== undefined) {
      redactor.add(token)
      return fromWebToken({
        roleArn,
        roleSessionName: sessionName || 'mcp-deploy',
        webIdentityToken: token.reveal(),
        ...forOthers,
      })
    }
    return defaultProvider({ ...forOthers, timeout: metadataTimeout, maxRetries: 0 })
  }

  /** For AWS_ROLE_ARN only. */
  async function findToken(): Promise<Secret | undefined> {
    const { AWS_ROLE_ARN: role, AWS_WEB_IDENTITY_TOKEN_FILE: file } = environment
    if (!role) return undefined
    if (!file) return identityToken(audience)
    try {
      return new Secret('identity token', (await io.files.read(file)).trim())
    } catch (cause) {
      throw new StackError({
        code: 'SECRET_FORBIDDEN',
        message: `the identity token of AWS_WEB_IDENTITY_TOKEN_FILE cannot be read: ${file}`,
        hint: 'Write the token there, or unset the variable',
        cause,
      })
    }
  }
}

/** Two values under each other, a file that is no text: the HTTP client would say so of a header, and print it. */
function refuseOdd(variables: Readonly<Record<string, string | undefined>>): void {
  const [odd] = Object.entries(variables).find(([, value = '']) => !isHeaderValue(value.trim())) ?? []
  if (odd === undefined) return
  throw new StackError({
    code: 'SECRET_INVALID',
    message: `${odd} holds a line end, or a character that no HTTP header can carry`,
    hint: 'Pass it again, as one line',
  })
}

/** Of the clients that change one thing for credentials: the security token service, single sign-on. */
function clientConfig(
  { region, requestHandler, retryStrategy }: Surroundings,
  environment: SecretContext['io']['environment'],
): object {
  const endpoint = environment['AWS_ENDPOINT_URL_STS'] || environment['AWS_ENDPOINT_URL']
  return {
    requestHandler,
    logger: silent,
    maxAttempts: patience.tries,
    retryStrategy,
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined || endpoint === '' ? {} : { endpoint }),
  }
}
