import type { Example } from './example.ts'

/** A gateway's answer: HTTP status and the JSON in it. */
export interface Answer<T> {
  readonly status: number
  readonly value: T
}

/** GET, or POST where there is a body. The caller names the type that the gateway answers with. */
export async function callGateway<T>(url: string, token: string, path: string, body?: object): Promise<Answer<T>> {
  const response = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  })
  return { status: response.status, value: JSON.parse(await response.text()) }
}

/** An administrator's token, by the tool's own command. */
export async function mintToken(example: Example): Promise<string> {
  const { exitCode, stdout, stderr } = await example.run('token')
  if (exitCode !== 0) throw new Error(`token ended with ${exitCode}: ${stderr}`)
  return stdout.trim()
}

/** A rendered prompt, or why it was refused. */
export interface Rendered {
  readonly messages?: readonly { readonly content: { readonly text: string } }[]
  readonly message?: string
}

interface Named {
  readonly name: string
  readonly id: string
}

/** Renders a prompt through the gateway, whose plugins see the argument. */
export async function askPrompt(example: Example, token: string, text: string): Promise<Answer<Rendered>> {
  const name = 'e2e'
  const prompt = {
    name,
    description: 'of the end-to-end tests',
    template: 'say {{ what }}',
    arguments: [{ name: 'what', description: 'what to say', required: true }],
  }
  await callGateway(example.gatewayUrl, token, '/prompts', { prompt })
  const { value } = await callGateway<readonly Named[]>(example.gatewayUrl, token, '/prompts')
  const known = value.find((one) => one.name === name)
  return callGateway(example.gatewayUrl, token, `/prompts/${known?.id}`, { what: text })
}

/** Names of the plugins that the gateway has enabled, sorted. */
export async function enabledPlugins(example: Example, token: string): Promise<readonly string[]> {
  const { value } = await callGateway<PluginList>(example.gatewayUrl, token, '/admin/plugins')
  return value.plugins
    .filter(({ status }) => status === 'enabled')
    .map(({ name }) => name)
    .sort()
}

interface PluginList {
  readonly plugins: readonly { readonly name: string; readonly status: string }[]
}
