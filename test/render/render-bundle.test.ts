import { describe, expect, test, vi } from 'vitest'
import { StackError } from '../../src/errors.ts'
import { type EnvValue, plain } from '../../src/model/env-value.ts'
import { Secret } from '../../src/model/secret.ts'
import { planStack } from '../../src/plan/plan-stack.ts'
import { type RenderInput, renderBundle } from '../../src/render/render-bundle.ts'
import { plainEnv, pluginConfig, type StackChanges, stackConfig } from '../plan/stack-config.ts'
import { renderInput } from './render-input.ts'

const render = async (changes: StackChanges = {}, input: Partial<RenderInput> = {}) =>
  renderBundle(await renderInput(planStack(stackConfig(changes)), input))

const hashes = async (changes: StackChanges, input: Partial<RenderInput> = {}) =>
  Object.fromEntries((await render(changes, input)).components.map(({ name, hash }) => [name, hash]))

const literal = (name: string, text: string): EnvValue => ({
  kind: 'secret',
  parts: [{ kind: 'literal', text: new Secret(name, text) }],
})

const refusal = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof StackError) return error
  throw new Error('it was not refused', { cause: error })
}

/** The input with one template replaced by the user's. */
async function withTemplate(changes: StackChanges, name: string, change: (text: string) => string) {
  const input = await renderInput(planStack(stackConfig(changes)))
  const template = { text: change(input.templates[name]?.text ?? ''), override: true }
  return { ...input, templates: { ...input.templates, [name]: template } }
}

const configureGuard = (changes: Parameters<typeof pluginConfig>[1] = {}) => pluginConfig('Guard', changes)
const token = (text: string) => ({ API_TOKEN: literal('API_TOKEN', text) })

describe('the hash of a component', () => {
  test('is the same for the same stack', async () => {
    expect(await hashes({ plugins: [configureGuard()] })).toEqual(await hashes({ plugins: [configureGuard()] }))
  })

  test('of a plugin does not move with its neighbours or the numbers of their secrets, the gateway does', async () => {
    const one = await hashes({ plugins: [configureGuard({ env: token('a') })] })
    const two = await hashes({
      plugins: [pluginConfig('Earlier', { env: token('b') }), configureGuard({ env: token('a') })],
    })
    expect(two['Guard']).toBe(one['Guard'])
    expect(two['gateway']).not.toBe(one['gateway'])
  })

  test.each([
    ['a plain value', { env: { LOG_LEVEL: plain('DEBUG') } }],
    ['a secret value', { env: token('other') }],
    ['a limit', { resources: { memoryLimit: '64Mi' } }],
    ['a command', { command: ['run'] }],
    ['a port', { port: 9001 }],
  ])('changes with %s', async (_what, change) => {
    const before = await hashes({ plugins: [configureGuard({ env: token('a') })] })
    const after = await hashes({ plugins: [configureGuard({ env: token('a'), ...change })] })
    expect(after['Guard']).not.toBe(before['Guard'])
  })

  test('changes with a renewed certificate, of that component only', async () => {
    const config = { plugins: [configureGuard(), pluginConfig('Other')] }
    const input = await renderInput(planStack(stackConfig(config)))
    const certificates = input.certificates.map((state) =>
      state.request.component === 'Guard' && state.certificate !== undefined
        ? { ...state, certificate: { ...state.certificate, fingerprint: 'f'.repeat(64) } }
        : state,
    )
    const before = await hashes(config)
    const after = await hashes(config, { certificates })
    expect(after['Guard']).not.toBe(before['Guard'])
    expect(after['Other']).toBe(before['Other'])
    expect(after['gateway']).toBe(before['gateway'])
  })
})

test('fields show plain values as they are and secrets as keyed hashes', async () => {
  const env = { PRICE: plain('$5'), API_TOKEN: literal('API_TOKEN', 'very secret indeed') }
  const { components, variables } = await render(
    { plugins: [pluginConfig('Guard', { env })] },
    { digest: () => '0a1b' },
  )
  const fields = components.find(({ name }) => name === 'Guard')?.fields
  expect(fields).toMatchObject({ 'env.PRICE': '$5', 'env.API_TOKEN': 'secret:0a1b', read_only: 'true' })
  expect(variables['MCPS_1']).toBe(env.API_TOKEN)
  expect(Object.keys(variables)).toEqual(['MCPS_1', 'MCPS_2', 'MCPS_3', 'MCPS_4', 'MCPS_5'])
})

test('what is pending has a stable name, is counted, and gives another hash', async () => {
  const config: StackChanges = { plugins: [pluginConfig('Guard')] }
  const done = await renderInput(planStack(stackConfig(config)))
  const pending: RenderInput = {
    ...done,
    images: done.images.map((image) => ({
      ...image,
      reference: { pending: 'image', key: 'k' },
      tag: `repository/${image.component.toLowerCase()}:k`,
      how: 'pending',
    })),
    certificates: done.certificates.map(({ request }) => ({ request, how: 'pending', reason: 'missing' })),
    digest: (_value, name) => ({ pending: 'secret', key: name }),
  }
  const [bundle, again, real] = [await renderBundle(pending), await renderBundle(pending), await renderBundle(done)]
  expect(bundle).toEqual(again)
  const guard = bundle.components.find(({ name }) => name === 'Guard')
  const gateway = bundle.components.find(({ name }) => name === 'gateway')
  expect(guard?.pending.map(({ pending: kind }) => kind).sort()).toEqual(['certificate', 'image'])
  expect(gateway?.pending.filter(({ pending: kind }) => kind === 'secret')).toHaveLength(4)
  expect(bundle.files[0]?.text).toContain('image: "repository/guard:k"')
  expect(guard?.hash).not.toBe(real.components.find(({ name }) => name === 'Guard')?.hash)
  expect(real.components.flatMap((component) => component.pending)).toEqual([])
})

