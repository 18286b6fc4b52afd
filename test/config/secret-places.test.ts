import { expect, test } from 'vitest'
import { readAwsPlace } from '../../src/model/aws-place.ts'
import { errorsOf, small, stackFile } from './stack-file.ts'

const arn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/mcp-AbCdEf'

test.each([
  ['prod/mcp', { secret: 'prod/mcp' }],
  ['prod/mcp#jwt', { secret: 'prod/mcp', key: 'jwt' }],
  ['prod/mcp#jwt?stage=AWSPREVIOUS', { secret: 'prod/mcp', key: 'jwt', stage: 'AWSPREVIOUS' }],
  ['mcp?version=1-2', { secret: 'mcp', version: '1-2' }],
  [`${arn}#a key`, { secret: arn, key: 'a key' }],
])('aws:%s', (text, place) => {
  expect(readAwsPlace(text)).toEqual(place)
})

test.each([
  '',
  '#jwt',
  'a b',
  'mcp#',
  'mcp#a#b',
  'mcp?stage=',
  'mcp?stag=x',
  'mcp?stage=A&version=1',
  'arn:aws:s3:::x',
])('aws:%s is refused', (text) => {
  expect(readAwsPlace(text)).toBeUndefined()
})

test('a wrong place in AWS says how it is written; Secrets of a cluster are refused on Compose', async () => {
  const file = (type: string, more: string) => `${small.replace('compose', type)}${more}`
  const declared = (from: string) => `ci_cd: {vault_secrets: [{name: A_KEY, to: [gateway], from: "${from}"}]}\n`
  expect(errorsOf(await stackFile(file('compose', declared('aws:mcp?stag=x'))).problems())).toMatchObject([
    { hint: expect.stringContaining('aws:NAME-OR-ARN#key') },
  ])
  const cluster = declared('kubernetes:mcp-secrets#a')
  expect(errorsOf(await stackFile(file('compose', cluster)).problems())).toMatchObject([
    { path: 'ci_cd.vault_secrets[0].from', message: expect.stringContaining('this stack is for Compose') },
  ])
  const paths = errorsOf(await stackFile(file('kubernetes', cluster)).problems()).map(({ path }) => path)
  expect(paths).not.toContain('ci_cd.vault_secrets[0].from')
})
