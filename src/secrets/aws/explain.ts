import type { ResponseMetadata } from '@smithy/types'
import { StackError } from '../../errors.ts'
import type { Redactor } from '../../model/io.ts'
import type { Problem } from '../../model/problem.ts'
import { Unreachable } from './http-handler.ts'

/** What was asked for, and where. */
export interface AwsQuestion {
  readonly secret: string
  readonly stage: string | undefined
  readonly version: string | undefined
  readonly region: string | undefined
  readonly endpoint: string | undefined
}

type Explanation = Omit<Problem, 'severity'>

/** What AWS or the SDK said, in words that name the place and what is to be allowed. Error names: the services' API references. */
export function explain(error: unknown, asked: AwsQuestion, redactor: Pick<Redactor, 'redact'>): Explanation {
  if (error instanceof StackError) {
    const { code, message, hint } = error
    return { code, message: `${place(asked)}: ${message}`, ...(hint === undefined ? {} : { hint }) }
  }
  const name = error instanceof Error ? error.name : ''
  const said = redactor.redact(error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
  const { status, tries } = outcomeOf(error)
  // Without the place: it is so for every secret there.
  const service = `AWS Secrets Manager${asked.region === undefined ? '' : ` in ${asked.region}`}`
  if (status >= 500 && isNameless(name)) {
    // Of a page of a load balancer nothing is repeated.
    const words = name === nameless && said !== 'UnknownError' ? `: ${said}` : ''
    const message = `${service} answers with HTTP ${status}${tries}${words}`
    return { code: 'SECRET_UNREACHABLE', message, hint: tryByHand(asked) }
  }
  const kind = kinds.find(({ pattern }) => pattern.test(`${name}: ${said}`))
  if (kind !== undefined) return kind.say(asked, said)
  if (error instanceof Unreachable) {
    const message = `${service} cannot be reached${tries}: ${said}`
    return { code: 'SECRET_UNREACHABLE', message, hint: tryByHand(asked) }
  }
  const why =
    name === nameless ? `HTTP ${status}, ${said === 'UnknownError' ? 'without a reason' : said}` : `${name}: ${said}`
  const message = `${place(asked)} cannot be read: ${why}`
  return { code: 'SECRET_UNREACHABLE', message, hint: tryByHand(asked) }
}

/** How the SDK calls an error of which the answer gives no name: it did not come from the service itself. */
const nameless = 'Unknown'

function isNameless(name: string): boolean {
  return name === nameless || name === 'SyntaxError'
}

/** @returns the status of the last answer, 0 for none; and ` (asked 5 times)`. */
function outcomeOf(error: unknown): { readonly status: number; readonly tries: string } {
  const { httpStatusCode = 0, attempts = 1 } = (error as { readonly $metadata?: ResponseMetadata }).$metadata ?? {}
  return { status: httpStatusCode, tries: attempts === 1 ? '' : ` (asked ${attempts} times)` }
}

interface Kind {
  /** Of the error's name and what it says. */
  readonly pattern: RegExp
  say(asked: AwsQuestion, said: string): Explanation
}

/** The first that fits. */
const kinds: readonly Kind[] = [
  {
    pattern: /^(?:DecryptionFailure|AccessDenied(?:Exception)?: .*(?:Access to KMS|\bkms:))/,
    say: (asked, said) => ({
      code: 'SECRET_FORBIDDEN',
      message: `${place(asked)} may not be decrypted: ${said}`,
      hint: 'Allow kms:Decrypt on the key that the secret is encrypted with, in the IAM policy and in the key policy',
    }),
  },
  {
    pattern: /^AccessDenied(?:Exception)?:/,
    say: (asked, said) => ({
      code: 'SECRET_FORBIDDEN',
      message: `${place(asked)} may not be read: ${said}`,
      hint: said.includes('sts:AssumeRole')
        ? 'Let the trust policy of the role name this identity: sts:AssumeRole, or sts:AssumeRoleWithWebIdentity for a CI job'
        : `Allow it in the IAM policy: {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": "${arnOf(asked)}"}`,
    }),
  },
  {
    pattern: /^(?:Expired|\w*ProviderError: .*\bexpired\b)/i,
    say: (asked, said) => ({
      code: 'SECRET_FORBIDDEN',
      message: `${place(asked)} cannot be read: the AWS session has expired (${said})`,
      hint: 'Log in again (aws sso login), or let the job ask for new credentials',
    }),
  },
  {
    pattern:
      /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidSignature|InvalidIdentityToken|IncompleteSignature)(?:Exception)?:/,
    say: (asked, said) => ({
      code: 'SECRET_FORBIDDEN',
      message: `${place(asked)} cannot be read: AWS does not accept the credentials (${said})`,
      hint: "Correct them; a signature is refused too where this machine's clock is wrong",
    }),
  },
  {
    pattern: /^ResourceNotFoundException:/,
    say: (asked, said) => ({
      code: 'SECRET_MISSING',
      message: `${place(asked)} is not there: ${said}`,
      hint: hintForMissing(asked, said),
    }),
  },
  {
    pattern: /^Invalid(?:Request|Parameter)Exception:/,
    say: (asked, said) => ({ code: 'SECRET_INVALID', message: `${place(asked)} cannot be read: ${said}` }),
  },
  {
    pattern: /^(?:Throttling|TooManyRequests|RequestLimitExceeded)/,
    say: (asked, said) => ({
      code: 'SECRET_UNREACHABLE',
      message: `${place(asked)} cannot be read: AWS lets this account ask no more for now (${said})`,
      hint: 'Run the same command again in a minute',
    }),
  },
  {
    pattern: /region is missing/i,
    say: (asked) => ({
      code: 'CONFIG_INVALID',
      message: `${place(asked)} cannot be looked for: no region is set`,
      hint: 'Set ci_cd.secrets.aws.region or AWS_REGION, or write the ARN',
    }),
  },
  {
    // A page in HTML, or the XML of another service.
    pattern: /^SyntaxError:/,
    say: (asked) => ({
      code: 'SECRET_UNREACHABLE',
      message: `${place(asked)} cannot be read: what answered is not AWS Secrets Manager`,
      hint: 'Look at ci_cd.secrets.aws.endpoint, and at HTTPS_PROXY and NO_PROXY',
    }),
  },
  {
    pattern: /^\w*ProviderError:/,
    say: (asked, said) => ({
      code: 'SECRET_FORBIDDEN',
      message: `${place(asked)} cannot be read: there are no AWS credentials (${said})`,
      hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, ci_cd.secrets.aws.profile, or AWS_ROLE_ARN in a job with an identity token for sts.amazonaws.com',
    }),
  },
]

