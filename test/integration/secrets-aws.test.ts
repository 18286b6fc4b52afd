import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Secret } from '../../src/model/secret.ts'
import type { SecretFinding } from '../../src/model/secrets.ts'
import type { AwsSource } from '../../src/model/stack.ts'
import { awsProvider } from '../../src/secrets/aws-provider.ts'
import { environmentProvider } from '../../src/secrets/environment-provider.ts'
import { showProvenance } from '../../src/secrets/reference.ts'
import { openSecretSource } from '../../src/secrets/secret-source.ts'
import { hasMoto, type Moto, startMoto } from '../support/moto.ts'
import { noSources } from '../support/secret-source.ts'
import { watchedIo } from '../support/vault-world.ts'

const keys = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'not-checked-here' }
const region = 'eu-central-1'

interface Run {
  readonly aws?: AwsSource
  readonly environment?: Record<string, string>
  readonly identityToken?: string
  /** What happens in the world while it waits; counts from 1. */
  readonly onPause?: (count: number) => void
}

/** What each place turned out to be: `value <- provenance`, or the problem with its hint. */
async function read(places: readonly string[], { aws = {}, environment = keys, identityToken, onPause }: Run) {
  const { io, pauses } = watchedIo({ PATH: process.env['PATH'] ?? '', ...environment }, onPause)
  const audiences: (string | undefined)[] = []
  const source = openSecretSource([environmentProvider, awsProvider], {
    io,
    sources: { ...noSources, providers: ['environment', 'aws'], aws },
    folder: '/',
    identityToken: async (audience) => {
      audiences.push(audience)
      return identityToken === undefined ? undefined : new Secret('identity token', identityToken)
    },
  })
  const wanted = places.map((place) =>
    place.startsWith('aws:')
      ? { name: place, from: { provider: 'aws' as const, at: place.slice(4) } }
      : { name: place },
  )
  const found = await source.find(wanted)
  await source.close()
  return { shown: wanted.map(({ name }) => show(found.get(name))), io, audiences, pauses }
}

function show(finding: SecretFinding | undefined): string {
  if (finding === undefined) return 'nobody has it'
  if ('problem' in finding) return `${finding.problem.code}: ${finding.problem.message} | ${finding.problem.hint ?? ''}`
  if ('unread' in finding) return `${finding.unread.code}: ${finding.unread.message}`
  return `${finding.value.reveal()} <- ${showProvenance(finding.provenance)}`
}

