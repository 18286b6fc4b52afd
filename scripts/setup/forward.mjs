// node forward.mjs ADDRESS PORT: what connects to ADDRESS:PORT reaches 127.0.0.1:PORT
import { connect, createServer } from 'node:net'

const [address, port] = process.argv.slice(2)

createServer((client) => {
  const server = connect(Number(port), '127.0.0.1')
  for (const [from, to] of [
    [client, server],
    [server, client],
  ]) {
    from.pipe(to)
    from.on('error', () => to.destroy())
  }
}).listen(Number(port), address)
