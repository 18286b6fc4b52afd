import { readMachine } from './machine.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** A real Vault in memory, unsealed, of the test's own. */
export interface Vault extends ServerProcess {
  /** `http://127.0.0.1:<port>` */
  readonly address: string
  readonly rootToken: string
  /**
   * Asks as root, or with `token`. @param path  Below /v1/. @returns the parsed answer, `{}` for an empty one.
   * @throws Error with Vault's answer for any status above 299.
   */
  ask(path: string, body?: object, options?: { readonly method?: string; readonly token?: string }): Promise<Answer>
}

/** Of whatever shape the test knows. */
export type Answer = ReturnType<typeof JSON.parse>

/** False where set-up could not build one: `describe.skipIf(!hasVault)`. */
export const hasVault = (readMachine().vault ?? null) !== null

/** Starts a Vault; stop it after the tests. */
export async function startVault(): Promise<Vault> {
  const program = readMachine().vault
  if (program === null) throw new Error('no Vault on this machine')
  const server = await startServer(
    program,
    (port) => [`127.0.0.1:${port}`],
    async ({ port }) => (await fetch(`http://127.0.0.1:${port}/v1/sys/health`)).ok,
  )
  const address = `http://127.0.0.1:${server.port}`
  // Its first line; warnings may stand around it.
  const rootToken = /^hvs\.\S+$/m.exec(server.output())?.[0]
  if (rootToken === undefined) throw new Error(`Vault printed no root token:\n${server.output()}`)
  return {
    ...server,
    address,
    rootToken,
    async ask(path, body, { method = body === undefined ? 'GET' : 'POST', token = rootToken } = {}) {
      const response = await fetch(`${address}/v1/${path}`, {
        method,
        headers: { 'X-Vault-Token': token },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
      return text === '' ? {} : JSON.parse(text)
    },
  }
}