describe.skipIf(!hasMoto)('against moto', () => {
  let moto: Moto
  let arn = ''
  const first = '11111111-1111-4111-8111-111111111111'
  const second = '22222222-2222-4222-8222-222222222222'

  beforeAll(async () => {
    moto = await startMoto()
    const admin = new SecretsManagerClient({
      region,
      endpoint: moto.address,
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    })
    const create = async (Name: string, value: object) => admin.send(new CreateSecretCommand({ Name, ...value }))
    const document = JSON.stringify({
      jwt: 'first-jwt-value',
      PORT: 5432,
      nested: {},
      OTHER: 'a neighbour of it',
      URL: 'https://Mcp1.example.com:8443',
    })
    arn = (await create('prod/mcp', { SecretString: document, ClientRequestToken: first })).ARN ?? ''
    await admin.send(
      new PutSecretValueCommand({
        SecretId: arn,
        ClientRequestToken: second,
        SecretString: document.replace('first-jwt', 'second-jwt'),
      }),
    )
    await create('plain', { SecretString: 'whole text' })
    await create('bytes', { SecretBinary: Buffer.from([1, 2, 3]) })
    admin.destroy()
  })
  afterAll(async () => moto?.stop())

  const here = (): AwsSource => ({ region, endpoint: moto.address, secret: 'prod/mcp' })

  test('a key, a whole text, stages, versions, an ARN with its own region, plain names; each version is fetched once', async () => {
    const before = await settledRequests()
    const { shown, io } = await read(
      [
        'aws:prod/mcp#jwt',
        'aws:prod/mcp#jwt?stage=AWSPREVIOUS',
        `aws:prod/mcp#jwt?version=${first}`,
        'aws:plain',
        'PORT',
        'GONE',
      ],
      { aws: here() },
    )
    expect(shown.map((line) => line.replace(/version (?!1111|2222).*/, 'version …'))).toEqual([
      `second-jwt-value <- aws:prod/mcp#jwt version ${second}`,
      `first-jwt-value <- aws:prod/mcp#jwt version ${first}`,
      `first-jwt-value <- aws:prod/mcp#jwt version ${first}`,
      'whole text <- aws:plain version …',
      `5432 <- aws:prod/mcp#PORT version ${second}`,
      'nobody has it',
    ])
    expect((await settledRequests()) - before).toBe(4)
    const said = 'first-jwt-value, a neighbour of it, not-checked-here'
    expect(io.redactor.redact(said)).not.toMatch(/jwt-value|neighbour|checked/)
    const text = 'PUBLIC_URL: https://Mcp1.example.com:8443'
    expect(io.redactor.redact(text)).not.toContain('Mcp1')
    expect(io.leaksIn([{ path: 'compose.yaml', text: `${text} second-jwt-value` }])).toMatchObject([
      { place: 'compose.yaml' },
    ])
    expect(io.leaksIn([{ path: 'compose.yaml', text }])).toEqual([])

    const elsewhere = await read([`aws:${arn}#jwt`], { aws: { ...here(), region: 'us-east-1' } })
    expect(elsewhere.shown[0]).toContain(`second-jwt-value <- aws:${arn}#jwt`)
  })

  test('what is not there, is no JSON, is binary: by name of the place and of the keys, never by value', async () => {
    const { shown } = await read(
      ['aws:gone#a', 'aws:prod/mcp#jwd', 'aws:plain#a', 'aws:bytes', 'aws:prod/mcp#nested', 'aws:prod/mcp?stage=NONE'],
      { aws: here() },
    )
    expect(shown[0]).toMatch(/^SECRET_MISSING: .*aws:gone in eu-central-1 is not there: .*\| Another region/)
    expect(shown[1]).toContain('aws:prod/mcp has no key jwd; it has OTHER, PORT, URL, jwt, nested')
    expect(shown[2]).toMatch(/^SECRET_INVALID: .*aws:plain is no JSON object/)
    expect(shown[3]).toMatch(/^SECRET_INVALID: .*aws:bytes is a binary secret/)
    expect(shown[4]).toMatch(/^SECRET_INVALID: .*prod\/mcp#nested holds an empty object/)
    expect(shown[5]).toMatch(/^SECRET_MISSING: .*aws:prod\/mcp\?stage=NONE/)
    const listed = `list-secret-version-ids --secret-id prod/mcp --region eu-central-1 --endpoint-url ${moto.address}`
    expect(shown[5]).toContain(listed)
    const other = await read([`aws:${arn.slice(0, -1)}#jwt`], { aws: here() })
    expect(other.shown[0]).toMatch(/^SECRET_MISSING: .*\| Compare the whole ARN, .* --region eu-central-1 /)
    const wrong = await read(['aws:prod/mcp?version=33333333-3333-4333-8333-333333333333'], { aws: here() })
    expect(wrong.shown[0]).toContain(listed)
    expect(shown.join('\n')).not.toMatch(/jwt-value|a neighbour/)
  })

  test('a role with an identity token: of the job, and from a file', async () => {
    const role = {
      AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy',
      AWS_ENDPOINT_URL: moto.address,
      AWS_REGION: region,
    }
    const ofJob = await read(['aws:plain'], { environment: role, identityToken: 'header.payload.signature-of-the-job' })
    expect(ofJob.shown[0]).toContain('whole text <- aws:plain')
    expect(ofJob.audiences).toEqual(['sts.amazonaws.com'])

    const file = join(mkdtempSync(join(tmpdir(), 'mcp-aws-')), 'token')
    writeFileSync(file, 'token-of-the-file\n')
    const ofFile = await read(['aws:plain'], { environment: { ...role, AWS_WEB_IDENTITY_TOKEN_FILE: file } })
    expect(ofFile.shown[0]).toContain('whole text <- aws:plain')
    expect(ofFile.audiences).toEqual([])
    expect(ofFile.io.redactor.redact('token-of-the-file')).not.toContain('token-of')
  })

  const requests = () =>
    moto
      .output()
      .split('\n')
      .filter((line) => line.includes('POST / HTTP')).length

  /** moto answers first and writes its log afterwards: the count once it stays what it is. */
  async function settledRequests(): Promise<number> {
    for (let count = requests(); ; count = requests()) {
      await sleep(300)
      if (requests() === count) return count
    }
  }
})

/**
 * moto answers a refused JSON request in XML, which AWS does not: these bodies are written by hand after AWS's documented error
 * format, and given by a stand-in. Not recorded from AWS.
 */
describe('what AWS refuses', () => {
  let answer: { readonly status: number; readonly body: string } = { status: 200, body: '{}' }
  let count = 0
  const server = createServer((_request, response) => {
    count++
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.1' }).end(answer.body)
  })
  let endpoint = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  test.each([
    [
      400,
      {
        __type: 'AccessDeniedException',
        Message:
          'User: arn:aws:iam::123456789012:user/ci is not authorized to perform: secretsmanager:GetSecretValue on resource: prod/mcp because no identity-based policy allows the secretsmanager:GetSecretValue action',
      },
      /^SECRET_FORBIDDEN: .*user\/ci is not authorized.*"Action": "secretsmanager:GetSecretValue", "Resource": "arn:aws:secretsmanager:eu-central-1:\*:secret:prod\/mcp-\?{6}"/,
    ],
    [
      400,
      { __type: 'AccessDeniedException', Message: 'Access to KMS is not allowed' },
      /^SECRET_FORBIDDEN: .*Allow kms:Decrypt/,
    ],
    [
      400,
      { __type: 'ExpiredTokenException', message: 'The security token included in the request is expired' },
      /^SECRET_FORBIDDEN: .*the AWS session has expired.*Log in again/,
    ],
    [
      400,
      { __type: 'UnrecognizedClientException', message: 'The security token included in the request is invalid.' },
      /^SECRET_FORBIDDEN: .*does not accept the credentials/,
    ],
    [
      400,
      {
        __type: 'InvalidRequestException',
        Message: "You can't perform this operation on the secret because it was marked for deletion.",
      },
      /^SECRET_INVALID: .*marked for deletion/,
    ],
  ])('%i %j', async (status, body, expected) => {
    answer = { status, body: JSON.stringify(body) }
    const { shown } = await read(['aws:prod/mcp#jwt'], { aws: { region, endpoint } })
    expect(shown[0]).toMatch(expected)
  })

  test('throttled or broken, it is asked as Vault is; one that is back meanwhile has answered', async () => {
    answer = { status: 400, body: '{"__type":"ThrottlingException","message":"Rate exceeded"}' }
    count = 0
    expect((await read(['aws:a'], { aws: { region, endpoint } })).shown[0]).toMatch(
      /^SECRET_UNREACHABLE: .*Rate exceeded/,
    )
    expect(count).toBe(5)
    const said = [
      [502, '<html>bad gateway of user:password-in-a-page</html>', 'answers with HTTP 502 (asked 5 times) |'],
      [503, '', 'answers with HTTP 503 (asked 5 times) |'],
      [503, '{"message":"no healthy upstream"}', 'answers with HTTP 503 (asked 5 times): no healthy upstream |'],
      [403, '', 'HTTP 403, without a reason |'],
      [404, '<html>password-in-a-page</html>', 'what answered is not AWS Secrets Manager |'],
    ] as const
    for (const [status, body, words] of said) {
      answer = { status, body }
      const { shown, pauses } = await read(['aws:a'], { aws: { region, endpoint } })
      expect(shown[0]).toMatch(/^SECRET_UNREACHABLE: /)
      expect(shown[0]).toContain(words)
      expect(shown[0]).not.toContain('password-in')
      expect(pauses).toEqual(status >= 500 ? [500, 1000, 2000, 4000] : [])
    }
    const back = { status: 200, body: '{"SecretString":"whole text"}' }
    answer = { status: 503, body: '' }
    const onPause = (paused: number) => void (paused === 3 && (answer = back))
    const { shown } = await read(['aws:a'], { aws: { region, endpoint }, onPause })
    expect(shown[0]).toBe('whole text <- aws:a')
  })

  test('a credential that no header can carry is refused by its name', async () => {
    count = 0
    for (const [name, value] of [
      ['AWS_SESSION_TOKEN', 'first-line-of-it\nsecond-line-of-it'],
      ['AWS_ACCESS_KEY_ID', 'AKIA…EXAMPLE'],
    ] as const) {
      const { shown } = await read(['aws:a'], { aws: { region, endpoint }, environment: { ...keys, [name]: value } })
      expect(shown[0]).toMatch(new RegExp(`^SECRET_INVALID: .*${name} holds a line end`))
      expect(shown[0]).not.toMatch(/line-of-it|EXAMPLE/)
    }
    expect(count).toBe(0)
  })

  test('a server that sends elsewhere is not followed: the session token stays here', async () => {
    let stolen = 0
    const other = createServer((_request, response) => void (stolen++, response.end('{}')))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const there = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
    const from = createServer((_request, response) => response.writeHead(307, { location: there }).end())
    await new Promise<void>((resolve) => from.listen(0, '127.0.0.1', resolve))
    const first = `http://127.0.0.1:${(from.address() as AddressInfo).port}`
    const environment = { ...keys, AWS_SESSION_TOKEN: 'token-of-the-session' }
    const { shown, pauses } = await read(['aws:a'], { aws: { region, endpoint: first }, environment })
    expect(shown[0]).toContain(`${first} redirects to ${there}`)
    expect(pauses).toEqual([])
    expect(stolen).toBe(0)
    for (const opened of [other, from]) {
      opened.closeAllConnections()
      opened.close()
    }
  })

  test('an expired identity token', async () => {
    answer = {
      status: 400,
      body: '<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>ExpiredTokenException</Code><Message>Token expired: current date/time 1700000100 must be before the expiration date/time 1700000000</Message></Error><RequestId>1</RequestId></ErrorResponse>',
    }
    const environment = { AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/deploy', AWS_ENDPOINT_URL: endpoint }
    const { shown } = await read(['aws:a'], { environment, aws: { region }, identityToken: 'expired.identity.token' })
    expect(shown[0]).toMatch(/^SECRET_FORBIDDEN: .*the AWS session has expired \(Token expired: /)
  })

  test('nothing there, no region, no credentials', async () => {
    // A port that was free a moment ago.
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const nobody = `http://127.0.0.1:${(gone.address() as AddressInfo).port}`
    gone.close()
    const noTls = await read(['aws:a'], { aws: { region, endpoint: endpoint.replace('http:', 'https:') } })
    expect(noTls.shown[0]).toMatch(/^SECRET_UNREACHABLE: .* cannot be reached: [\d.:]+ does not speak TLS; is it http/)
    const down = await read(['aws:a', 'aws:b#x', 'aws:b#y'], { aws: { region, endpoint: nobody } })
    expect(down.shown[0]).toMatch(
      /^SECRET_UNREACHABLE: secrets aws:a, aws:b#x, aws:b#y: .*ECONNREFUSED.* \| Try by hand: .* --endpoint-url http:/,
    )
    expect(new Set(down.shown).size).toBe(1)
    expect((await read(['aws:a'], { aws: { endpoint } })).shown[0]).toMatch(/^CONFIG_INVALID: .*no region is set/)
    const none = await read(['aws:a'], { aws: { region, endpoint, profile: 'not-there' }, environment: {} })
    expect(none.shown[0]).toMatch(/^SECRET_FORBIDDEN: .*there are no AWS credentials .*not-there/)
  })
})
