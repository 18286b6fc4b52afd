import { StackError } from '../errors.ts'
import { type AwsPlace, readAwsPlace } from '../model/aws-place.ts'
import type { OpenSecretProvider, SecretAnswer, SecretContext, SecretProvider, WantedSecret } from '../model/secrets.ts'
import type { AwsReading, ReadAws } from './aws/open-reader.ts'
import { pickValue } from './aws/pick-value.ts'
import { type Failure, shareFailures } from './share-failures.ts'

/**
 * AWS Secrets Manager through the official SDK, which is loaded when the first secret is asked for: `aws:prod/mcp#jwt`, or
 * the JSON keys of `ci_cd.secrets.aws.secret`. Each version of a secret is read once in a run.
 */
export const awsProvider: SecretProvider = { name: 'aws', open: openAws }

function openAws(context: SecretContext): OpenSecretProvider {
  let opening: Promise<ReadAws> | undefined
  const readings = new Map<string, Promise<AwsReading>>()

  const readOnce = async ({ secret, stage, version }: AwsPlace): Promise<AwsReading> => {
    opening ??= import('./aws/open-reader.ts').then(({ openReader }) => openReader(context))
    const read = await opening
    const key = JSON.stringify([secret, stage, version])
    const reading = readings.get(key) ?? read({ secret, stage, version })
    readings.set(key, reading)
    return reading
  }

  const askOne = async ({ name, at }: WantedSecret): Promise<SecretAnswer | Failure> => {
    const place = at === undefined ? placeOfNames(name, context.sources.aws.secret) : readAwsPlace(String(at))
    if (place === undefined) throw noPlace(String(at))
    const reading = await readOnce(place)
    if ('problem' in reading) return { name, why: reading.problem }
    return pickValue(reading, place, { name, isPlain: at === undefined }, context.io.redactor)
  }

  return { ask: async (wanted) => shareFailures(await Promise.all(wanted.map(askOne))) }
}

/** @throws StackError CONFIG_INVALID */
function placeOfNames(name: string, document: string | undefined): AwsPlace {
  if (document === undefined) {
    throw new StackError({
      code: 'CONFIG_INVALID',
      message: 'the provider aws is asked for names, and no secret is given',
      hint: 'Write ci_cd.secrets.aws: {secret: prod/mcp}, or `from: "aws:prod/mcp#key"` at the name',
    })
  }
  const place = readAwsPlace(document)
  if (place === undefined) throw noPlace(document)
  return { ...place, key: name }
}

function noPlace(text: string): StackError {
  return new StackError({
    code: 'CONFIG_INVALID',
    message: `aws:${text} is no place in AWS Secrets Manager`,
    hint: 'Write aws:NAME-OR-ARN#key, with ?stage=AWSPREVIOUS or ?version=ID for another version',
  })
}