function place({ secret, stage, version, region }: AwsQuestion): string {
  const which = stage === undefined ? (version === undefined ? '' : `?version=${version}`) : `?stage=${stage}`
  return `aws:${secret}${which}${region === undefined || secret.startsWith('arn:') ? '' : ` in ${region}`}`
}

/** AWS puts six characters of its own behind the name in an ARN. */
function arnOf({ secret, region }: AwsQuestion): string {
  return secret.startsWith('arn:') ? secret : `arn:aws:secretsmanager:${region ?? '*'}:*:secret:${secret}-??????`
}

/** AWS tells a version that is not there from a secret that is not; other servers with its interface do not. */
function hintForMissing(asked: AwsQuestion, said: string): string {
  const other = asked.secret.startsWith('arn:')
    ? `Compare the whole ARN, its account and last six characters too: aws secretsmanager list-secrets --region ${asked.region ?? ''} --query SecretList[].ARN`
    : 'Another region is another store: set ci_cd.secrets.aws.region, or write the ARN'
  const isVersion = /secret value for (?:staging label|VersionId)/i.test(said)
  if (!isVersion && asked.stage === undefined && asked.version === undefined) return other
  const list = `The versions that are there: aws secretsmanager list-secret-version-ids ${optionsOf(asked)}`
  return isVersion ? list : `${list}. ${other}`
}

function tryByHand(asked: AwsQuestion): string {
  return `Try by hand: aws secretsmanager describe-secret ${optionsOf(asked)}`
}

function optionsOf({ secret, region, endpoint }: AwsQuestion): string {
  const there = region === undefined ? '' : ` --region ${region}`
  return `--secret-id ${secret}${there}${endpoint === undefined ? '' : ` --endpoint-url ${endpoint}`}`
}
