import { readMachine } from './machine.ts'
import { type ServerProcess, startServer } from './server-process.ts'

/** An emulator of AWS. It checks neither signatures nor, by default, rights. */
export interface Moto extends ServerProcess {
  /** `http://127.0.0.1:<port>`: the endpoint of every service. */
  readonly address: string
}

/** False where set-up could not install it: `describe.skipIf(!hasMoto)`. */
export const hasMoto = (readMachine().moto ?? null) !== null

/** Starts moto with nothing in it; stop it after the tests. */
export async function startMoto(): Promise<Moto> {
  const program = readMachine().moto
  if (program === null) throw new Error('no moto_server on this machine')
  const server = await startServer(
    program,
    (port) => ['-H', '127.0.0.1', '-p', String(port)],
    async ({ port }) => (await fetch(`http://127.0.0.1:${port}/moto-api/data.json`)).ok,
  )
  return { ...server, address: `http://127.0.0.1:${server.port}` }
}