test('a healthcheck asks where CONTRACT says', async () => {
  const { files } = await render({
    plugins: [
      pluginConfig('Tls', { port: 8001 }),
      pluginConfig('Open', { port: 8002, mtls: false }),
      pluginConfig('None', { healthcheck: false }),
    ],
  })
  const text = files[0]?.text ?? ''
  expect(text).toContain("('127.0.0.1', 9001)")
  expect(text).toContain("('127.0.0.1', 8002)")
  expect(text).toContain('test: ["NONE"]')
  expect(text).toMatch(/none:\n\s+condition: service_started/)
})

test('an engine image id is never pulled', async () => {
  const plan = planStack(stackConfig())
  const image = {
    component: 'gateway',
    reference: `sha256:${'a'.repeat(64)}`,
    tag: 'mcp-stack/demo/mcpgateway:1',
    how: 'built',
    seconds: 1,
  } as const
  const { files } = await renderBundle(await renderInput(plan, { images: [image] }))
  expect(files[0]?.text).toMatch(/image: "sha256:a{64}"\n\s+pull_policy: never/)
})

test('an empty secret is no variable, for compose would call it missing', async () => {
  const { files, variables } = await render({
    plugins: [pluginConfig('Guard', { env: { API_TOKEN: literal('API_TOKEN', '') } })],
  })
  expect(files[0]?.text).toContain('API_TOKEN: ""')
  expect(Object.keys(variables)).toHaveLength(4)
})

describe('an override', () => {
  test('that adds something is used, and counts in the hash', async () => {
    const input = await withTemplate({}, 'compose.yaml.hbs', (text) =>
      text.replace('restart: unless-stopped', 'restart: always'),
    )
    const bundle = await renderBundle(input)
    expect(bundle.files[0]?.text).toContain('restart: always')
    expect(bundle.components[0]?.hash).not.toBe((await hashes({}))['gateway'])
  })

  test('cannot write on the standard streams', async () => {
    const said: unknown[] = []
    const spies = (['debug', 'info', 'log', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...words: unknown[]) => void said.push(...words)),
    )
    const input = await withTemplate(
      {},
      'compose.yaml.hbs',
      (text) => `{{log "::stop-commands::x" level="error"}}${text}`,
    )
    await renderBundle(input)
    for (const spy of spies) spy.mockRestore()
    expect(said).toEqual([])
  })

  test.each([
    ['drops a service', '  {{y service}}:\n    image', '  other:\n    image'],
    ['drops the project', 'name: {{y project}}', 'name: another'],
    ['adds a variable of its own', 'restart: unless-stopped', 'restart: ${RESTART}'],
    [
      'adds a variable of ours that has no value',
      'restart: unless-stopped',
      'restart: ${MCPS_99:?deployed by mcp-deploy}',
    ],
    ['is no YAML', 'restart: unless-stopped', 'restart: ]'],
    ['has a key twice', 'restart: unless-stopped', 'restart: always\n    restart: always'],
  ])('that %s is refused', async (_what, from, to) => {
    const error = await refusal(
      renderBundle(await withTemplate({}, 'compose.yaml.hbs', (text) => text.replace(from, () => to))),
    )
    expect(error.code).toBe('RENDER_INVALID')
  })

  test.each([
    ['asks for what is not there', '{{y nothing}}'],
    ['does not compile', '{{#if services}}'],
    ['calls a helper we do not have', '{{lookup services 0}}'],
  ])('that %s is refused', async (_what, added) => {
    const error = await refusal(
      renderBundle(await withTemplate({}, 'compose.yaml.hbs', (text) => `${text}\n${added}\n`)),
    )
    expect(error.code).toMatch(/TEMPLATE_INVALID|RENDER_INVALID/)
  })

  test('of plugins-config.yaml has to name the same plugins', async () => {
    const changes = { plugins: [pluginConfig('Guard')] }
    const error = await refusal(
      renderBundle(await withTemplate(changes, 'plugins-config.yaml.hbs', () => 'plugins: []\n')),
    )
    expect(error.code).toBe('RENDER_INVALID')
  })
})

test('a secret that also stands in plain text is found, and named without its value', async () => {
  const text = 'correct-horse-battery-staple'
  const env = { API_TOKEN: literal('API_TOKEN', text), ...plainEnv({ NOTE: `it is ${text}` }) }
  const error = await refusal(render({ plugins: [pluginConfig('Guard', { env })] }))
  expect(error.code).toBe('RENDER_INVALID')
  expect(error.message).toContain('API_TOKEN')
  expect(error.message).not.toContain(text)
})

test('500 plugins are rendered and read back within seconds', async () => {
  const plugins = Array.from({ length: 500 }, (_, index) => pluginConfig(`Plugin${index}`))
  const start = process.cpuUsage()
  const { components } = await render({ plugins })
  const { user, system } = process.cpuUsage(start)
  expect(components).toHaveLength(501)
  // Microseconds of CPU, not of the clock; about 1 s here when nothing else runs, two thirds of it in the YAML parser.
  expect(user + system).toBeLessThan(6_000_000)
})

test('a private key in plain text is found', async () => {
  const env = plainEnv({ NOTE: '-----BEGIN EC PRIVATE KEY-----\nabc' })
  expect((await refusal(render({ plugins: [pluginConfig('Guard', { env })] }))).message).toContain('a private key')
})
